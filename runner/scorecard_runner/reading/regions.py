"""A page cut into regions along its gutters, in reading order: columns, sidebars, and what runs across them.

The longest gutter is cut first; what stands above it, on its two sides and below it is cut again. Refuses to build
anything from the words of a region.
"""

from collections.abc import Sequence
from typing import NamedTuple

from scorecard_runner.reading.banks import Banks
from scorecard_runner.reading.channels import Channel, find_channels
from scorecard_runner.reading.geometry import enclosing
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.gutters import is_gutter, open_stretches
from scorecard_runner.reading.headings import find_headings
from scorecard_runner.reading.lines import build_lines, meaningful, typical_height
from scorecard_runner.reading.words import Word

Region = tuple[Word, ...]

_AS_LONG = 0.7
"""Share of a channel's length from which another one can be the far side of the column beside it."""

_SIDEBAR = 0.6  # of the width of what stands beside it
_OF_A_CARD = {Label.EXTRAS, Label.TOTAL, Label.FALL_OF_WICKETS, Label.DID_NOT_BAT, Label.BOWLING_FIGURES}


class _Measured(NamedTuple):
    channel: Channel
    banks: Banks


def find_regions(words: Sequence[Word]) -> list[Region]:
    """Return the words of each region in reading order; one region if there is no gutter."""
    return [region for region in _cut(tuple(words)) if region]


def _cut(words: Region) -> list[Region]:
    gutter = _longest_gutter(words)
    if gutter is None:
        return [words]
    beside = [word for word in words if gutter.is_beside(word.box)]
    left = _cut(tuple(word for word in beside if not gutter.is_left_of(word.box)))
    right = _cut(tuple(word for word in beside if gutter.is_left_of(word.box)))
    above = _cut(tuple(word for word in words if word.box.centre_y < gutter.top))
    below = _cut(tuple(word for word in words if word.box.centre_y >= gutter.bottom))
    return [*above, *((*right, *left) if _is_sidebar(left, right) else (*left, *right)), *below]


def _is_sidebar(left: Sequence[Region], right: Sequence[Region]) -> bool:
    """Whether the left side only accompanies a card on the right, and is to be read after it."""
    narrow, wide = (max(enclosing(word.box for word in each).width for each in side if each) for side in (left, right))
    return narrow < _SIDEBAR * wide and any(map(_tells_of_a_card, right)) and not any(map(_tells_of_a_card, left))


def _tells_of_a_card(words: Region) -> bool:
    return any(label_of(line.text) in _OF_A_CARD or find_headings(line) for line in build_lines(words))


def _longest_gutter(words: Region) -> Channel | None:
    said = meaningful(words)
    height = typical_height(said)
    channels = find_channels([word.box for word in said], height)
    whole = (_Measured(channel, Banks.of(channel, said)) for channel in channels)
    measured = sorted((each for each in whole if each.banks.extent), key=lambda each: -each.banks.extent)
    found: list[_Measured] = []
    for each in measured:
        for stretch in open_stretches(each.channel, each.banks):
            part = each if stretch == each.channel else _Measured(stretch, Banks.of(stretch, said))
            if part.banks.extent and is_gutter(part.banks, _column(part, measured, said)):
                found.append(part)
        if found and found[0].channel == each.channel:
            break
    return max(found, key=lambda part: part.banks.extent).channel if found else None


def _column(measured: _Measured, others: Sequence[_Measured], words: Sequence[Word]) -> Banks:
    """Return the banks with nothing but the nearest column on the right: what stands behind it is another matter."""
    channel, banks = measured
    y = banks.middle
    behind = [
        other.channel
        for other in others
        if other.banks.extent >= _AS_LONG * banks.extent
        and other.channel.top <= y < other.channel.bottom
        and other.channel.middle_at(y) > channel.middle_at(y) + banks.height
    ]
    nearest = min(behind, key=lambda each: each.middle_at(y), default=None)
    if nearest is None:
        return banks
    near = [word for word in words if not (nearest.is_beside(word.box) and nearest.is_left_of(word.box))]
    return Banks.of(channel, near)
