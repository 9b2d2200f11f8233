"""Headings whose number names were lost, and tables below them."""

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.half_headings import find_half_heading
from scorecard_runner.reading.tables.table import Table
from tests.scorecard_runner.reading.drawn_page import sections_of, words_of

ROWS = """
Ashdown        c Tulloch      Sandoval      31    45
Millbrook      lbw            Sandoval       6    13
Okonjo-Hale    not out                      27    34
Uys            not out                      10    12
Extras 4
Total 78-2
"""


@pytest.mark.parametrize(
    ("heading", "want"),
    [
        pytest.param(
            "Batter         Dismissal      Bowléc        Ld     a",
            ["name", "dismissal", "runs", "balls"],
            id="two words above numbers are what the numbers are",
        ),
        pytest.param(
            "Batter         Dismissal      Bowléc", [], id="without a word above the numbers there is nothing to name"
        ),
        pytest.param("Batter                                      Ld     a", [], id="how they were out must be named"),
        pytest.param("Ashdown        Dismissal                    Ld     a", [], id="the players must be named"),
    ],
)
def test_a_heading_with_named_texts_is_one_where_numbers_stand_below(heading: str, want: list[str]) -> None:
    found = find_half_heading(build_lines(words_of(heading + ROWS)))
    assert [cell.column.value for each in found for cell in each.cells] == want


def test_a_heading_without_numbers_below_is_none() -> None:
    assert (
        find_half_heading(build_lines(words_of("Batter   Dismissal   Ld\nAshdown  not out\nOkonjo   lbw\nA b C"))) == ()
    )


def test_the_numbers_below_say_what_the_columns_are() -> None:
    sections = sections_of("Batter         Dismissal      Bowléc        Ld     a" + ROWS)
    (table,) = [section for section in sections if isinstance(section, Table)]
    assert [band.column.value for band in table.bands] == ["runs", "balls"]
    assert len(table.rows) == 4
