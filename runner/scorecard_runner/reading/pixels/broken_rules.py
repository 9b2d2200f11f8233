"""Dotted and dashed rules: short pieces one behind the other with empty paper on both sides, over more than any word.

Tesseract takes a row of dots for a line of text and loses the line beside it; the bars that terminals draw, one to each
line, become letters. Refuses to touch what has ink near it in any direction but along the rule: the tops of small letters
stand in a row, too.
"""

from dataclasses import dataclass

from PIL import Image, ImageChops

from scorecard_runner.reading.pixels.runs import (
    full,
    grown,
    long_runs,
    moved,
    pressed,
    spread,
    spread_both_ways,
    touched,
    unpressed,
)

_SAMPLES_A_LETTER = 4
_ASIDE = 0.4
_LEAST_GAP = 3  # pixels
_LEAST_THICKNESS = 2  # pixels


@dataclass(frozen=True)
class _Custom:
    """How broken rules are drawn, all in letter heights.

    `thick`: the most that the pieces take across the rule; `empty`: so much paper is on either side, from the middle of a
    piece; `piece` and `long`: the shortest piece and the shortest rule; `gap`: the widest between pieces; `leads`: a number
    may stand just behind its last piece; so many pixels of pieces `abreast` are rules, too.
    """

    thick: float
    empty: float
    piece: float
    long: float
    abreast: int | None = None
    gap: float = 0.5
    leads: bool = False


_ACROSS = _Custom(thick=0.2, empty=0.5, piece=0.0, long=3.0, leads=True)
_LEADERS = _Custom(thick=0.25, empty=0.5, piece=0.0, long=12.0, gap=0.9, leads=True)
"""Dots that lead from a name to its number, a letter apart from each other: long, or they would be small print."""

_DOWN = _Custom(thick=0.5, empty=0.8, piece=1.5, long=4.0, abreast=4)
"""Bars are often double; they are higher than figures, which stand above each other, too."""


def find_broken_rules(solid: Image.Image, letter_height: float) -> Image.Image:
    """Return a mask of the pieces of broken rules.

    Args:
        solid: 255 where there is ink, 0 elsewhere.
        letter_height: in pixels.
    """
    turned = solid.transpose(Image.Transpose.TRANSPOSE)
    down = _find(turned, letter_height, _DOWN).transpose(Image.Transpose.TRANSPOSE)
    across = ImageChops.lighter(_find(solid, letter_height, _ACROSS), _find(solid, letter_height, _LEADERS))
    return ImageChops.darker(ImageChops.lighter(across, down), solid)


def _find(solid: Image.Image, letter_height: float, custom: _Custom) -> Image.Image:
    """Return a mask of the broken rules that run across."""
    step = max(1, round(letter_height / _SAMPLES_A_LETTER))
    shares = pressed(solid, step)
    alone = _alone(touched(shares), letter_height, step, custom)
    least = round(letter_height * custom.piece / step) - 1  # either end may fill a sample in part
    pieces = long_runs(ImageChops.darker(alone, full(shares)), least) if custom.piece else alone
    gap = max(_LEAST_GAP, round(letter_height * custom.gap)) // step
    half_gap = (gap + 1) // 2
    joined = spread_both_ways(pieces, half_gap)
    long = round(letter_height * custom.long / step)
    rules = grown(ImageChops.darker(long_runs(joined, long), joined), joined, long)
    if custom.leads:
        rules = ImageChops.darker(rules, _without_ends(joined, half_gap))
    if custom.abreast:
        rules = ImageChops.lighter(rules, _abreast(pieces, custom.abreast))
    return unpressed(spread_both_ways(rules, 1), step, solid.size)


def _alone(ink: Image.Image, letter_height: float, step: int, custom: _Custom) -> Image.Image:
    """Return what has paper on both sides."""
    thick = max(_LEAST_THICKNESS, round(letter_height * custom.thick))
    empty = max(thick + 1, round(letter_height * custom.empty))
    wide = spread_both_ways(ink, round(letter_height * _ASIDE / step))
    for direction in (1, -1):
        near = spread(moved(wide, down=direction * thick), empty - thick, down=direction)
        ink = ImageChops.subtract(ink, near)
    return ink


def _without_ends(joined: Image.Image, reach: int) -> Image.Image:
    """Return runs as long as before they were spread: just behind the last dot of a leader stands a number."""
    return ImageChops.invert(spread_both_ways(ImageChops.invert(joined), reach))


def _abreast(pieces: Image.Image, least: int) -> Image.Image:
    """Return the pieces that stand beside each other, as across one line of a table."""
    share = 255 * least // pieces.height or 1
    counts = pieces.resize((pieces.width, 1), Image.Resampling.BOX).point(lambda value: 255 if value >= share else 0)
    return ImageChops.darker(pieces, counts.resize(pieces.size, Image.Resampling.NEAREST))
