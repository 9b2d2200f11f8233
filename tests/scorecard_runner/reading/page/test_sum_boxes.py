"""Boxes of sums beside a table become lines of their own."""

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.sum_boxes import with_sum_boxes_apart
from tests.scorecard_runner.reading.drawn_page import words_of

RIGHT = """
BOWLERS          OVERS   MDNS   RUNS   WKTS        Byes              3
D Jones          12.1    0      46     5           Leg byes          5
E Brown          21      4      60     4           Wides             3
F Smith          2       0      9      0           No balls
G Smith          7       0      28     0           Total extras      11
                                                   TOTAL             157
                                                   for 10 wickets
                                                   OVERS             43.1
"""
LEFT = """
                       BOWLERS          OVERS   MDNS   RUNS   WKTS
Byes           3       1   D Jones      12.1    0      46     5
Leg byes               2   E Brown      21      4      60     4
Wides          3       3   F Smith      2       0      9      0
No balls       1       4   G Smith      7       0      28     0
Total          157
"""


def texts_of(page: str) -> list[str]:
    """Return the lines of the page with its boxes apart."""
    return [line.text for line in with_sum_boxes_apart(build_lines(words_of(page)))]


def test_a_box_on_the_right_stands_above_the_bowling_beside_it() -> None:
    assert texts_of(RIGHT) == [
        "Byes 3",
        "Leg byes 5",
        "Wides 3",
        "No balls",
        "Total extras 11",
        "TOTAL 157",
        "for 10 wickets",
        "OVERS 43.1",
        "BOWLERS OVERS MDNS RUNS WKTS",
        "D Jones 12.1 0 46 5",
        "E Brown 21 4 60 4",
        "F Smith 2 0 9 0",
        "G Smith 7 0 28 0",
    ]


def test_numbers_that_count_the_rows_are_no_values_of_a_box_on_the_left() -> None:
    texts = texts_of(LEFT)

    assert texts[:5] == ["Byes 3", "Leg byes", "Wides 3", "No balls 1", "Total 157"]
    assert texts[7] == "2 E Brown 21 4 60 4"


def test_a_box_beside_batters_stands_behind_them() -> None:
    page = RIGHT.replace("BOWLERS          OVERS   MDNS   RUNS   WKTS", "BATTER           HOW OUT        RUNS  BALLS")

    assert texts_of(page)[0] == "BATTER HOW OUT RUNS BALLS"


def test_sums_below_each_other_without_anything_beside_them_stay() -> None:
    page = "Byes 3\nLeg byes 5\nWides 3\nNo balls 1\nTotal extras 12\nTotal 157"

    assert texts_of(page) == page.split("\n")
