import random
from collections.abc import Sequence

import pytest

from scorecard_runner.reading.cards.innings import build_card
from scorecard_runner.reading.cards.players import batting_lines, bowling_lines
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.sections import split_sections
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import LINE_PITCH, sections_of, words_of

CARD = """
Batter          Dismissal                R     B    4s    6s       SR
V Kohli         c Rabada b Jansen       76    59     6     2   128.81
RR Pant         b Maharaj                0     2     0     0     0.00
SA Yadav        c Miller b Rabada        3     4     0     0    75.00
AR Patel        run out                 47    31     1     4   151.61
HH Pandya       not out                  5     2     0     0   250.00
Bowler          O     M     R     W   Econ
M Jansen        4     0    49     1  12.25
K Rabada        4     0    36     1   9.00
K Maharaj       3     1    23     2   7.67
"""
HEADINGS = [(0, ("R", "B", "4s", "6s", "SR")), (6, ("O", "M", "R", "W", "Econ"))]
"""Number of the line, and its words that may be lost."""


def first_table(text: str) -> Table:
    """Return the first table of the page."""
    return next(section for section in sections_of(text) if isinstance(section, Table))


def figures_of(words: Sequence[Word]) -> list[tuple[str | None, dict[str, float | None]]]:
    """Return name and numbers of all players of the card."""
    (innings,) = build_card(split_sections(build_lines(words))).innings
    return [
        (line.name.text if line.name else None, {cell.column.value: cell.value for cell in line.cells})
        for line in (*innings.batting, *innings.bowling)
    ]


def with_lost_headings(chance: random.Random, count: int) -> list[Word]:
    """Return the words of the card without so many names of columns in each heading."""
    lost = [(row, name) for row, names in HEADINGS for name in chance.sample(names, count)]
    return [word for word in words_of(CARD) if (word.box.top / LINE_PITCH, word.text) not in lost]


@pytest.mark.parametrize(
    "count", [pytest.param(1, id="one of each heading"), pytest.param(2, id="two of each heading")]
)
@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_with_the_names_of_columns(seed: int, count: int) -> None:
    words = with_lost_headings(random.Random(seed), count)  # noqa: S311 - only which letters are lost

    assert figures_of(words) == figures_of(words_of(CARD))


def test_numbers_of_a_column_that_cannot_be_named_are_no_part_of_the_name() -> None:
    table = first_table("""
Bowler             R     W
M Jansen   6.8    49     1
K Rabada   7.9    36     1
K Maharaj  9.7    23     2
""")
    lines = bowling_lines(table)

    assert [line.name.text for line in lines if line.name] == ["M Jansen", "K Rabada", "K Maharaj"]
    assert {cell.column for line in lines for cell in line.cells} == {Column.RUNS, Column.WICKETS}


def test_the_first_column_may_be_the_one_without_a_name_even_if_the_names_have_no_heading() -> None:
    table = first_table("""
                  M     R     W  Econ
1 M Jansen   4    0    49     1 12.25
2 K Rabada   4    0    36     1  9.00
3 K Maharaj  3    1    23     2  7.67
""")
    lines = bowling_lines(table)

    assert [line.value(Column.OVERS) for line in lines] == [4, 4, 3]
    assert [line.name.text for line in lines if line.name] == ["M Jansen", "K Rabada", "K Maharaj"]


def test_a_column_with_two_possible_names_is_kept_apart_and_not_reported() -> None:
    table = first_table("""
Batter      Dismissal       R
V Kohli     b Jansen       76    59
RR Pant     b Maharaj       0     2
SA Yadav    b Rabada        3     4
""")

    assert [band.column for band in table.bands] == [Column.RUNS, Column.OTHER]
    assert [cell.column for line in batting_lines(table) for cell in line.cells] == [Column.RUNS] * 3


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            """
Batter           R     B
Room 12 Kohli   76    59
Room 14 Pant     0     2
Room 15 Yadav    3     4
""",
            id="within the text",
        ),
        pytest.param(
            """
Batter           R     B
V Kohli         76    59                              2019
RR Pant          0     2                              2020
SA Yadav         3     4                              2021
""",
            id="far beside the table",
        ),
        pytest.param(
            """
Batter           R     B
V Kohli         76    59   3
RR Pant          0     2
SA Yadav         3     4
HH Pandya        5     2
JJ Bumrah        1     1
""",
            id="in one row of many",
        ),
    ],
)
def test_other_numbers_are_no_columns(text: str) -> None:
    table = first_table(text)

    assert table.kind is TableKind.BATTING
    assert [band.column for band in table.bands] == [Column.RUNS, Column.BALLS]
