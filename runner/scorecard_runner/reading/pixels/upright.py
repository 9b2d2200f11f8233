"""How a page lies in its picture - on its side, askew, or seen from an angle - and the picture laid straight.

The text itself is asked how its lines and columns run (`slant`), not the edge of the paper: that may lie outside of the
picture. Upside down looks the same as upright: that is found out by reading (`recognition`).
"""

from dataclasses import dataclass, replace

from PIL import Image, ImageOps

from scorecard_runner.reading.pixels.homography import Homography, Point, rectangle_to_quad
from scorecard_runner.reading.pixels.slant import NEVER_STEEPER, Rows, Slopes

_SAMPLE_LETTER_HEIGHT = 5.0
_CLOSER_LETTER_HEIGHT = 9.0
_LARGEST_SAMPLE = 1200  # pixels a side
_LEAST_SLOPE = 0.004
_LEAST_LEAN = 0.02
"""Columns bear more than lines: what is found below is noise on most screenshots."""

_SIDEWAYS_MUST_BE = 1.35
"""How much sharper the lines of a turned page must be: columns of a table alternate too."""

_LEVEL_PAGES_LEAN = 3.0
"""How much sharper the columns of a page with level lines must be if they lean."""

_NOT_AT_ALL, _HARDLY, _CLEARLY = 1.02, 1.05, 1.2
_MOST_GROWTH = 1.6  # of a side, while a page is laid straight


@dataclass(frozen=True, slots=True)
class Posture:
    """How a page lies: quarter turns that it needs, then the slopes of its edges.

    `top`, `bottom`: pixels down for each pixel to the right. `left`, `right`: pixels to the right for each pixel down.
    """

    quarters: int = 0
    top: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    right: float = 0.0

    @property
    def is_slanted(self) -> bool:
        """Whether an edge is off by more than readers bear."""
        slope, lean = max(abs(self.top), abs(self.bottom)), max(abs(self.left), abs(self.right))
        return slope >= _LEAST_SLOPE or lean >= _LEAST_LEAN

    @property
    def is_straight(self) -> bool:
        """Whether nothing is to be done."""
        return not self.quarters and not self.is_slanted


def find_posture(ink: Image.Image, letter_height: float) -> Posture:
    """Return how the page lies; straight if it shows no lines.

    Args:
        ink: the page, dark on white.
        letter_height: in pixels.
    """
    sample = _sample(ink, letter_height)
    rows, side = Rows.of(sample), Rows.of(turn(sample, 90))
    if rows.are_level() and side.are_level():
        return Posture()
    lines, columns = rows.find_slopes(), side.find_slopes()
    if columns.sharpness > lines.sharpness * _SIDEWAYS_MUST_BE:
        found = _posture(1, columns, Rows.of(turn(sample, 180)).find_slopes())
    else:
        found = _posture(0, *_believed(_closer(ink, letter_height, lines), columns))
    if not _edges_stay_apart(found, sample.size):
        return Posture(found.quarters)
    again = _looked_at_again(sample, found) if found.is_slanted else found
    return again if _edges_stay_apart(again, sample.size) else Posture(again.quarters)


def _closer(ink: Image.Image, letter_height: float, lines: Slopes) -> Slopes:
    """Return the slopes of a page that seems neither level nor askew, as a larger sample clearly shows them.

    Lines set as tight as in a newspaper's column run together in the small one.
    """
    if lines.first or lines.last:
        return lines
    closer = Rows.of(_sample(ink, letter_height, _CLOSER_LETTER_HEIGHT)).find_slopes()
    return closer if closer.gain >= _CLEARLY else lines


def _believed(lines: Slopes, columns: Slopes) -> tuple[Slopes, Slopes]:
    """Return the slopes without what ragged text makes up.

    Where lines are level, columns may lean towards each other, for the camera looked down, but never all the same way.
    Lines that rise above and fall below, or the other way round, hardly sharper for it, are believed only if columns lean.
    What makes the halves of the page less sharp is never believed.
    """
    lines, columns = (_level(each) if each.gain_in_halves < 1 else each for each in (lines, columns))
    may_lean = columns.gain >= _LEVEL_PAGES_LEAN and columns.first * columns.last < 0
    if lines.gain < _NOT_AT_ALL and not may_lean:
        return lines, _level(columns)
    if lines.first * lines.last < 0 and lines.gain < _HARDLY and columns.gain < _CLEARLY:
        return _level(lines), columns
    return lines, columns


