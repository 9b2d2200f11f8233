"""How steeply the lines of a page run, at its top and at its bottom: askew they do so alike, seen from an angle they do not.

Lines of text make the rows of a level page alternate between ink and paper; the two slopes at which they do so most sharply
are the right ones. Asked of the page on its side, the same finds how its columns lean. Refuses to look at anything else.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from operator import mul, sub

from PIL import Image

from scorecard_runner.reading.pixels.homography import rectangle_to_quad

_STRIPS = 48
"""A page is looked at through so many upright strips, each a few letters wide: it makes a question cheap."""

_BANDS = 4
"""Each part of the page says how its own lines run, in one dimension; two parts tell how the whole lies."""

_COARSE_STEP = 1.5  # pixels that a line rises from the middle to the edge; lines stand some seven pixels apart
_FINE_STEPS = (1.2, 0.6, 0.3, 0.15)
_STEEPEST = 0.16
_TALLEST_RISE = 0.075  # of the page's height: a narrow page seen from an angle has steep lines
NEVER_STEEPER = 0.5
"""Lines and columns that lean so much cannot meet at no angle, however low or narrow the page."""

_MOST_CONVERGENCE = 0.5
_CLEARLY = 1.2
_LEVEL_ASIDE = 3.0  # pixels
_AS_GOOD = 0.98

Rises = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Slopes:
    """Pixels down for each pixel to the right, along the first and the last line of a page."""

    first: float
    last: float
    sharpness: float
    """How sharply rows alternate there."""

    gain: float = 1.0
    """How many times as sharply as if nothing sloped."""

    gain_in_halves: float = 1.0
    """The same, looking at each half of the page for itself.

    Lines that run askew do so in each half. Two columns of level lines that do not stand side by side seem to make slanting
    ones across the page, and are the less sharp for it.
    """


@dataclass(frozen=True)
class Rows:
    """A sample of a page, light ink on black with letters of some five pixels."""

    strips: Image.Image
    width: int

    @classmethod
    def of(cls, sample: Image.Image) -> "Rows":
        """Return the rows of a sample."""
        height = sample.height
        strips = sample.convert("F").resize((_STRIPS, height), Image.Resampling.BOX)
        # Softened first: where lines are level no pixel is interpolated, and would look sharper for that alone.
        soft = strips.resize((_STRIPS, max(4, height // 2)), Image.Resampling.BOX)
        return cls(soft.resize((_STRIPS, height), Image.Resampling.BICUBIC), sample.width)

    def are_level(self) -> bool:
        """Whether any slope makes rows clearly less sharp: most pictures are screenshots, and need no search."""
        aside = (_LEVEL_ASIDE, -_LEVEL_ASIDE)
        level = self._sharpness((0.0, 0.0))
        return level > _CLEARLY * max(self._sharpness(rises) for rises in product(aside, aside))

    def find_slopes(self) -> Slopes:
        """Return the slopes at which rows alternate most sharply; of equals the smallest."""
        candidates = [(0.0, 0.0), *self._as_bands_say()]
        best = _sharpest(self._sharpness, candidates)
        for step in _FINE_STEPS:
            best = self._climb(best, step)
        best = self._simplest(best)
        first, last = (max(-NEVER_STEEPER, min(NEVER_STEEPER, 2 * rise / self.width)) for rise in best)
        sharpness, level = self._sharpness(best), self._sharpness((0.0, 0.0))
        return Slopes(first, last, sharpness, sharpness / level if level else 1.0, self._gain_in_halves(best))

    @cached_property
    def _known(self) -> dict[Rises, float]:
        return {}

    def _sharpness(self, rises: Rises) -> float:
        if abs(rises[0] - rises[1]) >= _MOST_CONVERGENCE * self.strips.height:
            return 0.0  # the first line would meet the last one on the page
        if rises not in self._known:
            self._known[rises] = _alternation(_levelled(self.strips, rises))
        return self._known[rises]

    def _gain_in_halves(self, rises: Rises) -> float:
        level = _alternation_of_halves(self.strips)
        return _alternation_of_halves(_levelled(self.strips, rises)) / level if level else 1.0

    def _climb(self, best: Rises, step: float) -> Rises:
        while True:
            around = [(best[0] + a * step, best[1] + b * step) for a, b in product((0, -1, 1), repeat=2)]
            better = _sharpest(self._sharpness, around)
            if better == best:
                return best
            best = better

    def _simplest(self, best: Rises) -> Rises:
        """Return parallel lines if these are as good: what differs by so little is noise, and most pages are seen from above.

        Lines that rise above and fall below have to be sharper in each half, too: columns beside each other look like that.
        """
        middle = sum(best) / 2
        parallel = [(middle + step, middle + step) for step in (0.0, *_FINE_STEPS, *(-step for step in _FINE_STEPS))]
        even = _sharpest(self._sharpness, [(0.0, 0.0), *parallel])
        if self._sharpness(even) >= _AS_GOOD * self._sharpness(best):
            return even
        if best[0] * best[1] >= 0:
            return best
        even = self._finer(even)
        return even if self._gain_in_halves(even) > self._gain_in_halves(best) else best

    def _finer(self, even: Rises) -> Rises:
        """Return the sharpest parallel lines near these."""
        for step in _FINE_STEPS:
            around = [(even[0] + way * step, even[1] + way * step) for way in (0, -2, -1, 1, 2)]
            even = _sharpest(self._sharpness, around)
        return even

    def _as_bands_say(self) -> list[Rises]:
        """Return the rises at top and bottom that any two bands agree on, and those of each band alone."""
        height = self.strips.height
        found: list[tuple[float, float]] = []
        for index in range(_BANDS):
            top, bottom = index * height // _BANDS, (index + 1) * height // _BANDS
            band = self.strips.crop((0, top, _STRIPS, bottom))
            rise, _ = _sharpest(_sharpness_of(band), self._even_rises())
            found.append(((top + bottom) / 2 / height, rise))
        alone = [(rise, rise) for _, rise in found]
        return alone + [_through(one, other) for one, other in pairs(found)]

    def _even_rises(self) -> list[Rises]:
        steepest = max(self.width / 2 * _STEEPEST, self.strips.height * _TALLEST_RISE)
        count = int(steepest / _COARSE_STEP)
        return [(step * _COARSE_STEP, step * _COARSE_STEP) for step in range(-count, count + 1)]


def pairs(found: Sequence[tuple[float, float]]) -> Iterable[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield any two of them."""
    return ((one, other) for index, one in enumerate(found) for other in found[index + 1 :])


