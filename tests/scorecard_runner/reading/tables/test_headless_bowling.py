"""Bowling tables without headings: figures that can be a bowler's, of those whom the dismissals name."""

import pytest

from scorecard_runner.reading.cards.players import bowling_lines
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import TableKind
from tests.scorecard_runner.reading.drawn_page import sections_of

BATTERS = """
Ashdown c Tulloch b Sandoval                  40
Millbrook lbw b Mir                            3
Okonjo-Hale not out                           17
Extras (b 2, w 1)                              3
Total (2 wkts, 12 overs)                      63
Fall: 1-34 2-40
"""


def bowling_of(rows: str) -> list[Table]:
    """Return the bowling tables of a page where these rows follow the batters."""
    sections = sections_of(BATTERS + rows)
    return [each for each in sections if isinstance(each, Table) and each.kind is TableKind.BOWLING]


@pytest.mark.parametrize(
    ("rows", "want"),
    [
        pytest.param(
            ["A Sandoval     6    1    27    1", "B Mir        5.2    0    31    1"],
            ["overs", "maidens", "runs", "wickets"],
            id="the four numbers of every bowler",
        ),
        pytest.param(
            ["A Sandoval     6    1    27    1    4.50", "B Mir        5.2    0    31    1    5.81"],
            ["overs", "maidens", "runs", "wickets", "economy"],
            id="an economy that matches",
        ),
        pytest.param(
            ["A Sandoval     6    1    27    1    0    2", "B Mir        5.2    0    31    1    1    0"],
            ["overs", "maidens", "runs", "wickets", "wides", "no_balls"],
            id="wides and no-balls behind",
        ),
    ],
)
def test_figures_of_bowlers_make_a_table(rows: list[str], want: list[str]) -> None:
    (table,) = bowling_of("\n".join([*rows, "Essex"]))
    assert [band.column.value for band in table.bands] == want
    assert [line.name.text for line in bowling_lines(table) if line.name] == ["A Sandoval", "B Mir"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["Kent         9    6    2    1", "Essex        8    5    2    1"], id="a league"),
        pytest.param(["A Sandoval   6    7   27    1", "B Mir        5    0   31    1"], id="more maidens than overs"),
        pytest.param(
            ["A Sandoval   6    1   27    6", "B Mir        5    0   31    6"], id="more wickets than batters"
        ),
        pytest.param(["A Sandoval 6.7    1   27    1", "B Mir        5    0   31    1"], id="seven balls in an over"),
        pytest.param(["A Sandoval   6    1   27    1    9.50", "B Mir   5   0   31   1   1.20"], id="a wrong economy"),
    ],
)
def test_other_names_with_numbers_make_none(rows: list[str]) -> None:
    assert bowling_of("\n".join(rows)) == []
