"""A list of players begins above the label that stands beside its middle."""

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.wrapped_lines import with_wraps_joined
from tests.scorecard_runner.reading.drawn_page import words_of

THREE = """
                   AM Whitfeather, YS
Did not bat        Lindoval, N Westwick, I
                   Thornslade-Sen
"""
BETWEEN = """
                   AM Whitfeather,
Did not bat
                   N Westwick
"""
APART = """
Extras                                12

                   The captain said


Did not bat        N Westwick
"""


@pytest.mark.parametrize(
    ("page", "line"),
    [
        pytest.param(THREE, "Did not bat AM Whitfeather, YS Lindoval, N Westwick, I", id="the label beside the middle"),
        pytest.param(BETWEEN, "Did not bat AM Whitfeather,", id="the label between two lines"),
        pytest.param(APART, "Did not bat N Westwick", id="a sentence further above"),
        pytest.param(
            "                                  It leaves both sides\nDid not bat: A Roy",
            "Did not bat: A Roy",
            id="an article beside a list that begins behind its label",
        ),
        pytest.param("N Westwick      12\nDid not bat     A Roy", "Did not bat A Roy", id="the row of a batter above"),
    ],
)
def test_the_list_is_joined_from_its_first_line(page: str, line: str) -> None:
    assert line in [each.text for each in with_wraps_joined(build_lines(words_of(page)))]
