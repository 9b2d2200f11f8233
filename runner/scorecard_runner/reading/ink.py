"""How far each pixel is from its surroundings: dark letters on white, whatever the page looked like.

Dark themes, coloured heading bars, zebra rows and shadows differ only in their ground. The ground is the local median;
what remains after taking it away is ink. Measured on real cards this reads white-on-red headings and green-on-black
terminals as well as black on white, without deciding for a whole page or region which of both it is.
"""

from PIL import Image, ImageChops, ImageFilter, ImageOps

from scorecard_runner.reading.neighbours import darkest_around, lightest_around
from scorecard_runner.reading.specks import with_soft_edges

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

_STROKE_LETTERS = 0.5  # in letter heights: the widest stroke of a bold letter is about a third
_FLAT_CONTRAST = 20  # grey levels

_RULE_LETTERS_WIDE = 4.0
_RULE_LETTERS_HIGH = 2.5
_MIN_RULE_PIXELS = 8
_RULE_CONTRAST = 20  # grey levels: rules between rows are often pale
_FULL = 250  # of 255: a run of pixels that are all ink


def extract_ink(picture: Image.Image, letter_height: float) -> Image.Image:
    """Return a grey picture of the same size with letters of about `letter_height` pixels dark on white."""
    grey = picture.convert("L")
    difference = _difference(grey, _ground(grey, letter_height), letter_height)
    ink = ImageOps.autocontrast(_without_flats(difference, grey, letter_height))
    return with_soft_edges(ImageOps.invert(_without_rules(ink, letter_height)), grey, letter_height)


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


def _without_flats(difference: Image.Image, grey: Image.Image, letter_height: float) -> Image.Image:
    """Remove what is flat over more than a stroke's width: no letter, but the end of a bar whose ground was missed."""
    highest, lowest = grey, grey
    for _ in range(max(1, round(letter_height * _STROKE_LETTERS / 2))):
        highest, lowest = lightest_around(highest), darkest_around(lowest)
    flat = ImageChops.difference(highest, lowest).point(lambda value: 255 if value < _FLAT_CONTRAST else 0)
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
    for _ in range(_SOLID_SAMPLES + _TALLER - 1):
        solid = lightest_around(solid)
    return ImageChops.darker(solid, closed)


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


def _without_rules(ink: Image.Image, letter_height: float) -> Image.Image:
    """Remove straight runs longer than any letter: inside a box of rules Tesseract does not look for text."""
    solid = ink.point(lambda value: 255 if value > _RULE_CONTRAST else 0)
    across = max(_MIN_RULE_PIXELS, round(letter_height * _RULE_LETTERS_WIDE))
    down = max(_MIN_RULE_PIXELS, round(letter_height * _RULE_LETTERS_HIGH))
    rules = Image.new("L", ink.size, 0)
    # Blocks start at a grid; four grids leave ends no longer than a quarter of a block.
    for quarter in range(4):
        rules = ImageChops.lighter(rules, _solid_blocks(solid, (across, 1), (quarter * across // 4, 0)))
        rules = ImageChops.lighter(rules, _solid_blocks(solid, (1, down), (0, quarter * down // 4)))
    paper = Image.new("L", ink.size, 0)
    return Image.composite(paper, ink, lightest_around(rules))


def _solid_blocks(solid: Image.Image, block: tuple[int, int], offset: tuple[int, int]) -> Image.Image:
    """Return a mask of the blocks of that grid in which every pixel is ink."""
    found = Image.new("L", solid.size, 0)
    columns, rows = ((size - start) // side for size, start, side in zip(solid.size, offset, block, strict=True))
    if columns < 1 or rows < 1:
        return found
    area = (offset[0], offset[1], offset[0] + columns * block[0], offset[1] + rows * block[1])
    full = solid.crop(area).reduce(block).point(lambda value: 255 if value >= _FULL else 0)
    found.paste(full.resize((area[2] - area[0], area[3] - area[1]), Image.Resampling.NEAREST), offset)
    return found
