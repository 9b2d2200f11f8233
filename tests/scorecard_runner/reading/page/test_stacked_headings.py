"""Headings over several lines, or in two languages, name the columns of their table."""

from dataclasses import replace

import pytest

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.cards.collector import collect_innings
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.sections import split_sections
from scorecard_runner.reading.tables.vocabulary import Column
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of

TWO_LANGUAGES = """
                                                                                Runs
   Batter Kolwer In     Out    Runs as scored      How out Hoe uit   Bowler Bouler
                                                                                Lopies

1  A Khan        11.00  11.25  1 3 6 1 1 4 1       b                 E Smith    17

2  B Khan        11.00  11.01                      ct J Green        E Smith    0

3  C Khan        11.01  11.27  1 4 2 2 6 2         not out                      17


Byes   Leg byes   Wides   No balls   Extras Ekstras   Total Totaal   Wickets Paaltjies   Overs Boulbeurte
1      0          4       0          5                39             2 dec               16.2


                    Overs                      Runs         Wickets    Fall of wickets Val
Bowler Bouler                     Maidens
                    Boulbeurte                 Lopies       Paaltjies

E Smith             8.2           1            20           2                1     17

F Jones             8             0            18           0                2     17
"""
ONE_LINE = """
   Batter Kolwer    How out Hoe uit   Bowler Bouler   Balls Balle   Runs Lopies

1  A Khan           b                 E Smith         22            17

2  B Khan           ct J Green        E Smith         3             0

3  C Khan           not out                           19            17
"""


def innings_of(text: str) -> Innings:
    """Return the innings of a page whose lines are drawn half as far apart as usual."""
    (innings,) = collect_innings(split_sections(build_lines([_raised(word) for word in words_of(text)])))
    return innings


def _raised(word: Word) -> Word:
    box = word.box
    return replace(word, box=replace(box, top=box.top / 2, bottom=box.top / 2 + box.height))


def test_runs_below_two_names_in_two_languages_are_read_and_the_strokes_are_not() -> None:
    innings = innings_of(TWO_LANGUAGES)

    assert [line.name.text for line in innings.batting if line.name] == ["A Khan", "B Khan", "C Khan"]
    assert [line.value(Column.RUNS) for line in innings.batting] == [17, 0, 17]
    assert [line.dismissal.bowler for line in innings.batting if line.dismissal] == ["E Smith", "E Smith", None]


def test_sums_under_names_in_two_languages_are_those_of_the_innings() -> None:
    innings = innings_of(TWO_LANGUAGES)

    cells = (innings.total, innings.wickets, innings.overs, innings.extras["total"], innings.extras["wides"])
    assert [cell.value for cell in cells if cell] == [39, 2, 16.2, 5, 4]


def test_bowlers_below_three_lines_of_names_stand_without_the_falls_beside_them() -> None:
    innings = innings_of(TWO_LANGUAGES)

    columns = (Column.OVERS, Column.MAIDENS, Column.RUNS, Column.WICKETS)
    assert [[line.value(column) for column in columns] for line in innings.bowling] == [[8.2, 1, 20, 2], [8, 0, 18, 0]]


@pytest.mark.parametrize("stroke", ["", "/ ", "· "])
def test_the_second_language_may_stand_on_the_same_line(stroke: str) -> None:
    innings = innings_of(ONE_LINE.replace("Hoe uit  ", f"{stroke}Hoe uit"))

    assert [line.value(Column.RUNS) for line in innings.batting] == [17, 0, 17]
    assert [line.value(Column.BALLS) for line in innings.batting] == [22, 3, 19]
