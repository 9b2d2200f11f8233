"""Tables of players written out as records, with the lines before, between and behind them: terminals, logs, data files.

Refuses to read the text: `records` tells where its parts are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.dismissal_openings import opens_dismissal
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from scorecard_runner.reading.grammar.records import Field, Record, parse_records
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.running_text import RunningText
from scorecard_runner.reading.tables.cells import Cell, read_cell
from scorecard_runner.reading.tables.column_names import column_of
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.tables.written_rows import table_of_written

_LEAST_COLUMNS = 3
_LEAST_ROWS = 2
_WIDEST_NUMBER = 3.0  # letter heights
_MOST_OF = 0.8


@dataclass(frozen=True)
class _Signs:
    """How wide the signs with their spaces are, before a number and behind it, in pixels: a comma makes a 9 of a 0."""

    colon: float
    comma: float


def take_records(lines: Sequence[Line]) -> list[tuple[Line, ...] | Table]:
    """Return the tables that records make, and the lines around them; all lines if there are no records."""
    page = RunningText(tuple(lines))
    records = parse_records(page.text) if any("{" in word.text for line in lines for word in line.words) else ()
    parts: list[tuple[Line, ...] | Table] = []
    end = 0
    for kind, group in groupby(records, lambda record: _kind(page.text, record)):
        run = list(group)
        if kind is None or len(run) < _LEAST_ROWS:
            continue
        parts += [page.between(end, run[0].start), _table(page, run, kind)]
        end = run[-1].end
    parts.append(page.between(end, len(page.text)) if end else tuple(lines))
    return [part for part in parts if part]


def _kind(text: str, record: Record) -> TableKind | None:
    """Return what the names of the fields are columns of; None if they are of nothing that is known."""
    if any(_is_dismissal(text, field) for field in record.fields):
        return TableKind.BATTING
    counts = {kind: len(_columns(record, kind)) for kind in TableKind}
    kind = max(counts, key=lambda each: counts[each])
    return kind if counts[kind] >= _LEAST_COLUMNS else None


def _columns(record: Record, kind: TableKind) -> dict[Column, Field]:
    """Return the fields that are number columns; of two of the same name the first."""
    found: dict[Column, Field] = {}
    for field in record.fields:
        column = column_of(field.name, kind)
        if column is not None and column.is_number and column is not Column.OTHER and field.text is None:
            found.setdefault(column, field)
    return found


def _is_dismissal(text: str, field: Field) -> bool:
    said = " ".join(field.text.of(text).split()) if field.text else ""
    return opens_dismissal(said) and parse_dismissal(said) is not None


def _table(page: RunningText, records: Sequence[Record], kind: TableKind) -> Table:
    signs = _width_of_signs(page, records)
    rows = tuple(_row(page, record, kind, signs) for record in records)
    columns = dict.fromkeys(cell.column for row in rows for cell in row.cells)
    return table_of_written(kind, rows, tuple(columns))


def _row(page: RunningText, record: Record, kind: TableKind, signs: _Signs) -> Row:
    how = next((field.text for field in record.fields if _is_dismissal(page.text, field)), None)
    spans = [record.name, *([how] if how and kind is TableKind.BATTING else [])]
    text = Line(tuple(Phrase(tuple(page.words(span.start, span.end))) for span in spans))
    cells = tuple(_cell(page, column, field, signs) for column, field in _columns(record, kind).items())
    return Row(enclosing([text.box, *(cell.box for cell in cells)]), (text,), cells)


def _cell(page: RunningText, column: Column, field: Field, signs: _Signs) -> Cell:
    if field.number is None:
        return Cell(column, _behind(page, field, signs))
    said = Phrase(tuple(page.words(field.number.start, field.number.end)))
    return Cell(column, said.box, read_cell(said.text, said.confidence, column, said.readers))


def _behind(page: RunningText, field: Field, signs: _Signs) -> Box:
    """Return the place behind a field's name where its value must stand: from the colon up to the comma."""
    name = page.words(field.end - 1, field.end)[0].box
    rights = (word.box.left for word in page.line_at(field.end - 1).words if word.box.left >= name.right)
    right = min(rights, default=name.right + _WIDEST_NUMBER * name.height)
    left = name.right + signs.colon
    return Box(left, name.top, max(right - signs.comma, left + 1), name.bottom)


def _width_of_signs(page: RunningText, records: Sequence[Record]) -> _Signs:
    colons, commas = [0.0], [0.0]
    numbers = [(field.end, field.number) for record in records for field in record.fields if field.number]
    for end, number in numbers:
        name, said = page.words(end - 1, end)[0].box, page.words(number.start, number.end)
        lefts = [word.box.left for word in page.line_at(number.start).words if word.box.left >= said[-1].box.right]
        colons += [said[0].box.left - name.right] if said[0].box.left > name.right else []
        commas += [min(lefts) - said[-1].box.right] if lefts else []
    return _Signs(_MOST_OF * median(colons), median(commas))
