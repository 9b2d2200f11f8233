import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.columns import find_bands
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.unnamed import name_unnamed
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import words_of


def columns_at(text: str) -> dict[str, str]:
    """Return for each named column the number that its band covers in the last row."""
    heading_line, *rows = build_lines(words_of(text))
    (heading,) = find_headings(heading_line)
    numbers = [word for row in rows for word in row.words if read_strictly(word.text) is not None]
    stretches = find_bands(heading, [word.box for word in numbers])
    bands = name_unnamed(stretches, heading.kind, rows)
    last = [word for word in rows[-1].words if word in numbers]
    named = [band for band in bands if band.column is not Column.OTHER]
    return {band.column.value: word.text for band in named for word in last if band.covers(word.box)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """
Batter            R     B    4s    6s       SR
A Khan            7    12     1     0    58.33
B Khan          104    99    10     2   105.05
""",
            {"runs": "104", "balls": "99", "fours": "10", "sixes": "2", "strike_rate": "105.05"},
            id="numbers end under the end of their heading",
        ),
        pytest.param(
            """
Batsman           Runs      Balls     4s        6s        SR
A Khan                    7        12         1         0    58.33
B Khan                  104        99        10         2   105.05
""",
            {"runs": "104", "balls": "99", "fours": "10", "sixes": "2", "strike_rate": "105.05"},
            id="left headings over right-aligned numbers, each nearer to its neighbour",
        ),
        pytest.param(
            """
Bowler            M     R     W   Econ
A Khan      4     0    25     1   6.25
B Khan      3     1    12     0   4.00
""",
            {"overs": "3", "maidens": "1", "runs": "12", "wickets": "0", "economy": "4.00"},
            id="a heading that was not read is named by the usual order",
        ),
        pytest.param(
            """
Bowler      O     M     R     W    NB    WD
A Khan      4     0    25     1           2
B Khan      3     1    12     0           0
""",
            {"overs": "3", "maidens": "1", "runs": "12", "wickets": "0", "wides": "0"},
            id="a column without a number keeps its neighbours in place",
        ),
        pytest.param(
            """
Bowler                   M     R     W   Econ
A Khan             4          25         6.25
B Khan             3          12         4.00
""",
            {"overs": "3", "runs": "12", "economy": "4.00"},
            id="numbers do not stand under the next heading because their own was lost",
        ),
        pytest.param(
            """
Pos  Batter         R     B    4s    6s
  1  A Khan         7    12     1     0
  2  B Khan       104    99    10     2
""",
            {"runs": "104", "balls": "99", "fours": "10", "sixes": "2"},
            id="list numbers before the names are no column of figures",
        ),
        pytest.param(
            """
Bowler      O     M     R     W    NB   ECO
A Khan      4     0    25     1         6.2     8
B Khan      3     1    12     0         4.0     8
""",
            {"overs": "3", "maidens": "1", "runs": "12", "wickets": "0", "economy": "4.0"},
            id="a column without a number and dirt beside the table are not counted against each other",
        ),
        pytest.param(
            """
Bowlers     O                                     R         W         Econ
L N Ince                                2        11         2          5.5
T G Khan                              0.1        19         1          9.5
""",
            {"overs": "0.1", "runs": "19", "wickets": "1", "economy": "9.5"},
            id="as many columns as headings: in order, however far a left heading stands from its numbers",
        ),
    ],
)
def test_numbers_stand_in_the_column_that_their_heading_names(text: str, expected: dict[str, str]) -> None:
    assert columns_at(text) == expected


def test_a_column_of_which_nothing_was_read_is_expected_under_its_heading() -> None:
    heading_line, *rows = build_lines(
        words_of("""
Bowler      O     M     R     W
A Khan      4          25     1
B Khan      3          12     0
""")
    )
    (heading,) = find_headings(heading_line)

    bands = find_bands(heading, [word.box for row in rows for word in row.words if word.text.isdigit()])

    maidens = next(band for band in bands if band.column.value == "maidens")
    assert (maidens.left, maidens.right) == pytest.approx((180, 190), abs=6)


def test_a_stump_of_a_rule_beside_a_number_is_no_column_of_its_own() -> None:
    (heading,) = find_headings(build_lines(words_of("Bowler      Overs     Runs     Wkts     Mdns"))[0])
    rights = [cell.box.right for cell in heading.number_cells]
    rows = [[Box(right - 15, top, right, top + 10) for right in rights[:3]] for top in (100, 130, 160, 190)]
    stump = Box(rights[0] - 18, 100, rights[0] - 16, 110)

    bands = find_bands(heading, [stump, *(box for row in rows for box in row)])

    assert [(band.column, band.right) for band in bands[:3]] == list(
        zip((Column.OVERS, Column.RUNS, Column.WICKETS), rights, strict=False)
    )


def test_columns_stay_apart_though_two_numbers_were_read_as_one() -> None:
    (heading,) = find_headings(build_lines(words_of("Bowler      Overs     Runs     Wkts     Econ"))[0])
    rights = [cell.box.right for cell in heading.number_cells]
    rows = [[Box(right - 15, top, right, top + 10) for right in rights] for top in (100, 130, 160, 190, 220)]
    bridge = Box(rights[2] - 15, 250, rights[3], 260)

    bands = find_bands(heading, [bridge, *(box for row in rows for box in row)])

    assert [(band.column, band.left, band.right) for band in bands] == [
        (column, right - 15, right)
        for column, right in zip((Column.OVERS, Column.RUNS, Column.WICKETS, Column.ECONOMY), rights, strict=True)
    ]


FOLDED = """
Bowler          O        M        R
A Khan          4        0       25
B Khan          3        1       12
C Khan            4        2       31
D Khan            2        0       18
"""


def test_a_column_that_a_fold_shifts_stays_one() -> None:
    assert columns_at(FOLDED) == {"overs": "2", "maidens": "0", "runs": "18"}
