"""Cuts a page into blocks of text whose lines do not run on from one to the other, so that an engine sees each alone.

Told that a page is one block, an engine looks for lines across all of it: where an article or a list stands beside the
card at another pitch, it merges two lines into one and reads nothing. Columns of a table share their lines and are never cut
apart. Pixels only; which words belong together is told later and elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import median

from PIL import Image, ImageChops, ImageOps

_INK = 40  # grey levels from paper
_CHANNEL_LETTERS = 1.0  # least width of a channel, in letter heights
_LEAST_RUN_LETTERS = 12.0  # least height of one: some six lines
_LEAST_LINES = 4
_SAME_LINE = 0.3  # of a letter height
_SHARED = 0.7
"""Share of lines on the one side that must have a partner on the other for both to be one block."""

_DENSE = 0.7
"""Share of a line that is ink when seen in letters: running text has more, numbers in columns less."""

_SPARSE = 0.55  # lower: a table's columns of numbers
_ALONG = 0.8
_LEAST_WIDTH_LETTERS = 11.0
"""Shorter lines are names, or cells, or a list: those may stand beside a line that was wrapped."""

_MOST_CHANNELS = 16
_LARGEST_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the page in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        """The four sides in the order of Pillow."""
        return (self.left, self.top, self.right, self.bottom)


def cut_blocks(ink: Image.Image, letter_height: float) -> list[Area]:
    """Return the blocks of a page, dark on white, from top to bottom and left to right; the whole page if it is one block."""
    page = _Page(ImageOps.invert(ink).point(lambda level: 255 if level > _INK else 0), letter_height)
    return list(_cut(page, Area(0, 0, ink.width, ink.height), _LARGEST_DEPTH))


@dataclass(frozen=True)
class _Page:
    """Ink as white on black, and the height of its letters in pixels."""

    mask: Image.Image
    letter_height: float
    sides: "dict[Area, _Side]" = field(default_factory=dict)

    def side(self, area: Area) -> "_Side":
        """Return what stands in an area; asked for again and again while channels are compared."""
        if area not in self.sides:
            self.sides[area] = _Side.of(self, area)
        return self.sides[area]


def _cut(page: _Page, area: Area, depth: int) -> Iterator[Area]:
    gutter = _first_gutter(page, area) if depth else None
    if gutter is None:
        yield area
        return
    middle = (gutter.left + gutter.right) // 2
    parts = (
        Area(area.left, area.top, area.right, gutter.top),
        Area(area.left, gutter.top, middle, gutter.bottom),
        Area(middle, gutter.top, area.right, gutter.bottom),
        Area(area.left, gutter.bottom, area.right, area.bottom),
    )
    for part in parts:
        if part.bottom - part.top > page.letter_height / 2:
            yield from _cut(page, part, depth - 1)


def _first_gutter(page: _Page, area: Area) -> Area | None:
    channels = _channels(page, area)[:_MOST_CHANNELS]
    return next((each for each in channels if _is_gutter(page, area, each, channels)), None)


def _channels(page: _Page, area: Area) -> list[Area]:
    """Return the white channels that run down between ink, the tallest first."""
    cell = max(2, round(page.letter_height * _CHANNEL_LETTERS / 2))
    columns, rows = (area.right - area.left) // cell, (area.bottom - area.top) // cell
    if columns < 3 or rows < 1:  # noqa: PLR2004 - ink, channel, ink
        return []
    seen = page.mask.crop((area.left, area.top, area.left + columns * cell, area.top + rows * cell)).reduce(cell)
    pairs = ImageChops.lighter(seen, seen.crop((1, 0, columns, rows))).transpose(Image.Transpose.TRANSPOSE).tobytes()
    least = max(1, round(_LEAST_RUN_LETTERS * page.letter_height / cell))
    found: list[Area] = []
    for column in range(1, columns - 2):
        for run in re.finditer(rb"\x00{%d,}" % least, pairs[column * rows : (column + 1) * rows]):
            left, top = area.left + column * cell, area.top + run.start() * cell
            found.append(Area(left, top, left + 2 * cell, area.top + run.end() * cell))
    return sorted(_widest(found, cell), key=lambda each: each.top - each.bottom)


def _widest(channels: Sequence[Area], cell: int) -> Iterator[Area]:
    """Yield neighbouring channels of about the same height as one."""
    waiting: list[Area] = []
    for each in channels:
        near = (at for at, w in enumerate(waiting) if w.right + cell >= each.right and _as_tall(w, each))
        place = next(near, None)
        if place is None:
            waiting.append(each)
        else:
            beside = waiting.pop(place)
            waiting.append(Area(beside.left, max(beside.top, each.top), each.right, min(beside.bottom, each.bottom)))
    return iter(waiting)


def _as_tall(one: Area, other: Area) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.9 * max(one.bottom - one.top, other.bottom - other.top)


def _is_gutter(page: _Page, area: Area, channel: Area, channels: Sequence[Area]) -> bool:
    """Whether the lines to either side of a channel have nothing to do with each other, and one side is running text."""
    beside = [each for each in channels if each != channel and _runs_along(each, channel)]
    left = _grown(page, channel, [each for each in beside if each.right <= channel.left], area.left)
    right = _grown(page, channel, [each for each in beside if each.left >= channel.right], area.right)
    if min(len(left.lines), len(right.lines)) < _LEAST_LINES or _shared(left, right, page.letter_height) >= _SHARED:
        return False
    sparse, dense = sorted((left.density, right.density))
    return sparse >= _SPARSE and dense >= _DENSE


def _runs_along(one: Area, channel: Area) -> bool:
    shared = min(one.bottom, channel.bottom) - max(one.top, channel.top)
    return shared >= _ALONG * (channel.bottom - channel.top)


def _grown(page: _Page, channel: Area, beyond: Sequence[Area], end: int) -> "_Side":
    """Return the side from the channel to the next one that no line crosses: columns of a table are one side."""
    to_left = end < channel.left
    stops = [*sorted({round((each.left + each.right) / 2) for each in beyond}, reverse=to_left), end]
    start = channel.left if to_left else channel.right
    side = page.side(_between(start, stops[0], channel))
    for near, far in pairwise(stops):
        following = page.side(_between(near, far, channel))
        if following.lines and side.lines and _shared(side, following, page.letter_height) < _SHARED:
            break
        side = page.side(_between(start, far, channel))
    return side


def _between(one: int, other: int, channel: Area) -> Area:
    return Area(min(one, other), channel.top, max(one, other), channel.bottom)


@dataclass(frozen=True)
class _Side:
    """The lines beside a channel: where on the page they are, and where in that each begins and ends, in pixels.

    Without a picture of its own: there are hundreds of sides on a large page.
    """

    mask: Image.Image | None = None
    area: Area | None = None
    spans: tuple[tuple[int, int], ...] = ()
    letter_height: float = 0.0

    @classmethod
    def of(cls, page: _Page, area: Area) -> "_Side":
        if area.right <= area.left:
            return cls()
        rows = page.mask.reduce((area.right - area.left, 1), box=area.box).tobytes()
        least = page.letter_height * 0.4
        runs = (run.span() for run in re.finditer(rb"[^\x00\x01]+", rows))
        return cls(
            page.mask, area, tuple((start, end) for start, end in runs if end - start >= least), page.letter_height
        )

    @cached_property
    def lines(self) -> tuple[float, ...]:
        """The middles of the lines."""
        return tuple((start + end) / 2 for start, end in self.spans)

    @cached_property
    def density(self) -> float:
        """How dense the lines are: most sides are refused before anybody asks."""
        if self.mask is None or self.area is None or not self.spans:
            return 0.0
        left, top, right, _ = self.area.box
        lines = (self.mask.crop((left, top + start, right, top + end)) for start, end in self.spans)
        return median(_density(line, self.letter_height) for line in lines)


def _density(line: Image.Image, letter_height: float) -> float:
    """Return the share of a line, from its first ink to its last, that is letters or the gaps between words."""
    box = line.getbbox()
    if box is None:
        return 0.0
    cell = max(1, round(letter_height * 0.6))
    seen = line.crop(box).resize((max(1, (box[2] - box[0]) // cell), 1), Image.Resampling.BOX).tobytes()
    return (
        sum(level > 0 for level in seen) / len(seen) if box[2] - box[0] >= _LEAST_WIDTH_LETTERS * letter_height else 0.0
    )


def _shared(left: _Side, right: _Side, unit: float) -> float:
    """Return the share of lines on the side with fewer that have a partner on the other."""
    few, many = sorted((left.lines, right.lines), key=len)
    return sum(any(abs(line - other) <= _SAME_LINE * unit for other in many) for line in few) / len(few)
