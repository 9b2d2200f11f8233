"""The table that rows written out one behind the other would make if they stood below each other under a heading.

Refuses to read anything: each row has its text and its cells already.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.headings import Heading, HeadingCell
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind


def table_of_written(kind: TableKind, rows: Sequence[Row], columns: Sequence[Column]) -> Table:
    """Return the table with these columns; where a row says nothing of one, its cell is blank."""
    full = tuple(
        replace(row, cells=tuple(row.cell(column) or _blank(column, row) for column in columns)) for row in rows
    )
    top = full[0].box
    cells = tuple(HeadingCell(column, Box(top.left, top.top - 1, top.right, top.top)) for column in columns)
    return Table(Heading(kind, cells, cells[0].box), (), full)


def _blank(column: Column, row: Row) -> Cell:
    return Cell(column, row.texts[0].words[-1].box, is_blank=True)