def _sharpness_of(strips: Image.Image) -> Callable[[Rises], float]:
    return lambda rises: _alternation(_levelled(strips, rises))


def _through(one: tuple[float, float], other: tuple[float, float]) -> Rises:
    """Return the rises at 0 and 1 of the straight line through two places and their rises."""
    growth = (other[1] - one[1]) / (other[0] - one[0])
    return one[1] - growth * one[0], one[1] + growth * (1 - one[0])


def _sharpest(sharpness: Callable[[Rises], float], rises: Iterable[Rises]) -> Rises:
    return max(rises, key=lambda each: (sharpness(each), -abs(each[0]) - abs(each[1])))


def _levelled(strips: Image.Image, rises: Rises) -> Image.Image:
    """Return the strips as they would be if lines that rise so much from the middle to the edge were level."""
    width, height = strips.size
    first, last = rises
    if first == last:  # most that is tried, and twice as fast
        level_by = (1.0, 0.0, 0.0, 2 * first / width, 1.0, -first)
        return strips.transform(strips.size, Image.Transform.AFFINE, level_by, Image.Resampling.NEAREST)
    corners = ((0.0, -first), (width, first), (width, height + last), (0.0, height - last))
    to_source = rectangle_to_quad(strips.size, corners).coefficients()
    return strips.transform(strips.size, Image.Transform.PERSPECTIVE, to_source, Image.Resampling.NEAREST)


def _alternation_of_halves(strips: Image.Image) -> float:
    middle = strips.width // 2
    return sum(_alternation(strips.crop((left, 0, left + middle, strips.height))) for left in (0, middle))


def _alternation(strips: Image.Image) -> float:
    profile = array("f")
    profile.frombytes(strips.resize((1, strips.height), Image.Resampling.BOX).tobytes())
    steps = array("d", map(sub, profile[1:], profile))
    total: float = sum(map(mul, steps, steps))  # mapped, not spelled out: it is asked for thousands of times
    return total
