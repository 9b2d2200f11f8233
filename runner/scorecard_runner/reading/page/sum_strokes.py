"""Strokes in the boxes of extras: a scorebook has each bye and wide as a stroke, and the figure behind in a column of its own.

Told by captions below each other whose figures stand above each other, the total's among them. Refuses boxes without
such a column; a caption that strokes were glued to keeps its letters alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.page.ball_marks import says_a_word
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.words import Word

_CAPTION = re.compile(r"(?P<caption>(?:leg\W*)?byes?|wides?|no\W*balls?|penalt(?:y|ies)|total\W*extras|extras|total)", re.IGNORECASE)
_GLUED = re.compile(r"(?P<letters>[A-Za-z]{3,})[\d|Il!/\\.,']+")
_LEAST_CAPTIONS = 3
_SAME_COLUMN = 1.6  # letter heights
_NEAR = 5.0  # letter heights from caption to caption, down


@dataclass(frozen=True)
class _Entry:
    """A caption and the words to its right; `is_total` is the side's, whose line says wickets and overs as well."""

    caption: tuple[Word, ...]
    behind: tuple[Word, ...]
    is_total: bool

    @property
    def y(self) -> float:
        """Where it stands on the page."""
        return self.caption[0].box.centre_y


def without_sum_strokes(words: Sequence[Word], lines: Sequence[Line], height: float) -> list[Word]:
    """Return the words without the strokes in boxes of extras."""
    changed: dict[int, Word | None] = {}
    for stack in _stacks([entry for line in lines for entry in _entries(line)], height):
        column = _figures(stack, height)
        if column is not None:
            for entry in stack:
                if not entry.is_total:
                    changed |= _bare(entry, column, height)
    kept = (changed.get(id(word), word) for word in words)
    return [word for word in kept if word is not None]


def _entries(line: Line) -> Iterator[_Entry]:
    """Yield the caption that stands in the line, wherever a caption may begin: other boxes may stand to its left."""
    words = line.words
    for at in range(len(words)):
        for length in (2, 1):
            caption = words[at : at + length]
            said = " ".join(word.text for word in caption)
            found = _CAPTION.match(said)
            if found and all(map(says_a_word, caption[1:])) and len(caption) == length and not re.search(r"[A-Za-z]", said[found.end() :]):
                yield _Entry(caption, words[at + length :], found["caption"].casefold() == "total")
                return


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
    """Return where the column of figures stands; None if the captions have none in common with the total."""
    totals = [word for entry in stack if entry.is_total for word in entry.behind[-1:]]
    if len(stack) < _LEAST_CAPTIONS or not totals or not totals[0].text.strip(".").isdecimal():
        return None
    place = totals[0].box.centre_x
    others = (entry for entry in stack if not entry.is_total)
    level = sum(any(abs(word.box.centre_x - place) <= _SAME_COLUMN * height for word in entry.behind) for entry in others)
    return place if level >= 1 else None


def _bare(entry: _Entry, column: float, height: float) -> dict[int, Word | None]:
    changed: dict[int, Word | None] = {}
    left = column - _SAME_COLUMN * height
    last = entry.caption[-1]
    glued = _GLUED.fullmatch(last.text)
    if glued:
        changed[id(last)] = replace(last, text=glued["letters"])
    for word in entry.behind:
        if word.box.centre_x < left and not says_a_word(word):
            changed[id(word)] = None
    return changed
