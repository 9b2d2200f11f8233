"""Figures of one shape beside each other, of which readers drop one: 11 is read as 1, n or nothing in most typefaces.

Told from the shapes alone: in the crop of a cell stand as many pieces as it has figures. Refuses to say what a figure is
unless it is a stroke, which can only be a 1.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, ImageChops, ImageStat

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word

_INK = 128  # grey level up to which it is ink
_FULL_HEIGHT = 0.85  # of the crop: points and commas are lower
_STROKE = 0.5
"""The width of a 1 as a share of its height, with its flag and its foot."""

_UPRIGHT = 215
"""Of 255: so much of one column of a stroke is ink."""

_SAME_SIZE = 2  # pixels
_SHAPE = (12, 18)  # pixels, in which shapes are compared
_SAME_SHAPE = 25  # grey levels, the mean difference of two prints of one figure ...
_SAME_STROKE = 62
"""... which is larger where the whole figure is a pixel or two wide."""

_MOST_FIGURES = 3
_BY_SHAPE = 0.7  # confidence


def with_twins(words: Sequence[Word], crop: Image.Image) -> list[Word]:
    """Return what was read in the crop, dark on white, with the figures that were taken for one."""
    count = count_twins(crop)
    if count is None:
        return list(words)
    single = [word for word in words if len(word.text) == 1 and word.text.isdecimal()]
    if single:
        return [replace(word, text=word.text * count) if word in single else word for word in words]
    if any(word.text.isdecimal() for word in words) or not _are_strokes(crop):
        return list(words)
    return [Word("1" * count, Box(0, 0, *crop.size), _BY_SHAPE)]


def count_twins(crop: Image.Image) -> int | None:
    """Return how many figures of one shape make up the crop; None if it holds one, or others."""
    pieces = _pieces(crop)
    if not 1 < len(pieces) <= _MOST_FIGURES or any(piece.height < _FULL_HEIGHT * crop.height for piece in pieces):
        return None
    first, *others = pieces
    return len(pieces) if all(_are_alike(first, other) for other in others) else None


def _are_strokes(crop: Image.Image) -> bool:
    return all(map(_is_stroke, _pieces(crop)))


def _is_stroke(piece: Image.Image) -> bool:
    columns = _ink(piece).resize((piece.width, 1), Image.Resampling.BOX)
    return piece.width <= _STROKE * piece.height and max(columns.tobytes()) >= _UPRIGHT


def _ink(crop: Image.Image) -> Image.Image:
    return crop.point(lambda level: 255 if level <= _INK else 0)


def _pieces(crop: Image.Image) -> list[Image.Image]:
    """Return what is parted by paper, from left to right, each without paper around it."""
    ink = _ink(crop)
    columns = ink.resize((ink.width, 1), Image.Resampling.BOX).tobytes()
    spans = (match.span() for match in re.finditer(rb"[^\0]+", columns))
    cut = (ink.crop((left, 0, right, ink.height)).getbbox() for left, right in spans)
    lefts = (match.start() for match in re.finditer(rb"[^\0]+", columns))
    return [
        crop.crop((left + box[0], box[1], left + box[2], box[3])) for left, box in zip(lefts, cut, strict=True) if box
    ]


def _are_alike(first: Image.Image, other: Image.Image) -> bool:
    if max(abs(first.width - other.width), abs(first.height - other.height)) > _SAME_SIZE:
        return False
    shapes = [piece.resize(_SHAPE, Image.Resampling.BOX) for piece in (first, other)]
    most = _SAME_STROKE if _is_stroke(first) and _is_stroke(other) else _SAME_SHAPE
    return ImageStat.Stat(ImageChops.difference(*shapes)).mean[0] <= most
