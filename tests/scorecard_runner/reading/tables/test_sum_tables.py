"""Small tables of sums under their headings."""

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.sum_tables import Sum, SumTable, find_sum_table, names_sums
from tests.scorecard_runner.reading.drawn_page import words_of

SUMMARY = """
Inns  Team           Total     Wickets   Overs    Extras   b    lb   wd   nb   Declared
1     Kent XI          173       10       30.5      14     1     6    3    4   N
2     Essex Women      117        9       22        0      0     0    0    0   N
"""


def table_of(text: str) -> SumTable | None:
    """Return the table that the text begins with."""
    return find_sum_table(build_lines(words_of(text)))


def test_each_row_has_the_sums_of_an_innings() -> None:
    table = table_of(SUMMARY)

    assert table is not None
    first, second = (row.values for row in table.rows)
    assert (first[Sum.TEAM], first[Sum.TOTAL], first[Sum.OVERS], first[Sum.NO_BALLS]) == ("Kent XI", "173", "30.5", "4")
    assert (second[Sum.INNINGS], second[Sum.WICKETS], second[Sum.DECLARED]) == ("2", "9", "N")


def test_leg_byes_read_with_a_capital_i_are_no_other_column() -> None:
    table = table_of(SUMMARY.replace(" lb ", " Ib "))

    assert table is not None
    assert table.rows[0].values[Sum.LEG_BYES] == "6"


def test_the_total_of_extras_is_theirs() -> None:
    table = table_of("Extras     B     LB     W     NB     Total\n           2     0      6     1      9")

    assert table is not None
    assert dict(table.rows[0].values) == {
        Sum.BYES: "2",
        Sum.LEG_BYES: "0",
        Sum.WIDES: "6",
        Sum.NO_BALLS: "1",
        Sum.EXTRAS: "9",
    }


def test_a_part_that_is_not_printed_shifts_nothing() -> None:
    table = table_of("Extras     B     LB     W     NB     Total\n           2            6     1      9")

    assert table is not None
    assert Sum.LEG_BYES not in table.rows[0].values
    assert table.rows[0].values[Sum.WIDES] == "6"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bowler  O  M  R  W\nKhan  4  0  30  2", id="the heading of bowlers"),
        pytest.param("Total  Wickets  Overs  Umpires\n173  10  30  2", id="a word that is no sum"),
        pytest.param("Extras  B  LB  W  NB  Total\nUmpires: A Khan, B Khan", id="no numbers below"),
        pytest.param("Team  Total  Wickets  Overs\nKent  173  164  30", id="more wickets than can fall"),
        pytest.param("Extras  B  LB  W  NB  Total\n  2  0  6  9  9", id="parts beyond the total of extras"),
    ],
)
def test_other_lines_are_no_table_of_sums(text: str) -> None:
    assert table_of(text) is None


def test_a_heading_is_known_without_its_rows() -> None:
    heading, row = build_lines(words_of("innings  team  total  wickets  overs\n1  Kent  100  3  20"))

    assert names_sums(heading)
    assert not names_sums(row)
