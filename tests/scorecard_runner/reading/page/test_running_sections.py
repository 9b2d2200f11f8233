"""Innings in running text become the same sections as those in tables; the lines around them stay."""

from scorecard_runner.reading.cards.innings import build_card
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.running_sections import take_running
from scorecard_runner.reading.page.running_text import RunningText
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import sections_of, words_of

PAPER = """
Kent v Essex at Ashdown
KENT: Cox c and b Rao 26 (31), Roy
c Ince b Rao 7 (9), van Oak-
Ali not out 51 (60), Das not out 4
(2). Extras (b2, lb6) 8. Total (for
2, 20 overs) 96. DNB: Ash, Mir.
Bowling: Rao 10-1-43-2, Ince 10-0-
51-0. Umpires: Lee and Poe.
The crowd went home early.
"""
TABLE = """
Batting                     R    B
Cox      c Ali b Rao       26   31
Roy      not out            7    9
"""


def test_an_innings_in_running_text_is_read_as_one_in_tables() -> None:
    (innings,) = build_card(sections_of(PAPER)).innings
    assert [
        (line.name.text if line.name else "", line.value(Column.RUNS), line.value(Column.BALLS))
        for line in innings.batting
    ] == [("Cox", 26, 31), ("Roy", 7, 9), ("van Oak-Ali", 51, 60), ("Das", 4, 2)]
    assert [line.value(Column.RUNS) for line in innings.bowling] == [43, 51]
    assert (innings.team.text if innings.team else "", innings.total.value if innings.total else 0) == ("Kent", 96)
    assert {part: cell.value for part, cell in innings.extras.items()} == {"total": 8, "byes": 2, "leg_byes": 6}
    assert [name.text for name in innings.did_not_bat] == ["Ash", "Mir"]


def test_lines_before_and_behind_it_stay() -> None:
    before, _, behind = take_running(build_lines(words_of(PAPER)))
    texts = [[line.text for line in part] for part in (before, behind) if isinstance(part, tuple)]
    assert texts == [
        ["Kent v Essex at Ashdown"],
        ["Umpires: Lee and Poe.", "The crowd went home early."],
    ]


def test_other_pages_stay_as_they_are() -> None:
    lines = tuple(build_lines(words_of(TABLE)))
    assert take_running(lines) == [lines]


def test_a_page_without_lines_has_nothing() -> None:
    assert take_running(()) == []


def test_a_paragraph_ends_where_the_next_word_had_room() -> None:
    page = RunningText(tuple(build_lines(words_of("The pitch was slow and low\nall day.\nNobody minded it very much"))))
    assert page.text == "The pitch was slow and low\nall day.\n\nNobody minded it very much\n\n"


def test_words_are_cut_where_a_part_ends() -> None:
    page = RunningText(tuple(build_lines(words_of("b Rao 26; Roy"))))
    start = page.text.index("26")
    assert [line.text for line in page.between(start, start + len("26"))] == ["26"]
