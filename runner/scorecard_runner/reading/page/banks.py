"""What stands on the two banks of a white channel, line by line.

Refuses to judge whether the channel parts two texts; `gutters` does.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from statistics import median

from scorecard_runner.reading.page.channels import Channel
from scorecard_runner.reading.page.lines import Line, build_lines, typical_height
from scorecard_runner.reading.words import Word

_LEVEL = 0.3
"""Distance of two lines' centres, in letter heights, up to which they are one row ..."""

_LEANING = 0.4
"""... after so many letter heights that all rows may lean."""

_LARGE_GAP = 3.5  # letter heights


class Region:
    """The words of a region, found by how far down they stand: most channels are much shorter than it."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = tuple(words)
        placed = sorted((word.box.centre_y, place) for place, word in enumerate(self.words))
        self._heights = [height for height, _ in placed]
        self._places = [place for _, place in placed]

    def beside(self, channel: Channel) -> list[Word]:
        """Return the words whose middle stands at a height of the channel, in the order of the region."""
        first, end = (bisect_left(self._heights, edge) for edge in (channel.top, channel.bottom))
        return [self.words[place] for place in sorted(self._places[first:end])]


@dataclass(frozen=True)
class Banks:
    """The words to the left and to the right of a channel, at the heights where there are both."""

    left_words: tuple[Word, ...]
    right_words: tuple[Word, ...]

    @classmethod
    def of(cls, channel: Channel, beside: Sequence[Word]) -> "Banks":
        """Return the banks of a channel; `beside` are words that stand at its height."""
        left: list[Word] = []
        right: list[Word] = []
        for word in beside:
            (right if channel.is_left_of(word.box) else left).append(word)
        return cls(_opposite(left, right), _opposite(right, left))

    @cached_property
    def left(self) -> tuple[Line, ...]:
        """The lines on the left, from top to bottom."""
        return _lines_of(self.left_words)

    @cached_property
    def right(self) -> tuple[Line, ...]:
        """The lines on the right."""
        return _lines_of(self.right_words)

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
        boxes = [word.box for words in (self.left_words, self.right_words) for word in words]
        return max(box.bottom for box in boxes) - min(box.top for box in boxes)

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
        begins = [_begin(line) for line in self.right]
        nearest = [(line, self.right[_nearest(begins, _end(line))]) for line in self.left if begins]
        most = _LEANING * self.height
        leaning = min(max(median([_step(*pair) for pair in nearest] or [0.0]), -most), most)
        # The letters of titles are larger, and so are the steps between one with a tail and one without.
        return tuple(pair for pair in nearest if abs(_step(*pair) - leaning) <= _LEVEL * self._height_of(*pair))

    def _height_of(self, left: Line, right: Line) -> float:
        return max(self.height, min(left.phrases[-1].box.height, right.phrases[0].box.height))

    @property
    def share_level(self) -> float:
        """How many of the lines on the emptier side are level with one on the other."""
        return len(self.rows) / self.count


def share(lines: Sequence[Line], holds: Callable[[Line], bool]) -> float:
    """Return for which share of the lines it holds; 0 if there are none."""
    return sum(map(holds, lines)) / max(1, len(lines))


@lru_cache(maxsize=256)
def _lines_of(words: tuple[Word, ...]) -> tuple[Line, ...]:
    """Return the lines of one bank; channels close to each other often have the same."""
    return tuple(build_lines(words))


def _step(left: Line, right: Line) -> float:
    """Return how much lower the right line begins than the left one ends: what stands close shows the least of a slope."""
    return _begin(right) - _end(left)


def _begin(line: Line) -> float:
    return line.phrases[0].box.centre_y


def _end(line: Line) -> float:
    return line.phrases[-1].box.centre_y


def _nearest(heights: Sequence[float], to: float) -> int:
    """Return the place of the nearest one; of equals the first. On a photo they need not be in order."""
    steps = [abs(height - to) for height in heights]
    return steps.index(min(steps))


def _opposite(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that do not stand above or below all of the others."""
    if not others:
        return ()
    top, bottom = min([other.box.top for other in others]), max([other.box.bottom for other in others])
    return tuple([word for word in words if word.box.bottom > top and word.box.top < bottom])
