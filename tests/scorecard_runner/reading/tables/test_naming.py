import pytest

from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.tables.naming import Figures, Slot, name_columns
from scorecard_runner.reading.tables.vocabulary import Column, TableKind, column_named

BOWLERS = "4 0 25 1 6.25, 3.2 1 12 0 3.60, 2 0 19 3 9.50"
BATTERS = "7 12 1 0 58.33, 104 99 10 2 105.05, 0 3 0 0 0.00"


def figures(kind: TableKind, heading: str, rows: str) -> Figures:
    """Return a table whose heading has a word for each column, `?` where none was read."""
    slots = [Slot(column_named(word, kind) or Column.OTHER, "" if word == "?" else word) for word in heading.split()]
    columns = [slot.column for slot in slots]
    slots = [
        Slot(Column.OTHER, slot.title) if slot.column in columns[:index] else slot for index, slot in enumerate(slots)
    ]
    numbers = [
        {index: value for index, text in enumerate(row.split()) if (value := read_strictly(text)) is not None}
        for row in rows.split(",")
    ]
    return Figures(kind, tuple(slots), tuple(numbers))


@pytest.mark.parametrize(
    ("kind", "heading", "rows", "expected"),
    [
        pytest.param(
            "bowling", "? ? R W", "4 0 25 1, 3.2 1 12 0", "overs maidens runs wickets", id="two lost on the left"
        ),
        pytest.param(
            "bowling", "? R W", "4 25 1, 3.2 12 0", "overs runs wickets", id="nobody prints maidens without overs"
        ),
        pytest.param("bowling", "O M R ?", "4 0 25 1, 3 1 12 0", "overs maidens runs wickets", id="the last one lost"),
        pytest.param("bowling", "O M R W ?", BOWLERS, "overs maidens runs wickets economy", id="a rate that matches"),
        pytest.param(
            "bowling", "O M R W ?", "4 0 25 1 2, 3 1 12 0 0", "overs maidens runs wickets other", id="wides or no balls"
        ),
        pytest.param(
            "bowling",
            "O M R W ? NB",
            "4 0 25 1 2 0, 3 1 12 0 0 1",
            "overs maidens runs wickets wides no_balls",
            id="what stands before the no balls",
        ),
        pytest.param(
            "bowling", "? ? ? W", "4 0 25 1, 3.2 1 12 0", "overs maidens runs wickets", id="only the wickets were read"
        ),
        pytest.param(
            "bowling", "O R W ?", "4 25 1 0, 3 12 0 1", "overs runs wickets other", id="maidens at the end, or wides"
        ),
        pytest.param(
            "bowling",
            "M R W ?",
            "4 0 25 1, 3.2 1 12 0",
            "overs maidens runs wickets",
            id="names above their neighbours",
        ),
        pytest.param(
            "bowling",
            "Overs Runs Wkis Econ",
            "4 25 1 6.25, 3.2 12 0 3.60",
            "overs runs wickets economy",
            id="a word with one wrong letter",
        ),
        pytest.param(
            "bowling",
            "O M R W Pts",
            "4 0 25 1 6, 3 1 12 0 8",
            "overs maidens runs wickets other",
            id="a word of its own",
        ),
        pytest.param("bowling", "O W R W", "4 0 25 1, 3.2 1 12 0", "overs maidens runs wickets", id="M read as W"),
        pytest.param(
            "bowling", "O 6 R W", "4 0 25 1, 3.2 1 12 0", "overs maidens runs wickets", id="M read as a figure"
        ),
        pytest.param("batting", "R ? 4s 6s SR", BATTERS, "runs balls fours sixes strike_rate", id="balls by the rate"),
        pytest.param("batting", "R 6 4s 6s SR", BATTERS, "runs balls fours sixes strike_rate", id="B read as 6"),
        pytest.param("batting", "? B 4s 6s ?", BATTERS, "runs balls fours sixes strike_rate", id="both ends lost"),
        pytest.param("batting", "R ?", "7 12, 104 99, 0 3", "runs other", id="balls or minutes"),
        pytest.param(
            "batting", "R Bi", "7 12, 104 99, 0 3", "runs balls", id="balls rather than minutes by its initial"
        ),
        pytest.param(
            "batting", "R ? B 4s", "7 15 12 1, 104 130 99 10", "runs minutes balls fours", id="between runs and balls"
        ),
        pytest.param(
            "batting",
            "R ? 4s 6s",
            "7 12 1 0, 9 99 3 2, 5 3 2 1",
            "runs other fours sixes",
            id="numbers that contradict",
        ),
        pytest.param(
            "batting", "R B 6s 4s", "10 9 1 1, 7 8 0 1", "runs balls sixes fours", id="all read, in any order"
        ),
    ],
)
def test_a_column_gets_the_only_name_that_its_place_and_numbers_allow(
    kind: str, heading: str, rows: str, expected: str
) -> None:
    named = name_columns(figures(TableKind(kind), heading, rows))

    assert " ".join(named) == expected
