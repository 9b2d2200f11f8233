"""Rows of tables to players, and rows that are none."""

import pytest

from scorecard_runner.reading.cards.players import batting_lines, bowling_lines
from scorecard_runner.reading.grammar.dismissals import HowOut
from scorecard_runner.reading.tables.table import Table
from tests.scorecard_runner.reading.drawn_page import sections_of

CARD = """
Batter          Dismissal                 R     B
A Khan          c Smith b Jones          76    59
{row}
"""
NOTED = """
Bowler                 O     M     R     W
D Jones                4     0    49     2
E Brown                3     1    20     1
Pts: our own count of a performance.
"""


def second_row(row: str) -> tuple[str | None, HowOut | None] | None:
    """Return name and way out of the row that stands below a sound one; None if it is no batter's."""
    table = next(each for each in sections_of(CARD.format(row=row)) if isinstance(each, Table))
    _, *others = batting_lines(table)
    return next(
        (
            (each.name.text if each.name else None, each.dismissal.how_out if each.dismissal else None)
            for each in others
        ),
        None,
    )


@pytest.mark.parametrize(
    ("row", "want"),
    [
        pytest.param("B Khan          not out                   5     2", ("B Khan", HowOut.NOT_OUT), id="a batter"),
        pytest.param("*B Khan         xx yy                     5     2", ("B Khan", None), id="a captain's star"),
        pytest.param("B Khan*                                   5     2", ("B Khan", HowOut.NOT_OUT), id="only a star"),
        pytest.param("pe              xx                        5     2", None, id="a stray word with two numbers"),
        pytest.param("x               Leg byes                  5     2", None, id="extras behind dirt"),
    ],
)
def test_a_row_is_a_batter_if_it_says_so(row: str, want: tuple[str, HowOut] | None) -> None:
    assert second_row(row) == want


def test_a_star_behind_runs_is_the_one_of_who_is_not_out() -> None:
    starred = """
Batter                                    R     B
A Khan*                                  24    23
B Khan                                   19*   28
"""
    table = next(each for each in sections_of(starred) if isinstance(each, Table))

    captain, not_out = batting_lines(table)
    assert captain.dismissal is None
    assert not_out.dismissal is not None
    assert not_out.dismissal.how_out is HowOut.NOT_OUT


def test_a_note_below_the_last_bowler_is_no_part_of_his_name() -> None:
    table = next(each for each in sections_of(NOTED) if isinstance(each, Table))

    assert [line.name and line.name.text for line in bowling_lines(table)] == ["D Jones", "E Brown"]
