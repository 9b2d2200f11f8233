"""What another reader made of the cells of a table, as further readings of them.

Pure. Refuses cells that were read in one go with others: what stands there is no single number.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.tables.cells import Cell, read_cell
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.words import Word

WordsIn = Callable[[Box], Sequence[Word]]
"""Returns what the other reader read in a cell."""


def with_other_readings(table: Table, words_in: WordsIn) -> Table:
    """Return the table with what the other reader read in each of its cells."""
    return replace(table, rows=tuple(_with_others(row, words_in) for row in table.rows))


def _with_others(row: Row, words_in: WordsIn) -> Row:
    return replace(row, cells=tuple(cell if cell.is_part else _with_other(cell, words_in) for cell in row.cells))


def _with_other(cell: Cell, words_in: WordsIn) -> Cell:
    words = words_in(cell.box)
    if len(words) != 1:
        return cell
    (word,) = words
    return cell.with_readings(read_cell(word.text, word.confidence, cell.column, word.readers))
