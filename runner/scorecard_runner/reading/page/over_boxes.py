"""Boxes of single overs between a bowler's name and his figures, as scorebooks rule them.

Told by the heading: the analysis begins far to the right of the bowlers, and what stands between is marks of balls, on two
lines for one of names. Refuses tables whose figures follow the names, and anything below the last bowler.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.page.ball_marks import is_mark, says_a_word
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.column_names import column_of
from scorecard_runner.reading.tables.vocabulary import BATTER_WORDS, BOWLER_WORDS, Column, TableKind, is_one_of
from scorecard_runner.reading.words import Word

_LEAST_WIDTH = 8.0  # letter heights from the bowlers' heading to the first column
_LEAST_MARKS = 3
_MOSTLY = 0.6
_LEAST_COLUMNS = 2
_LEAST_ROWS = 2
_REACH = 3.0  # letter heights left of the heading at which names may begin
_OF_BOWLERS = {Column.OVERS, Column.MAIDENS, Column.RUNS, Column.WICKETS, Column.WIDES, Column.NO_BALLS}
_TELLING = {Column.OVERS, Column.MAIDENS, Column.WICKETS}
_ENDS = re.compile(r"\W*(?:byes|leg\W*byes|wides|no\W*balls|umpires?|scorers?|running|fall|wickets?\b)", re.IGNORECASE)


@dataclass(frozen=True)
class _Head:
    """The heading of an analysis: the word above the bowlers, what stands behind it, and the first and last column."""

    bowler: Word
    between: tuple[Word, ...]
    left: float
    right: float


def over_boxes(lines: Sequence[Line], height: float) -> set[int]:
    """Return the identities of the words in such boxes, the numbers of the overs included."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        for head in _heads(line):
            if head.left - head.bowler.box.right >= _LEAST_WIDTH * height:
                found |= _boxes_below(head, lines[at + 1 :], height)
    return found


def _heads(line: Line) -> Iterator[_Head]:
    """Yield a heading for each word for bowlers that columns of an analysis follow: a batter's bowler has none."""
    words = line.words
    starts = [at for at, word in enumerate(words) if is_one_of(word.text, BOWLER_WORDS | BATTER_WORDS)]
    for start, end in pairwise([*starts, len(words)]):
        if not is_one_of(words[start].text, BOWLER_WORDS):
            continue
        behind = words[start + 1 : end]
        named = [(column_of(word.text, TableKind.BOWLING), word) for word in behind if not word.text.isdecimal()]
        columns = [(column, word) for column, word in named if column in _OF_BOWLERS]
        if len({column for column, _ in columns}) > _LEAST_COLUMNS and _TELLING & {column for column, _ in columns}:
            left = min(word.box.left for _, word in columns)
            between = tuple(word for word in behind if word.box.centre_x < left)
            yield _Head(words[start], between, left, max(word.box.right for _, word in columns))


def _boxes_below(head: _Head, below: Sequence[Line], height: float) -> set[int]:
    edge = head.bowler.box.left - _REACH * height
    rows = [part for line in below if (part := line.within(edge, head.right + _REACH * height))]
    body = rows[: next((at for at, row in enumerate(rows) if _ends(row)), len(rows))]
    start = _first_box(head) or _first_mark(head, body)
    if start is None:
        return set()
    words = [word for row in body for word in row.words]
    inside = [
        word for word in words if start <= word.box.centre_x and word.box.right < head.left and not says_a_word(word)
    ]
    marks = sum(map(is_mark, inside))
    are_marks = marks >= max(_LEAST_MARKS, _MOSTLY * len(inside))
    return {id(word) for word in (*inside, *head.between)} if are_marks else set()


def _ends(row: Line) -> bool:
    """Whether the bowlers end above the row: sums, an official, or the heading of another table."""
    is_heading = any(is_one_of(word.text, BATTER_WORDS | BOWLER_WORDS) for word in row.words)
    return is_heading or _ENDS.match(row.text) is not None or label_of(row.text) is not None


def _first_box(head: _Head) -> float | None:
    """Return where the box of the first over begins, by the numbers above; None if too few of them were read."""
    numbers = [(int(word.text), word.box.centre_x) for word in head.between if word.text.isdecimal()]
    steps = [(x - w) / (m - n) for (n, w), (m, x) in pairwise(numbers) if m > n and x > w]
    if len(steps) < _LEAST_MARKS:
        return None
    pitch = median(steps)
    start = median(x - (n - 0.5) * pitch for n, x in numbers)
    return start if head.bowler.box.centre_x < start < head.left else None


def _first_mark(head: _Head, body: Sequence[Line]) -> float | None:
    """Return where the marks below begin; None unless several stand side by side, some other sign than a figure among them.

    A single number before the first column is of that column, whose name may stand further right.
    """
    rows = [[word for word in row.words if _is_before(word, head) and is_mark(word)] for row in body]
    marks = [word for row in rows if len(row) > 1 for word in row]
    several = sum(len(row) > 1 for row in rows) >= _LEAST_ROWS
    has_signs = any(not word.text.isdecimal() for word in marks)
    return min(word.box.left for word in marks) if several and has_signs else None


def _is_before(word: Word, head: _Head) -> bool:
    return head.bowler.box.right < word.box.centre_x and word.box.right < head.left
