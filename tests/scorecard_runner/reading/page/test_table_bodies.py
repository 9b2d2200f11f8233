"""Where tables end, on pages that name their columns only once."""

from scorecard_runner.reading.cards.players import batting_lines, bowling_lines
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import TableKind
from tests.scorecard_runner.reading.drawn_page import sections_of

BOWLERS = """
Bowling          O     M     R     W
A Sandoval       6     1    27     1
B Mir            5     0    31     1
"""
BATTERS = """
Ashdown c Tulloch b Sandoval        40
Millbrook lbw b Mir                  3
Okonjo-Hale not out                 17
"""
NOTES = """
References
2. "Scorecard". The Bugle.
1. "Scorecard". Cricket Store.
"""


def names_of(text: str) -> list[list[str]]:
    """Return the names in each table of the page."""
    tables = [section for section in sections_of(text) if isinstance(section, Table)]
    return [
        [
            line.name.text
            for line in (batting_lines if table.kind is TableKind.BATTING else bowling_lines)(table)
            if line.name
        ]
        for table in tables
    ]


def test_batters_below_the_bowlers_are_a_table_of_their_own() -> None:
    assert names_of(BOWLERS + "Essex" + BATTERS) == [
        ["A Sandoval", "B Mir"],
        ["Ashdown", "Millbrook", "Okonjo-Hale"],
    ]


def test_a_side_of_juniors_below_the_bowlers_is_none_of_them() -> None:
    title = "ESSEX UNDER      17S"
    (table, *_) = (section for section in sections_of(BOWLERS + title + BATTERS) if isinstance(section, Table))
    assert [row.texts[0].text for row in table.rows] == ["A Sandoval", "B Mir"]


def test_notes_with_numbers_before_them_are_no_bowlers() -> None:
    (table,) = (section for section in sections_of(BOWLERS + NOTES.lstrip()) if isinstance(section, Table))
    assert len(table.rows) == len(BOWLERS.split("\n")) - 3


def test_a_list_ends_where_bowlers_begin() -> None:
    page = BATTERS + "Fall: 1-34 2-40\nA Sandoval   6   1   27   1\nB Mir   5   0   31   1"
    assert names_of(page)[1] == ["A Sandoval", "B Mir"]


SIDE_BY_SIDE = """
Batter               R     B            Bowler           O    M    R    W
Ashdown b Mir       40    31       A Sandoval-Uys        6    1   27    0
Okonjo not out      17    12       B Mir                 5    0   31    1
"""


def test_names_left_of_a_heading_in_their_middle_belong_to_its_table() -> None:
    assert names_of(SIDE_BY_SIDE) == [["Ashdown", "Okonjo"], ["A Sandoval-Uys", "B Mir"]]


def test_tables_further_down_may_stand_beside_each_other_elsewhere() -> None:
    moved = "\n".join(f"{' ' * 15}{line}" for line in SIDE_BY_SIDE.strip("\n").split("\n"))
    assert names_of(SIDE_BY_SIDE + moved) == [
        ["Ashdown", "Okonjo"],
        ["Ashdown", "Okonjo"],
        ["A Sandoval-Uys", "B Mir"],
        ["A Sandoval-Uys", "B Mir"],
    ]
