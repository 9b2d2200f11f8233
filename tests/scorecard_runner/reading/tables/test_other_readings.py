from dataclasses import replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.tables.other_readings import with_other_readings
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import sections_of

BATTING = """
Batter          R     B    4s    6s
A Khan         34    21     5     1
"""


def table() -> Table:
    """Return a table of one row."""
    (found,) = [section for section in sections_of(BATTING) if isinstance(section, Table)]
    return found


def values_with(*texts: str) -> list[tuple[float, tuple[str, ...]]]:
    """Return the readings of the runs when the other reader has these words in each cell."""

    def words_in(box: Box) -> list[Word]:
        return [Word(text, box, 0.8, ("other",)) for text in texts]

    cell = with_other_readings(table(), words_in).rows[0].cell(Column.RUNS)
    assert cell is not None
    return [(reading.value, reading.readers) for reading in cell.readings]


def test_what_the_other_reader_read_is_a_candidate() -> None:
    assert values_with("84") == [(34, ()), (84, ("other",))]


def test_two_words_in_one_cell_are_no_candidate() -> None:
    assert values_with("8", "4") == [(34, ())]


def test_text_in_a_cell_is_no_candidate() -> None:
    assert values_with("out") == [(34, ())]


def test_a_number_that_was_read_in_one_go_with_others_has_one_reader() -> None:
    whole = table()
    parts = replace(whole.rows[0], cells=tuple(replace(cell, is_part=True) for cell in whole.rows[0].cells))
    part = replace(whole, rows=(parts,))
    assert with_other_readings(part, lambda box: [Word("84", box, 0.8)]) == part
