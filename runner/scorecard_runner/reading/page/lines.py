"""Words to lines by their height on the page, and lines to phrases by the gaps between words.

Refuses to know cricket. A phrase is what a person would read in one go: one cell of a table, or a sentence.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.page.rules import without_rules
from scorecard_runner.reading.words import Word

_SAME_LINE = 0.45
"""Distance of two words' centres, in letter heights, up to which they stand on one line."""

_WIDEST_SPACE = 1.3
"""Gap in letter heights beyond which two words are two phrases; a typewriter's space is about one."""

_TALLEST_WORD = 4.0
_CUT_NAME = re.compile(r"(?<=[^\W\d_]{2})- (?=[^\W\d_]{2})")
_MARKS = frozenset("†‡*&+-–—")  # noqa: RUF001 - dashes as printed where there is no number


@dataclass(frozen=True)
class Phrase:
    """Words that follow each other without a wide gap."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words with single spaces; none after the hyphen of a double name that was cut there."""
        return _CUT_NAME.sub("-", " ".join(word.text for word in self.words))

    @cached_property
    def box(self) -> Box:
        """The box around the words."""
        return enclosing(word.box for word in self.words)

    @cached_property
    def readers(self) -> tuple[str, ...]:
        """Names of the engines that read every word, in order of the alphabet; of those that read any if none did."""
        each = [set(word.readers) for word in self.words]
        return tuple(sorted(set.intersection(*each) or set.union(*each)))

    @cached_property
    def confidence(self) -> float:
        """The mean of the words' confidences, weighted by their letters."""
        letters = [max(1, len(word.text)) for word in self.words]
        weighted = sum(word.confidence * count for word, count in zip(self.words, letters, strict=True))
        return weighted / sum(letters)


@dataclass(frozen=True)
class Line:
    """Phrases side by side, from left to right."""

    phrases: tuple[Phrase, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words from left to right."""
        return tuple(word for phrase in self.phrases for word in phrase.words)

    @cached_property
    def text(self) -> str:
        """The words as in phrases."""
        return " ".join(phrase.text for phrase in self.phrases)

    @cached_property
    def box(self) -> Box:
        """The box around the words."""
        return enclosing(word.box for word in self.words)

    @cached_property
    def readers(self) -> tuple[str, ...]:
        """As for a phrase."""
        return Phrase(self.words).readers

    @cached_property
    def confidence(self) -> float:
        """As for a phrase."""
        return Phrase(self.words).confidence

    def within(self, left: float, right: float) -> "Line | None":
        """Return the part of the line whose words have their centre between these edges; None if there is none."""
        kept = (tuple(word for word in phrase.words if left <= word.box.centre_x < right) for phrase in self.phrases)
        phrases = tuple(Phrase(words) for words in kept if words)
        return Line(phrases) if phrases else None


def typical_height(words: Iterable[Word]) -> float:
    """Return the median height in pixels of what has a letter or figure, else of all words; 1 if there are none.

    Leaders of dots outnumber the words beside them.
    """
    every = list(words)
    heights = [word.box.height for word in every if _is_spoken(word.text)] or [word.box.height for word in every]
    return float(median(heights)) if heights else 1.0


def build_lines(words: Iterable[Word]) -> list[Line]:
    """Return the lines of a page from top to bottom."""
    said = meaningful(list(words))
    height = typical_height(said)
    lines = [_split_phrases(row, height) for row in _group_rows(said, height)]
    return sorted(lines, key=lambda line: line.box.centre_y)


def meaningful(words: Sequence[Word]) -> list[Word]:
    """Return the words without what rules, icons and pictures were read as: no letter in it, or far taller than text."""
    height = typical_height(words)
    tallest = height * _TALLEST_WORD
    upright = (_as_capital(word, height) for word in without_rules(words, height))
    return [word for word in upright if _says_something(word.text) and word.box.height <= tallest]


def _says_something(text: str) -> bool:
    # A keeper's mark may be bracketed with a name behind it, `(† Khan)`: without it the bracket would have no other half.
    return text.strip("()") in _MARKS or _is_spoken(text)


def _is_spoken(text: str) -> bool:
    return text.isalnum() or any(map(str.isalnum, text))


def _as_capital(word: Word, height: float) -> Word:
    """A bar no taller than the letters around it is a capital I; rules are taller."""
    is_letter = word.text == "|" and 0.6 * height <= word.box.height <= 1.2 * height
    return replace(word, text="I") if is_letter else word


def _group_rows(words: Sequence[Word], height: float) -> list[list[Word]]:
    """Group from left to right and compare with each row's last words, so that a slight slope does no harm."""
    rows: list[list[Word]] = []
    ends: list[tuple[float, int]] = []  # height of each row's last word, and which row it is, from top to bottom
    for word in sorted(words, key=lambda each: each.box.left):
        y = word.box.centre_y
        place = _nearest(ends, y)
        if place is not None and _are_level(rows[ends[place][1]][-1], word, height):
            row = ends.pop(place)[1]
            rows[row].append(word)
        else:
            row = len(rows)
            rows.append([word])
        insort(ends, (y, row))
    return rows


def _nearest(ends: Sequence[tuple[float, int]], y: float) -> int | None:
    if not ends:
        return None
    after = bisect_left(ends, (y, -1))
    if after in {0, len(ends)}:
        return max(0, after - 1)
    return after - 1 if abs(ends[after - 1][0] - y) <= abs(ends[after][0] - y) else after


def _are_level(first: Word, second: Word, height: float) -> bool:
    reach = max(height, min(first.box.height, second.box.height))
    return abs(first.box.centre_y - second.box.centre_y) <= _SAME_LINE * reach


def _split_phrases(row: Sequence[Word], height: float) -> Line:
    phrases: list[list[Word]] = []
    end = float("-inf")
    for word in row:
        box = word.box
        if phrases and box.left - end <= max(height, box.height) * _WIDEST_SPACE:
            phrases[-1].append(word)
        else:
            phrases.append([word])
        end = box.right
    return Line(tuple(Phrase(tuple(words)) for words in phrases))
