"""Tables of figures that say what they are, with the names and dismissals around them: apps, posters, mails.

Refuses pages on which no figures do, and leaves to headings what these know better.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.headings import Heading, HeadingCell
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.told.aligned import with_figures_in_line
from scorecard_runner.reading.told.columns import (
    FoundColumns,
    ToldColumn,
    find_columns,
    find_lone_runs,
    find_runs,
    in_reading_order,
    stands_above,
    wickets_first,
)
from scorecard_runner.reading.told.gaps import with_gaps_filled
from scorecard_runner.reading.told.marks import Mark, find_lone_numbers, find_marks
from scorecard_runner.reading.told.rates import with_rates
from scorecard_runner.reading.told.row_ends import find_row_ends, is_ragged
from scorecard_runner.reading.told.rows import Item, ToldRows, deal_rows, without_words
from scorecard_runner.reading.told.wrapped_balls import with_wrapped_balls

_BESIDE = 1.5  # letter heights from a name to the number between its lines
_SHARE_NAMED = 0.8
_SHARE_OUT = 0.5
_LEAST_NAME = 2  # letters
_OUTDENT = 0.8  # letter heights


@dataclass(frozen=True)
class ToldTables:
    """The tables of a page whose figures say what they are, and the lines without their words."""

    tables: tuple[Table, ...]
    lines: tuple[Line, ...]


def take_told(lines: Sequence[Line]) -> ToldTables:
    """Return the tables that told figures make, and what remains of the lines."""
    lines = with_wrapped_balls(lines)
    parts = find_marks(lines)
    found = find_columns(lines, parts)
    batted = _of_lone_runs(lines, parts, found) or _of_row_ends(lines, parts, found)
    columns = [with_rates(with_gaps_filled(column, lines), lines) for column in [*found.alone, *batted]]
    columns = in_reading_order(columns)
    marks = [*(mark for mark in parts if not mark.is_whole), *(mark for column in columns for mark in column.marks)]
    tables: list[Table] = []
    taken = {id(word) for column in columns for line in lines if stands_above(line, column) for word in line.words}
    for column in columns:
        left = max((other.box.right for other in columns if _is_left_of(other, column)), default=0.0)
        told = deal_rows(column, lines, marks, left)
        if not _is_of_players(told) or (column.kind in found.named and not _tells_dismissals(column, told)):
            continue
        tables.append(_table(column, told))
        taken |= {id(word) for row in told.rows for item in row for word in item.words}
    rest = [kept for line in lines if (kept := without_words(line, taken))]
    for column in found.headed:
        rest = with_figures_in_line(rest, column)
    return ToldTables(tuple(tables), tuple(rest))


def _of_lone_runs(lines: Sequence[Line], marks: Sequence[Mark], found: FoundColumns) -> list[ToldColumn]:
    if found.headed or not found.alone:
        return []
    columns = find_lone_runs(lines, find_lone_numbers(lines, marks), found.alone)
    return [column for column in columns if _has_names(column, lines)]


def _of_row_ends(lines: Sequence[Line], marks: Sequence[Mark], found: FoundColumns) -> list[ToldColumn]:
    if any(column.kind is TableKind.BATTING for column in (*found.alone, *found.headed)):
        return []
    return [column for column in find_runs(lines, find_row_ends(lines, marks)) if is_ragged(column)]


def _is_of_players(told: ToldRows) -> bool:
    """Whether most rows have a text that can be a name: a grid of figures has none."""
    named = [
        any(item.text and sum(map(str.isalpha, item.text.text)) >= _LEAST_NAME for item in row) for row in told.rows
    ]
    return sum(named) >= _SHARE_NAMED * len(named)


def _tells_dismissals(column: ToldColumn, told: ToldRows) -> bool:
    """Whether most rows say how a batter was out: what else stands beside a card with headings compares its players."""
    if column.kind is TableKind.BOWLING:
        return True
    texts = [" ".join(phrase.text for item in row if item.text for phrase in item.text.phrases) for row in told.rows]
    return sum(split_dismissal(text) is not None for text in texts) >= _SHARE_OUT * len(texts)


def _has_names(column: ToldColumn, lines: Sequence[Line]) -> bool:
    """Whether most of the numbers have a name before them, so that they count nothing else."""
    named = [
        mark
        for mark in column.marks
        if any(
            abs(line.box.centre_y - mark.box.centre_y) <= _BESIDE * mark.box.height
            and (before := line.within(0, mark.box.left))
            and sum(map(str.isalpha, before.text)) >= _LEAST_NAME
            for line in lines
        )
    ]
    return len(named) >= _SHARE_NAMED * len(column.marks)


def _is_left_of(other: ToldColumn, column: ToldColumn) -> bool:
    return other is not column and other.box.overlap_y(column.box) > 0 and other.box.right <= column.box.left


def _table(column: ToldColumn, told: ToldRows) -> Table:
    is_usual = wickets_first([mark for mark in column.marks if mark.is_either])
    built = tuple(_row(row, told.edge, is_usual=is_usual) for row in told.rows)
    columns = tuple(dict.fromkeys(cell.column for row in built for cell in row.cells))
    full = tuple(replace(row, cells=tuple(row.cell(name) or Cell(name, row.box) for name in columns)) for row in built)
    return Table(_heading(column, columns, full, told.edge), (), full)


def _row(items: Sequence[Item], left: float, *, is_usual: bool) -> Row:
    cells: dict[Column, Cell] = {}
    for mark in sorted((item.mark for item in items if item.mark), key=lambda mark: not mark.is_whole):
        for cell in mark.cells if is_usual or not mark.is_either else _swapped(mark.cells):
            if cell.column not in cells or not cells[cell.column].readings:
                cells[cell.column] = cell
    texts = [kept for item in items if item.text and (kept := item.text.within(left, float("inf")))]
    return Row(enclosing(item.box for item in items), tuple(_unwrapped(texts)), tuple(cells.values()))


def _unwrapped(texts: Sequence[Line]) -> list[Line]:
    """Return the lines of a row as one where a name was cut, or the lower ones begin left of the first: its bullet is there."""
    is_cut = any(text.text.endswith("-") for text in texts[:-1])
    if not is_cut and any(text.box.left >= texts[0].box.left - _OUTDENT * text.box.height for text in texts[1:]):
        return list(texts)
    return [Line((Phrase(tuple(word for text in texts for word in text.words)),))] if texts else []


def _swapped(cells: Sequence[Cell]) -> list[Cell]:
    first, second, *others = cells
    return [replace(first, column=second.column), replace(second, column=first.column), *others]


def _heading(column: ToldColumn, columns: Sequence[Column], rows: Sequence[Row], edge: float) -> Heading:
    top = rows[0].box.top
    cells = [HeadingCell(Column.NAME, Box(edge, top - 1, column.box.left, top))]
    for name in columns:
        stretch = enclosing(cell.box for row in rows if (cell := row.cell(name)))
        cells.append(HeadingCell(name, Box(stretch.left, top - 1, stretch.right, top)))
    return Heading(column.kind, tuple(cells), enclosing(cell.box for cell in cells))
