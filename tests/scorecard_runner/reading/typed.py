"""A typewritten card as a picture, and an engine that has read it but for one number, which it finds on a second look."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of

CARD = """\
Kent innings

Batter               R    B    4s   6s   SR
Ashdown  b Kettle    40   30   4    1    133.33
Millbrook  not out   17   12   2    0    141.67
Extras  3 (b 2, w 1)
Total  60/1 (7 ov)

Bowler               O    M    R    W    Econ
Kettle               4    0    31   1    7.75
Sandoval             3    0    27   0    9.00
"""
LOST = "30"
PAGE_SIZE = (560, 460)


def page() -> Image.Image:
    """Return the card with each word where `words_of` puts it."""
    sheet = Image.new("L", PAGE_SIZE, 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(17)
    for word in words_of(CARD):
        pen.text((word.box.left, word.box.top), word.text, font=font, fill=0)
    return sheet


def png(picture: Image.Image) -> bytes:
    """Return the picture as a file."""
    buffer = BytesIO()
    picture.save(buffer, format="PNG")
    return buffer.getvalue()


class SecondLookEngine(Engine):
    """Reads the page without `LOST`, and `LOST` from every stack of crops."""

    name, version = "typist", "1"

    def __init__(self, text: str = CARD) -> None:
        self._page = [word for word in words_of(text) if word.text != LOST]
        self._is_page = True

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return the words of the page first, then those of stacks."""
        del deadline
        if not self._is_page:
            return [Word(LOST, Box(10, 22, 34, 46), 0.9)]
        self._is_page = False
        factor = picture.width / PAGE_SIZE[0]
        return [word.placed(factor=factor, right=0, down=0) for word in self._page]
