"""What stands at the head of a table beside a white channel, and what is a bar across it."""

import pytest

from scorecard_runner.reading.page.bank_heads import (
    are_of_both_kinds,
    heads_both,
    is_of_table,
    repeats_columns,
    titles_both,
)
from scorecard_runner.reading.page.lines import Line, build_lines
from tests.scorecard_runner.reading.drawn_page import words_of


def line_of(text: str, right: float = 0.0) -> Line:
    """Return the line so many pixels to the right."""
    return build_lines(word.placed(factor=1.0, right=right, down=0.0) for word in words_of(text))[0]


@pytest.mark.parametrize(
    ("left", "right", "want"),
    [
        pytest.param("Batter  How out", "R  B  4s  6s", True, id="names on both sides"),
        pytest.param("1  Inns  Team  Pos", "Batsman  How Out  Fielder  Bowler  Runs  Balls", True, id="identifiers"),
        pytest.param("innings  team  total  wickets", "overs  extras  declared", True, id="sums"),
        pytest.param(
            "1  Match ID  Inns  Team  Bowler  Overs  Maidens  Runs  Wickets  Wides  No Balls",
            "Economy",
            True,
            id="identifiers before the names",
        ),
        pytest.param("Batter  How out  R  B", "The pitch offered early movement", False, id="an article"),
        pytest.param("Kent innings 176/7", "R  B  4s  6s", False, id="a title"),
    ],
)
def test_a_heading_runs_across_where_both_sides_name_columns(left: str, right: str, *, want: bool) -> None:
    assert heads_both(line_of(left), line_of(right, 500.0)) is want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("17", True, id="a number"),
        pytest.param("17    34", True, id="two cells"),
        pytest.param("17, 34, 80", False, id="scores at which wickets fell"),
    ],
)
def test_a_list_of_numbers_is_no_cell(text: str, *, want: bool) -> None:
    assert is_of_table(line_of(text), None) is want


@pytest.mark.parametrize(
    ("left", "right", "want"),
    [
        pytest.param("Runs  Balls  4s", "Runs  Balls  4s", True, id="the same columns of two tables"),
        pytest.param("Runs  Balls", "4s  6s", False, id="columns of one table"),
        pytest.param("Ashdown", "Millbrook", False, id="no columns"),
    ],
)
def test_columns_are_named_again_for_a_table_beside_another(left: str, right: str, *, want: bool) -> None:
    assert repeats_columns(line_of(left), line_of(right, 500.0)) is want


@pytest.mark.parametrize(
    ("left", "right", "want"),
    [
        pytest.param("R  B  4s  6s  SR", "O  M  R  W  Econ", True, id="batters and bowlers"),
        pytest.param(
            "R    B    4s    6s",
            "O    M    R    W    Khan 0    0 (4)    0 Roy",
            True,
            id="a row of a third panel behind",
        ),
        pytest.param("O  M  R  W  Econ", "R  B  4s  6s", True, id="bowlers first"),
        pytest.param("O  M  R  W  Econ", "0s  4s  6s  WD  NB", False, id="more columns of bowlers"),
        pytest.param("R  B  4s  6s  SR", "Fall of wickets", False, id="no columns on the right"),
    ],
)
def test_runs_of_batters_and_of_bowlers_are_columns_of_two_tables(left: str, right: str, *, want: bool) -> None:
    assert are_of_both_kinds(line_of(left), line_of(right, 500.0)) is want


@pytest.mark.parametrize(
    ("left", "right", "want"),
    [
        pytest.param("KENT", "267 for 8, 50 overs", True, id="a side and its score"),
        pytest.param("KENT", "4350vers 167/10", True, id="overs that were read as one word"),
        pytest.param("the toss and elected to field", "13-0.", False, id="a sentence beside the end of figures"),
        pytest.param("Ali, Poe. FoW", "20 ov) 135. Did not bat Khan", False, id="columns of running text"),
        pytest.param("Extras (w3) 12", "1, Shah 4-1-19-1, Ince 4-0-26-1", False, id="bowlers of the next column"),
    ],
)
def test_a_score_on_the_right_is_a_title_only_if_nothing_else_is_said(left: str, right: str, *, want: bool) -> None:
    assert titles_both(line_of(left), line_of(right, 500.0)) is want
