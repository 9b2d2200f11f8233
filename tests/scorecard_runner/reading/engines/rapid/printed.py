"""Pictures with text on them, as the second reader is given them."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

LETTERS = 34


def line_of(text: str, *, width: int = 500) -> Image.Image:
    """Return one line of text, black on white, with little paper around."""
    line = Image.new("L", (width, LETTERS + 20), 255)
    ImageDraw.Draw(line).text((10, 8), text, font=ImageFont.load_default(LETTERS), fill=0)
    return line


def cell_of(text: str) -> Image.Image:
    """Return what is printed in a cell, without paper around it, as `crop_cell` cuts it out."""
    line = line_of(text)
    ink = line.point([255 - level for level in range(256)]).getbbox()
    assert ink is not None
    return line.crop(ink)


def page_of(lines: Sequence[Sequence[tuple[int, str]]], *, width: int = 1000) -> Image.Image:
    """Return a page; each line holds texts with the pixel at which each begins."""
    page = Image.new("L", (width, 80 * len(lines) + 40), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(LETTERS)
    for number, texts in enumerate(lines):
        for left, text in texts:
            draw.text((left, 30 + 80 * number), text, font=font, fill=0)
    return page
