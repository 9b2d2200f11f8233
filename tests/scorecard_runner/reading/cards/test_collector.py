"""Tables, sums and titles find their innings wherever they are printed around it."""

import pytest

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.cards.collector import collect_innings
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import sections_of

KENT_BOWLED = """
Player                 Ovs     Runs   Wkts
D Jones                4       49     2
E Brown                3       20     1
"""
KENT_BATTED = """
Player          How out             Bowler         Balls   Runs
A Khan          c Smith             Jones          76      59
B Khan          b                   Jones          5       2
C Khan          lbw                 Brown          6       3
D Khan          not out                            4       1
"""
ESSEX_BOWLED = """
Player                 Ovs     Runs   Wkts
A Khan                 4       30     2
C Khan                 4       44     1
"""
ESSEX_BATTED = """
Player          How out             Bowler         Balls   Runs
E Smith         b                   A Khan         30      25
F Smith         lbw                 A Khan         30      40
G Smith         b                   C Khan         7       4
"""


def innings_of(text: str) -> list[Innings]:
    """Return the innings of the page drawn by the text."""
    return collect_innings(sections_of(text))


def bowlers_of(innings: Innings) -> list[str]:
    """Return the names of the bowlers."""
    return [line.name.text for line in innings.bowling if line.name]


def value_of(cell: Cell | None) -> float | None:
    """Return what is believed of a cell."""
    return cell.value if cell else None


def test_bowling_above_its_batting_is_of_the_same_innings() -> None:
    (innings,) = innings_of(KENT_BOWLED + KENT_BATTED)

    assert bowlers_of(innings) == ["D Jones", "E Brown"]
    assert len(innings.batting) == 4


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(KENT_BOWLED + KENT_BATTED + ESSEX_BOWLED + ESSEX_BATTED, id="bowling above each batting"),
        pytest.param(KENT_BATTED + ESSEX_BATTED + ESSEX_BOWLED + KENT_BOWLED, id="all batting first, in another order"),
        pytest.param(KENT_BOWLED + ESSEX_BOWLED + KENT_BATTED + ESSEX_BATTED, id="all bowling first"),
    ],
)
def test_bowling_is_of_the_innings_that_names_its_bowlers(page: str) -> None:
    kent, essex = innings_of(page)

    assert bowlers_of(kent) == ["D Jones", "E Brown"]
    assert bowlers_of(essex) == ["A Khan", "C Khan"]


def test_bowling_of_an_innings_that_is_not_on_the_page_stays_apart() -> None:
    before, innings = innings_of(ESSEX_BOWLED + KENT_BATTED)

    assert bowlers_of(before) == ["A Khan", "C Khan"]
    assert innings.bowling == ()


def test_the_title_above_the_bowling_is_that_of_the_innings_and_a_v_names_the_other_side() -> None:
    page = "Kent Hurricanes 65 all out 7 ov\nv Essex CC\n" + KENT_BOWLED.strip("\n") + "\n" + KENT_BATTED.strip("\n")

    (innings,) = innings_of(page)

    assert innings.team is not None
    assert innings.bowling_team is not None
    assert (innings.team.text, innings.bowling_team.text) == ("Kent Hurricanes", "Essex CC")
    assert (value_of(innings.total), value_of(innings.wickets), value_of(innings.overs)) == (65, 10, 7)


def test_lists_behind_bowling_that_comes_first_are_of_its_innings() -> None:
    (innings,) = innings_of(KENT_BOWLED + "\nFall of wickets 1-3, 2-20, 3-40\nTotal 65-3\n" + KENT_BATTED)

    assert [fall.runs for fall in innings.fall_of_wickets] == [3, 20, 40]
    assert value_of(innings.total) == 65


def test_overs_and_wickets_on_lines_of_their_own_count_where_nothing_else_says_them() -> None:
    (innings,) = innings_of(KENT_BATTED + "\nTotal 65\nfor 3 wickets\nOvers 7.1")

    assert (value_of(innings.wickets), value_of(innings.overs)) == (3, 7.1)


