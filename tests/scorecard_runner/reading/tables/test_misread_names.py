"""Names of columns that were nearly read, between others that were."""

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.table import Table
from tests.scorecard_runner.reading.drawn_page import sections_of, words_of


def columns_of(text: str) -> list[str]:
    """Return the columns of the heading in a line; none if it is no heading."""
    (line,) = build_lines(words_of(text))
    return [cell.column.value for each in find_headings(line) for cell in each.cells]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Kuns   Min   4s   ds", ["runs", "minutes", "fours", "other"], id="runs, between minutes and fours"
        ),
        pytest.param(
            "BOWUNG   9   M   R   w   Econ   4s   55   wD   NB",
            ["name", "other", "maidens", "runs", "wickets", "economy", "fours", "other", "wides", "no_balls"],
            id="bowling; lone figures for O and 6s are columns, too",
        ),
        pytest.param(
            "Name of bowler   O   M   R   W", ["name", "overs", "maidens", "runs", "wickets"], id="a small word"
        ),
        pytest.param("Kuns   4s   ds", [], id="too little is named to guess the rest"),
        pytest.param(
            "Inns   R   B   4s", ["innings", "runs", "balls", "fours"], id="what else is called so is no misread Mins"
        ),
        pytest.param("12   31   R   w   45   9", [], id="a line of figures with letters in it"),
    ],
)
def test_what_nearly_names_a_column_names_it(text: str, want: list[str]) -> None:
    assert columns_of(text) == want


ROWS = """
Ashdown        c Tulloch      Sandoval      31    45
Millbrook      lbw            Sandoval       6    13
Okonjo-Hale    not out                      27    34
Uys            not out                      10    12
Extras 4
Total 78-2
"""


def test_whoever_stands_before_how_out_and_bowler_is_the_batter() -> None:
    sections = sections_of("Baltet         Dismissal      Bowler        a     8" + ROWS)
    (table,) = [section for section in sections if isinstance(section, Table)]
    assert [band.column.value for band in table.bands] == ["runs", "balls"]
    assert len(table.rows) == 4
