"""Tables without headings: the numbers say themselves what they are."""

import pytest

from scorecard_runner.reading.cards.players import batting_lines
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import sections_of


def table_of(text: str) -> Table:
    """Return the only table of the page."""
    (table,) = [section for section in sections_of(text) if isinstance(section, Table)]
    return table


def columns_of(text: str) -> list[str]:
    return [band.column.value for band in table_of(text).bands]


RUNS_ALONE = """
Kent
Ashdown c Tulloch b Sandoval                  40
Millbrook lbw b Sandoval                       3
Okonjo-Hale not out                           17
Extras (b 2, w 1)                              3
Total (2 wkts, 12 overs)                      63
"""


def test_a_newspaper_s_column_of_numbers_is_the_runs() -> None:
    assert columns_of(RUNS_ALONE) == ["runs"]
    lines = batting_lines(table_of(RUNS_ALONE))
    assert [(line.name.text, line.cells[0].value) for line in lines if line.name] == [
        ("Ashdown", 40),
        ("Millbrook", 3),
        ("Okonjo-Hale", 17),
    ]


@pytest.mark.parametrize(
    ("rows", "want"),
    [
        pytest.param(
            ["A b Khan      15    31", "B not out      3     6", "C lbw b Khan  24    27"],
            ["runs", "balls"],
            id="two numbers of which nothing is known: runs first, as most print them",
        ),
        pytest.param(
            [
                "A b Khan      31    15",
                "B not out      6     3",
                "C lbw b Khan  27    24",
                "Extras 4",
                "Total 46-2",
            ],
            ["balls", "runs"],
            id="two numbers of which the second makes the total",
        ),
        pytest.param(
            [
                "A b Khan      15    31",
                "B not out      3     6",
                "C lbw b Khan  24    27",
                "Extras (b 2, w 3) 24",
                "Total 66-2",
            ],
            ["runs", "balls"],
            id="the extras are what their parts make, not the first number in them",
        ),
        pytest.param(
            ["A not out     24    16", "B not out     26    18", "Extras 2", "Total 52-0"],
            ["runs", "balls"],
            id="two rows that make the total",
        ),
        pytest.param(
            [
                "A b Khan      15    31   2   0    48.39",
                "B not out      3     6   0   0    50.00",
                "C lbw b Khan  24    27   1   1    88.89",
            ],
            ["runs", "balls", "fours", "sixes", "strike_rate"],
            id="a strike rate that matches",
        ),
        pytest.param(
            ["A b Khan      15    31    48.39", "B not out      3     6    50.00", "C lbw b Khan  24    27    88.89"],
            ["runs", "balls", "strike_rate"],
            id="a strike rate without boundaries",
        ),
        pytest.param(
            ["A b Khan      15    31    48.39", "B run out      0     0     -", "C lbw b Khan  24    27    88.89"],
            ["runs", "balls", "strike_rate"],
            id="a dash for the rate of a batter who faced no ball",
        ),
        pytest.param(
            [
                "A b Khan      40    31   2   0    15",
                "B not out     10     6   0   0     3",
                "C lbw b Khan  44    27   1   1    24",
                "Extras 4",
                "Total 46-2",
            ],
            ["minutes", "balls", "fours", "sixes", "runs"],
            id="minutes first, runs last",
        ),
    ],
)
def test_columns_are_named_by_what_their_numbers_satisfy(rows: list[str], want: list[str]) -> None:
    assert columns_of("\n".join(rows)) == want


def test_a_batter_who_was_absent_ends_no_table() -> None:
    lines = batting_lines(
        table_of("""
A Khan b Ode       15    31
B Shah not out      3     6
C Mir lbw b Ode    24    27
D Roy      absent hurt
Extras 4
""")
    )
    assert [line.name.text for line in lines if line.name] == ["A Khan", "B Shah", "C Mir", "D Roy"]


def test_most_of_a_side_may_not_have_batted() -> None:
    lines = batting_lines(
        table_of("""
A Khan     b Ode            15
B Shah     not out           3
C Mir      not out          24
D Roy      dnb
E Ali      dnb
F Das      did not bat
G Rao      did not bat
Extras                       4
""")
    )
    assert [line.value(Column.RUNS) for line in lines] == [15, 3, 24, None, None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kent   14   12   2\nEssex   14   9   5\nSurrey   14   7   7\nYork   14   3   11", id="a league"),
        pytest.param("Ashdown b Khan 4\nand then it rained until six\nplay was given up 7", id="a story"),
        pytest.param("A b Khan    4\nB not out    7", id="two rows"),
        pytest.param("A b Khan    4\nB not out    7\nExtras 2\nTotal 52-1", id="two rows that lack much of the total"),
    ],
)
def test_lines_that_are_no_rows_of_batters_make_no_table(text: str) -> None:
    assert [section for section in sections_of(text) if isinstance(section, Table)] == []


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ["Ashdown b Khan       I", "Millbrook not out   14", "Okonjo c Ali b Khan  28"],
            id="a thin 1 read as an I does not end the table",
        ),
        pytest.param(
            ["Ashdown run out (Ali)", "Millbrook not out   14", "Okonjo c Ali b Khan  28", "Uys lbw b Khan        3"],
            id="the first number may be lost",
        ),
    ],
)
def test_a_table_begins_with_its_first_batter(rows: list[str]) -> None:
    table = table_of("\n".join(["Kent", *rows, "Extras 4", "Total 46-2"]))
    names = [line.name.text for line in batting_lines(table) if line.name]
    assert names == ["Ashdown", "Millbrook", "Okonjo", "Uys"][: len(rows)]


def test_a_sentence_above_the_table_is_no_batter() -> None:
    table = table_of("Kent won the toss" + RUNS_ALONE)
    assert next(line.name.text for line in batting_lines(table) if line.name) == "Ashdown"


def test_the_title_of_a_table_is_no_batter_who_is_still_in() -> None:
    table = table_of("Kent batting" + RUNS_ALONE.replace("\nKent\n", "\n"))
    assert next(line.name.text for line in batting_lines(table) if line.name) == "Ashdown"


@pytest.mark.parametrize(
    ("heading", "want"),
    [
        pytest.param("Batter         R     4s    6s", ["runs", "fours", "sixes"], id="no balls, but boundaries"),
        pytest.param("Batter         R     M     B", ["runs", "minutes", "balls"], id="minutes before balls"),
    ],
)
def test_a_table_without_heading_has_the_columns_of_the_one_further_up(heading: str, want: list[str]) -> None:
    rows = ["A b Khan      15     2     0", "B not out      3     0     0", "C lbw b Khan  24     3     1"]
    first, second = (
        section
        for section in sections_of("\n".join([heading, *rows, "Extras 4", "Essex", *rows, "Extras 4"]))
        if isinstance(section, Table)
    )
    assert [band.column.value for band in first.bands] == [band.column.value for band in second.bands] == want
