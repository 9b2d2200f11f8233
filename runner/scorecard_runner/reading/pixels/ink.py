"""How far each pixel is from its surroundings: dark letters on white, whatever the page looked like.

Dark themes, coloured heading bars, zebra rows and shadows differ only in their ground. The ground is the local median;
what remains after taking it away is ink. Measured on real cards this reads white-on-red headings and green-on-black
terminals as well as black on white, without deciding for a whole page or region which of both it is.
"""

from PIL import Image, ImageChops, ImageFilter, ImageOps

from scorecard_runner.reading.pixels.bars import find_between_bands
from scorecard_runner.reading.pixels.neighbours import darkest_around, lightest_around
from scorecard_runner.reading.pixels.ruled_lines import without_ruled_lines
from scorecard_runner.reading.pixels.specks import with_soft_edges

# A heading bar is about three letters high: a taller window would see the paper beyond it, a shorter one would take
# the strokes of a bold headline for the ground.
_WINDOW_LETTERS_HIGH = 3.0
_WINDOW_LETTERS_WIDE = 14.0
_SAMPLES = 11  # a side of the median's window, in samples; Pillow's filter wants an odd number

_NEAR_LETTERS_WIDE = 4.2
_NEAR_LETTERS_HIGH = 1.4
_NEAR_SAMPLES = 7
_OTHER_GROUND = 25  # grey levels
_SOLID_SAMPLES = 5  # some three letters wide and one high
_TALLER = 2  # samples, above and below

_AROUND_LETTERS = 0.6
_LEAST_GROUND = 90  # of 255: bold letters cover up to half of the paper

_STROKE_LETTERS = 0.5  # in letter heights: the widest stroke of a bold letter is about a third
_FLAT_CONTRAST = 20  # grey levels


def extract_ink(picture: Image.Image, letter_height: float) -> Image.Image:
    """Return a grey picture of the same size with letters of about `letter_height` pixels dark on white."""
    grey = picture.convert("L")
    ground = _ground(grey, letter_height)
    difference = _with_bars(_difference(grey, ground, letter_height), grey, letter_height)
    ink = ImageOps.autocontrast(_without_flats(difference, grey, letter_height))
    return with_soft_edges(ImageOps.invert(without_ruled_lines(ink, letter_height)), grey, letter_height)


def _difference(grey: Image.Image, ground: Image.Image, letter_height: float) -> Image.Image:
    """Return how far the picture is from its ground, taken as exact only to half a sample.

    At the end of a coloured bar the ground is known a little too late, and a slab of bar would stay as ink.
    """
    right = round(letter_height * _WINDOW_LETTERS_WIDE / _SAMPLES / 2)
    down = round(letter_height * _WINDOW_LETTERS_HIGH / _SAMPLES / 2)
    nearest = ImageChops.difference(grey, ground)
    for offset in ((right, 0), (-right, 0), (0, down), (0, -down)):
        nearest = ImageChops.darker(nearest, ImageChops.difference(grey, ImageChops.offset(ground, *offset)))
    return nearest


def _with_bars(difference: Image.Image, grey: Image.Image, letter_height: float) -> Image.Image:
    """Return the difference, exact where bands above and below tell the ground and most of what is between is of it.

    A button on a bar has bands of the bar around it, too, but little of the bar in it.
    """
    bars = find_between_bands(grey, letter_height)
    exact = ImageChops.difference(grey, bars.levels)
    of_ground = exact.point(lambda level: 255 if level < _OTHER_GROUND else 0)
    around = of_ground.filter(ImageFilter.BoxBlur(letter_height * _AROUND_LETTERS))
    mostly = around.point(lambda share: 255 if share >= _LEAST_GROUND else 0)
    return Image.composite(exact, difference, ImageChops.darker(mostly, bars.known))


def _without_flats(difference: Image.Image, grey: Image.Image, letter_height: float) -> Image.Image:
    """Remove what is flat over more than a stroke's width: no letter, but the end of a bar whose ground was missed."""
    reach = max(1, round(letter_height * _STROKE_LETTERS / 2))
    contrast = ImageChops.difference(lightest_around(grey, reach), darkest_around(grey, reach))
    flat = contrast.point(lambda value: 255 if value < _FLAT_CONTRAST else 0)
    return Image.composite(Image.new("L", grey.size, 0), difference, flat)


def _ground(grey: Image.Image, letter_height: float) -> Image.Image:
    wide = _local_median(grey, letter_height, (_WINDOW_LETTERS_WIDE, _WINDOW_LETTERS_HIGH), _SAMPLES)
    near = _local_median(grey, letter_height, (_NEAR_LETTERS_WIDE, _NEAR_LETTERS_HIGH), _NEAR_SAMPLES)
    ends = _bar_ends(near, wide.resize(near.size, Image.Resampling.NEAREST))
    steady = near.filter(ImageFilter.MedianFilter(3)).filter(ImageFilter.MedianFilter(3))
    return Image.composite(_as_large(steady, grey), _as_large(wide, grey), _as_large(ends, grey))


def _bar_ends(near: Image.Image, wide: Image.Image) -> Image.Image:
    """Return a mask of where a bar begins or ends: half of the wide window lies beyond it there, and takes paper for its ground.

    What differs in a narrow window and is solid over a few letters is no headline's stroke.
    """
    differs = ImageChops.difference(near, wide).point(lambda level: 255 if level > _OTHER_GROUND else 0)
    closed = darkest_around(lightest_around(differs))
    solid = closed.filter(ImageFilter.MinFilter(_SOLID_SAMPLES))
    # Taller than the middle of a headline, where its letters cover most of the paper.
    solid = ImageChops.darker(ImageChops.offset(solid, 0, _TALLER), ImageChops.offset(solid, 0, -_TALLER))
    return ImageChops.darker(lightest_around(solid, _SOLID_SAMPLES + _TALLER - 1), closed)


def _local_median(grey: Image.Image, letter_height: float, window: tuple[float, float], samples: int) -> Image.Image:
    """Return the median around each sample of the picture; the window in letter heights, with so many samples a side."""
    steps = [max(1.0, letter_height * letters / samples) for letters in window]
    size = (max(1, round(grey.width / steps[0])), max(1, round(grey.height / steps[1])))
    # Nearest, not averaged: an average of ink and paper is neither.
    margin = samples // 2
    around = _mirrored(grey.resize(size, Image.Resampling.NEAREST), margin)
    return around.filter(ImageFilter.MedianFilter(samples)).crop((margin, margin, margin + size[0], margin + size[1]))


def _as_large(samples: Image.Image, grey: Image.Image) -> Image.Image:
    return samples.resize(grey.size, Image.Resampling.NEAREST)


def _mirrored(samples: Image.Image, margin: int) -> Image.Image:
    """Return the picture with what lies inside its edges mirrored around it.

    Pillow's filter repeats the outermost pixels instead: a table's frame at the edge would outvote the paper.
    """
    wide = ImageOps.expand(samples, border=margin)
    width, height = wide.size
    for start, target in ((margin, 0), (width - 2 * margin, width - margin)):
        strip = wide.crop((start, 0, start + margin, height))
        wide.paste(strip.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (target, 0))
    for start, target in ((margin, 0), (height - 2 * margin, height - margin)):
        strip = wide.crop((0, start, width, start + margin))
        wide.paste(strip.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, target))
    return wide
