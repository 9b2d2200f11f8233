"""Rails of icons down the left edge of an app."""

import pytest

from scorecard_runner.reading.page.rails import without_rail
from tests.scorecard_runner.reading.drawn_page import words_of

RAILED = """
            Kent v Essex                           120-3
Score       Batter             R     B    4s    6s
            A Khan            76    59     8     2
Card        c Smith b Jones
            B Khan             5     2     1     0
            not out
Graphs      C Khan            12    20     0     0
            lbw b Jones
            D Khan             9    11     1     0
            not out
"""
BESIDE_ANOTHER = RAILED.replace("4s    6s", "4s    6s     Bowler     O   M   R   W   Wd   Nb   Econ   0s")
NUMBERED = """
            Kent v Essex                           120-3
            Batter             R     B    4s    6s
1           A Khan            76    59     8     2
2           B Khan             5     2     1     0
3           C Khan            12    20     0     0
4           D Khan             9    11     1     0
"""
NAMES_AT_THE_EDGE = """
Batter                         R     B    4s    6s
Khan                          76    59     8     2
Smith                          5     2     1     0
Jones                         12    20     0     0
Brown                         12    20     0     0
Bowler                         O     M     R     W
Hill                           4     0    12     1
Wood                           4     0    12     1
"""


def taken_from(text: str) -> list[str]:
    """Return the words of the page drawn by the text that are taken for its rail, from top to bottom."""
    words = words_of(text)
    kept = without_rail(words)
    return [word.text for word in words if word not in kept]


@pytest.mark.parametrize(
    "page",
    [pytest.param(RAILED, id="beside one table"), pytest.param(BESIDE_ANOTHER, id="beside two tables in a row")],
)
def test_words_below_the_icons_are_no_part_of_the_page(page: str) -> None:
    assert taken_from(page) == ["Score", "Card", "Graphs"]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(NUMBERED, id="numbers that count the batters"),
        pytest.param(NAMES_AT_THE_EDGE, id="names in the heading's own column"),
        pytest.param("", id="an empty page"),
    ],
)
def test_columns_of_a_table_stay(page: str) -> None:
    assert taken_from(page) == []
