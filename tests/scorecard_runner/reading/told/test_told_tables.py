"""Tables of figures that say what they are: which text belongs to them, and what is left to the page."""

import pytest

from scorecard_runner.reading.cards.players import batting_lines, bowling_lines, bowling_lines_of
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.sections import Block
from scorecard_runner.reading.tables.second_look import Sums, find_doubts
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.told.told_tables import take_told
from tests.scorecard_runner.reading.drawn_page import sections_of, words_of

Rows = list[tuple[str, dict[str, float | None]]]


def tables_of(text: str) -> list[Table]:
    """Return the tables that the page's figures make."""
    return list(take_told(build_lines(words_of(text))).tables)


def left_on(text: str) -> list[str]:
    """Return the lines of the page that belong to none of them."""
    return [line.text for line in take_told(build_lines(words_of(text))).lines]


def rows_of(table: Table) -> Rows:
    """Return the name of each row with its figures by column."""
    lines = batting_lines(table) if table.kind is TableKind.BATTING else bowling_lines(table)
    return [
        (line.name.text if line.name else "", {cell.column.value: cell.value for cell in line.cells}) for line in lines
    ]


MAIL = """
Kent innings
- A Ashdown c Roy b Sandoval 3 off 8 (0x4 0x6)
- T Millbrook lbw b Roy 37 off 47 (2x4 2x6)
- P Okonjo not out 4 off 11 (1x4 0x6)
Extras 11
Total 55 for 2 (11 overs)
"""

TILES = """
Batters
                                   2
Ann Ashdown                  5 balls
c Roy b Sandoval
4s: 0   6s: 0


                                 25*
Tom Millbrook               33 balls
not out
4s: 3   6s: 0


                                   0
Priya Okonjo                 1 balls
run out
4s: 0   6s: 0


Extras 3
"""

POSTER = """
ANN ASHDOWN (C)                   26 (24)       Kent bowling
c Roy b Sandoval                                ROY                  4.0-0-29-1
TOM MILLBROOK                     2 (3)         SANDOVAL             4.0-1-22-1
b Roy
PRIYA OKONJO                      13* (10)
not out
"""

BOARD = """
KENT                            83 all out (23.3 overs)
ROY                             3-46 (12.0)
SANDOVAL                        3-16 (4.0)
TULLOCH                         3-19 (7.3)
"""

HEADED = """
BOWLING              O - M - R - W         Econ
Roy                  7 - 0 - 47 - 2        6.7
Sandoval             10 - 1 - 64 - 3       6.4
"""

BULLETS = """
Kent
   Ann Ashdown lbw b
Sandoval 13 (8)
   Tom Millbrook b Roy 14
(17)
   Zoe Okonjo st
Ode b Roy 22 (18)
Extras 3
"""

LONG_ROW = """
Kent
A Ashdown c Poe b Roy 17
TB Millbrook-Bal c sub (Wills-Das) b al-
Sandoval 50
B Okonjo b Roy 72
C Ince not out 3
Extras 3
"""

SCORE_BELOW = """
Roy 4-0-23-0
Sandoval 2.5-1-7-4

Kent 97 for 3 from 16.3 overs
"""

FALLS = """
FALL OF WICKETS
1/4 (Poe, 0.4 ov)   2/16 (Ali, 2.4 ov)   6/61
(Ode, 25.3 ov)  7/67 (Sen, 27 ov)  8/76 (Das, 32 ov)
BOWLING
Roy                                      2-46 (8 ov)
Sandoval                                 0-11 (2 ov)
Tulloch                                  1-14 (3 ov)
"""

COUNTED = """
   8  Roy            lbw b Ali          33 (30 balls)
   9  Okonjo         b Ali              20 (31 balls)
   10 Millbrook      lbw b Ali           4 (3 balls)
"""

STARRED = """
ASHDOWN*                 24 (23)
MILLBROOK                19* (28)
OKONJO                   7 (11)
"""

CUT_NAMES = """
Bowling
Ann Roy 4-0-18-1, Tom
Sandoval 3.4-0-16-3, Zoe
Ince 1-0-8-0
"""

IN_WORDS = """
Ashdown lbw Roy                    39 (56 balls, 4 fours, 0 sixes)
Millbrook not out                  53 (65 balls, 6 fours, 1 sixes)
Okonjo b Roy                       33 (31 balls, 5 fours, 0 sixes)
"""

BARE_BATTERS = """
KOFI INCE                     57         ZOE ROY            5.4-0-38-5
NIAMH ALI                     43         JABARI BAL         8-0-49-1
FFION BEAU                    35         ARJUN SEN          5-0-26-0
"""


def test_a_mail_s_rows_hold_their_figures_in_running_text() -> None:
    (table,) = tables_of(MAIL)
    assert rows_of(table)[0] == ("A Ashdown", {"runs": 3, "balls": 8, "fours": 0, "sixes": 0})
    assert rows_of(table)[1][1] == {"runs": 37, "balls": 47, "fours": 2, "sixes": 2}
    assert left_on(MAIL) == ["Kent innings", "Extras 11", "Total 55 for 2 (11 overs)"]


