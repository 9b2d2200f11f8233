"""Dotted and dashed rules: short pieces one behind the other with empty paper on both sides, over more than any word.

Tesseract takes a row of dots for a line of text and loses the line beside it; the bars that terminals draw, one to each
line, become letters. Refuses to touch what has ink near it in any direction but along the rule: the tops of small letters
stand in a row, too.
"""

from dataclasses import dataclass

from PIL import Image, ImageChops

from scorecard_runner.reading.solid import solid_blocks

_ASIDE = 0.4
_GAP = 0.5
_LEAST_GAP = 3  # pixels
_LEAST_THICKNESS = 2  # pixels


@dataclass(frozen=True)
class _Custom:
    """How broken rules are drawn, all in letter heights.

    `thick`: the most that the pieces take across the rule; `empty`: so much paper is on either side, from the middle of a
    piece; `piece` and `long`: the shortest piece and the shortest rule; so many pixels of pieces `abreast` are rules, too.
    """

    thick: float
    empty: float
    piece: float
    long: float
    abreast: int | None = None


_ACROSS = _Custom(thick=0.2, empty=0.5, piece=0.0, long=3.0)
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
    return ImageChops.lighter(_find(solid, letter_height, _ACROSS), down)


def _find(solid: Image.Image, letter_height: float, custom: _Custom) -> Image.Image:
    """Return a mask of the pieces of broken rules that run across."""
    pieces = _of_length(_alone(solid, letter_height, custom), round(letter_height * custom.piece))
    joined = _joined(pieces, max(_LEAST_GAP, round(letter_height * _GAP)))
    long = round(letter_height * custom.long)
    quarter = max(1, long // 4)
    rules = Image.new("L", solid.size, 0)
    for start in range(0, long, quarter):
        rules = ImageChops.lighter(rules, solid_blocks(joined, (long, 1), (start, 0)))
    ends = ImageChops.lighter(_spread(rules, (1, 0), long), _spread(rules, (-1, 0), long))
    rules = ImageChops.darker(ImageChops.darker(ends, joined), solid)
    return ImageChops.lighter(rules, _abreast(pieces, custom.abreast)) if custom.abreast else rules


def _abreast(pieces: Image.Image, least: int) -> Image.Image:
    """Return the pieces that stand beside each other, as across one line of a table."""
    share = 255 * least // pieces.height or 1
    counts = pieces.resize((pieces.width, 1), Image.Resampling.BOX).point(lambda value: 255 if value >= share else 0)
    return ImageChops.darker(pieces, counts.resize(pieces.size, Image.Resampling.NEAREST))


def _alone(solid: Image.Image, letter_height: float, custom: _Custom) -> Image.Image:
    thick = max(_LEAST_THICKNESS, round(letter_height * custom.thick))
    empty = max(thick + 1, round(letter_height * custom.empty))
    aside = round(letter_height * _ASIDE)
    wide = ImageChops.lighter(_spread(solid, (1, 0), aside), _spread(solid, (-1, 0), aside))
    alone = solid
    for direction in (1, -1):
        near = _spread(_moved(wide, (0, direction * thick)), (0, direction), empty - thick)
        alone = ImageChops.subtract(alone, near)
    return alone


def _of_length(pieces: Image.Image, least: int) -> Image.Image:
    """Return the pieces that run on for so many pixels."""
    distance = least - 1
    if distance < 1:
        return pieces
    begins = ImageChops.invert(_spread(ImageChops.invert(pieces), (-1, 0), distance))
    return _spread(begins, (1, 0), distance)


def _joined(pieces: Image.Image, gap: int) -> Image.Image:
    half = (gap + 1) // 2
    return ImageChops.lighter(_spread(pieces, (1, 0), half), _spread(pieces, (-1, 0), half))


def _spread(mask: Image.Image, direction: tuple[int, int], distance: int) -> Image.Image:
    """Return the mask with everything that lies up to so many pixels in that direction from a pixel of it."""
    done, step = 0, 1
    while done < distance:
        step = min(step, distance - done)
        mask = ImageChops.lighter(mask, _moved(mask, (direction[0] * step, direction[1] * step)))
        done += step
        step *= 2
    return mask


def _moved(mask: Image.Image, by: tuple[int, int]) -> Image.Image:
    moved = Image.new("L", mask.size, 0)
    moved.paste(mask, by)
    return moved
