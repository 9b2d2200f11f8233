"""The strip of the falls of wickets in a scorebook: numbers from 1 above, the scores below, and whose wicket it was.

All ten are printed, whatever fell, and other boxes stand beside it. Refuses tables of falls in which every number has its
score, which are read as they are; of a strip whose first scores were not read nothing is left, for none could be counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.words import Word

_WICKETS = re.compile(r"wickets?|wkts?", re.IGNORECASE)
_SCORES = re.compile(r"scores?|runs|total", re.IGNORECASE)
_NUMBERS = re.compile(r"bat\W*no\W*|no\W*|bat\.?", re.IGNORECASE)
_TITLE = re.compile(r"f[ao][il]l\s*of\s*wicke?ts?", re.IGNORECASE)
_MOST_WICKETS = 10
_LEAST_NUMBERS = 3
_REACH = 6.0  # letter heights between the rows of a strip
_ALIGNED = 2.5  # letter heights between the first words of its rows


@dataclass(frozen=True)
class FallStrip:
    """Its words, row by row; `rest` are further rows, and `title` what stands above."""

    wickets: tuple[Word, ...]
    scores: tuple[Word, ...]
    rest: tuple[Word, ...]
    title: tuple[Word, ...]

    @property
    def box(self) -> Box:
        """The box around all of it."""
        return enclosing(word.box for word in (*self.title, *self.wickets, *self.scores, *self.rest))

    @property
    def dropped(self) -> set[int]:
        """The identities of words that say nothing: numbers without a score; all of the strip if its wickets cannot be counted."""
        above = {number: _above(score, self.wickets[1:]) for number, score in enumerate(self.scores[1:])}
        counted = [int(word.text) for word in above.values() if word is not None]
        if counted != list(range(1, len(self.scores))):
            return {id(word) for word in (*self.title, *self.wickets, *self.scores, *self.rest)}
        kept = {id(word) for word in above.values()}
        numbers = {id(word) for word in self.wickets[1:] if id(word) not in kept}
        says_names = sum(any(map(str.isalpha, word.text)) for word in self.rest) > _LEAST_NUMBERS
        return numbers | (set() if says_names else {id(word) for word in self.rest})


def find_fall_strips(lines: Sequence[Line], height: float) -> list[FallStrip]:
    """Return the strips on a page from top to bottom."""
    found = (_strip_at(lines, at, height) for at in range(len(lines)))
    return [strip for strip in found if strip]


def _strip_at(lines: Sequence[Line], at: int, height: float) -> FallStrip | None:
    wickets = _row(lines[at], _WICKETS)
    numbers = [int(word.text) for word in wickets[1:]]
    if len(numbers) < _LEAST_NUMBERS or numbers != sorted(set(numbers)) or numbers[-1] > _MOST_WICKETS:
        return None
    head, below = wickets[0].box, lines[at + 1 :]
    near = [line for line in below if line.box.top - head.bottom <= _REACH * height]
    scores = next((row for line in near if (row := _row(line, _SCORES)) and _is_aligned(row, head, height)), ())
    if not scores:
        return None
    left = min(head.left, scores[0].box.left) - height / 2
    under = (line.within(left, float("inf")) for line in near if line.box.top > scores[0].box.centre_y)
    rest = next((part.words for part in under if part), ())
    above = (part for line in lines[:at] if (part := line.within(left, float("inf"))))
    title = next((part.words for part in above if _TITLE.search(part.text) and _is_near(part, head, height)), ())
    return FallStrip(wickets, scores, rest if _NUMBERS.match(" ".join(word.text for word in rest)) else (), title)


def _row(line: Line, first: re.Pattern[str]) -> tuple[Word, ...]:
    """Return the word that begins such a row and the numbers behind it; empty if there is none, or anything else behind."""
    words = line.words
    start = next((at for at, word in enumerate(words) if first.fullmatch(word.text)), None)
    if start is None or not all(word.text.isdecimal() for word in words[start + 1 :]):
        return ()
    return words[start:]


def _is_aligned(row: Sequence[Word], head: Box, height: float) -> bool:
    return len(row) > 1 and abs(row[0].box.left - head.left) <= _ALIGNED * height


def _is_near(part: Line, head: Box, height: float) -> bool:
    return 0 < head.top - part.box.top <= _REACH * height


def _above(score: Word, numbers: Sequence[Word]) -> Word | None:
    """Return the number that the score stands below."""
    nearest = min(numbers, key=lambda word: abs(word.box.centre_x - score.box.centre_x))
    reach = max(score.box.width, nearest.box.width)
    return nearest if abs(nearest.box.centre_x - score.box.centre_x) <= reach else None