def test_an_app_s_tiles_have_runs_above_balls_and_chips_below() -> None:
    (table,) = tables_of(TILES)
    assert rows_of(table) == [
        ("Ann Ashdown", {"runs": 2, "balls": 5, "fours": 0, "sixes": 0}),
        ("Tom Millbrook", {"runs": 25, "balls": 33, "fours": 3, "sixes": 0}),
        ("Priya Okonjo", {"runs": 0, "balls": 1, "fours": 0, "sixes": 0}),
    ]
    assert left_on(TILES) == ["Batters", "Extras 3"]


def test_batters_and_bowlers_side_by_side_keep_their_own_text() -> None:
    batters, bowlers = tables_of(POSTER)
    assert [line.dismissal_text.text for line in batting_lines(batters) if line.dismissal_text] == [
        "c Roy b Sandoval",
        "b Roy",
        "not out",
    ]
    assert rows_of(bowlers) == [
        ("ROY", {"overs": 4, "maidens": 0, "runs": 29, "wickets": 1}),
        ("SANDOVAL", {"overs": 4, "maidens": 1, "runs": 22, "wickets": 1}),
    ]
    assert left_on(POSTER) == ["Kent bowling"]


def test_the_score_of_the_side_above_its_bowlers_is_none_of_them() -> None:
    (table,) = tables_of(BOARD)
    assert [name for name, _ in rows_of(table)] == ["ROY", "SANDOVAL", "TULLOCH"]


def test_wickets_behind_runs_are_told_by_all_rows_together() -> None:
    (table,) = tables_of(BOARD.replace("3-46", "46-3").replace("3-16", "16-3").replace("3-19", "19-3"))
    assert rows_of(table)[0][1] == {"runs": 46, "wickets": 3, "overs": 12}


def test_a_whole_analysis_says_more_than_its_heading() -> None:
    (table,) = tables_of(HEADED)
    assert rows_of(table) == [
        ("Roy", {"overs": 7, "maidens": 0, "runs": 47, "wickets": 2, "economy": 6.7}),
        ("Sandoval", {"overs": 10, "maidens": 1, "runs": 64, "wickets": 3, "economy": 6.4}),
    ]
    assert left_on(HEADED) == []


def test_bare_runs_beside_told_bowlers_are_their_batters() -> None:
    batters, bowlers = tables_of(BARE_BATTERS)
    assert rows_of(batters) == [("KOFI INCE", {"runs": 57}), ("NIAMH ALI", {"runs": 43}), ("FFION BEAU", {"runs": 35})]
    assert [name for name, _ in rows_of(bowlers)] == ["ZOE ROY", "JABARI BAL", "ARJUN SEN"]


def test_numbers_behind_analyses_that_are_no_economy_are_left_out() -> None:
    (table,) = tables_of(HEADED.replace("6.7", "9.9").replace("6.4", "1.1"))
    assert [cell.column.value for cell in table.rows[0].cells] == ["overs", "maidens", "runs", "wickets"]


NO_TABLE = {
    "a heading knows the columns": """
Batter               R (B)       SR
Ashdown              26 (24)     108.33
Millbrook            2 (3)       66.67
Okonjo               13 (10)     130.00
""",
    "analyses in running text": """
Bowling: Roy 8-0-46-3, Sen 5-0-41-1, Ode
7-0-37-4, Ali 8-0-42-1
""",
    "a single row": """
Ashdown made 26 (24) in the end
""",
    "scores of both sides": """
Kent                            183 all out (43.3 overs)
Essex                           184 for 3 (40.1 overs)
""",
}


@pytest.mark.parametrize("text", NO_TABLE.values(), ids=NO_TABLE)
def test_no_table_is_made_where(text: str) -> None:
    assert tables_of(text) == []


TYPED = """
Kent
Ashdown c Roy b Sandoval 36
Millbrook lbw b Roy 7
Okonjo c Sandoval b
Roy 0
Ince not out 4*
Extras 10
"""

RAGGED_BELOW_A_HEADING = """
Batter                       R (B)                SR        4s
Ashdown    c Roy b Sandoval  27 (18 balls)        150.00    5
Millbrook  b Roy             2 (1 balls)          200.00    0
Okonjo     not out           113 (105 balls)      107.62    9
Ince       not out           0 (0 balls)          0.00      0
"""

LISTED = """
Bowling
Roy 4-0-18-1, Sandoval 3.4-0-16-3, Tulloch
1-0-8-0, Ince 4-1-22-3
"""


def test_runs_at_the_end_of_typed_rows_are_told_by_the_dismissals_before_them() -> None:
    (table,) = tables_of(TYPED)
    assert rows_of(table) == [
        ("Ashdown", {"runs": 36}),
        ("Millbrook", {"runs": 7}),
        ("Okonjo", {"runs": 0}),
        ("Ince", {"runs": 4}),
    ]
    assert left_on(TYPED) == ["Kent", "Extras 10"]


