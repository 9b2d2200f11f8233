"""Draws marks on a faded page, and cuts cells out of it.

Pure: pictures in, pictures out. Refuses to know what the marks mean beyond their colours.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.debug_folder.marks import Mark, Tone
from scorecard_runner.reading.geometry import Box

_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

COLOURS: dict[Tone, tuple[int, int, int]] = {
    Tone.HIGH: (20, 125, 60),
    Tone.MEDIUM: (190, 105, 0),
    Tone.LOW: (205, 30, 30),
    Tone.HEADING: (25, 90, 200),
    Tone.COLUMN: (90, 140, 220),
    Tone.BLOCK: (125, 60, 185),
    Tone.PLAIN: (160, 165, 175),
}

_FADED = 0.5
_GROUND_ALPHA = 45  # of 255
_READABLE_HEIGHT = 22.0  # pixels that letters should have, so that the smaller ones of a label can be read
_MOST_ENLARGED = 3.0
_MOST_PIXELS = 16_000_000
_LABEL_SHARE = 0.75  # of the page's letters
_LEAST_LABEL_HEIGHT = 12  # pixels
_THIN = frozenset({Tone.PLAIN, Tone.COLUMN})
_CELL_AROUND = 1.2  # heights of the box to its left and right, half as much above and below
_CELL_HEIGHT = 44.0


def mark_page(picture: Image.Image, marks: Sequence[Mark], letter_height: float) -> Image.Image:
    """Return the page, faded, with the marks on it; enlarged where its letters, of that height in pixels, are small."""
    factor = _factor(picture, letter_height)
    page = _faded(_scaled(picture.convert("RGB"), factor))
    placed = [(mark, mark.box.scaled(factor)) for mark in marks]
    page = _with_grounds(page, placed)
    pen = ImageDraw.Draw(page)
    for mark, box in placed:
        width = 1 if mark.tone in _THIN else 2
        pen.rectangle(_corners(box, width), outline=COLOURS[mark.tone], width=width)
    # Labels last: a box must not cross out what was read in its neighbour.
    font = _font(max(_LEAST_LABEL_HEIGHT, round(letter_height * factor * _LABEL_SHARE)))
    for mark, box in placed:
        if mark.label:
            _write(pen, mark, box, font)
    return page


def cut_cell(picture: Image.Image, box: Box) -> Image.Image | None:
    """Return the box with a little of what is around it, framed and of a readable size; None if it is off the page."""
    sides, ends = box.height * _CELL_AROUND, box.height * _CELL_AROUND / 2
    area = Box(
        max(0.0, box.left - sides),
        max(0.0, box.top - ends),
        min(float(picture.width), box.right + sides),
        min(float(picture.height), box.bottom + ends),
    )
    if area.width < 1 or area.height < 1 or box.height < 1:
        return None
    factor = max(1.0, min(_MOST_ENLARGED, _CELL_HEIGHT / box.height))
    cut = picture.convert("RGB").crop((int(area.left), int(area.top), math.ceil(area.right), math.ceil(area.bottom)))
    cut = _scaled(cut, factor)
    frame = box.moved(-int(area.left), -int(area.top)).scaled(factor)
    ImageDraw.Draw(cut).rectangle(_corners(frame, 2), outline=COLOURS[Tone.HEADING], width=2)
    return cut


def _factor(picture: Image.Image, letter_height: float) -> float:
    wanted = min(_MOST_ENLARGED, max(1.0, _READABLE_HEIGHT / max(1.0, letter_height)))
    return min(wanted, max(1.0, math.sqrt(_MOST_PIXELS / (picture.width * picture.height))))


def _scaled(picture: Image.Image, factor: float) -> Image.Image:
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    return picture.resize(size, Image.Resampling.BICUBIC) if size != picture.size else picture


def _faded(page: Image.Image) -> Image.Image:
    """Return the page nearer to white, in few levels: the noise of a photo would make its file six times as large."""
    pale = Image.blend(page, Image.new("RGB", page.size, "white"), _FADED)
    return pale.point(lambda level: level | 0x0F)


def _with_grounds(page: Image.Image, placed: Sequence[tuple[Mark, Box]]) -> Image.Image:
    grounds = Image.new("RGBA", page.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(grounds)
    for mark, box in placed:
        if mark.filled:
            pen.rectangle(_corners(box), fill=(*COLOURS[mark.tone], _GROUND_ALPHA))
    page.paste(grounds, mask=grounds)
    return page


def _corners(box: Box, outside: int = 0) -> tuple[int, int, int, int]:
    """Return the box in whole pixels, so many wider on each side: a frame must not cover what it is around."""
    left, top = round(box.left), round(box.top)
    right, bottom = max(left, round(box.right)), max(top, round(box.bottom))
    return left - outside, top - outside, right + outside, bottom + outside


def _write(pen: ImageDraw.ImageDraw, mark: Mark, box: Box, font: _Font) -> None:
    """Write the label just above the box, in the paper between two lines."""
    left, top = max(0.0, box.left), box.top - 2
    anchor = "ls" if top > _LEAST_LABEL_HEIGHT else "lt"
    colour = COLOURS[mark.tone]
    pen.text((left, max(0.0, top)), mark.label, colour, font, anchor, stroke_width=2, stroke_fill="white")


@lru_cache
def _font(height: int) -> _Font:
    return ImageFont.load_default(height)
