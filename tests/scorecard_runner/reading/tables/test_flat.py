"""Tables that hold the rows of several innings."""

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.flat import split_flat
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.table import Table, build_table
from tests.scorecard_runner.reading.drawn_page import words_of


def tables_of(text: str) -> tuple[Table, ...]:
    """Return the tables of the rows below the heading in the first line."""
    heading, *body = build_lines(words_of(text))
    return split_flat(build_table(find_headings(heading)[0], body))


def names_in(table: Table) -> list[str]:
    """Return the first phrase of each row."""
    return [row.texts[0].phrases[0].text for row in table.rows]


def test_a_table_is_cut_where_the_team_changes() -> None:
    kent, essex = tables_of("""
Team        Bowler       Overs  Maidens  Runs  Wickets
Kent        A Khan       4      0        30    2
Kent        B Khan       4      0        20    0
Essex CC    D Jones      4      0        41    1
""")

    assert (kent.heading.lead, essex.heading.lead) == ("Kent", "Essex CC")
    assert (names_in(kent), names_in(essex)) == (["A Khan", "B Khan"], ["D Jones"])


def test_a_table_is_cut_where_the_places_start_again() -> None:
    first, second = tables_of("""
Match ID  Team   Pos  Batsman     How Out     Runs  Balls
19286     Kent   1    A Khan      not out     30    20
19286     Kent   2    B Khan      b Smith     3     2
19286     Kent   1    B Khan      not out     4     2
""")

    assert (names_in(first), names_in(second)) == (["A Khan", "B Khan"], ["B Khan"])


def test_a_team_that_is_printed_once_is_that_of_the_rows_below() -> None:
    (table,) = tables_of("""
Team        Bowler       Overs  Maidens  Runs  Wickets
Kent        A Khan       4      0        30    2
            B Khan       4      0        20    0
""")

    assert names_in(table) == ["A Khan", "B Khan"]


def test_other_tables_stay_whole() -> None:
    (table,) = tables_of("""
Kent  Bowler       Overs  Maidens  Runs  Wickets
      A Khan       4      0        30    2
""")

    assert table.heading.lead == "Kent"
