import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.reading.pixels.bars import find_between_bands
from scorecard_runner.reading.pixels.ink import extract_ink

LETTER_HEIGHT = 10.0


def page(text_left: int, bar: str = "navy", height: int = 26) -> Image.Image:
    """Return a white page with a bar from 50 to 550, and white text in it from `text_left` on."""
    picture = Image.new("RGB", (600, 200), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((50, 80, 549, 79 + height), fill=bar)
    draw.text((text_left, 85), "BATTERS", font=ImageFont.load_default(14), fill="white")
    draw.text((60, 120), "Andre Akheshi lbw", font=ImageFont.load_default(14), fill="black")
    return picture


def test_text_between_two_plain_bands_has_their_colour_for_its_ground() -> None:
    grey = page(54).convert("L")

    found = find_between_bands(grey, LETTER_HEIGHT)

    assert found.known.getpixel((60, 92)) == 255
    assert found.levels.getpixel((60, 92)) == grey.getpixel((300, 92))


def test_nothing_is_known_where_bands_differ() -> None:
    picture = Image.new("L", (300, 60), 255)
    picture.paste(0, (0, 30, 300, 60))
    for left in range(0, 300, 6):
        picture.paste(128, (left, 24, left + 3, 36))

    assert find_between_bands(picture, LETTER_HEIGHT).known.crop((0, 26, 300, 34)).getextrema() == (0, 0)


@pytest.mark.parametrize("text_left", [54, 300, 480], ids=["at the beginning", "in the middle", "at the end"])
def test_letters_are_whole_wherever_they_stand_in_a_bar(text_left: int) -> None:
    ink = extract_ink(page(text_left), LETTER_HEIGHT)
    alone = Image.new("RGB", (600, 200), "navy")
    ImageDraw.Draw(alone).text((text_left, 85), "BATTERS", font=ImageFont.load_default(14), fill="white")

    area = (50, 82, 550, 104)
    assert _dark(ink.crop(area)) == pytest.approx(_dark(extract_ink(alone, LETTER_HEIGHT).crop(area)), rel=0.05)


def test_a_button_has_its_own_ground() -> None:
    picture = page(54)
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((300, 118, 380, 138), 8, fill="green")
    draw.text((310, 121), "NOT OUT", font=ImageFont.load_default(14), fill="white")

    inside = extract_ink(picture, LETTER_HEIGHT).crop((310, 121, 372, 136))

    assert sum(inside.histogram()[200:]) > 0.5 * inside.width * inside.height


def _dark(ink: Image.Image) -> int:
    return sum(ink.histogram()[:128])
