"""Rows of dots are no letters: rules of forms, and leaders from a name to its number."""

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from scorecard_runner.reading.pixels.broken_rules import find_broken_rules

LETTER_HEIGHT = 12.0
SIZE = (600, 80)


def page(*, pitch: int, dot: int = 2) -> tuple[Image.Image, Image.Image]:
    """Return a line of text with dots between the name and the number, and the dots alone; 255 is ink."""
    dots, text = (Image.new("L", SIZE, 0) for _ in range(2))
    pen = ImageDraw.Draw(dots)
    for left in range(200, 480, pitch):
        pen.rectangle((left, 40, left + dot - 1, 40 + dot - 1), fill=255)
    font = ImageFont.load_default(16)
    for left, said in ((20, "Ashdown b Kettle"), (500, "46")):
        ImageDraw.Draw(text).text((left, 28), said, font=font, fill=255)
    both = ImageChops.lighter(dots, text).point(lambda level: 255 if level > 128 else 0)
    return both, dots


@pytest.mark.parametrize("pitch", [5, 8, 11], ids=lambda pitch: f"{pitch} pixels apart")
def test_leaders_of_dots_are_found_and_the_text_beside_them_is_not(pitch: int) -> None:
    solid, dots = page(pitch=pitch)
    found = find_broken_rules(solid, LETTER_HEIGHT)
    inside = found.crop((215, 0, 465, SIZE[1]))
    assert ImageChops.difference(inside, dots.crop((215, 0, 465, SIZE[1]))).getbbox() is None
    assert found.crop((0, 0, 190, SIZE[1])).getbbox() is None
    assert found.crop((495, 0, *SIZE)).getbbox() is None


def test_dots_far_from_each_other_are_no_rule() -> None:
    solid, _ = page(pitch=40)
    assert find_broken_rules(solid, LETTER_HEIGHT).getbbox() is None


def test_slim_figures_above_each_other_are_no_rule() -> None:
    solid = Image.new("L", (60, 200), 0)
    for top in range(10, 190, 14):
        ImageDraw.Draw(solid).rectangle((30, top, 31, top + 10), fill=255)
    assert find_broken_rules(solid, LETTER_HEIGHT).getbbox() is None


def test_a_number_just_behind_the_last_dot_of_its_leader_is_whole() -> None:
    solid, _ = page(pitch=8)
    close = solid.copy()
    number = solid.crop((495, 0, *SIZE))
    close.paste(0, (480, 0, *SIZE))
    close.paste(number, (479, 0))
    found = find_broken_rules(close, LETTER_HEIGHT)
    first = 479 + (number.getbbox() or (0,))[0]
    assert found.crop((first, 0, *SIZE)).getbbox() is None
    assert found.crop((215, 0, 465, SIZE[1])).getbbox() is not None
