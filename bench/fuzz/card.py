"""One small invented card, as text, as a picture and as a file: what the undamaged files show."""

import re
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

FIRST_PAGE = """\
Kent innings
Batter                        R    B   4s   6s      SR
Ashdown     b Kettle         40   30    4    1  133.33
Millbrook   c Ode b Kettle    2    3    0    0   66.67
"""
SECOND_PAGE = """\
Okonjo      not out          15    9    2    0  166.67
Extras  3 (b 2, w 1)
Total  60/2 (7 ov)
Bowler                        O    M    R    W    Econ
Kettle                      4.0    0   31    2    7.75
Sandoval                    3.0    0   27    0    9.00
"""
WHOLE = FIRST_PAGE + SECOND_PAGE

_PITCH_PX = 8
_LINE_PX = 20
_LETTERS_PX = 14
_EDGE_PX = 12


def picture_of(text: str, mode: str = "L") -> Image.Image:
    """Return the text as dark letters on white, each word where a typewriter would have put it; 20 pixels a line."""
    lines = text.splitlines()
    size = (2 * _EDGE_PX + _PITCH_PX * max(map(len, lines)), 2 * _EDGE_PX + _LINE_PX * len(lines))
    page = Image.new("L", size, 255)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(_LETTERS_PX)
    for row, line in enumerate(lines):
        for match in re.finditer(r"\S+(?: \S+)*", line):
            pen.text((_EDGE_PX + _PITCH_PX * match.start(), _EDGE_PX + _LINE_PX * row), match[0], font=font, fill=0)
    return page.convert(mode)


def encoded(picture: Image.Image, name: str, **options: object) -> bytes:
    """Return the picture as a file of the format with Pillow's name for it, and Pillow's options."""
    buffer = BytesIO()
    picture.save(buffer, format=name, **options)
    return buffer.getvalue()
