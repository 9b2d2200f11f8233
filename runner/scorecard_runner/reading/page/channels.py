"""White channels: where paper stays blank from line to line while words stand on both sides of it.

Found by going down the page in thin slices and following each gap between words, so that a channel may lean or bend a
little, as on photos. Refuses to know what is written in the words: columns of a table have channels too.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from scorecard_runner.reading.geometry import Box

_SLICE = 0.5  # letter heights
_NARROWEST = 1.0  # letter heights; wider than most spaces of a justified line
_DRIFT = 0.08
"""How far a channel may lean for each pixel down: four and a half degrees."""

_SAME_PLACE = 0.5  # letter heights
_LEAST_SLICES = 8
_AS_OLD, _WIDER = 0.7, 1.5


class Gap(NamedTuple):
    """A blank stretch of one slice."""

    left: float
    right: float


@dataclass(frozen=True)
class Channel:
    """Blank paper from `top` to `bottom`; `gaps` are its widths from slice to slice, `slice_height` pixels each."""

    top: float
    gaps: tuple[Gap, ...]
    slice_height: float

    @cached_property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + len(self.gaps) * self.slice_height

    @property
    def width(self) -> float:
        """Width at its narrowest, in pixels."""
        return min(gap.right - gap.left for gap in self.gaps)

    @cached_property
    def start(self) -> float:
        """The middle where it first has words on both sides; infinite along the edge of a page."""
        bounded = (gap for gap in self.gaps if math.isfinite(gap.left) and math.isfinite(gap.right))
        first = next(bounded, self.gaps[-1])
        return first.right if math.isinf(first.left) else (first.left + first.right) / 2

    def middle_at(self, y: float) -> float:
        """Return the middle of the channel at that height; beyond its ends, where it ended."""
        middles = self._middles
        return middles[min(max(int((y - self.top) / self.slice_height), 0), len(middles) - 1)]

    @cached_property
    def _middles(self) -> tuple[float, ...]:
        """Of each slice: asked for once for every word beside the channel."""
        start = self.start
        # Between an edge of the page and a word there is no middle: it would be infinite, or no number.
        return tuple(
            middle if math.isfinite(middle) else start for middle in ((left + right) / 2 for left, right in self.gaps)
        )

    def between(self, top: float, bottom: float) -> "Iterator[Channel]":
        """Yield the part of the channel between these heights; nothing if that is too short for any line."""
        first = max(0, math.ceil((top - self.top) / self.slice_height))
        gaps = self.gaps[first : max(first, math.floor((bottom - self.top) / self.slice_height))]
        if len(gaps) >= _LEAST_SLICES:
            yield Channel(self.top + first * self.slice_height, gaps, self.slice_height)

    def is_beside(self, box: Box) -> bool:
        """Whether the middle of the box stands at a height of the channel."""
        return self.top <= box.centre_y < self.bottom

    def is_left_of(self, box: Box) -> bool:
        """Whether the box stands to the right of the channel."""
        return box.centre_x >= self.middle_at(box.centre_y)


class _Trace(NamedTuple):
    """A channel on its way down: the gap in the latest slice, and the trace up to the slice before."""

    first: int
    gap: Gap
    narrowest: float
    above: "_Trace | None" = None

    def gaps(self) -> tuple[Gap, ...]:
        found: list[Gap] = []
        trace: _Trace | None = self
        while trace is not None:
            found.append(trace.gap)
            trace = trace.above
        return tuple(reversed(found))


def find_channels(boxes: Sequence[Box], height: float) -> list[Channel]:
    """Return the channels between words, with the margins of the page among them.

    Args:
        boxes: the places of the words.
        height: the usual height of a letter in pixels.
    """
    if not boxes:
        return []
    top = min(box.top for box in boxes)
    step = height * _SLICE
    found: list[Channel] = []
    active: list[_Trace] = []
    slices = _blank_stretches(boxes, top, step, height * _NARROWEST)
    for number, blanks in enumerate(slices):
        active, ended = _followed(active, blanks, number, height)
        found += [_channel(trace, top, step) for trace in ended]
    found += [_channel(trace, top, step) for trace in active]
    return [channel for channel in found if len(channel.gaps) >= _LEAST_SLICES]


def _channel(trace: _Trace, top: float, step: float) -> Channel:
    return Channel(top + trace.first * step, trace.gaps(), step)


def _blank_stretches(boxes: Sequence[Box], top: float, step: float, narrowest: float) -> list[list[Gap]]:
    """Return the blank stretches of each slice from left to right, those at the edges without an end."""
    count = math.ceil((max(box.bottom for box in boxes) - top) / step) + 1
    slices: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    for box in boxes:
        # Dashes are so thin that a slice could run past them.
        reach = max(box.height, step) / 2
        first, last = ((box.centre_y + side * reach - top) / step for side in (-1, 1))
        for index in range(max(0, int(first)), min(count - 1, int(last)) + 1):
            slices[index].append((box.left, box.right))
    return [list(_between(sorted(covered), narrowest)) for covered in slices]


def _between(covered: Sequence[tuple[float, float]], narrowest: float) -> Iterator[Gap]:
    end = float("-inf")
    for left, right in covered:
        if left - end >= narrowest:
            yield Gap(end, left)
        end = max(end, right)
    yield Gap(end, float("inf"))


def _followed(
    active: Sequence[_Trace], blanks: Sequence[Gap], number: int, height: float
) -> tuple[list[_Trace], list[_Trace]]:
    """Return the traces that go on through this slice, or begin in it, and those that ended above it."""
    going: list[_Trace] = []
    ended: list[_Trace] = []
    for trace in active:
        children = [
            _Trace(trace.first, gap, min(trace.narrowest, gap.right - gap.left), trace)
            for gap in _ways_on(trace.gap, blanks, height)
        ]
        going += children
        if not children:
            ended.append(trace)
    going += [_Trace(number, gap, gap.right - gap.left) for gap in blanks]
    return _without_doubles(going, number, height), ended


def _ways_on(gap: Gap, blanks: Sequence[Gap], height: float) -> Iterator[Gap]:
    drift, narrowest = height * _SLICE * _DRIFT, height * _NARROWEST
    left, right = gap.left - drift, gap.right + drift
    start = max(0, bisect_left(blanks, (left, left)) - 1)
    for first, last in blanks[start:]:
        if first >= right:
            break
        begin, end = max(left, first), min(right, last)
        if end - begin >= narrowest:
            yield Gap(begin, end)


def _without_doubles(traces: Sequence[_Trace], number: int, height: float) -> list[_Trace]:
    """Leave out what lies within an older trace, or hardly reaches beyond it.

    One that is wider all the way down, and nearly as old, stays: the older one came from between the columns of a table
    beside the gutter.
    """
    kept: list[_Trace] = []
    slack = height * _SAME_PLACE
    for trace in sorted(traces, key=lambda each: (each.first, each.gap.left - each.gap.right)):
        left, right = trace.gap.left + slack, trace.gap.right - slack
        for older in kept:
            if older.gap.left <= left and right <= older.gap.right and not _is_wider(trace, older, number):
                break
        else:
            kept.append(trace)
    return kept


def _is_wider(trace: _Trace, older: _Trace, number: int) -> bool:
    age = number - trace.first
    is_old = age >= _LEAST_SLICES and age >= _AS_OLD * (number - older.first)
    return is_old and math.isfinite(trace.narrowest) and trace.narrowest >= _WIDER * older.narrowest
