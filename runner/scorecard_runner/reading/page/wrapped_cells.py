"""Cells of several lines: which lines of a narrow column belong to which row of the table.

The lines of a column are dealt out to the rows in order, a few following ones to each, so that they stand best: centred at
the height of the row's numbers, or from there down. Refuses to deal where no cell was wrapped, and leaves lines over that
fit nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from statistics import median

from scorecard_runner.reading.page.lines import Line, Phrase

_LEVEL = 0.4  # letter heights
_LEFT_OVER = 2.5
"""What it costs to leave a line over, as letter heights by which a cell may stand away from its row."""

_SLOPE = 0.6  # letter heights
_MOST_LINES = 6
_SAME_PITCH = 1.3
"""Lines of a cell stand at most so many times as far apart as the closest ones of the column."""

_CLOSER_THAN_ROWS = 0.88


class Anchor(StrEnum):
    """How cells stand to the numbers of their row."""

    TOP = "top"
    MIDDLE = "middle"


@dataclass(frozen=True)
class Dealt:
    """The lines of each row in the order of the rows, and those that fit nowhere."""

    rows: tuple[tuple[Line, ...], ...]
    left_over: tuple[Line, ...]


@dataclass(frozen=True)
class _Piece:
    """What one line of text has in one column; `line` counts the lines of text."""

    line: int
    phrases: tuple[Phrase, ...]
    y: float


def deal_lines(lines: Sequence[Line], rows: Sequence[float], height: float) -> Dealt | None:
    """Return which lines belong to which row; None if no cell of the table was wrapped.

    Args:
        lines: the text of the table without its numbers.
        rows: how far down the numbers of each row stand, from top to bottom.
        height: of a letter, in pixels.
    """
    if not rows or all(_is_level(line.box.centre_y, rows, height) for line in lines):
        return None
    columns = [_without_slope(column, rows, height) for column in _columns(lines)]
    dealt = {anchor: [_deal(column, rows, height, anchor) for column in columns] for anchor in Anchor}
    best = min(dealt, key=lambda anchor: sum(cost for cost, _ in dealt[anchor]))
    cells = [(row, cell) for _, found in dealt[best] for row, cell in found.items()]
    if all(len(cell) == 1 for _, cell in cells):
        return None
    places = {id(piece): row for row, cell in cells for piece in cell}
    return _gathered(columns, places, len(rows))


def _is_level(y: float, rows: Sequence[float], height: float) -> bool:
    return min(abs(y - row) for row in rows) <= _LEVEL * height


def _columns(lines: Sequence[Line]) -> list[list[_Piece]]:
    """Return the pieces of text above each other, from top to bottom."""
    columns: list[list[tuple[int, Phrase]]] = []
    parts = [(index, phrase) for index, line in enumerate(lines) for phrase in line.phrases]
    for index, phrase in sorted(parts, key=lambda part: part[1].box.left):
        column = next((each for each in columns if _is_above(phrase, each)), None)
        if column is None:
            columns.append([(index, phrase)])
        else:
            column.append((index, phrase))
    return [_pieces(column) for column in columns]


def _without_slope(pieces: Sequence[_Piece], rows: Sequence[float], height: float) -> list[_Piece]:
    """Return the pieces as high as the rows are where those of the whole column stand a little higher or lower."""
    steps = [min((row - piece.y for row in rows), key=abs) for piece in pieces]
    slope = min(max(median(steps), -_SLOPE * height), _SLOPE * height)
    return [replace(piece, y=piece.y + slope) for piece in pieces]


def _is_above(phrase: Phrase, column: Sequence[tuple[int, Phrase]]) -> bool:
    return any(other.box.overlap_x(phrase.box) > 0 for _, other in column)


def _pieces(column: Sequence[tuple[int, Phrase]]) -> list[_Piece]:
    by_line: dict[int, list[Phrase]] = {}
    for index, phrase in column:
        by_line.setdefault(index, []).append(phrase)
    pieces = [_Piece(index, tuple(parts), parts[0].box.centre_y) for index, parts in by_line.items()]
    return sorted(pieces, key=lambda piece: piece.y)


def _deal(
    pieces: Sequence[_Piece], rows: Sequence[float], height: float, anchor: Anchor
) -> tuple[float, dict[int, Sequence[_Piece]]]:
    """Return the cheapest way to deal the pieces out to the rows in order, and what it costs."""
    pitch = _widest_pitch(pieces, rows, height)
    best: list[tuple[float, dict[int, Sequence[_Piece]]]] = [(_LEFT_OVER * k, {}) for k in range(len(pieces) + 1)]
    for number, row in enumerate(rows):
        reached = list(best)
        for end in range(1, len(pieces) + 1):
            options = [best[end], (reached[end - 1][0] + _LEFT_OVER, reached[end - 1][1])]
            for start in range(max(0, end - _MOST_LINES), end):
                cell = pieces[start:end]
                if _is_one_cell(cell, pitch) and not any(_is_of_another(piece, row, rows, height) for piece in cell):
                    cost, found = best[start]
                    options.append((cost + _away(cell, row, anchor) / height, {**found, number: cell}))
            reached[end] = min(options, key=lambda option: option[0])
        best = reached
    return best[-1]


def _is_one_cell(pieces: Sequence[_Piece], pitch: float) -> bool:
    return all(below.y - above.y <= pitch for above, below in pairwise(pieces))


def _is_of_another(piece: _Piece, row: float, rows: Sequence[float], height: float) -> bool:
    """Whether the piece stands beside the numbers of another row: where cells are wrapped, rows keep their distance."""
    return any(abs(piece.y - other) <= min(height, abs(piece.y - row)) for other in rows if other != row)


def _widest_pitch(pieces: Sequence[_Piece], rows: Sequence[float], height: float) -> float:
    """Return how far lines of one cell may stand apart; 0 where those between the rows stand no closer than rows."""
    wrapped = [(above, below) for above, below in pairwise(pieces) if not _are_level((above, below), rows, height)]
    closest = min((below.y - above.y for above, below in wrapped), default=float("inf"))
    closest_rows = min((below - above for above, below in pairwise(rows)), default=float("inf"))
    return _SAME_PITCH * closest if closest <= _CLOSER_THAN_ROWS * closest_rows else 0.0


def _are_level(pieces: Sequence[_Piece], rows: Sequence[float], height: float) -> bool:
    return all(_is_level(piece.y, rows, height) for piece in pieces)


def _away(cell: Sequence[_Piece], row: float, anchor: Anchor) -> float:
    y = cell[0].y if anchor is Anchor.TOP else (cell[0].y + cell[-1].y) / 2
    return abs(y - row)


def _gathered(columns: Sequence[Sequence[_Piece]], places: dict[int, int], count: int) -> Dealt:
    rows: list[dict[int, list[Phrase]]] = [{} for _ in range(count)]
    left_over: dict[int, list[Phrase]] = {}
    for piece in (piece for column in columns for piece in column):
        row = rows[places[id(piece)]] if id(piece) in places else left_over
        row.setdefault(piece.line, []).extend(piece.phrases)
    return Dealt(tuple(map(_as_lines, rows)), _as_lines(left_over))


def _as_lines(parts: dict[int, list[Phrase]]) -> tuple[Line, ...]:
    return tuple(Line(tuple(sorted(parts[index], key=lambda phrase: phrase.box.left))) for index in sorted(parts))
