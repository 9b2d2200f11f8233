"""Cuts a tall page into tiles between its lines, so that memory and time of one recognition stay bounded.

Screenshots of whole web pages are up to 9,000 pixels tall. A cut runs through rows without ink; where a picture or
chart leaves none, through the emptiest.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageOps

_SAMPLE_WIDTH = 16  # pixels of a row seen together: an average over the whole row would lose a lone digit
_BLANK = 6  # grey levels that noise of compression leaves on paper


@dataclass(frozen=True)
class Tile:
    """A part of the page over its full width; `top` is its distance from the top of the page in pixels."""

    picture: Image.Image
    top: int


def cut_tiles(ink: Image.Image, max_height: int) -> Iterator[Tile]:
    """Yield the parts of a page, dark on white, from top to bottom; parts without any ink are left out."""
    rows = _ink_by_row(ink)
    top = 0
    while top < ink.height:
        bottom = _cut_row(rows, top, max_height)
        if max(rows[top:bottom]) > _BLANK:
            yield Tile(ink.crop((0, top, ink.width, bottom)), top)
        top = bottom


def _ink_by_row(ink: Image.Image) -> list[int]:
    columns = max(1, ink.width // _SAMPLE_WIDTH)
    content = ImageOps.invert(ink).resize((columns, ink.height), Image.Resampling.BOX).tobytes()
    return [max(content[start : start + columns]) for start in range(0, len(content), columns)]


def _cut_row(rows: list[int], top: int, max_height: int) -> int:
    if len(rows) - top <= max_height:
        return len(rows)
    latest = top + max_height
    earliest = top + max_height // 2
    emptiest = min(rows[earliest:latest])
    allowed = max(emptiest, _BLANK)
    # The last such row, so that tiles are few.
    return max(row for row in range(earliest, latest) if rows[row] <= allowed)
