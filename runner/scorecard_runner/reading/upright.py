"""How a page must be turned for its lines to run level: quarter turns of phones and scanners, and the skew of a hand.

Lines of text make the rows of a level page alternate between ink and paper; the turn at which they do so most sharply is the
right one. Upside down looks the same: that is found out by reading (`recognition`).
"""

from collections.abc import Iterable
from itertools import pairwise

from PIL import Image, ImageOps

_SAMPLE_LETTER_HEIGHT = 5.0
_LARGEST_SAMPLE = 900  # pixels a side
_WIDEST_SKEW = 6.0  # degrees
_COARSE_STEP = 0.75
_FINE_STEP = 0.25
_LEAST_SKEW = 0.3
_SIDEWAYS_MUST_BE = 1.35
"""How much sharper the lines of a turned page must be: columns of a table alternate too."""


def find_turn(ink: Image.Image, letter_height: float) -> float:
    """Return by how many degrees, counter-clockwise, the page is to be turned; 0 if it is level or shows no lines.

    Args:
        ink: the page, dark on white.
        letter_height: in pixels.
    """
    sample = _sample(ink, letter_height)
    level_skew, level = _best(sample, _coarse())
    side_skew, side = _best(sample.transpose(Image.Transpose.ROTATE_90), _coarse())
    quarter, skew = (90.0, side_skew) if side > level * _SIDEWAYS_MUST_BE else (0.0, level_skew)
    turned = sample.transpose(Image.Transpose.ROTATE_90) if quarter else sample
    fine = [skew + step * _FINE_STEP for step in range(-2, 3)]
    skew, _ = _best(turned, fine)
    return quarter + (skew if abs(skew) >= _LEAST_SKEW else 0.0)


def is_quarter(degrees: float) -> bool:
    """Whether a turn is more than the skew of a hand."""
    return abs(degrees) > _WIDEST_SKEW + 1


def turn(picture: Image.Image, degrees: float) -> Image.Image:
    """Return the picture turned counter-clockwise on white paper; quarter turns lose nothing."""
    quarters, rest = divmod(degrees, 90.0)
    if rest > 45:  # noqa: PLR2004 - half a quarter
        quarters, rest = quarters + 1, rest - 90.0
    turned = picture
    for _ in range(int(quarters) % 4):
        turned = turned.transpose(Image.Transpose.ROTATE_90)
    if not rest:
        return turned
    paper = 255 if turned.mode == "L" else (255, 255, 255)
    return turned.rotate(rest, Image.Resampling.BICUBIC, expand=True, fillcolor=paper)


def _sample(ink: Image.Image, letter_height: float) -> Image.Image:
    factor = min(_SAMPLE_LETTER_HEIGHT / letter_height, _LARGEST_SAMPLE / max(ink.size), 1.0)
    size = (max(8, round(ink.width * factor)), max(8, round(ink.height * factor)))
    return ImageOps.invert(ink.convert("L")).resize(size, Image.Resampling.BOX)


def _coarse() -> list[float]:
    steps = int(_WIDEST_SKEW / _COARSE_STEP)
    return [step * _COARSE_STEP for step in range(-steps, steps + 1)]


def _best(sample: Image.Image, skews: Iterable[float]) -> tuple[float, float]:
    """Return the skew at which rows alternate most sharply, and how sharply; of equals the smaller one."""
    return max(((skew, _sharpness(sample, skew)) for skew in skews), key=lambda found: (found[1], -abs(found[0])))


def _sharpness(sample: Image.Image, skew: float) -> float:
    level = sample.rotate(skew, Image.Resampling.BILINEAR, fillcolor=0) if skew else sample
    profile = level.resize((1, level.height), Image.Resampling.BOX).tobytes()
    return float(sum((first - second) ** 2 for first, second in pairwise(profile)))
