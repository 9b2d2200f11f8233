import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.tables.cells import Cell, Reading, read_cell
from scorecard_runner.reading.tables.vocabulary import Column

PLACE = Box(0, 0, 20, 16)


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        pytest.param("45", Column.RUNS, [45], id="a number"),
        pytest.param("45*", Column.RUNS, [45], id="a not-out star"),
        pytest.param("'70'", Column.RUNS, [70], id="quotes of a terminal"),
        pytest.param("O", Column.MAIDENS, [0], id="a letter where only a number can stand"),
        pytest.param("Khan", Column.RUNS, [], id="a word"),
        pytest.param("4.5", Column.RUNS, [], id="runs have no decimals"),
        pytest.param("722", Column.OVERS, [72.2], id="overs that lost their point"),
        pytest.param("4.8", Column.OVERS, [], id="no over has eight balls"),
        pytest.param("2857", Column.STRIKE_RATE, [28.57, 285.7], id="a strike rate that lost its point"),
        pytest.param("22", Column.ECONOMY, [22, 2.2], id="an economy that may have lost its point"),
        pytest.param("7)", Column.SIXES, [0, 7], id="a 0 in two halves, which may be a figure for all that"),
        pytest.param("100", Column.STRIKE_RATE, [100, 1.0, 10.0], id="a whole strike rate"),
    ],
)
def test_a_cell_is_read_as_what_its_column_can_hold(text: str, column: Column, expected: list[float]) -> None:
    assert [reading.value for reading in read_cell(text, 0.9, column)] == expected


def test_what_had_to_be_guessed_is_less_sure() -> None:
    (plain,) = read_cell("0", 0.9, Column.MAIDENS)
    (guessed,) = read_cell("O", 0.9, Column.MAIDENS)

    assert plain.confidence > guessed.confidence


def test_two_later_readings_outvote_the_first() -> None:
    cell = Cell(Column.NO_BALLS, PLACE, (Reading(6, 0.8),)).with_readings([Reading(0, 0.5), Reading(0, 0.5)])

    assert cell.value == 0
    assert cell.agreement == 2
    assert cell.readings[0].value == 6
