"""Sheets of paper: a long page cut where no word is hurt, and a PDF of pictures."""

import time
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise

from PIL import Image

from bench.accuracy.words import DrawnWord

_A4_PROPORTION = 297 / 210
_A4_WIDTH_IN = 8.27
_SMALLEST_REST = 0.12
_LONG_AGO = time.gmtime(1_577_836_800)


def cut_into_pages(picture: Image.Image, words: Sequence[DrawnWord]) -> list[Image.Image]:
    """Return pages of at most A4's proportion, cut between lines; the last is as long as the others."""
    height = max(round(picture.width * _A4_PROPORTION), 2)
    if picture.height <= height * (1 + _SMALLEST_REST):
        return [picture]
    edges = [0]
    while picture.height - edges[-1] > height:
        edges.append(_gap_above(edges[-1] + height, edges[-1] + height // 2, words))
    edges.append(picture.height)
    return [_page(picture, top, bottom, height) for top, bottom in pairwise(edges)]


def _gap_above(bottom: int, least: int, words: Sequence[DrawnWord]) -> int:
    """Return the lowest line up to `bottom` that crosses no word."""
    place = bottom
    while place > least:
        crossed = [word.top for word in words if word.top - 1 < place < word.bottom + 1]
        if not crossed:
            return place
        place = int(min(crossed)) - 1
    return bottom


def _page(picture: Image.Image, top: int, bottom: int, height: int) -> Image.Image:
    sheet = Image.new("RGB", (picture.width, height), "white")
    sheet.paste(picture.crop((0, top, picture.width, bottom)), (0, 0))
    return sheet


def save_pages(sheets: Sequence[Image.Image], quality: int) -> bytes:
    """Return a PDF with a picture a page and no text, the same bytes every time."""
    buffer = BytesIO()
    first, *rest = sheets
    first.save(
        buffer,
        format="PDF",
        save_all=True,
        append_images=rest,
        quality=quality,
        resolution=first.width / _A4_WIDTH_IN,
        creationDate=_LONG_AGO,
        modDate=_LONG_AGO,
    )
    return buffer.getvalue()
