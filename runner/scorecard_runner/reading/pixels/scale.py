"""The height of the letters, and the scaling that brings them to the size engines read best.

Measured: below 10 pixels Tesseract reads almost nothing, between 20 and 30 it makes no difference, and enlarging what
is large already costs accuracy.
"""

import math
import re
from statistics import median

from PIL import Image, ImageChops

from scorecard_runner.reading.pixels.neighbours import darkest_around, lightest_around

TARGET_LETTER_HEIGHT = 24.0
"""Pixels from the baseline to the top of a capital."""

_ENOUGH_LETTER_HEIGHT = 19.0
_TOO_LARGE_LETTER_HEIGHT = 48.0
_MAX_FACTOR = 4.0
_MAX_SCALED_PIXELS = 100_000_000

_STRIP_WIDTH = 24  # pixels: a few letters, so that lines of neighbouring columns do not run together
_EDGE_CONTRAST = 48  # grey levels between a letter and its ground
_PLAUSIBLE_HEIGHT = range(5, 120)
_DEFAULT_LETTER_HEIGHT = 20.0


def measure_letter_height(picture: Image.Image) -> float:
    """Return the median height of the letters in pixels; a plausible one where there are none.

    A line of text seen through a narrow strip is a run of rows with edges in it. Runs of rules and pictures are
    shorter or longer than letters.
    """
    heights = _run_heights(_edges(picture.convert("L")))
    return float(median(heights)) if heights else _DEFAULT_LETTER_HEIGHT


def scale_factor(letter_height: float, size: tuple[int, int]) -> float:
    """Return the factor that brings letters to `TARGET_LETTER_HEIGHT`, within a budget of pixels; 1 if they are fine."""
    if _ENOUGH_LETTER_HEIGHT <= letter_height <= _TOO_LARGE_LETTER_HEIGHT:
        return 1.0
    within_budget = math.sqrt(_MAX_SCALED_PIXELS / (size[0] * size[1]))
    return min(TARGET_LETTER_HEIGHT / letter_height, _MAX_FACTOR, max(1.0, within_budget))


def resize(picture: Image.Image, factor: float) -> Image.Image:
    """Return the picture scaled by the factor, smoothly."""
    if factor == 1.0:
        return picture
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _edges(grey: Image.Image) -> Image.Image:
    spread = ImageChops.difference(lightest_around(grey), darkest_around(grey))
    return spread.point(lambda value: 255 if value > _EDGE_CONTRAST else 0)


def _run_heights(edges: Image.Image) -> list[int]:
    strips = max(1, edges.width // _STRIP_WIDTH)
    # Turned, so that each strip is one row of bytes, in which a pattern finds the runs.
    turned = edges.resize((strips, edges.height), Image.Resampling.BOX).transpose(Image.Transpose.TRANSPOSE)
    content = turned.tobytes()
    heights: list[int] = []
    for start in range(0, len(content), edges.height):
        strip = content[start : start + edges.height]
        # The filter that finds edges widens each run by a pixel above and below.
        heights += [len(run) - 2 for run in re.findall(rb"[\x20-\xff]+", strip)]
    return [height for height in heights if height in _PLAUSIBLE_HEIGHT]
