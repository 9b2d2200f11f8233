"""Numbers behind told figures, row after row: strike rates and economies that stand in a column of their own.

What they are is told by the numbers themselves, or by a heading above them. Refuses columns that most rows do not bear out.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.grammar.overs import Overs
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.cells import Cell, read_cell
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.told.columns import ToldColumn
from scorecard_runner.reading.told.marks import Mark
from scorecard_runner.reading.words import Word

_LEAST_SHARE = 0.6
_TOLERANCE = {Column.STRIKE_RATE: 1.0, Column.ECONOMY: 0.11}
_BALLS = 100
_OVER = 6
_LEVEL = 0.5  # letter heights


def with_rates(column: ToldColumn, lines: Sequence[Line]) -> ToldColumn:
    """Return the column with the rate that stands behind each mark, if there is one behind most."""
    rate = Column.STRIKE_RATE if column.kind is TableKind.BATTING else Column.ECONOMY
    behind = [_number_behind(mark, column, lines) for mark in column.marks]
    pairs = list(zip(column.marks, behind, strict=True))
    fitting = sum(word is not None and _fits(mark, word, rate) for mark, word in pairs)
    if any(cell.column is rate for mark in column.marks for cell in mark.cells):
        return column
    if fitting < max(2, _LEAST_SHARE * sum(_figures(mark, rate) is not None for mark in column.marks)):
        return column
    return ToldColumn(tuple(_with(mark, word, rate) if word else mark for mark, word in pairs))


def _number_behind(mark: Mark, column: ToldColumn, lines: Sequence[Line]) -> Word | None:
    """Return the first number on the right of the figures, with no text between."""
    level = [line for line in lines if _is_level(line, mark)]
    words = sorted(
        (word for line in level for word in line.words if word.box.left > column.box.right - mark.box.height / 2),
        key=lambda word: word.box.left,
    )
    first = next((word for word in words if word not in mark.words), None)
    return first if first is not None and read_strictly(first.text) is not None else None


def _is_level(line: Line, mark: Mark) -> bool:
    return abs(line.box.centre_y - mark.box.centre_y) <= _LEVEL * mark.box.height


def _fits(mark: Mark, word: Word, rate: Column) -> bool:
    figures = _figures(mark, rate)
    value = read_strictly(word.text)
    if figures is None or value is None:
        return False
    runs, balls = figures
    return abs(value * balls - runs) <= _TOLERANCE[rate] * balls


def _figures(mark: Mark, rate: Column) -> tuple[float, float] | None:
    """Return what is to be divided by what; None where there is nothing to divide by."""
    values = {cell.column: cell.value for cell in mark.cells}
    runs = values.get(Column.RUNS)
    if rate is Column.STRIKE_RATE:
        balls = values.get(Column.BALLS)
        return (_BALLS * runs, balls) if runs is not None and balls else None
    overs = Overs.from_number(values.get(Column.OVERS) or 0.0)
    return (_OVER * runs, overs.total_balls) if runs is not None and overs and overs.total_balls else None


def _with(mark: Mark, word: Word, rate: Column) -> Mark:
    cell = Cell(rate, word.box, read_cell(word.text, word.confidence, rate, word.readers))
    return replace(mark, cells=(*mark.cells, cell), words=(*mark.words, word))
