"""A page of two levels, as faxes and scanners in black and white make them: specks and ragged rules removed, steps softened.

A threshold turns paper grain into specks and thin rules into rows of crumbs; Tesseract takes both for text and loses the
lines between them. Refuses to touch a picture with shades of grey: there specks are pale, and no part of the ink.
"""

from PIL import Image, ImageChops, ImageFilter

from scorecard_runner.reading.pixels.pieces import mask_of_pieces
from scorecard_runner.reading.pixels.scale import measure_letter_height

_TWO_LEVELS = 0.995  # share of the pixels; letters of a smooth picture have shades at their edges
_MIN_INK = 0.001  # share of the pixels
_HALF = 128  # grey levels: how far paper and ink are apart at least

# All in letter heights, areas in squares of it.
_SPECK_AREA = 0.02
_HOLE_AREA = 0.05  # in bars there are hardly any points to lose
_ALONE = 0.5  # from any piece that is no speck
_RULE_GAP = 0.5
_RULE_THICKNESS = 0.35
_RULE_LENGTH = 2.0
_LETTERS_APART = 0.4
_CRUMBS_APART = 0.2
_LEAST_HEIGHT = 0.55
_SPECK_APART = 0.1  # from the room around letters: a part of one
_POINT_APART = 0.5  # a typewriter's decimal point stands alone
_BAR_THICKNESS = 0.6  # no stroke is as wide
_BAR_LETTERS = 0.9  # half of what stands between the solid strips of a bar above and below its letters
_BAR_LENGTH = 5.0
_SOFTNESS = 0.08

_SPECKLED = 0.01
"""Share of the ink in specks far from anything. On a page with fewer the small pieces are parts of broken letters."""

_NEARLY_ALL = 225  # of 255
_MOSTLY_INK = 140  # of 255: the ground of a dark bar, whose specks are light


def without_specks(picture: Image.Image) -> Image.Image:
    """Return a picture of two levels cleaned, still of two levels and of the same size; any other as it is."""
    grey = picture.convert("L")
    paper = _paper_of(grey)
    if paper is None:
        return picture
    letter_height = measure_letter_height(grey)
    ink = grey.point([0 if abs(level - paper) < _HALF else 255 for level in range(256)])
    is_speckled = _is_speckled(ink, letter_height)
    filled = _with_holes_filled(ink, letter_height) if is_speckled else ink
    kept = _without_ragged_rules(_with_bars_turned(filled, letter_height), letter_height)
    cleaned = _without_crumbs(kept, letter_height, is_speckled=is_speckled)
    return ImageChops.invert(cleaned) if paper >= _HALF else cleaned


def with_soft_edges(ink: Image.Image, grey: Image.Image, letter_height: float) -> Image.Image:
    """Return the ink of a picture of two levels without the steps at its edges; of any other as it is.

    After the ink was found, not before: pale bridges between letters would look like rules.
    """
    if _paper_of(grey) is None:
        return ink
    return ink.filter(ImageFilter.GaussianBlur(_SOFTNESS * letter_height))


def _paper_of(grey: Image.Image) -> int | None:
    """Return the level of the paper, if the picture has paper and ink and nothing between them."""
    histogram = grey.histogram()
    paper, ink = sorted(range(256), key=lambda level: -histogram[level])[:2]
    pixels = grey.width * grey.height
    if histogram[paper] + histogram[ink] < _TWO_LEVELS * pixels or histogram[ink] < _MIN_INK * pixels:
        return None
    return paper if abs(paper - ink) >= _HALF else None


def _with_holes_filled(ink: Image.Image, letter_height: float) -> Image.Image:
    """Fill the specks of paper in dark bars."""
    around = round(letter_height)
    bars = ink.filter(ImageFilter.BoxBlur(around)).point(lambda share: 255 if share > _MOSTLY_INK else 0)
    if bars.getbbox() is None:
        return ink
    holes = ImageChops.multiply(ImageChops.invert(ink), bars)
    return ImageChops.lighter(ink, mask_of_pieces(holes, lambda piece: piece.area <= _HOLE_AREA * letter_height**2))


def _with_bars_turned(ink: Image.Image, letter_height: float) -> Image.Image:
    """Make light letters on dark bars dark ones on paper: at the ragged ends of a bar its ground cannot be told later."""
    reach = max(1, round(letter_height * _BAR_THICKNESS / 2))
    solid = ink.filter(ImageFilter.BoxBlur(reach)).point(lambda share: 255 if share > _NEARLY_ALL else 0)
    if solid.getbbox() is None:
        return ink
    around = round(letter_height * _BAR_LETTERS)
    closed = _shrunk(_spread(solid, around, around), around)
    long = letter_height * _BAR_LENGTH
    bars = mask_of_pieces(closed, lambda piece: piece.width > long and piece.height > letter_height / 2)
    inside, outside = _spread(bars, reach - 1, reach - 1), _spread(bars, reach + 2, reach + 2)
    turned = ImageChops.multiply(ImageChops.invert(ink), inside)
    return ImageChops.lighter(ImageChops.subtract(ink, outside), turned)


def _without_ragged_rules(ink: Image.Image, letter_height: float) -> Image.Image:
    """Remove thin rows and columns of pieces that are longer than any letter."""
    reach = max(1, round(letter_height * _RULE_GAP / 2))
    thick, long = letter_height * _RULE_THICKNESS, letter_height * _RULE_LENGTH + 2 * reach
    across = mask_of_pieces(_spread(ink, reach, 0), lambda piece: piece.height <= thick and piece.width > long)
    rest = ImageChops.subtract(ink, across)
    down = mask_of_pieces(_spread(rest, 0, reach), lambda piece: piece.width <= thick and piece.height > long)
    return ImageChops.subtract(rest, down)


def _without_crumbs(ink: Image.Image, letter_height: float, *, is_speckled: bool) -> Image.Image:
    """Keep what lies close enough together to be as high as a letter."""
    pieces = ImageChops.subtract(ink, _specks(ink, letter_height)) if is_speckled else ink
    right, down = (max(1, round(letter_height * apart / 2)) for apart in (_LETTERS_APART, _CRUMBS_APART))
    words = _spread(pieces, right, down)
    least = letter_height * _LEAST_HEIGHT + 2 * down
    text = ImageChops.subtract(words, mask_of_pieces(words, lambda piece: piece.height < least))
    near, beside = (max(1, round(letter_height * apart)) for apart in (_SPECK_APART, _POINT_APART))
    points = ImageChops.multiply(pieces, _spread(text, beside, 1))
    return ImageChops.lighter(points, ImageChops.multiply(ink, _spread(text, near, 1)))


def _is_speckled(ink: Image.Image, letter_height: float) -> bool:
    reach = round(letter_height * _ALONE)
    specks = _specks(ink, letter_height)
    alone = ImageChops.subtract(specks, _spread(ImageChops.subtract(ink, specks), reach, reach))
    return alone.histogram()[255] > _SPECKLED * ink.histogram()[255]


def _specks(ink: Image.Image, letter_height: float) -> Image.Image:
    largest = max(1.0, _SPECK_AREA * letter_height**2)
    return mask_of_pieces(ink, lambda piece: piece.area <= largest)


def _shrunk(mask: Image.Image, by: int) -> Image.Image:
    return ImageChops.invert(_spread(ImageChops.invert(mask), by, by))


def _spread(mask: Image.Image, right: int, down: int) -> Image.Image:
    """Return the mask grown by so many pixels to each side."""
    return mask.filter(ImageFilter.BoxBlur((right, down))).point(lambda share: 255 if share else 0)
