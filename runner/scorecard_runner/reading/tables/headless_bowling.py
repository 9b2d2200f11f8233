"""Bowling tables that nobody named the columns of: almanacks, later innings of a page.

A run of lines with a name and the same count of numbers is one if overs, maidens, wickets and economies can be what they say
and the bowlers are those whom the dismissals name. Refuses anything else: league tables are names and numbers too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.grammar.overs import BALLS_PER_OVER
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.headings import Heading, HeadingCell, find_headings
from scorecard_runner.reading.tables.headless import HeadlessTable
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word

_LEAST_ROWS = 2
_LEAST_NUMBERS = 4
_MOST_NAME_WORDS = 5
_SHORTEST_NAME = 3  # letters
_LEAST_NAMED = 0.6
"""Share of the wickets' bowlers whom the dismissals must name."""

_MOST_WICKETS = 10
_MOST_RUNS_AN_OVER = 36
_ROWS_STOP = 1.9
"""In the distance of the rows above."""

_FITS = 0.11
"""An economy may be printed with one place."""

_BOWLED = re.compile(r"\b(?:b|bowled|lbw|c&b)\b\.?\s*(?P<bowler>[^\d()]+)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORT = {
    "O": Column.OVERS,
    "M": Column.MAIDENS,
    "R": Column.RUNS,
    "W": Column.WICKETS,
    "E": Column.ECONOMY,
    "d": Column.WIDES,
    "n": Column.NO_BALLS,
}
_ORDERS = ("OMRW", "OMRWE", "OMRWdn", "OMRWEdn", "OMRWdnE")
"""The usual ones first: among equals the first is taken."""


@dataclass(frozen=True)
class _Row:
    """A line that can be a bowler's."""

    line: Line
    name: tuple[Word, ...]
    numbers: tuple[Word, ...]
    values: tuple[float, ...]


def find_headless_bowling(lines: Sequence[Line], around: Sequence[Line]) -> HeadlessTable | None:
    """Return the bowling table without a heading that begins with the first line, if there is one.

    Args:
        lines: from where the table may begin.
        around: all lines of this part of the page, the batters' among them.
    """
    rows = list(_rows(lines))
    if len(rows) < _LEAST_ROWS:
        return None
    order = _order([row.values for row in rows])
    if not order or not _are_named(rows, order, around):
        return None
    return HeadlessTable(_made_up(order, rows), tuple(row.line for row in rows), len(rows))


def _rows(lines: Sequence[Line]) -> Iterator[_Row]:
    """Yield the rows up to the first line that is none, has other numbers, or stands apart."""
    first: _Row | None = None
    step, end = float("inf"), lines[0].box.centre_y
    for line in lines:
        row = _row(line)
        gap = line.box.centre_y - end
        if row is None or gap > _ROWS_STOP * step or (first and len(row.values) != len(first.values)):
            return
        step, end = (min(step, gap) if first else step), line.box.centre_y
        first = first or row
        yield row


def _row(line: Line) -> _Row | None:
    words = list(line.words)
    numbers: list[Word] = []
    while words and read_strictly(words[-1].text) is not None:
        numbers.insert(0, words.pop())
    is_name = 0 < len(words) <= _MOST_NAME_WORDS and any(map(str.isalpha, "".join(word.text for word in words)))
    if len(numbers) < _LEAST_NUMBERS or not is_name or label_of(line.text) is not None or find_headings(line):
        return None
    values = tuple(value for word in numbers if (value := read_strictly(word.text)) is not None)
    return _Row(line, tuple(words), tuple(numbers), values)


def _order(rows: Sequence[tuple[float, ...]]) -> str:
    """Return the first order of columns in which every row can be a bowler's; empty if there is none."""
    fitting = (order for order in _ORDERS if len(order) == len(rows[0]) and _is_possible(rows, order))
    return next(fitting, "")


def _is_possible(rows: Sequence[tuple[float, ...]], order: str) -> bool:
    named = [dict(zip(order, row, strict=True)) for row in rows]
    return all(map(_is_bowler, named)) and sum(row["W"] for row in named) <= _MOST_WICKETS


def _is_bowler(row: dict[str, float]) -> bool:
    overs, balls = int(row["O"]), round(row["O"] % 1 * 10)
    bowled = overs + balls / BALLS_PER_OVER
    if any(value != int(value) for name, value in row.items() if name not in "OE"):
        return False
    if balls >= BALLS_PER_OVER or not bowled or row["M"] > overs or row["R"] > _MOST_RUNS_AN_OVER * (overs + 1):
        return False
    return "E" not in row or abs(row["E"] - row["R"] / bowled) <= _FITS


def _are_named(rows: Sequence[_Row], order: str, around: Sequence[Line]) -> bool:
    """Whether those who took wickets are the bowlers of dismissals."""
    said = (match["bowler"] for line in around for match in _BOWLED.finditer(line.text))
    bowlers = {word.casefold() for text in said for word in _WORD.findall(text)}
    place = order.index("W")
    took = [row for row in rows if row.values[place] > 0]
    named = sum(any(word.casefold() in bowlers for word in _letters(row)) for row in took)
    return bool(took) and named >= _LEAST_NAMED * len(took)


def _letters(row: _Row) -> list[str]:
    return _WORD.findall(" ".join(word.text for word in row.name))


def _made_up(order: str, rows: Sequence[_Row]) -> Heading:
    top = min(word.box.top for word in rows[0].line.words)
    cells = [HeadingCell(Column.NAME, _above(enclosing(word.box for word in rows[0].name), top))]
    for index, name in enumerate(order):
        stretch = enclosing(row.numbers[index].box for row in rows)
        cells.append(HeadingCell(_SHORT[name], _above(stretch, top)))
    return Heading(TableKind.BOWLING, tuple(cells), enclosing(cell.box for cell in cells))


def _above(box: Box, top: float) -> Box:
    return Box(box.left, top - 1, box.right, top)
