"""Lines that tell more of the row above them."""

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.row_details import without_row_details
from tests.scorecard_runner.reading.drawn_page import words_of

ROWS = """
Batter                           R    B   4s   6s
Ashdown   b Kettle              40   30   4    1
   v pace 30 (20)   v spin 10 (10)
Okonjo    not out               15    9   2    0
"""
SHIFTED = """
Batter                           R    B   4s   6s
Ashdown   b Kettle   40  30
Millbrook  b Ode     12  20
Okonjo    not out               15    9   2    0
"""


def texts_of(page: str) -> list[str]:
    return [line.text for line in without_row_details(build_lines(words_of(page)))]


def test_runs_by_kind_of_bowling_are_no_row() -> None:
    assert texts_of(ROWS) == ["Batter R B 4s 6s", "Ashdown b Kettle 40 30 4 1", "Okonjo not out 15 9 2 0"]


def test_rows_left_of_their_heading_stay() -> None:
    assert len(texts_of(SHIFTED)) == 4


@pytest.mark.parametrize(
    "sums",
    [
        pytest.param("15 Total  144 (20.0 ov)", id="behind the number of a line"),
        pytest.param("OVERS 6.0  EXTRAS 6 b 0 lb 6", id="behind the overs"),
    ],
)
def test_sums_below_the_rows_stay(sums: str) -> None:
    page = f"Batter                           R    B\nAshdown   b Kettle              40   30\n{sums}"

    assert texts_of(page)[-1] == " ".join(sums.split())
