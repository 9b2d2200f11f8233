"""Marks above each other, row after row: the figures of a table that nobody named the columns of.

Refuses marks below a heading: that heading knows more than they do; and lone ones, which may be of a sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.vocabulary import TableKind
from scorecard_runner.reading.told.marks import Mark, announces

_ALIGNED = 1.0  # letter heights between the edges of marks of one column
_BULLET = 2.5  # letter heights that a row begins further to the right than what was wrapped of it
_SAME_SIZE = 1.5  # of the letters of two rows
_NEXT_ROW = 0.8  # letter heights at least
_ROWS_STOP = 2.2
_ROWS_STOP_LETTERS = 8.0
_FIRST_STEP = 12.0  # letter heights
_LEAST_ROWS = 3
_LEAST_ANALYSES = 2
_FOUR_FIGURES = 4
_MOST_WICKETS = 10
_HEADED_STEPS = 3.5


@dataclass
class _Growing:
    marks: list[Mark]
    widest: float = field(default=0.0)


@dataclass(frozen=True)
class ToldColumn:
    """The whole marks of the rows of one table, from top to bottom; at least one."""

    marks: tuple[Mark, ...]

    @property
    def kind(self) -> TableKind:
        """Whose figures they are."""
        return self.marks[0].kind

    @property
    def box(self) -> Box:
        """The box around all marks."""
        return enclosing(mark.box for mark in self.marks)

    @property
    def step(self) -> float:
        """The least distance of two rows, in pixels; of a single row three letters."""
        centres = [mark.box.centre_y for mark in self.marks]
        steps = [below - above for above, below in pairwise(centres)]
        return min(steps, default=3 * self.marks[0].box.height)


@dataclass(frozen=True)
class FoundColumns:
    """Columns of told figures from top to bottom: those that are tables alone, and those that a heading names.

    `named` are the kinds of tables that have a heading somewhere on the page.
    """

    alone: tuple[ToldColumn, ...]
    headed: tuple[ToldColumn, ...]
    named: frozenset[TableKind]


def find_columns(lines: Sequence[Line], marks: Sequence[Mark]) -> FoundColumns:
    """Return the columns that told figures make."""
    told = {id(word) for mark in marks for word in mark.words}
    headings = [line for line in lines if find_headings(line) and not any(id(word) in told for word in line.words)]
    stops = [*headings, *(line for line in lines if announces(line))]
    grown = _grown([mark for mark in marks if mark.is_whole], stops)
    columns = [ToldColumn(marks) for each in grown if (marks := _of_players(each.marks))]
    sure = {column.kind for column in columns if _is_table(column)}
    named = frozenset(heading.kind for line in headings for heading in find_headings(line))
    kept = [
        column
        for column in columns
        if column.kind in sure and not _is_score_alone(column) and (column.kind not in named or _is_table(column))
    ]
    headed = [column for column in kept if _is_headed(column, headings)]
    alone = [column for column in kept if column not in headed]
    return FoundColumns(tuple(in_reading_order(alone)), tuple(headed), named)


def in_reading_order(columns: Sequence[ToldColumn]) -> list[ToldColumn]:
    """Return the columns from top to bottom; of those side by side the batters first."""
    return sorted(columns, key=lambda column: (column.box.top, column.kind is TableKind.BOWLING))


def _of_players(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks without a score of the side above them: more wickets than there are, in the order of the others."""
    either = [mark for mark in marks if mark.is_either]
    at = 0 if wickets_first(either) else 1
    return tuple(mark for mark in marks if not mark.is_either or (mark.cells[at].value or 0) <= _MOST_WICKETS)


def wickets_first(marks: Sequence[Mark]) -> bool:
    """Whether of `3-46` the smaller numbers, the wickets, stand first in most rows."""
    first = sum((mark.cells[0].value or 0) <= (mark.cells[1].value or 0) for mark in marks)
    return 2 * first >= len(marks)


def find_lone_runs(lines: Sequence[Line], marks: Sequence[Mark], columns: Sequence[ToldColumn]) -> list[ToldColumn]:
    """Return the columns of bare numbers, one in a row, on a page whose bowlers are told: the runs of its batters."""
    if {column.kind for column in columns} != {TableKind.BOWLING}:
        return []
    return find_runs(lines, [mark for mark in marks if _is_alone(mark, marks)])