def test_overs_alone_do_not_contradict_the_total() -> None:
    (innings,) = innings_of(KENT_BATTED + "\nOvers 20\nTotal 65-3 (7.1 ov)")

    assert value_of(innings.overs) == 7.1


def test_extras_stand_under_the_names_of_their_parts() -> None:
    page = (
        KENT_BATTED
        + "\nExtras          B       LB      W       NB      Total\n                0       8       6       1       15"
    )

    (innings,) = innings_of(page)

    assert {part: cell.value for part, cell in innings.extras.items()} == {
        "byes": 0,
        "leg_byes": 8,
        "wides": 6,
        "no_balls": 1,
        "total": 15,
    }


FLAT = """
innings  team         total  wickets  overs  extras  b   lb  wd  nb  declared
1        Kent         65     3        7.1    4       1   0   2   1   N
2        Essex CC     74     3        8      5       1   1   2   1   Y

innings  team         bat_pos  batter     how_out    fielder    bowler     runs  balls  fours  sixes
1        Kent         1        A Khan     caught     Z Smith    D Jones    40    30     4      1
1        Kent         2        B Khan     bowled                D Jones    17    12     2      0
1        Kent         3        C Khan     not out                          4     5      0      0
1        Kent         4        D Khan     did not bat                      NULL  NULL   NULL   NULL
2        Essex CC     1        E Smith    lbw                   A Khan     44    31     2      1
2        Essex CC     2        F Smith    not out                          25    12     2      0

innings  team         bowler     overs  maidens  runs  wickets
1        Essex CC     D Jones    4      0        30    2
1        Essex CC     E Brown    3.1    0        34    0
2        Kent         A Khan     4      0        40    1
2        Kent         B Khan     4      1        32    0
"""


def test_an_exported_table_holds_the_innings_of_both_sides() -> None:
    kent, essex = innings_of(FLAT)

    assert [each.team.text for each in (kent, essex) if each.team] == ["Kent", "Essex CC"]
    assert [line.name.text for line in kent.batting if line.name] == ["A Khan", "B Khan", "C Khan"]
    assert [line.dismissal.bowler for line in kent.batting if line.dismissal] == ["D Jones", "D Jones", None]
    assert [name.text for name in kent.did_not_bat] == ["D Khan"]
    assert bowlers_of(essex) == ["A Khan", "B Khan"]
    assert (value_of(kent.total), value_of(kent.wickets), value_of(kent.overs)) == (65, 3, 7.1)
    assert value_of(essex.extras["leg_byes"]) == 1
    assert essex.is_declared
    assert not kent.is_declared


BOWLING_ADDED_UP = """
Bowler          Overs   Maidens  Runs   Wickets
D Jones         4       0        49     2
E Brown         3       0        12     1
Total           7       0        61     3
"""


def test_the_sums_of_the_bowlers_are_not_those_of_the_innings() -> None:
    (innings,) = innings_of(KENT_BATTED + BOWLING_ADDED_UP)

    assert innings.total is None


def test_a_total_below_the_bowlers_is_that_of_the_innings() -> None:
    (innings,) = innings_of(KENT_BATTED + BOWLING_ADDED_UP.partition("Total")[0] + "Total    3 wkts, 7 overs    65\n")

    assert value_of(innings.total) == 65


TITLES_OF_BOTH = """
Kent              267 for 8    from 50 overs
Essex             194, all out from 43 overs
Kent won by 73 runs
"""
THREE_BATTED = """
Batter            R     B    4s    6s
A Khan          160    59     8     2
B Khan           85     2     1     0
C Khan           12    20     0     0
Extras           10
"""


