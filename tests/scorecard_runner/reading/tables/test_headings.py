import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import words_of


def headings_of(text: str) -> list[tuple[str, list[str]]]:
    """Return kind and columns of each heading in a line."""
    (line,) = build_lines(words_of(text))
    return [(each.kind.value, [cell.column.value for cell in each.cells]) for each in find_headings(line)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Batter            R     B    4s    6s     SR",
            [("batting", ["name", "runs", "balls", "fours", "sixes", "strike_rate"])],
            id="a web page's batting table",
        ),
        pytest.param(
            "Bowler      O    M    R    W    Econ   WD   NB",
            [("bowling", ["name", "overs", "maidens", "runs", "wickets", "economy", "wides", "no_balls"])],
            id="a web page's bowling table",
        ),
        pytest.param(
            "Batsman      How Out      Bowler      Runs   Balls   4s   6s",
            [("batting", ["name", "dismissal", "dismissed_by", "runs", "balls", "fours", "sixes"])],
            id="how out in two columns makes no bowling table",
        ),
        pytest.param(
            "Batsman       R    M    B   4s   6s",
            [("batting", ["name", "runs", "minutes", "balls", "fours", "sixes"])],
            id="M in a batting table is minutes",
        ),
        pytest.param(
            "Bowling        O    R    W    M",
            [("bowling", ["name", "overs", "runs", "wickets", "maidens"])],
            id="columns in another order",
        ),
        pytest.param(
            "Batsrnan       R     B    45    65    SR",
            [("batting", ["name", "runs", "balls", "fours", "sixes", "strike_rate"])],
            id="batsman with an rn, 4s and 6s read as 45 and 65",
        ),
        pytest.param(
            "Batter    R   B   4s   6s   SR        Bowler   O   M   R   W",
            [
                ("batting", ["name", "runs", "balls", "fours", "sixes", "strike_rate"]),
                ("bowling", ["name", "overs", "maidens", "runs", "wickets"]),
            ],
            id="two tables side by side",
        ),
        pytest.param(
            "Batter    Dismissal     Mins  Balls  0s  1s  2s  3s  4s  6s  Runs",
            [
                (
                    "batting",
                    ["name", "dismissal", "minutes", "balls", *["other"] * 4, "fours", "sixes", "runs"],
                )
            ],
            id="counts of every stroke stand before fours, sixes and runs",
        ),
        pytest.param(
            "Wkt    Score   Batter out     Over    P'ship    Balls", [], id="a table of wickets and partnerships"
        ),
        pytest.param("Wkt    Score   Batter out     Over   Runs   Balls", [], id="a table of wickets"),
        pytest.param("Extras: 6 (b 0, lb 1, w 5, nb 0, p 0)", [], id="extras have letters of headings in them"),
        pytest.param("Overs: 20.0 | Run Rate: 9.9", [], id="a line of figures"),
        pytest.param("The runs came from the bat of a man with wickets to his name", [], id="a sentence"),
    ],
)
def test_headings_are_found_by_the_columns_they_name(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert headings_of(text) == expected


def test_words_before_the_columns_lead_the_table() -> None:
    (line,) = build_lines(words_of("Kent innings         R     B    4s    6s     SR"))

    assert [heading.lead for heading in find_headings(line)] == ["Kent innings"]


def test_an_article_beside_the_table_is_no_column_of_it() -> None:
    text = "Name      R    B    4s   6s   SR                                 trick, 20 wickets and tail"
    (line,) = build_lines(words_of(text))

    (heading,) = find_headings(line)

    assert [cell.column.value for cell in heading.cells][-1] == "strike_rate"
    assert heading.right < text.index("trick") * 10


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("R Khan    run out (Mir)     6    4   0", id="run out, with a 6 and a 4 behind it"),
        pytest.param("R Khan    hit wicket b Mir    4    4    0    0", id="hit wicket, with figures that come twice"),
        pytest.param("c V b R", id="players of a single letter"),
        pytest.param("b R Jumood", id="bowled, by one with the initial of runs"),
        pytest.param("B Over    not out    4    6", id="names that are headings elsewhere"),
    ],
)
def test_the_row_of_a_batter_is_no_heading(row: str) -> None:
    assert headings_of(row) == []


def test_columns_that_say_which_innings_a_row_is_of_lead_no_table() -> None:
    (heading,) = find_headings(build_lines(words_of("innings  team  bat_pos  batter  how_out  bowler  runs  balls"))[0])

    assert heading.lead == ""
    assert [cell.column.value for cell in heading.cells[:4]] == ["innings", "team", "index", "name"]


def test_a_row_of_the_table_beside_it_is_no_part_of_a_heading() -> None:
    line = "Bowling   O   M   R   W   1 Macrash   c. sub (Uys)   Pemslade   4"

    assert headings_of(line) == [("bowling", ["name", "overs", "maidens", "runs", "wickets"])]


@pytest.mark.parametrize("strokes", ["Runs as scored", "RUNS AS SCORED", "Runs off bat"])
def test_what_says_more_than_runs_is_not_the_column_of_runs(strokes: str) -> None:
    (line,) = build_lines(words_of(f"Batter     In    Out    {strokes}      How out     Bowler     Balls    Runs"))
    (heading,) = find_headings(line)

    assert [cell.column for cell in heading.number_cells] == [Column.BALLS, Column.RUNS]
    dismissal = heading.cell(Column.DISMISSAL)
    assert dismissal is not None
    assert dismissal.text == "Howout"