def test_ragged_figures_below_a_heading_are_read_by_the_heading() -> None:
    (table,) = [section for section in sections_of(RAGGED_BELOW_A_HEADING) if isinstance(section, Table)]
    assert rows_of(table)[2] == ("Okonjo", {"runs": 113, "balls": 105, "strike_rate": 107.62, "fours": 9})
    assert rows_of(table)[1] == ("Millbrook", {"runs": 2, "balls": 1, "strike_rate": 200, "fours": 0})


def test_bowlers_in_running_text_below_a_title_are_a_list() -> None:
    (block,) = sections_of(LISTED)
    assert isinstance(block, Block)
    assert [line.name.text for line in bowling_lines_of(block) if line.name] == ["Roy", "Sandoval", "Tulloch", "Ince"]


def test_a_row_whose_figures_were_lost_keeps_its_text_and_a_place_to_look_at() -> None:
    page = """
ROY             c Ode b Ali          26 (24)
SANDOVAL        lbw b Ali            12 (30)
TULLOCH         b Sen                be (es)
INCE            run out              11 (17)
OKONJO          not out              40 (41)
"""
    (table,) = tables_of(page)
    assert [name for name, _ in rows_of(table)] == ["ROY", "SANDOVAL", "TULLOCH", "INCE", "OKONJO"]
    lost_row = 2
    lost = batting_lines(table)[lost_row]
    assert lost.dismissal_text is not None
    assert lost.dismissal_text.text == "b Sen"
    doubts = [doubt for doubt in find_doubts([table], Sums()) if doubt.row == lost_row]
    assert [doubt.column.value for doubt in doubts] == ["runs", "balls"]
    assert all(doubt.box.overlap_y(table.rows[lost_row].box) > 0 for doubt in doubts)


def test_a_grid_of_figures_without_names_is_no_table() -> None:
    grid = """
8 (4)     1 (1)     17 (12)
8 (8)     31 (16)   12 (5)
6 (9)     9 (8)     2 (3)
4 (6)     10 (6)    5 (5)
"""
    assert tables_of(grid) == []


def test_bullets_stand_before_the_margin_at_which_their_rows_go_on() -> None:
    (table,) = tables_of(BULLETS)
    told = [
        (line.name.text, line.dismissal_text.text) for line in batting_lines(table) if line.name and line.dismissal_text
    ]
    assert told == [("Ann Ashdown", "lbw b Sandoval"), ("Tom Millbrook", "b Roy"), ("Zoe Okonjo", "st Ode b Roy")]
    assert [cells for _, cells in rows_of(table)] == [
        {"runs": 13, "balls": 8},
        {"runs": 14, "balls": 17},
        {"runs": 22, "balls": 18},
    ]


def test_what_goes_on_below_may_stand_right_of_the_figures() -> None:
    (table,) = tables_of(LONG_ROW)
    second = batting_lines(table)[1]
    assert second.dismissal is not None
    assert second.dismissal.bowler == "al-Sandoval"


def test_a_score_below_analyses_is_no_bowler() -> None:
    (table,) = tables_of(SCORE_BELOW)
    assert [name for name, _ in rows_of(table)] == ["Roy", "Sandoval"]


def test_wrapped_wickets_with_their_overs_are_no_bowlers() -> None:
    (table,) = tables_of(FALLS)
    assert [name for name, _ in rows_of(table)] == ["Roy", "Sandoval", "Tulloch"]


def test_a_number_read_in_one_go_with_the_name_does_not_hide_it() -> None:
    (table,) = tables_of(COUNTED)
    assert [name for name, _ in rows_of(table)][-1] == "Millbrook"


def test_a_star_behind_told_runs_says_not_out() -> None:
    (table,) = tables_of(STARRED)
    assert [line.dismissal is not None for line in batting_lines(table)] == [False, True, False]


def test_a_star_above_the_balls_says_not_out_too() -> None:
    tiles = "\n".join(line for line in TILES.split("\n") if line != "not out")
    (table,) = tables_of(tiles)
    assert [cell.has_star for row in table.rows if (cell := row.cell(Column.RUNS))] == [False, True, False]


def test_a_list_of_bowlers_whose_names_are_cut_by_its_lines_is_a_list() -> None:
    (block,) = sections_of(CUT_NAMES)
    assert isinstance(block, Block)
    assert [line.name.text for line in bowling_lines_of(block) if line.name] == ["Ann Roy", "Tom Sandoval", "Zoe Ince"]


def test_boundaries_are_told_in_words_too() -> None:
    (table,) = tables_of(IN_WORDS)
    assert rows_of(table)[0] == ("Ashdown", {"runs": 39, "balls": 56, "fours": 4, "sixes": 0})
