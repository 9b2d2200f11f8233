"""Takes ruled lines out of the ink, solid ones and broken ones: inside a box of rules Tesseract does not look for text.

Refuses to touch anything no longer than a few letters, and bold words whose letters touch: their ink is uneven.
"""

from PIL import Image, ImageChops

from scorecard_runner.reading.pixels.broken_rules import find_broken_rules
from scorecard_runner.reading.pixels.neighbours import lightest_around
from scorecard_runner.reading.pixels.runs import full, grown, long_runs, pressed, spread_both_ways, unpressed

_LETTERS_WIDE = 4.0
_LETTERS_HIGH = 2.5
_LEAST_PIXELS = 8
_SAMPLES_A_LETTER = 4
_CONTRAST = 20  # grey levels: rules between rows are often pale
_EVEN = 0.5
"""Darkness of a rule's palest part as a share of that of its darkest part about a letter away."""


def without_ruled_lines(ink: Image.Image, letter_height: float) -> Image.Image:
    """Return the picture, light ink on black, without straight runs longer than any letter of that height in pixels."""
    across = _find_rules(ink, letter_height, _LETTERS_WIDE)
    down = _turned(_find_rules(_turned(ink), letter_height, _LETTERS_HIGH))
    broken = find_broken_rules(_solid(ink), letter_height)
    rules = ImageChops.lighter(ImageChops.lighter(across, down), broken)
    return Image.composite(Image.new("L", ink.size, 0), ink, lightest_around(rules))


def _turned(picture: Image.Image) -> Image.Image:
    return picture.transpose(Image.Transpose.TRANSPOSE)


def _solid(ink: Image.Image) -> Image.Image:
    return ink.point(lambda value: 255 if value > _CONTRAST else 0)


def _find_rules(ink: Image.Image, letter_height: float, letters_long: float) -> Image.Image:
    """Return a mask of the rules that run across."""
    step = max(1, round(letter_height / _SAMPLES_A_LETTER))
    solid = full(pressed(_solid(ink), step))
    mean = pressed(ink, step)
    darkest = spread_both_ways(mean, _SAMPLES_A_LETTER).point(lambda value: round(value * _EVEN))
    is_pale = ImageChops.subtract(darkest, mean).point(lambda value: 255 if value else 0)
    least = max(_LEAST_PIXELS, round(letter_height * letters_long)) // step
    rules = long_runs(ImageChops.subtract(solid, is_pale), least)
    return unpressed(grown(rules, solid, _SAMPLES_A_LETTER), step, ink.size)
