"""Takes ruled lines out of the ink, solid ones and rows of dots: inside a box of rules Tesseract does not look for text.

Refuses to touch anything no longer than a few letters, and bold words whose letters touch: their ink is uneven.
"""

from PIL import Image, ImageChops

from scorecard_runner.reading.broken_rules import find_broken_rules
from scorecard_runner.reading.neighbours import lightest_around
from scorecard_runner.reading.solid import full, on_grid, solid_blocks

_LETTERS_WIDE = 4.0
_LETTERS_HIGH = 2.5
_LEAST_PIXELS = 8
_THICK_LETTERS = 0.3
_LETTERS_SHARE = 64
"""Of 255: so much of a row of pixels is ink where letters are."""

_EVEN = 0.9
"""Least square of the mean darkness of a rule's pixels, as a share of the mean of the squares."""

_CONTRAST = 20  # grey levels: rules between rows are often pale
_GRIDS = 4
"""Blocks start at a grid; four grids leave ends no longer than a quarter of a block ..."""

_ENDS = (4, 8)
"""... and blocks of these shares of one, end to end with what was found, leave little of those."""


def without_ruled_lines(ink: Image.Image, letter_height: float) -> Image.Image:
    """Return the picture, light ink on black, without straight runs longer than any letter of that height in pixels."""
    across = max(_LEAST_PIXELS, round(letter_height * _LETTERS_WIDE))
    down = max(_LEAST_PIXELS, round(letter_height * _LETTERS_HIGH))
    thick = max(2, round(letter_height * _THICK_LETTERS))
    rules = ImageChops.lighter(_runs(ink, (across, 1), thick), _runs(ink, (1, down), thick))
    drawn = ImageChops.lighter(rules, find_broken_rules(_solid(ink), letter_height))
    return Image.composite(Image.new("L", ink.size, 0), ink, lightest_around(drawn))


def _solid(ink: Image.Image) -> Image.Image:
    return ink.point(lambda value: 255 if value > _CONTRAST else 0)


def _runs(ink: Image.Image, block: tuple[int, int], thick: int) -> Image.Image:
    """Return a mask of the rules that are at least as long as the block."""
    aside = (0, thick) if block[1] == 1 else (thick, 0)
    runs = Image.new("L", ink.size, 0)
    for grid in range(_GRIDS):
        start = (grid * block[0] // _GRIDS, grid * block[1] // _GRIDS)
        runs = ImageChops.lighter(runs, on_grid(ink, block, start, lambda cut: _of_rules(cut, block, aside)))
    solid = _solid(ink)
    for share in _ENDS:
        runs = _with_ends(runs, solid, (max(1, block[0] // share), max(1, block[1] // share)))
    return runs


def _of_rules(ink: Image.Image, block: tuple[int, int], aside: tuple[int, int]) -> Image.Image:
    """Return which blocks are of a rule: ink throughout, and as dark everywhere unless there are no letters beside it."""
    shares = _solid(ink).reduce(block)
    before = ImageChops.offset(shares, *aside)
    behind = ImageChops.offset(shares, -aside[0], -aside[1])
    most = ImageChops.lighter(before, behind)
    has_letters = ImageChops.subtract(most.point(lambda value: 255 if value >= _LETTERS_SHARE else 0), full(most))
    mean = ink.reduce(block)
    mean_of_squares = ink.point(lambda value: round(value * value / 255)).reduce(block)
    evenness = ImageChops.subtract(
        mean_of_squares.point(lambda value: round(value * _EVEN)), ImageChops.multiply(mean, mean)
    )
    is_uneven = evenness.point(lambda value: 255 if value else 0)
    return ImageChops.subtract(full(shares), ImageChops.darker(has_letters, is_uneven))


def _with_ends(runs: Image.Image, solid: Image.Image, block: tuple[int, int]) -> Image.Image:
    """Return the runs with the blocks that go on where they stop."""
    ahead = (block[0], 0) if block[0] > 1 else (0, block[1])
    beside = ImageChops.lighter(ImageChops.offset(runs, *ahead), ImageChops.offset(runs, -ahead[0], -ahead[1]))
    for start in ((0, 0), (ahead[0] // 2, ahead[1] // 2)):
        runs = ImageChops.lighter(runs, ImageChops.darker(solid_blocks(solid, block, start), beside))
    return runs