@pytest.mark.parametrize(
    ("most", "total", "want"),
    [
        pytest.param("160", "Total  267 for 8 from 50 overs", [267, 8, 50], id="the title is of the other side"),
        pytest.param("87", "Total  194 all out from 43 overs", [194, 10, 43], id="the line of the total is its own"),
        pytest.param("87", "Total  267 for 8 from 50 overs", [194, 10, 43], id="the total is of another innings"),
    ],
)
def test_runs_wickets_and_overs_of_a_score_stay_together(most: str, total: str, want: list[float]) -> None:
    batted = THREE_BATTED.replace("160", most.rjust(3))
    (innings,) = innings_of(TITLES_OF_BOTH.rstrip("\n") + batted + total)

    assert [value_of(cell) for cell in (innings.total, innings.wickets, innings.overs)] == want


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Total 85 for 3 (5 overs)\nExtras 20", "Total 79 for 3 (6 overs)\nExtras 10", id="lines"),
        pytest.param(
            "TOTAL   OVERS   EXTRAS\n85/3    5.0     20", "TOTAL   OVERS   EXTRAS\n79/3    6.0     10", id="tiles"
        ),
    ],
)
def test_sums_above_the_batters_are_of_the_innings_below_them(first: str, second: str) -> None:
    page = f"Kent\n\n{first}\n{KENT_BATTED}{KENT_BOWLED}\nEssex\n\n{second}\n{ESSEX_BATTED}{ESSEX_BOWLED}"
    kent, essex = innings_of(page)

    assert [value_of(each.total) for each in (kent, essex)] == [85, 79]
    assert [value_of(each.overs) for each in (kent, essex)] == [5, 6]
    assert [value_of(each.extras.get("total")) for each in (kent, essex)] == [20, 10]


def test_a_fall_table_ends_at_the_heading_below_it() -> None:
    falls = "Total 65-3\nWicket   1    2    3\nScore    3    20   40\nOver     1.2  3    9.1\n"
    (innings,) = innings_of("Kent\n" + KENT_BATTED + falls + KENT_BOWLED.strip("\n"))

    assert [fall.runs for fall in innings.fall_of_wickets] == [3, 20, 40]
    assert value_of(innings.total) == 65
    assert bowlers_of(innings) == ["D Jones", "E Brown"]


TWO_COLUMNS = """
Batter          How out                Runs   M    4    6
A Khan          b D Jones              59     80   4    1
B Khan          b G Green              2      3    0    0
C Khan          not out                3      9    0    0
Extras                                 1
Total           (2 wickets)            65
Essex bowling
                   O    M    R    W                       O    M    R    W
D Jones            4    0    19   1    G Green            3    0    9    1
E Brown            3    0    20   0    H White            1    0    16   0
"""


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(TWO_COLUMNS, id="columns named twice"),
        pytest.param(TWO_COLUMNS.replace("O    M    R    W  ", "Ov   Md   R    Wk "), id="named otherwise"),
    ],
)
def test_bowlers_in_two_columns_are_all_of_the_innings(page: str) -> None:
    (innings,) = innings_of(page)

    assert bowlers_of(innings) == ["D Jones", "E Brown", "G Green", "H White"]
    assert [line.value(Column.RUNS) for line in innings.bowling] == [19, 20, 9, 16]


def test_a_page_number_between_two_columns_of_bowlers_does_not_part_them() -> None:
    others = (
        KENT_BOWLED.replace("Jones      ", "White      ")
        .replace("49     2", "31     0")
        .replace("20     1", "12     0")
    )
    (innings,) = innings_of(KENT_BATTED + KENT_BOWLED + "7" + others.replace("Brown", "Green"))

    assert bowlers_of(innings) == ["D Jones", "E Brown", "D White", "E Green"]


def test_minutes_that_the_heading_names_are_no_balls() -> None:
    (innings,) = innings_of(TWO_COLUMNS)

    assert [line.value(Column.MINUTES) for line in innings.batting] == [80, 3, 9]
