"""The ground of text in bars of colour, taken from the plain bands above and below it.

A window's median knows the ground of a bar only where most of the window lies in it: towards the ends of a bar, and in
low ones, it takes the paper beyond for the ground, and headings lose their first and last letters. Here a bar says itself
what it is: two plain bands of one colour, one above and one below the text. Refuses to judge where there are no such bands.
"""

from dataclasses import dataclass

from PIL import Image, ImageChops

from scorecard_runner.reading.pixels.neighbours import darkest_around, lightest_around
from scorecard_runner.reading.pixels.runs import full, long_runs, moved, pressed, unpressed

_PLAIN_CONTRAST = 20  # grey levels
_BAND_LETTERS_WIDE = 3.0
_REACH_LETTERS = 2.2
"""How far from its bands text may stand: across capitals with the margins that bars have."""

_SAMPLES_A_LETTER = 5
_SAME_COLOUR = 16  # grey levels


@dataclass(frozen=True)
class BetweenBands:
    """What is known of the ground: grey levels, and a mask of where they are known; both as large as the picture."""

    levels: Image.Image
    known: Image.Image


def find_between_bands(grey: Image.Image, letter_height: float) -> BetweenBands:
    """Return the ground of everything that has plain bands of one colour above and below it."""
    step = max(1, round(letter_height / _SAMPLES_A_LETTER))
    samples = BetweenBands(pressed(grey, step), _plain_bands(grey, letter_height, step))
    reach = letter_height * _REACH_LETTERS
    above, below = _carried(samples, 1, reach), _carried(samples, -1, reach)
    apart = ImageChops.difference(above.levels, below.levels)
    is_same = apart.point(lambda value: 255 if value < _SAME_COLOUR else 0)
    known = ImageChops.darker(is_same, ImageChops.darker(above.known, below.known))
    return BetweenBands(unpressed(above.levels, step, grey.size), unpressed(known, step, grey.size))


def _plain_bands(grey: Image.Image, letter_height: float, step: int) -> Image.Image:
    """Return a mask, pressed together, of what is of one colour over some letters."""
    spread = ImageChops.difference(lightest_around(grey), darkest_around(grey))
    plain = full(pressed(spread.point(lambda value: 255 if value < _PLAIN_CONTRAST else 0), step))
    return long_runs(plain, round(letter_height * _BAND_LETTERS_WIDE / step))


def _carried(samples: BetweenBands, direction: int, reach: float) -> BetweenBands:
    """Return the samples with each known level carried down (1) or up (-1) over unknown ones, at most so far."""
    levels, known = samples.levels, samples.known
    step = 1
    while step <= reach:
        levels = Image.composite(levels, moved(levels, down=direction * step), known)
        known = ImageChops.lighter(known, moved(known, down=direction * step))
        step *= 2
    return BetweenBands(levels, known)
