"""Tables that nobody named the columns of: newspapers, TV graphics. The numbers say themselves what they are.

A run of lines with a dismissal in most of them is a batting table. Which number is which is decided by what they satisfy:
boundaries within the runs, rates that match, runs that make the total. Refuses runs of lines that satisfy nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.dismissals import parse_dismissal, split_dismissal
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.grammar.scores import parse_score
from scorecard_runner.reading.headings import Heading, HeadingCell, find_headings
from scorecard_runner.reading.lines import Line
from scorecard_runner.reading.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word

_LEAST_ROWS = 3
_LEAST_SHARE_OF_ROWS = 0.6
_SUM_WORTH = 10.0
_RATE_WORTH = 2.0
_RATE_TOLERANCE = 1.0  # integer strike rates are common
_LINES_TO_TOTAL = 6
_SHORT = {
    "R": Column.RUNS,
    "B": Column.BALLS,
    "M": Column.MINUTES,
    "4": Column.FOURS,
    "6": Column.SIXES,
    "S": Column.STRIKE_RATE,
}
_ORDERS = ("R", "RB", "BR", "RB4", "RMB", "R46", "RB46", "RMB4", "BR46", "RB46S", "RMB46", "MB46R", "BR46S", "RMB46S")
"""The usual ones first: among equals the first is taken."""


@dataclass(frozen=True)
class _Row:
    """A line that ends in numbers."""

    line: Line
    numbers: tuple[Word, ...]
    is_batter: bool

    @property
    def values(self) -> tuple[float, ...]:
        """The numbers from left to right."""
        return tuple(value for word in self.numbers if (value := read_strictly(word.text)) is not None)


def find_headless(lines: Sequence[Line]) -> tuple[Heading, int] | None:
    """Return a heading made up for the batting table that begins with the first line, and how many lines it has."""
    body = _run_of_rows(lines)
    rows = [row for line in body if (row := _as_row(line))]
    batters = [row for row in rows if row.is_batter]
    if len(batters) < _LEAST_ROWS or len(batters) < _LEAST_SHARE_OF_ROWS * len(body):
        return None
    count = Counter(len(row.numbers) for row in batters).most_common(1)[0][0]
    complete = [row for row in batters if len(row.numbers) == count]
    order = _best_order(complete, _total_below(lines[len(body) :]))
    return (_made_up(order, complete), len(body)) if order else None


def _run_of_rows(lines: Sequence[Line]) -> list[Line]:
    body: list[Line] = []
    for line in lines:
        if label_of(line.text) is not None or find_headings(line):
            break
        body.append(line)
    while body and _as_row(body[-1]) is None and not _is_out(body[-1]):
        body.pop()
    first = _as_row(body[0]) if body else None
    return body if first and first.is_batter else []


def _as_row(line: Line) -> _Row | None:
    words = list(line.words)
    numbers: list[Word] = []
    while words and read_strictly(words[-1].text) is not None:
        numbers.insert(0, words.pop())
    if not words or not numbers:
        return None
    text = " ".join(word.text for word in words)
    before = line.within(0, numbers[0].box.left)
    beside = " ".join(phrase.text for phrase in before.phrases[1:]) if before else ""
    is_batter = bool(split_dismissal(text)) or (bool(beside) and parse_dismissal(beside) is not None)
    return _Row(line, tuple(numbers), is_batter)


def _is_out(line: Line) -> bool:
    """Whether the line is a batter without numbers: absent, or not needed."""
    beside = " ".join(phrase.text for phrase in line.phrases[1:])
    return split_dismissal(line.text) is not None or (bool(beside) and parse_dismissal(beside) is not None)


def _total_below(lines: Sequence[Line]) -> float | None:
    """Return what the batters must have made: the total less the extras, where both are printed below."""
    total = extras = None
    for line in lines[:_LINES_TO_TOTAL]:
        label = label_of(line.text)
        if label is Label.TOTAL and (score := parse_score(line.text)):
            total = score.runs
        elif label is Label.EXTRAS:
            numbers = [value for word in line.words if (value := read_strictly(word.text)) is not None]
            extras = numbers[0] if numbers else None
    return total - extras if total is not None and extras is not None else None


def _best_order(rows: Sequence[_Row], batted: float | None) -> str | None:
    count = len(rows[0].numbers)
    scored = [(_worth(rows, order, batted), order) for order in _ORDERS if len(order) == count]
    worth, order = max(scored, key=lambda entry: entry[0], default=(-1.0, None))
    return order if worth >= 0 else None


def _worth(rows: Sequence[_Row], order: str, batted: float | None) -> float:
    """Return how much the numbers satisfy when read in this order; negative if they contradict it."""
    worth = 0.0
    runs = 0.0
    for row in rows:
        named = dict(zip(order, row.values, strict=True))
        runs += named["R"]
        if 4 * named.get("4", 0) + 6 * named.get("6", 0) > named["R"]:
            worth -= 1
        if named.get("4", 0) + named.get("6", 0) > named.get("B", float("inf")):
            worth -= 1
        if "S" in named and named["B"]:
            fits = abs(named["S"] - 100 * named["R"] / named["B"]) <= _RATE_TOLERANCE
            worth += _RATE_WORTH if fits else -_RATE_WORTH
        worth -= any(value != int(value) for name, value in named.items() if name != "S")
    if batted is not None:
        worth += _SUM_WORTH if runs == batted else 0.0
    return worth


def _made_up(order: str, rows: Sequence[_Row]) -> Heading:
    top = rows[0].line.box.top
    cells = [HeadingCell(Column.NAME, _above(rows[0].line.phrases[0].box, top))]
    for index, name in enumerate(order):
        stretch = enclosing(row.numbers[index].box for row in rows)
        cells.append(HeadingCell(_SHORT[name], _above(stretch, top)))
    return Heading(TableKind.BATTING, tuple(cells), enclosing(cell.box for cell in cells))


def _above(box: Box, top: float) -> Box:
    return Box(box.left, top - 1, box.right, top)
