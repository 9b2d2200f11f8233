"""Headings of a batting table whose text columns are named while the names of its numbers were lost: lone letters on a dark bar.

The numbers below say what they are, as in tables that have no heading at all. Refuses lines that do not name
the batters and how they were out, and lines without numbers in most of the rows below.
"""

from collections.abc import Sequence

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.heading_terms import heading_terms
from scorecard_runner.reading.tables.headings import Heading, HeadingCell
from scorecard_runner.reading.tables.headless import best_order, runs_below
from scorecard_runner.reading.tables.misread_names import with_misread_names
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word

_TEXTS = (Column.NAME, Column.DISMISSAL, Column.DISMISSED_BY)
_MOST_ROWS = 12
_LEAST_ROWS = 3
_LEAST_SHARE = 0.5
_MOST_WORDS = 12


def find_half_heading(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Return the heading that the first line is for the rows below it; nothing if it is none."""
    line = lines[0]
    if len(line.words) > _MOST_WORDS:
        return ()
    cells = _text_cells(line)
    if {Column.NAME, Column.DISMISSAL} - {cell.column for cell in cells}:
        return ()
    rows = _rows(lines[1:])
    right = max(cell.box.right for cell in cells)
    titles = [word for word in line.words if word.box.left > right and _stands_above_numbers(word, rows)]
    names = _names([_place_below(word) for word in titles], rows, lines[1 + len(rows) :])
    if not names or len(rows) < _LEAST_ROWS:
        return ()
    numbers = (HeadingCell(name, word.box, word.text) for name, word in zip(names, titles, strict=True))
    found = (*cells, *numbers)
    return (Heading(TableKind.BATTING, found, enclosing(cell.box for cell in found)),)


def _text_cells(line: Line) -> list[HeadingCell]:
    cells: dict[Column, HeadingCell] = {}
    for column, words in with_misread_names(heading_terms(line, TableKind.BATTING), TableKind.BATTING):
        if column in _TEXTS:
            text = "".join(word.text for word in words)
            cells.setdefault(column, HeadingCell(column, enclosing(word.box for word in words), text))
    return list(cells.values())


def _rows(lines: Sequence[Line]) -> Sequence[Line]:
    end = next((at for at, line in enumerate(lines[:_MOST_ROWS]) if label_of(line.text) is not None), _MOST_ROWS)
    return lines[:end]


def _stands_above_numbers(word: Word, rows: Sequence[Line]) -> bool:
    below = _place_below(word)
    return sum(_number_in(row, below) is not None for row in rows) >= _LEAST_SHARE * len(rows)


def _names(places: Sequence[Box], rows: Sequence[Line], after: Sequence[Line]) -> tuple[Column, ...]:
    """Return what the numbers at these places are; nothing if they make no sense."""
    figures = [[_number_in(row, place) for place in places] for row in rows]
    complete = [tuple(value for value in row if value is not None) for row in figures if None not in row]
    return best_order(complete, runs_below(after)) if complete and places else ()


def _place_below(word: Word) -> Box:
    """Return where numbers below the word begin or end: they may stand a letter beside it."""
    reach = word.box.height
    return Box(word.box.left - reach, word.box.top, word.box.right + reach, word.box.bottom)


def _number_in(row: Line, place: Box) -> float | None:
    numbers = (read_strictly(word.text) for word in row.words if word.box.overlap_x(place) > 0)
    return next((number for number in numbers if number is not None), None)
