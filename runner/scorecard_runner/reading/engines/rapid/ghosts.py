"""Words that are none: what the network sees in stains, edges and rules, and what it saw twice.

Pure, geometry only: nothing here knows what is printed on cards.
"""

from collections.abc import Sequence
from statistics import median

from scorecard_runner.reading.words import Word

_LEAST_CONFIDENCE = 0.1
_LEAST_SIZE = 0.25
"""Of the usual height of words: what is smaller both ways is a speck (a full stop that stands alone says nothing)."""

_LARGEST_HEIGHT = 4.0
_MOST_OVERLAP = 0.6
"""Of the smaller box."""


def without_ghosts(words: Sequence[Word]) -> list[Word]:
    """Return the words that stand on the paper, each once."""
    sure = [word for word in words if word.confidence >= _LEAST_CONFIDENCE]
    if not sure:
        return []
    usual = median(word.box.height for word in sure)
    sized = [word for word in sure if _is_sized(word, usual)]
    kept: list[Word] = []
    for word in sorted(sized, key=lambda each: (len(each.text), each.confidence), reverse=True):
        if not any(_overlap(word, other) > _MOST_OVERLAP for other in kept):
            kept.append(word)
    places = {id(word) for word in kept}
    return [word for word in sized if id(word) in places]


def _is_sized(word: Word, usual: float) -> bool:
    return max(word.box.width, word.box.height) >= _LEAST_SIZE * usual and word.box.height <= _LARGEST_HEIGHT * usual


def _overlap(word: Word, other: Word) -> float:
    """Return which part of the smaller box lies in the other."""
    across, down = word.box.overlap_x(other.box), word.box.overlap_y(other.box)
    if across <= 0 or down <= 0:
        return 0.0
    smaller = min(each.box.width * each.box.height for each in (word, other))
    return across * down / smaller if smaller else 0.0
