from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.reading.pixels.ruled_lines import without_ruled_lines

LETTER_HEIGHT = 10.0


def drawn(draw_on: Callable[[ImageDraw.ImageDraw], None]) -> Image.Image:
    """Return light ink on black."""
    picture = Image.new("L", (400, 200), 0)
    draw_on(ImageDraw.Draw(picture))
    return picture


def dotted(draw: ImageDraw.ImageDraw) -> None:
    for left in range(20, 380, 3):
        draw.point((left, 100), fill=200)


def bars_of_a_terminal(draw: ImageDraw.ImageDraw) -> None:
    for top in range(20, 180, 20):
        draw.line((100, top, 100, top + 17), fill=200)
        draw.line((104, top, 104, top + 17), fill=200)


def one_line_of_bars(draw: ImageDraw.ImageDraw) -> None:
    for left in range(40, 360, 60):
        draw.line((left, 100, left, 117), fill=200)


def a_rule(draw: ImageDraw.ImageDraw) -> None:
    draw.line((20, 100, 371, 100), fill=60)


@pytest.mark.parametrize("draw_on", [dotted, bars_of_a_terminal, one_line_of_bars, a_rule])
def test_rules_are_taken_out_to_their_ends(draw_on: Callable[[ImageDraw.ImageDraw], None]) -> None:
    before, after = drawn(draw_on), without_ruled_lines(drawn(draw_on), LETTER_HEIGHT)

    assert _count(before) > 60
    assert _count(after) <= 4


def figures_above_each_other(draw: ImageDraw.ImageDraw) -> None:
    for number in range(10):
        draw.text((200, 10 + 16 * number), str(number), font=ImageFont.load_default(14), fill=255)


def a_dash(draw: ImageDraw.ImageDraw) -> None:
    draw.line((100, 100, 106, 100), fill=255)


def lines_of_text(draw: ImageDraw.ImageDraw) -> None:
    for number in range(10):
        draw.text((20, 10 + 16 * number), "nnmm uu ooo eee immune", font=ImageFont.load_default(14), fill=255)


def letters_that_touch(draw: ImageDraw.ImageDraw) -> None:
    for left in range(20, 100, 5):
        draw.line((left, 95, left, 105), fill=255)
        draw.line((left + 1, 95, left + 1, 105), fill=255)
        draw.line((left, 103, left + 4, 103), fill=40)
        draw.line((left, 103, left + 1, 103), fill=255)


@pytest.mark.parametrize("draw_on", [figures_above_each_other, a_dash, lines_of_text, letters_that_touch])
def test_letters_are_left_alone(draw_on: Callable[[ImageDraw.ImageDraw], None]) -> None:
    assert without_ruled_lines(drawn(draw_on), LETTER_HEIGHT).tobytes() == drawn(draw_on).tobytes()


def _count(ink: Image.Image) -> int:
    return sum(ink.histogram()[20:])
