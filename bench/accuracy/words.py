"""Words of a drawn page: their text and the pixels that their letters cover."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median

from PIL import Image, ImageChops

_LEAST_CONTRAST = 40
_USUAL_LETTER_PX = 10.0


@dataclass(frozen=True)
class DrawnWord:
    """A word and its box in pixels of the picture."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def tightened(words: Sequence[DrawnWord], picture: Image.Image) -> list[DrawnWord]:
    """Return the words with boxes around their ink; a browser's boxes are as high as the line."""
    grey = picture.convert("L")
    return [_tightened(word, grey) for word in words]


def _tightened(word: DrawnWord, grey: Image.Image) -> DrawnWord:
    left, top = max(0, int(word.left)), max(0, int(word.top))
    right, bottom = min(grey.width, int(word.right) + 1), min(grey.height, int(word.bottom) + 1)
    if right <= left or bottom <= top:
        return word
    crop = grey.crop((left, top, right, bottom))
    histogram = crop.histogram()
    background = histogram.index(max(histogram))
    difference = ImageChops.difference(crop, Image.new("L", crop.size, background))
    ink = difference.point([255 * (level >= _LEAST_CONTRAST) for level in range(256)]).getbbox()
    if ink is None:
        return word
    return DrawnWord(word.text, left + ink[0], top + ink[1], left + ink[2], top + ink[3])


def letter_height(words: Sequence[DrawnWord]) -> float:
    """Return the median height of figures, which are all as high as capitals."""
    heights = [word.bottom - word.top for word in words if word.text.isdigit()]
    return median(heights) if heights else _USUAL_LETTER_PX


def words_json(words: Sequence[DrawnWord]) -> str:
    """Return the words as the bench reads them."""
    return json.dumps([asdict(word) for word in words], ensure_ascii=False, indent=0)
