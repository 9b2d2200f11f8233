"""Words of a page, to be found by their height on it.

Refuses to know what the words say: two readings of one page are laid side by side with it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word

_SAME_PLACE = 0.5  # of the smaller of two boxes, each way


class WordsByHeight:
    """Words from top to bottom."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = sorted(words, key=lambda word: word.box.centre_y)
        self._heights = [word.box.centre_y for word in self._words]

    def beside(self, box: Box) -> Sequence[Word]:
        """Return the words whose middle is as high as the box."""
        return self._words[bisect_left(self._heights, box.top) : bisect_right(self._heights, box.bottom)]


def is_same_place(one: Box, other: Box) -> bool:
    """Whether two readers speak of one place."""
    across = one.overlap_x(other) >= _SAME_PLACE * min(one.width, other.width)
    return across and one.overlap_y(other) >= _SAME_PLACE * min(one.height, other.height)
