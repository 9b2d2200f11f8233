"""The fall of wickets as a table."""

import pytest

from scorecard_runner.reading.grammar.fall_tables import (
    goes_on_in_fall_table,
    is_fall_row,
    opens_fall_table,
    parse_fall_table,
)


@pytest.mark.parametrize(
    ("lines", "runs"),
    [
        pytest.param(["Fall of wickets", "1 2 3", "15 19 86"], [15, 19, 86], id="wickets above scores"),
        pytest.param(["Fall of wickets 1 2 3", "1 2 2"], [1, 2, 2], id="scores that look like wickets for a while"),
        pytest.param(["FELL AT 53 117 144"], [53, 117, 144], id="scores alone"),
        pytest.param(["WKT 1 2 3 4 5"], [], id="wickets without scores"),
        pytest.param(["Fall of wickets", "1 2 3", "86 19 15"], [], id="scores that fall"),
        pytest.param(
            ["Fall of wickets", "Batter Score Over", "Khan 33 7.2", "St Oksanmi 49 13"], [33, 49], id="a row each"
        ),
        pytest.param(
            ["Fall of wickets", "Wkt Score Batter Over", "1 7 Zongoro-Lee 1", "2 45 Subkarni 11"],
            [7, 45],
            id="numbered",
        ),
        pytest.param(["Fall of wickets", "Score Batter", "32 D'Subtia", "41 Whitley"], [32, 41], id="without overs"),
    ],
)
def test_scores_are_taken_in_the_order_in_which_wickets_fell(lines: list[str], runs: list[int]) -> None:
    wickets = parse_fall_table(lines)

    assert [wicket.runs for wicket in wickets] == runs
    assert [wicket.wicket for wicket in wickets] == list(range(1, len(runs) + 1))


def test_rows_name_batter_and_over() -> None:
    (first,) = parse_fall_table(["Fall of wickets", "Wkt Score Batter Over", "1 7 Zongoro-Lee 1.4"])

    assert first.batter == "Zongoro-Lee"
    assert first.over is not None
    assert first.over.number == 1.4


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("58 Harburn 14.3", True, id="a wicket"),
        pytest.param("Season review", False, id="no number"),
        pytest.param("Wickets 7", False, id="a label"),
    ],
)
def test_rows_of_wickets_have_a_name_and_numbers(text: str, *, want: bool) -> None:
    assert is_fall_row(text) is want


@pytest.mark.parametrize(
    ("first", "second", "want"),
    [
        pytest.param("Wicket 1 2 3", "Score 36 54 98", True, id="numbers and scores"),
        pytest.param("Wkt 1", "Total 36", True, id="a single wicket"),
        pytest.param("Wickets 1", "Total 36 54", False, id="another count"),
        pytest.param("Extras 1 2 3", "Score 36 54 98", False, id="no wickets"),
        pytest.param("Wicket 1 2 3", "Score 98 54 36", False, id="scores that fall"),
    ],
)
def test_scores_below_the_numbers_of_the_wickets_are_no_total(first: str, second: str, *, want: bool) -> None:
    assert opens_fall_table(first, second) is want


@pytest.mark.parametrize(
    ("line", "want"),
    [
        pytest.param("Batter out Khan Ode", True, id="who"),
        pytest.param("Over 3.2 11.1", True, id="when"),
        pytest.param("Overs 40", False, id="the overs of the innings"),
        pytest.param("Bowling of Kent", False, id="a title"),
    ],
)
def test_further_rows_of_a_fall_table_end_where_others_begin(line: str, *, want: bool) -> None:
    assert goes_on_in_fall_table("Wicket 1 2", line) is want


def test_the_runs_of_a_partnership_are_not_taken_for_the_score() -> None:
    heading = "Wkt Score Batter out Over P'ship Balls"
    falls = parse_fall_table(["Fall of wickets", heading, "1 11 Khan 1.1 11 7", "2 34 Ode 4 23 17"])
    assert [(fall.runs, fall.batter) for fall in falls] == [(11, "Khan"), (34, "Ode")]


def test_numbers_of_wickets_alone_before_the_batters_are_no_scores() -> None:
    assert not parse_fall_table(["Wkt Batter Score P'ship", "1 Khan 11 11", "2 Ode 34 23"])
