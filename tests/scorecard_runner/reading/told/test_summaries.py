"""Summaries as TV shows them: which rows are of which innings, and which pages are none."""

from scorecard_runner.reading.cards.innings import build_card
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.vocabulary import Column
from scorecard_runner.reading.told.summaries import take_summaries
from tests.scorecard_runner.reading.drawn_page import sections_of, words_of

BESIDE = """
MATCH SUMMARY
KENT                                   20.0 OV   144-4
A ASHDOWN        55*   52     B ROY        3-31    4.0
T MILLBROOK      40    33     Z SANDOVAL   1-29    4.0
P OKONJO         26    19
ESSEX WOMEN                            19.1 OV   145-9
B ROY            34    23     T MILLBROOK  2-14    2.0
"""


def innings_of(text: str) -> list[tuple[str | None, float | None, list[str], list[str]]]:
    """Return team, total, batters and bowlers of each innings, a player with his figures."""
    return [
        (
            each.team.text if each.team else None,
            each.total.value if each.total else None,
            [
                " ".join([line.name.text, *(f"{line.value(column):g}" for column in (Column.RUNS, Column.BALLS))])
                for line in each.batting
                if line.name
            ],
            [
                " ".join([line.name.text, *(f"{line.value(column):g}" for column in (Column.WICKETS, Column.RUNS))])
                for line in each.bowling
                if line.name
            ],
        )
        for each in build_card(sections_of(text)).innings
    ]


def test_best_batters_and_the_bowlers_beside_them_are_of_the_side_above() -> None:
    assert innings_of(BESIDE) == [
        ("KENT", 144, ["A ASHDOWN 55 52", "T MILLBROOK 40 33", "P OKONJO 26 19"], ["B ROY 3 31", "Z SANDOVAL 1 29"]),
        ("ESSEX WOMEN", 145, ["B ROY 34 23"], ["T MILLBROOK 2 14"]),
    ]


def test_bowlers_below_the_batters_are_of_the_same_side() -> None:
    assert innings_of("""
KENT 1ST INNS            167 (ALL OUT)
ANN ASHDOWN              43      55
TOM MILLBROOK            38      69
BEE ROY                4-38  (13.0)
ZOE SANDOVAL           3-27   (9.0)
""") == [("KENT", 167, ["ANN ASHDOWN 43 55", "TOM MILLBROOK 38 69"], ["BEE ROY 4 38", "ZOE SANDOVAL 3 27"])]


def test_runs_before_wickets_are_told_by_the_score() -> None:
    assert innings_of(BESIDE.replace("3-31", "31-3").replace("1-29", "29-1").replace("2-14", "14-2")) == innings_of(
        BESIDE
    )


def test_rows_that_make_more_than_the_score_are_no_summary() -> None:
    lines = build_lines(words_of(BESIDE.replace("144-4", "114-4")))
    assert not take_summaries(lines).tables


def test_rows_below_no_score_are_no_summary() -> None:
    lines = build_lines(words_of(BESIDE.replace("144-4", "").replace("145-9", "")))
    assert not take_summaries(lines).tables


def test_a_row_without_its_balls_does_not_end_the_summary() -> None:
    read = innings_of(BESIDE.replace("40    33 ", "40     m "))
    assert [len(batters) + len(bowlers) for _, _, batters, bowlers in read] == [3, 2]
