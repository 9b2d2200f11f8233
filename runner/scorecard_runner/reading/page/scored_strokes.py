"""The column in which a scorebook has every ball that a batter faced, among those of how he was out and what he made.

Told by what stands there, row after row, and by the heading: a form that names batters, how they were out and their runs,
with no number's name above the marks. Refuses tables in which less than three rows have marks that can be nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.page.ball_marks import is_mark, is_surely_marks, says_a_word
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.column_names import column_of
from scorecard_runner.reading.tables.vocabulary import BATTER_WORDS, BOWLER_WORDS, TableKind, fold, is_one_of
from scorecard_runner.reading.words import Word

_CAPTIONS = re.compile(r"runs(as)?scored|scoringstrokes|ballbyball|strokes(scored)?|runs?andballs?")
_LEAST_ROWS = 3
_LEAST_RUN = 4  # single marks side by side
_NEAR = 2.5  # letter heights between marks of one batter
_ENDS = re.compile(r"\W*(?:byes|leg\W*byes|wides|no\W*balls|extras)", re.IGNORECASE)


@dataclass(frozen=True)
class _Head:
    """The heading of such a form: gaps in which a column of strokes may stand, and captions that may stand above it."""

    gaps: tuple[tuple[float, float], ...]
    captions: tuple[Word, ...]
    others: tuple[Word, ...]
    left: float
    right: float


def scored_strokes(lines: Sequence[Line], height: float) -> set[int]:
    """Return the identities of the words in such a column, those of its caption included."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        head = _head(line)
        if head is not None:
            found |= _strokes_below(head, lines[at + 1 :], height)
    return found


def _head(line: Line) -> _Head | None:
    words = line.words
    start = next((at for at, word in enumerate(words) if is_one_of(word.text, BATTER_WORDS)), None)
    if start is None:
        return None
    captions = tuple(word for phrase in line.phrases for word in _caption(phrase))
    others = [word for word in words[start + 1 :] if word not in captions]
    end = next((at for at, word in enumerate(others) if _starts_analysis(others, at)), len(others))
    names = [fold(word.text) for word in others[:end]]
    if "out" not in names and "howout" not in names:
        return None
    first, right = words[start].box, others[end].box.left if end < len(others) else float("inf")
    named = [word for word in others[:end] if _is_text(word) or _is_number(word)]
    lefts = [first.right, *(word.box.centre_x if _is_text(word) else word.box.right for word in named)]
    rights = [*(word.box.left for word in named), right]
    return _Head(tuple(zip(lefts, rights, strict=True)), captions, tuple(others[:end]), first.left, right)


def _is_text(word: Word) -> bool:
    """Whether names or dismissals stand below the word, from further left than itself."""
    column = column_of(word.text, TableKind.BATTING)
    return fold(word.text) == "how" or (column is not None and not column.is_number)


def _is_number(word: Word) -> bool:
    return fold(word.text) == "total" or column_of(word.text, TableKind.BATTING) is not None


def _starts_analysis(words: Sequence[Word], at: int) -> bool:
    """Whether a second word for bowlers, or one for batters, begins the table beside this one."""
    before = any(is_one_of(word.text, BOWLER_WORDS) for word in words[:at])
    return is_one_of(words[at].text, BATTER_WORDS) or (before and is_one_of(words[at].text, BOWLER_WORDS))


def _caption(phrase: Phrase) -> tuple[Word, ...]:
    """Return the words of the phrase that say strokes."""
    words = phrase.words
    runs = (words[at : at + length] for length in (3, 2, 1) for at in range(len(words) - length + 1))
    return next((run for run in runs if _CAPTIONS.fullmatch(fold("".join(word.text for word in run)))), ())


def _strokes_below(head: _Head, below: Sequence[Line], height: float) -> set[int]:
    rows = [part for line in below if (part := line.within(head.left, head.right))]
    body = rows[: next((at for at, row in enumerate(rows) if _ends(row)), len(rows))]
    zones = (_zone(body, left, right, height) for left, right in head.gaps)
    zone = max((zone for zone in zones if zone), key=lambda zone: zone[0], default=None)
    if zone is None:
        return set()
    _, left, right = zone
    if sum(left <= word.box.centre_x <= right for word in head.others) > 1:
        return set()  # columns with names of their own
    inside = (word for row in body for word in row.words if left <= word.box.centre_x <= right)
    return {id(word) for word in (*(word for word in inside if not says_a_word(word)), *head.captions)}


def _ends(row: Line) -> bool:
    """Whether the batters end above the row: sums, or the heading of another table."""
    is_heading = any(is_one_of(word.text, BATTER_WORDS) for word in row.words)
    return is_heading or _ENDS.match(row.text) is not None or label_of(row.text) is not None


def _zone(body: Sequence[Line], left: float, right: float, height: float) -> tuple[int, float, float] | None:
    """Return in how many rows marks stand between these edges, and from where to where; None if in too few."""
    runs = [run for row in body if (run := _sure_run(row, left, right, height))]
    if len(runs) < _LEAST_ROWS:
        return None
    return len(runs), min(run[0].box.left for run in runs), max(run[-1].box.right for run in runs)


def _sure_run(row: Line, left: float, right: float, height: float) -> list[Word]:
    """Return the marks of a row that can be nothing else: several side by side, or one of many signs."""
    marks = [word for word in row.words if left < word.box.centre_x < right and is_mark(word)]
    near = sum(one.box.right + _NEAR * height >= other.box.left for one, other in pairwise(marks))
    is_sure = any(map(is_surely_marks, marks)) or near + 1 >= _LEAST_RUN
    return marks if is_sure else []
