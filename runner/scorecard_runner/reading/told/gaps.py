"""Rows whose figures were not read: where rows follow each other in even steps, a wider one has lost a row between.

Its text must not fall to its neighbours, and its figures can be looked for again where they must stand. Refuses columns
whose rows keep no even distance, and figures at the ends of rows of text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.vocabulary import TableKind
from scorecard_runner.reading.told.columns import ToldColumn
from scorecard_runner.reading.told.marks import Mark, announces

_EVEN = 0.12
"""How much a step may differ from the usual one, as a share of it."""

_LEAST_EVEN = 0.6
"""Share of the steps that must be usual ones."""

_PAIR = re.compile(r"\d\s?[-–—/]\s?\d")  # noqa: RUF001 - as printed
_MOST_BEYOND = 9
_NEAR = 0.4
"""How far from its figures a name may stand, in steps."""

_LEAST_NAME = 4  # letters
_SHORTEST_WORD = 3  # letters; what is shorter may have been figures
_ALIGNED = 1.0  # letter heights


def with_gaps_filled(column: ToldColumn, lines: Sequence[Line]) -> ToldColumn:
    """Return the column with marks without readings where rows were lost; as it is if its rows are not even.

    Above the first row and below the last one a row was lost if something is printed where its figures must stand, and a
    name before it.
    """
    centres = [mark.box.centre_y for mark in column.marks]
    steps = [below - above for above, below in pairwise(centres)]
    if len(steps) < 2 or not _is_aligned(column):  # noqa: PLR2004 - a single step says nothing of others
        return column
    usual = median(steps)
    even = sum(abs(step - usual) <= _EVEN * usual for step in steps)
    if even < _LEAST_EVEN * len(steps):
        return column
    first, last = column.marks[0], column.marks[-1]
    above, below = _beyond(first, -usual, lines), _beyond(last, usual, lines)
    inside = (mark for pair in pairwise(column.marks) for mark in _between(*pair, usual))
    return ToldColumn((*reversed(above), first, *inside, *below))


def _is_aligned(column: ToldColumn) -> bool:
    boxes = [mark.box for mark in column.marks]
    height = boxes[0].height
    rights, lefts = [box.right for box in boxes], [box.left for box in boxes]
    return min(max(rights) - min(rights), max(lefts) - min(lefts)) <= _ALIGNED * height


def _between(above: Mark, below: Mark, usual: float) -> Iterator[Mark]:
    """Yield what was lost between two rows, and the lower one."""
    distance = below.box.centre_y - above.box.centre_y
    count = round(distance / usual)
    if count > 1 and abs(distance / count - usual) <= _EVEN * usual:
        yield from (_lost(above, usual * number) for number in range(1, count))
    yield below


def _beyond(edge: Mark, step: float, lines: Sequence[Line]) -> list[Mark]:
    """Return the rows that were lost beyond the last one, going on by that step."""
    found: list[Mark] = []
    while len(found) < _MOST_BEYOND:
        lost = _lost(edge, step * (len(found) + 1))
        if not _was_printed(lost, abs(step), lines) or any(_parts(line, edge, lost) for line in lines):
            break
        found.append(lost)
    return found


def _was_printed(lost: Mark, step: float, lines: Sequence[Line]) -> bool:
    """Whether something that can have been figures stands there, and a name before it; no score of a side."""
    near = [line for line in lines if abs(line.box.centre_y - lost.box.centre_y) <= _NEAR * step]
    printed = [word.text for line in near for word in line.words if _stands_at(lost.box, word.box)]
    is_score = any(map(announces, near)) or (
        lost.kind is TableKind.BATTING and any(_PAIR.search(line.text) for line in near)
    )
    named = any(_is_named(line, lost.box.left) for line in near)
    return named and not is_score and any(map(_may_be_figures, printed))


def _parts(line: Line, edge: Mark, lost: Mark) -> bool:
    """Whether the line announces something between the last row and the lost one."""
    first, second = sorted((edge.box.centre_y, lost.box.centre_y))
    return first < line.box.centre_y < second and label_of(line.text) is not None


def _may_be_figures(text: str) -> bool:
    return any(map(str.isdigit, text)) or len(text) <= _SHORTEST_WORD


def _stands_at(place: Box, box: Box) -> bool:
    return box.overlap_y(place) > 0 and place.left - place.height <= box.centre_x <= place.right + place.height


def _is_named(line: Line, left: float) -> bool:
    before = line.within(0, left)
    return before is not None and sum(map(str.isalpha, before.text)) >= _LEAST_NAME


def _lost(model: Mark, down: float) -> Mark:
    """Return a mark without readings so far below another one of its column."""
    cells = tuple(Cell(cell.column, cell.box.moved(0, down)) for cell in model.cells)
    return replace(model, cells=cells, words=(), place=model.box.moved(0, down))
