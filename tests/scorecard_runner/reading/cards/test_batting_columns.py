"""Batters in two columns without headings are one innings."""

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.cards.innings import build_card
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.roll import Page, lay_out
from scorecard_runner.reading.page.sections import split_sections
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import words_of

OVERLAY = """
Kent Eagles                                                                                     156/8
A Khan           b Smith              24   19      G Khan           not out               79   78
B Brown          c Gull b Smith       33   42      H White          c Gull b Jones        0    4
C Green          lbw b Jones          9    34      I Black          b Jones               0    1
D Grey           b Jones              1    10      J Rose           run out (Gull)        1    9
E Lime           c & b Smith          2    7

          Ext 7        Ov 31.2        CRR 4.98

E Smith 15.2-0-70-3     F Jones 16.0-1-79-4
"""


def innings_of(text: str) -> list[Innings]:
    """Return the innings of the page drawn by the text, cut into its regions."""
    roll = lay_out([Page(tuple(words_of(text)))])
    return list(build_card(split_sections(build_lines(roll.words))).innings)


def test_the_second_column_of_batters_is_of_the_same_innings() -> None:
    (innings,) = innings_of(OVERLAY)

    assert [line.value(Column.RUNS) for line in innings.batting] == [24, 33, 9, 1, 2, 79, 0, 0, 1]
    assert [line.value(Column.BALLS) for line in innings.batting] == [19, 42, 34, 10, 7, 78, 4, 1, 9]


def test_sums_in_short_words_on_one_line_are_read_and_the_rate_is_not() -> None:
    (innings,) = innings_of(OVERLAY)

    cells = (innings.total, innings.wickets, innings.overs, innings.extras["total"])
    assert [cell.value for cell in cells if cell] == [156, 8, 31.2, 7]


def test_bowlers_in_a_row_without_a_label_are_those_of_the_innings() -> None:
    (innings,) = innings_of(OVERLAY)

    assert [line.value(Column.RUNS) for line in innings.bowling] == [70, 79]


def test_batters_whom_nobody_of_these_bowlers_got_out_are_another_innings() -> None:
    others = OVERLAY.replace("c Gull b Jones", "c Wren b Stone").replace("F Jones 16.0-1-79-4", "F Jones 16.0-1-79-2")

    assert len(innings_of(others)) > 1


STILL_TO_BAT = """
Kent Eagles                                 Challenge Cup, Final                    4/156
1   A Khan       b Smith              24   19        6   G Khan
2   B Brown      c Gull b Smith       33   42        7   H White
3   C Green      lbw b Jones          9    34        8   I Black
4   D Grey       not out              1    10        9   J Rose
5   E Lime       not out              2    7         10  K Teal
"""


def test_numbers_that_count_the_players_in_a_second_column_are_no_balls_of_the_first() -> None:
    (innings,) = innings_of(STILL_TO_BAT)

    assert [line.value(Column.RUNS) for line in innings.batting] == [24, 33, 9, 1, 2]
    assert [line.value(Column.BALLS) for line in innings.batting] == [19, 42, 34, 10, 7]


def test_a_bar_with_the_competition_in_its_middle_is_a_title_across_both_columns() -> None:
    bar = "Kent Eagles 1st innings" + " " * 20 + "The Cup" + " " * 40 + "156/8"
    (innings,) = innings_of("\n".join([bar, *OVERLAY.strip("\n").split("\n")[1:]]))

    assert len(innings.batting) == 9
    assert innings.total is not None
    assert innings.total.value == 156
