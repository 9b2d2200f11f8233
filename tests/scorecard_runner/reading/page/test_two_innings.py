"""Tables of two innings become cards of their own."""

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.two_innings import innings_apart
from tests.scorecard_runner.reading.drawn_page import words_of

CARD = """
               Kent v Essex
Kent           FIRST INNINGS                SECOND INNINGS
               How out           Runs       How out           Runs
A Khan         c Smith b Jones     76       lbw b Jones         12
B Khan         not out              5       did not bat
C Khan         b Brown             12       c & b Smith          0
D Khan         run out (Smith)      9       not out             31
Extras         (b 1, lb 2)          3       (w 4)                4
Overs                              20                         10.2
Total          (3 wkts)           105       (2 wkts)            47
Fall of Wickets:   First    1-20  2-40  3-80
                   Second   1-4   2-30
Essex bowling         O    M    R    W      O    M    R    W
E Smith               4    0   30    0      3    1    9    1
F Jones               9    1   44    1
G Brown                                   7.2    0   31    0
Umpires: H Hill
"""
FIRST = [
    "Kent v Essex",
    "Kent FIRST INNINGS",
    "How out Runs",
    "A Khan c Smith b Jones 76",
    "B Khan not out 5",
    "C Khan b Brown 12",
    "D Khan run out (Smith) 9",
    "Extras (b 1, lb 2) 3",
    "Overs 20",
    "Total (3 wkts) 105",
    "Fall of Wickets: 1-20 2-40 3-80",
    "Essex bowling O M R W",
    "E Smith 4 0 30 0",
    "F Jones 9 1 44 1",
]
SECOND = [
    "Kent SECOND INNINGS",
    "How out Runs",
    "A Khan lbw b Jones 12",
    "B Khan did not bat",
    "C Khan c & b Smith 0",
    "D Khan not out 31",
    "Extras (w 4) 4",
    "Overs 10.2",
    "Total (2 wkts) 47",
    "Fall of Wickets: 1-4 2-30",
    "Essex bowling O M R W",
    "E Smith 3 1 9 1",
    "G Brown 7.2 0 31 0",
]
ONE_INNINGS = """
Kent           How out           Runs
A Khan         c Smith b Jones     76
B Khan         not out              5
C Khan         b Brown             12
Total          (1 wkt)             93
Fall of Wickets:   1-20
Bowling               O    M    R    W
E Smith               4    0   30    0
"""
ONE_ROW_LIKE_IT = """
A Khan         c Smith b Jones     76       lbw b Jones         12
Kent won the toss
B Khan         not out              5
"""


def parts_of(text: str) -> list[list[str]]:
    """Return the lines of each part of the page drawn by the text."""
    return [[line.text for line in part] for part in innings_apart(build_lines(words_of(text)))]


def test_each_innings_has_the_names_and_its_own_columns() -> None:
    assert parts_of(CARD) == [FIRST, SECOND, ["Umpires: H Hill"]]


def test_a_second_card_follows_the_first() -> None:
    other = CARD.strip("\n").partition("\n")[2].replace("Kent", "Essex")

    assert parts_of(CARD.rstrip("\n") + "\n" + other)[2][:2] == ["Umpires: H Hill", "Essex FIRST INNINGS"]


def test_a_second_list_of_wickets_counts_from_one_again() -> None:
    bare = CARD.replace("First ", "      ").replace("Second", "      ")

    assert parts_of(bare) == [FIRST, SECOND, ["Umpires: H Hill"]]


def test_bowlers_of_two_innings_are_dealt_without_their_batters_too() -> None:
    bowling = CARD[CARD.index("Essex bowling") :]

    assert parts_of(bowling) == [FIRST[-3:], SECOND[-3:], ["Umpires: H Hill"]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ONE_INNINGS, id="one innings"),
        pytest.param(ONE_ROW_LIKE_IT, id="a single row that looks like two innings"),
    ],
)
def test_other_tables_stay_as_they_are(text: str) -> None:
    assert parts_of(text) == [[line.text for line in build_lines(words_of(text))]]
