"""Rows of batters on one line."""

import pytest

from scorecard_runner.reading.page.entries import is_batters_row, read_entries
from scorecard_runner.reading.page.lines import build_lines
from tests.scorecard_runner.reading.drawn_page import words_of


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Marlworth      ct Rao b Holloham      28", True, id="how out in one cell"),
        pytest.param("MARLWORTH      CT RAO      HOLLOHAM      28", True, id="a column of bowlers without a b"),
        pytest.param("WINBERTON      B           OAKENBURY     5", True, id="a capital b alone"),
        pytest.param("A Khan         4           0             30", False, id="a bowler"),
        pytest.param("Kent           Essex       Sussex        3", False, id="other words"),
    ],
)
def test_a_batter_says_how_he_was_out(text: str, *, want: bool) -> None:
    assert is_batters_row(build_lines(words_of(text))[0]) is want


def test_a_number_read_as_letters_ends_a_row_of_its_own() -> None:
    text = """
R K Raghtia b Harbrook      12
T St Elmby not out          I
A Khan lbw b Harbrook       7
"""
    entries = read_entries(build_lines(words_of(text)))
    assert [entry.count for entry in entries] == [1, 1, 1]
    assert all(entry.is_batter for entry in entries)
