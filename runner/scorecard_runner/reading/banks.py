"""What stands on the two banks of a white channel, line by line.

Refuses to judge whether the channel parts two texts; `gutters` does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from scorecard_runner.reading.channels import Channel
from scorecard_runner.reading.geometry import enclosing
from scorecard_runner.reading.lines import Line, build_lines, typical_height
from scorecard_runner.reading.words import Word

_LEVEL = 0.3
"""Distance of two lines' centres, in letter heights, up to which they are one row ..."""

_LEANING = 0.4
"""... after so many letter heights that all rows may lean."""

_LARGE_GAP = 3.5  # letter heights


@dataclass(frozen=True)
class Banks:
    """The words to the left and to the right of a channel, at the heights where there are both."""

    left_words: tuple[Word, ...]
    right_words: tuple[Word, ...]

    @classmethod
    def of(cls, channel: Channel, words: Sequence[Word]) -> "Banks":
        """Return the words beside the channel."""
        left: list[Word] = []
        right: list[Word] = []
        for word in words:
            if channel.is_beside(word.box):
                (right if channel.is_left_of(word.box) else left).append(word)
        return cls(_opposite(left, right), _opposite(right, left))

    @cached_property
    def left(self) -> tuple[Line, ...]:
        """The lines on the left, from top to bottom."""
        return tuple(build_lines(self.left_words))

    @cached_property
    def right(self) -> tuple[Line, ...]:
        """The lines on the right."""
        return tuple(build_lines(self.right_words))

    @property
    def sides(self) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """Both sides, the left one first."""
        return self.left, self.right

    @cached_property
    def height(self) -> float:
        """The usual height of a letter."""
        return typical_height((*self.left_words, *self.right_words))

    @property
    def count(self) -> int:
        """How many lines stand on the side that has fewer."""
        return min(len(self.left), len(self.right))

    @cached_property
    def middle(self) -> float:
        """How far down the page the middle of the words on the right is."""
        return sum(word.box.centre_y for word in self.right_words) / len(self.right_words)

    @cached_property
    def extent(self) -> float:
        """How far down the page there are words on both sides, in pixels."""
        if not self.left_words or not self.right_words:
            return 0.0
        return enclosing(word.box for word in (*self.left_words, *self.right_words)).height

    def gaps(self) -> list[float]:
        """Return how far down the right side stops and begins again: the middles of its large vertical gaps."""
        pairs = pairwise(line.box for line in self.right)
        return [
            (above.bottom + below.top) / 2
            for above, below in pairs
            if below.top - above.bottom > _LARGE_GAP * self.height
        ]

    @cached_property
    def rows(self) -> tuple[tuple[Line, Line], ...]:
        """Lines that are level across the channel; all of them may be a little higher on one side, as on a photo."""
        nearest = [
            (line, min(self.right, key=lambda other: abs(_step(line, other)))) for line in self.left if self.right
        ]
        most = _LEANING * self.height
        leaning = min(max(median([_step(*pair) for pair in nearest] or [0.0]), -most), most)
        return tuple(pair for pair in nearest if abs(_step(*pair) - leaning) <= _LEVEL * self.height)

    @property
    def share_level(self) -> float:
        """How many of the lines on the emptier side are level with one on the other."""
        return len(self.rows) / self.count


def share(lines: Sequence[Line], holds: Callable[[Line], bool]) -> float:
    """Return for which share of the lines it holds; 0 if there are none."""
    return sum(map(holds, lines)) / max(1, len(lines))


def _step(left: Line, right: Line) -> float:
    """Return how much lower the right line begins than the left one ends: what stands close shows the least of a slope."""
    return right.phrases[0].box.centre_y - left.phrases[-1].box.centre_y


def _opposite(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that do not stand above or below all of the others."""
    if not others:
        return ()
    top, bottom = min(other.box.top for other in others), max(other.box.bottom for other in others)
    return tuple(word for word in words if word.box.bottom > top and word.box.top < bottom)
