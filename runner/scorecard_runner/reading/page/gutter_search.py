"""The longest gutter of a region, among all its white channels.

Knows which channels stand beside each other; what makes one a gutter is told by `gutters`. Refuses to cut anything.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from scorecard_runner.reading.page.bank_lines import counts_rows
from scorecard_runner.reading.page.banks import Banks, Region
from scorecard_runner.reading.page.channels import Channel, find_channels
from scorecard_runner.reading.page.gutters import holds_table, is_gutter
from scorecard_runner.reading.page.lines import Line, build_lines, meaningful, typical_height
from scorecard_runner.reading.page.stretches import is_within_table, open_stretches, stands_beside_table
from scorecard_runner.reading.words import Word

_AS_LONG = 0.7
"""Share of a channel's length from which another one can be the far side of the column beside it."""

_SAMPLES = 24
"""Heights at which two channels are compared: they may be one for a long way and then part."""


class _Measured(NamedTuple):
    """A channel and what stands beside it."""

    channel: Channel
    banks: Banks

    @classmethod
    def of(cls, channel: Channel, region: Region) -> "_Measured":
        return cls(channel, Banks.of(channel, region.beside(channel)))

    @property
    def extent(self) -> float:
        return self.banks.extent


def find_longest_gutter(words: Sequence[Word]) -> Channel | None:
    """Return the gutter with words on both sides for the longest way down; None if there is no gutter."""
    said = meaningful(words)
    return _Search(said).longest() if said else None


class _Search:
    """All channels of one region, the longest first."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._region = Region(words)
        channels = find_channels([word.box for word in words], typical_height(words))
        measured = (_Measured.of(channel, self._region) for channel in channels)
        self._measured = sorted((each for each in measured if each.extent), key=lambda each: -each.extent)
        self._lines: Sequence[Line] = build_lines(words)

    def longest(self) -> Channel | None:
        best: _Measured | None = None
        for each in self._measured:
            if best and best.extent >= each.extent:
                break
            least = best.extent if best else 0.0
            parts = [part for part in self._stretches(each) if part.extent >= least and self._is_gutter(part)]
            best = max([*parts, *([best] if best else [])], key=lambda part: part.extent, default=None)
        return best.channel if best else None

    def _is_gutter(self, part: _Measured) -> bool:
        return not is_within_table(part.channel, self._lines) and is_gutter(part.banks, self._column(part))

    def _stretches(self, each: _Measured) -> Iterator[_Measured]:
        """Yield the stretches along which no table stands on the right, as far as that is seen line by line."""
        for stretch in open_stretches(each.channel, each.banks):
            part = each if stretch == each.channel else _Measured.of(stretch, self._region)
            if part.extent:
                yield from self._between_tables(part)

    def _between_tables(self, part: _Measured) -> Iterator[_Measured]:
        """Cut a stretch again where the right side stops and goes on with columns of a table."""
        edges = [part.channel.top, *part.banks.gaps(), part.channel.bottom]
        pieces = [piece for top, bottom in pairwise(edges) for piece in part.channel.between(top, bottom)]
        is_cut = len(pieces) > 1 and not stands_beside_table(part.banks)
        tables = [piece for piece in pieces if self._holds_table(piece)] if is_cut else []
        if not tables:
            yield part
            return
        for is_table, group in groupby(pieces, lambda piece: piece in tables):
            run = list(group)
            stretches = [] if is_table else part.channel.between(run[0].top, run[-1].bottom)
            yield from (open_part for each in stretches if (open_part := _Measured.of(each, self._region)).extent)

    def _holds_table(self, piece: Channel) -> bool:
        part = _Measured.of(piece, self._region)
        return part.extent > 0 and holds_table(self._column(part))

    def _column(self, part: _Measured) -> Banks:
        """Return the banks with nothing but the nearest column on the right: what stands behind it is another matter.

        Numbers that count the rows are no column of their own: the names stand behind them.
        """
        channel, banks = part
        long = [other.channel for other in self._measured if other.extent >= _AS_LONG * banks.extent]
        apart = ((_distance_behind(other, channel, banks), other) for other in long)
        behind = [(distance, other) for distance, other in apart if distance is not None]
        beside = self._region.beside(channel) if behind else []
        for _, nearest in sorted(behind, key=lambda each: each[0]):
            words = [word for word in beside if not (nearest.is_beside(word.box) and nearest.is_left_of(word.box))]
            column = Banks.of(channel, words)
            if not counts_rows(column.right):
                return column
        return banks


def _distance_behind(other: Channel, channel: Channel, banks: Banks) -> float | None:
    """Return how far to the right the other channel runs where it is not the same one; None if it does not run there."""
    top, bottom = max(other.top, channel.top), min(other.bottom, channel.bottom)
    if not top <= banks.middle < bottom:
        return None
    away = other.middle_at(banks.middle) - channel.middle_at(banks.middle)
    if abs(away) > banks.height:
        return away if away > 0 else None
    heights = (top + (bottom - top) * (at + 0.5) / _SAMPLES for at in range(_SAMPLES))
    distances = [other.middle_at(y) - channel.middle_at(y) for y in heights]
    behind = [distance for distance in distances if distance > banks.height]
    return min(behind) if behind and min(distances) >= -banks.height else None
