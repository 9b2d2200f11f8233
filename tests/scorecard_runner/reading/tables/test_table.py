import pytest

from scorecard_runner.reading.cards.players import batting_lines, bowling_lines
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.sections import TextLine, split_sections
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import sections_of, words_of


def table_of(text: str) -> Table:
    """Return the only table of the page."""
    (table,) = [section for section in sections_of(text) if isinstance(section, Table)]
    return table


def batters_of(text: str) -> list[tuple[str | None, str | None, float | None]]:
    """Return name, dismissal as printed and runs of each batter."""
    return [
        (
            line.name.text if line.name else None,
            line.dismissal_text.text if line.dismissal_text else None,
            line.value(Column.RUNS),
        )
        for line in batting_lines(table_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """
Batter          Dismissal                 R     B
V Kohli         c Rabada b Jansen        76    59
HH Pandya       not out                   5     2
""",
            [("V Kohli", "c Rabada b Jansen", 76), ("HH Pandya", "not out", 5)],
            id="the dismissal beside the name",
        ),
        pytest.param(
            """
Batter                                    R     B
V Kohli c Rabada b Jansen                76    59
HH Pandya not out                         5     2
""",
            [("V Kohli", "c Rabada b Jansen", 76), ("HH Pandya", "not out", 5)],
            id="no gap between name and dismissal",
        ),
        pytest.param(
            """
Batter                                    R     B
V Kohli                                  76    59
c Rabada b Jansen

HH Pandya                                 5     2
not out

""",
            [("V Kohli", "c Rabada b Jansen", 76), ("HH Pandya", "not out", 5)],
            id="the dismissal on the line below",
        ),
        pytest.param(
            """
Batter          How out       Bowler        R     B
V Kohli         c Rabada      Jansen       76    59
RG Sharma       bowled        Maharaj       9     5
HH Pandya       not out                     5     2
""",
            [("V Kohli", "c Rabada b Jansen", 76), ("RG Sharma", "bowled Maharaj", 9), ("HH Pandya", "not out", 5)],
            id="how out and bowler in two columns",
        ),
        pytest.param(
            """
Pos   Batter          How out        R     B
  1   V Kohli         b Jansen      76    59
  2   HH Pandya       not out        5     2
""",
            [("V Kohli", "b Jansen", 76), ("HH Pandya", "not out", 5)],
            id="list numbers before the names",
        ),
        pytest.param(
            """
Batter          Dismissal        R     B
V Kohli (c)     b Jansen        76    59
B O'Rennick     lbw b Khan       4     9
""",
            [("V Kohli", "b Jansen", 76), ("B O'Rennick", "lbw b Khan", 4)],
            id="a name that begins with B is no dismissal of the row above",
        ),
    ],
)
def test_rows_have_their_name_dismissal_and_runs(text: str, expected: list[tuple[str, str, float]]) -> None:
    assert batters_of(text) == expected


def test_a_dismissal_that_runs_over_two_lines_beside_its_name_stays_with_it() -> None:
    words = words_of("""
Batter          Dismissal                 R     B
V Kohli         c Rabada b Jansen        76    59
HH Pandya                                 5     2
RR Pant         not out                   1     1
""")
    wrapped = words_of("                c Very Long Name b\n                Very Long Bowler")
    beside = [word.placed(factor=1, right=0, down=80 - 14 - 12 * (word.box.top > 0)) for word in wrapped]
    (table,) = [each for each in split_sections(build_lines([*words, *beside])) if isinstance(each, Table)]
    said = [line.dismissal_text.text for line in batting_lines(table) if line.dismissal_text]
    assert said == ["c Rabada b Jansen", "c Very Long Name b Very Long Bowler", "not out"]


def test_a_lost_number_leaves_a_cell_without_a_reading_where_it_should_stand() -> None:
    table = table_of("""
Batter          R     B    4s    6s
V Kohli        76    59     6     2
RR Pant              2     0     0
SA Yadav        3     4     0     0
""")

    cell = table.rows[1].cell(Column.RUNS)

    assert cell is not None
    assert cell.value is None
    assert not cell.is_blank
    assert (cell.box.left, cell.box.top) == (150, 80)


def test_a_dash_says_that_nothing_is_printed() -> None:
    table = table_of("""
Bowler          O     M     R     W
M Jansen        4     -    49     1
K Rabada        4     0    36     1
""")

    cell = table.rows[0].cell(Column.MAIDENS)

    assert cell is not None
    assert cell.is_blank


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("Kent Casuals", id="the name of the next side alone"),
        pytest.param("Kent Casuals   221 for 4 (41.3 ov)", id="with its score, whose numbers stand under columns"),
    ],
)
def test_the_title_of_the_next_side_is_no_bowler_and_not_lost(below: str) -> None:
    sections = sections_of(f"""
Bowler          O     M     R     W
M Jansen        4     0    49     1
K Rabada        4     0    36     1
{below}
Batter          R     B
V Kohli        76    59
""")
    assert [len(section.rows) for section in sections if isinstance(section, Table)] == [2, 1]
    assert [" ".join(section.text.split()) for section in sections if isinstance(section, TextLine)] == [
        " ".join(below.split())
    ]


def test_rows_without_figures_are_no_bowlers() -> None:
    table = table_of("""
Bowler          O     M     R     W
M Jansen        4     0    49     1
Advert here
""")

    assert [line.name.text for line in bowling_lines(table) if line.name] == ["M Jansen"]


def test_the_marks_of_a_chart_beside_the_table_make_no_rows() -> None:
    table = table_of("""
Batter               R     B    4s       WORM
A Khan              76    59     8       100
B Khan               5     2     1
not out                                  50
C Khan              12    20     0
not out                                  0
""")

    assert [[text.text for text in row.texts] for row in table.rows] == [
        ["A Khan"],
        ["B Khan", "not out"],
        ["C Khan", "not out"],
    ]