def find_runs(lines: Sequence[Line], marks: Sequence[Mark]) -> list[ToldColumn]:
    """Return the columns of some rows that these marks make, below no heading."""
    headings = [line for line in lines if find_headings(line)]
    stops = [*headings, *(line for line in lines if announces(line))]
    found = [ToldColumn(tuple(each.marks)) for each in _grown(marks, stops)]
    return [column for column in found if len(column.marks) >= _LEAST_ROWS and not _is_headed(column, headings)]


def _is_alone(mark: Mark, others: Sequence[Mark]) -> bool:
    return not any(other is not mark and other.box.overlap_y(mark.box) > 0 for other in others)


def _is_score_alone(column: ToldColumn) -> bool:
    """Whether it is a single `58-0 (6.0)`: rather what a side made."""
    return len(column.marks) == 1 and column.marks[0].is_either


def _is_table(column: ToldColumn) -> bool:
    has_analyses = all(len(mark.cells) >= _FOUR_FIGURES for mark in column.marks)
    return len(column.marks) >= (_LEAST_ANALYSES if has_analyses else _LEAST_ROWS)


def _grown(marks: Sequence[Mark], stops: Sequence[Line]) -> Iterator[_Growing]:
    columns: list[_Growing] = []
    for mark in marks:
        column = next((each for each in reversed(columns) if _goes_on(each, mark, stops)), None)
        if column is None:
            columns.append(_Growing([mark]))
        else:
            column.widest = max(column.widest, _gap(column.marks[-1], mark))
            column.marks.append(mark)
    yield from columns


def _goes_on(column: _Growing, mark: Mark, stops: Sequence[Line]) -> bool:
    last = column.marks[-1]
    gap, height = _gap(last, mark), max(last.box.height, mark.box.height)
    if max(last.box.height, mark.box.height) > _SAME_SIZE * min(last.box.height, mark.box.height):
        return False
    # A side's `97 for 3 (16.3 overs)` below analyses of four figures is no bowler's: a table is told in one form.
    is_alike = mark.kind is last.kind and mark.is_either == last.is_either
    if not is_alike or gap < _NEXT_ROW * height or not _are_aligned(last, mark, height):
        return False
    farthest = max(_ROWS_STOP * column.widest, _ROWS_STOP_LETTERS * height) if column.widest else _FIRST_STEP * height
    if gap > farthest:
        return False
    return not any(_is_between(line, last, mark) for line in stops)


def _gap(above: Mark, below: Mark) -> float:
    return below.box.centre_y - above.box.centre_y


def _are_aligned(first: Mark, second: Mark, height: float) -> bool:
    a, b = first.box, second.box
    edges = [a.left - b.left, a.right - b.right, a.centre_x - b.centre_x]
    if first.stands_behind or second.stands_behind:
        edges.append((first.left - second.left) * _ALIGNED / _BULLET)
    return min(map(abs, edges)) <= _ALIGNED * height


def _is_between(line: Line, above: Mark, below: Mark) -> bool:
    """Whether the line stands between the rows, and not only beside them: there it speaks of another table."""
    is_between = above.box.centre_y < line.box.centre_y < below.box.centre_y
    return is_between and line.box.right > min(above.left, below.left) and line.box.left < below.box.right


def stands_above(line: Line, column: ToldColumn) -> bool:
    """Whether the line is a heading right above the figures, with a name over them."""
    distance = column.marks[0].box.centre_y - line.box.centre_y
    is_near = 0 < distance <= _HEADED_STEPS * column.step
    over = any(phrase.box.overlap_x(column.box) > 0 for phrase in line.phrases)
    return is_near and over and any(heading.kind is column.kind for heading in find_headings(line))


def _is_headed(column: ToldColumn, headings: Sequence[Line]) -> bool:
    """Whether a heading knows more of the figures than they say themselves; of whole analyses nothing does."""
    is_whole = all(len(mark.cells) >= _FOUR_FIGURES for mark in column.marks) and column.kind is TableKind.BOWLING
    return not is_whole and any(stands_above(line, column) for line in headings)