def _level(slopes: Slopes) -> Slopes:
    return replace(slopes, first=0.0, last=0.0)


def _edges_stay_apart(posture: Posture, size: tuple[int, int]) -> bool:
    """Whether opposite edges do not meet on the page: on a page as low as a line they may seem to."""
    width, height = size if not posture.quarters else size[::-1]
    across = abs(posture.top - posture.bottom) * width / 2
    down = abs(posture.left - posture.right) * height / 2
    return across < height / 2 and down < width / 2


def _posture(quarters: int, lines: Slopes, columns: Slopes) -> Posture:
    """Columns are found on the page turned to the left: its first row is the right edge, read from the top down."""
    return Posture(quarters, lines.first, lines.last, left=-columns.last, right=-columns.first)


def _looked_at_again(sample: Image.Image, found: Posture) -> Posture:
    """Return the posture with what is left of it: lines were asked while columns leaned, and the other way round."""
    straight = ImageOps.invert(straighten(ImageOps.invert(sample), found))
    lines, columns = Rows.of(straight).find_slopes(), Rows.of(turn(straight, 90)).find_slopes()
    rest = _posture(0, lines, columns)
    return Posture(
        found.quarters,
        top=_bounded(found.top + rest.top),
        bottom=_bounded(found.bottom + rest.bottom),
        left=_bounded(found.left + rest.left),
        right=_bounded(found.right + rest.right),
    )


def _bounded(slope: float) -> float:
    return max(-NEVER_STEEPER, min(NEVER_STEEPER, slope))


def straighten(picture: Image.Image, posture: Posture) -> Image.Image:
    """Return the picture laid straight on white paper; quarter turns alone lose nothing."""
    turned = turn(picture, 90 * posture.quarters)
    if not posture.is_slanted:
        return turned
    to_source, size = _window(turned.size, posture)
    paper = 255 if turned.mode == "L" else (255, 255, 255)
    return turned.transform(
        size, Image.Transform.PERSPECTIVE, to_source.coefficients(), Image.Resampling.BICUBIC, fillcolor=paper
    )


def turn(picture: Image.Image, degrees: int) -> Image.Image:
    """Return the picture turned counter-clockwise by quarters."""
    turned = picture
    for _ in range(degrees // 90 % 4):
        turned = turned.transpose(Image.Transpose.ROTATE_90)
    return turned


def _sample(ink: Image.Image, letter_height: float, wanted_height: float = _SAMPLE_LETTER_HEIGHT) -> Image.Image:
    factor = min(wanted_height / letter_height, _LARGEST_SAMPLE / max(ink.size), 1.0)
    size = (max(8, round(ink.width * factor)), max(8, round(ink.height * factor)))
    return ImageOps.invert(ink.convert("L")).resize(size, Image.Resampling.BOX)


def _window(size: tuple[int, int], posture: Posture) -> tuple[Homography, tuple[int, int]]:
    """Return the map from the straight page to its picture and the size of that page: all of the picture fits on it."""
    width, height = size
    to_source = rectangle_to_quad(size, _corners(size, posture))
    from_source = to_source.inverse()
    ends = [from_source(point) for point in ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))]
    left, top = min(x for x, _ in ends), min(y for _, y in ends)
    right, bottom = max(x for x, _ in ends), max(y for _, y in ends)
    left, right = max(left, width * (1 - _MOST_GROWTH)), min(right, width * _MOST_GROWTH)
    top, bottom = max(top, height * (1 - _MOST_GROWTH)), min(bottom, height * _MOST_GROWTH)
    return to_source.after_moving(left, top), (round(right - left), round(bottom - top))


def _corners(size: tuple[int, int], posture: Posture) -> list[Point]:
    """Return where the four edges, each through the middle of a side of the picture, meet; clockwise from top left."""
    width, height = size
    edges_across = ((0.0, posture.top), (float(height), posture.bottom))
    edges_down = ((0.0, posture.left), (float(width), posture.right))
    order = ((0, 0), (0, 1), (1, 1), (1, 0))
    return [_meeting(edges_across[across], edges_down[down], (width / 2, height / 2)) for across, down in order]


def _meeting(across: tuple[float, float], down: tuple[float, float], middle: Point) -> Point:
    """Return where `y = across[0] + across[1] (x - middle x)` meets `x = down[0] + down[1] (y - middle y)`."""
    (y0, slope), (x0, lean) = across, down
    x = (x0 + lean * (y0 - slope * middle[0] - middle[1])) / (1 - lean * slope)
    return x, y0 + slope * (x - middle[0])
