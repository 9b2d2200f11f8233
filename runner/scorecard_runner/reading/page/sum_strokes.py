"""Strokes in the boxes of extras: a scorebook has each bye and wide as a stroke, and the figure behind in a column of its own.

Told by captions below each other whose figures stand above each other, the total among them. Refuses boxes without
such a column; a caption that strokes were glued to keeps its letters alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from scorecard_runner.reading.page.ball_marks import says_a_word
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.words import Word

_CAPTION = re.compile(
    r"(?P<caption>(?:leg\W*)?byes?|wides?|no\W*balls?|penalt(?:y|ies)|total\W*extras|extras|total)", re.IGNORECASE
)
_OF_TOTAL = re.compile(r"\W*(?:for|wi?c?kt?s?|wickets?|in|overs?|all|out|dec|\d*overs?|in\d+.*)\W*", re.IGNORECASE)
_GLUED = re.compile(r"(?P<letters>[A-Za-z]{3,})[\d|Il!/\\.,']+")
_STROKES = re.compile(r"[1Il|!/\\.,'\-·•・一二三]+")
_LEAST_PARTS = 2
_LEAST_FIGURES = 2
_SAME_COLUMN = 1.6  # letter heights
_LEVEL = 0.4  # of the way to the next caption
_NEAR = 5.0  # letter heights from caption to caption, down


@dataclass(frozen=True)
class _Entry:
    """A caption and the words to its right; other sums than parts of the extras have more in their boxes than strokes."""

    caption: tuple[Word, ...]
    behind: tuple[Word, ...]
    name: str

    @property
    def is_part(self) -> bool:
        """Whether the box is for one kind of extras."""
        return "total" not in self.name and "extras" not in self.name

    @property
    def y(self) -> float:
        """Where it stands on the page."""
        return self.caption[0].box.centre_y


def without_sum_strokes(words: Sequence[Word], lines: Sequence[Line], height: float) -> list[Word]:
    """Return the words without the strokes in boxes of extras, each figure level with its caption."""
    changed: dict[int, Word | None] = {}
    for stack in _stacks([entry for line in lines for entry in _entries(line)], height):
        column = _figures(stack, height)
        if column is None:
            continue
        for entry in stack:
            if entry.is_part:
                changed |= _bare(entry, column, height)
        changed |= _levelled(stack, words, column, height)
    kept = (changed.get(id(word), word) for word in words)
    return [word for word in kept if word is not None]


def _levelled(stack: Sequence[_Entry], words: Sequence[Word], column: float, height: float) -> dict[int, Word | None]:
    """Return the figures of the column where their captions stand: where the page leans, they are higher or lower."""
    pitches = [below.y - above.y for above, below in pairwise(stack)]
    pitch = median(pitches)
    level = {id(word) for entry in stack for word in entry.behind}
    moved: dict[int, Word | None] = {}
    for word in words:
        if id(word) in level or abs(word.box.centre_x - column) > _SAME_COLUMN * height or not word.text.isdecimal():
            continue
        steps = [entry.y - word.box.centre_y for entry in stack]
        nearest = min(steps, key=abs)
        if abs(nearest) <= _LEVEL * pitch:
            moved[id(word)] = replace(word, box=word.box.moved(0.0, nearest))
    return moved


def _entries(line: Line) -> Iterator[_Entry]:
    """Yield the caption that stands in the line, wherever a caption may begin: other boxes may stand to its left."""
    words = line.words
    for at in range(len(words)):
        for length in (2, 1):
            caption = words[at : at + length]
            said = " ".join(word.text for word in caption)
            found = _CAPTION.match(said)
            if (
                found
                and all(map(says_a_word, caption[1:]))
                and len(caption) == length
                and not re.search(r"[A-Za-z]", said[found.end() :])
            ):
                yield _entry(caption, words[at + length :], name=found["caption"].casefold())
                return


def _entry(caption: tuple[Word, ...], behind: Sequence[Word], *, name: str) -> _Entry:
    """Return the entry with what stands in its box: another caption begins another one."""
    foreign = (
        at
        for at, word in enumerate(behind)
        if says_a_word(word) and not (name == "total" and _OF_TOTAL.fullmatch(word.text))
    )
    return _Entry(caption, tuple(behind[: next(foreign, len(behind))]), name)


def _stacks(entries: Sequence[_Entry], height: float) -> Iterator[list[_Entry]]:
    """Yield captions that stand close below each other."""
    stack: list[_Entry] = []
    for entry in entries:
        if stack and entry.y - stack[-1].y > _NEAR * height:
            yield stack
            stack = []
        stack.append(entry)
    if stack:
        yield stack


def _figures(stack: Sequence[_Entry], height: float) -> float | None:
    """Return where the column of figures stands; None if less than two captions have a figure there."""
    parts = sum(entry.is_part for entry in stack)
    if parts < _LEAST_PARTS or parts == len(stack):
        return None
    lasts = [word.box.centre_x for entry in stack for word in entry.behind[-1:] if word.text.isdecimal()]
    shared = [[other for other in lasts if abs(other - place) <= _SAME_COLUMN * height] for place in lasts]
    largest = max(shared, key=len, default=[])
    return median(largest) if len(largest) >= _LEAST_FIGURES else None


def _bare(entry: _Entry, column: float, height: float) -> dict[int, Word | None]:
    """Return the words of the box that are strokes as none, and the caption without strokes glued to it.

    Figures above one are strokes only where the sum of them stands behind, in the column.
    """
    changed: dict[int, Word | None] = {}
    left = column - _SAME_COLUMN * height
    last = entry.caption[-1]
    glued = _GLUED.fullmatch(last.text)
    if glued:
        changed[id(last)] = replace(last, text=glued["letters"])
    is_summed = any(abs(word.box.centre_x - column) <= _SAME_COLUMN * height for word in entry.behind)
    for word in entry.behind:
        is_stroke = _STROKES.fullmatch(word.text) or (is_summed and word.text.isdecimal())
        if word.box.centre_x < left and is_stroke:
            changed[id(word)] = None
    return changed
