"""Pages of two levels: what is no letter goes, what is one stays."""

import random

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from scorecard_runner.reading.pixels.specks import with_soft_edges, without_specks

SIZE = (700, 400)
ROWS = ("Ashdown c Ince b Ode 4.5", "Millbrook not out 118", "Okonjo-Hale run out 27")
RAGGED_ROW, BAR_TOP, BAR_BOTTOM = 300, 330, 380
LEFT_OF_TEXT = (0, 0, 36, 290)


def typed() -> Image.Image:
    """Rows of dark letters on paper, no greys between them."""
    sheet = Image.new("L", SIZE, 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(24)
    for row, text in enumerate(ROWS):
        pen.text((40, 40 + 80 * row), text, font=font, fill=0)
    return two_levels(sheet)


def two_levels(sheet: Image.Image) -> Image.Image:
    return sheet.point([0] * 128 + [255] * 128)


def with_specks(sheet: Image.Image, count: int = 1200) -> Image.Image:
    """The sheet with single pixels of ink strewn over it, the same ones each time."""
    speckled, strewn = sheet.copy(), random.Random(1)  # noqa: S311
    for _ in range(count):
        speckled.putpixel((strewn.randrange(SIZE[0]), strewn.randrange(SIZE[1])), 0)
    return speckled


def with_a_ragged_rule(sheet: Image.Image) -> Image.Image:
    ruled = sheet.copy()
    pen = ImageDraw.Draw(ruled)
    for left in range(20, 680, 9):
        pen.line((left, RAGGED_ROW, left + 5, RAGGED_ROW), fill=0)
    return ruled


def with_a_bar(sheet: Image.Image) -> Image.Image:
    barred = sheet.copy()
    pen = ImageDraw.Draw(barred)
    pen.rectangle((30, BAR_TOP, 670, BAR_BOTTOM), fill=0)
    pen.text((42, BAR_TOP + 10), "BATTING", font=ImageFont.load_default(24), fill=255)
    return two_levels(barred)


def ink_in(sheet: Image.Image, box: tuple[int, int, int, int]) -> int:
    return sheet.convert("L").crop(box).histogram()[0]


def test_specks_on_paper_go() -> None:
    assert ink_in(with_specks(typed()), LEFT_OF_TEXT) > 20
    assert ink_in(without_specks(with_specks(typed())), LEFT_OF_TEXT) == 0


def test_letters_points_and_dashes_stay_among_specks() -> None:
    lost = ImageChops.subtract(without_specks(with_specks(typed())), typed())
    assert lost.histogram()[255] == 0


def test_a_clean_page_keeps_every_pixel() -> None:
    assert ImageChops.difference(without_specks(typed()), typed()).getbbox() is None


def test_a_ragged_rule_goes() -> None:
    row = (0, RAGGED_ROW, SIZE[0], RAGGED_ROW + 1)
    ruled = with_a_ragged_rule(typed())
    assert ink_in(ruled, row) > 300
    assert ink_in(without_specks(ruled), row) == 0


def test_light_letters_on_a_dark_bar_become_dark_ones_on_paper() -> None:
    cleaned = without_specks(with_a_bar(typed()))
    letters = ink_in(cleaned, (30, BAR_TOP - 4, 200, BAR_BOTTOM + 4))
    assert 200 < letters < 2500
    assert ink_in(cleaned, (200, BAR_TOP - 4, SIZE[0], BAR_BOTTOM + 4)) == 0


def test_light_letters_on_a_dark_page_are_cleaned_as_dark_ones_are() -> None:
    dark = ImageChops.invert(with_specks(typed()))
    assert ImageChops.invert(without_specks(dark)).tobytes() == without_specks(with_specks(typed())).tobytes()


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(with_specks(typed()).resize((350, 200), Image.Resampling.BOX), id="shades of grey"),
        pytest.param(Image.new("L", SIZE, 255), id="blank paper"),
        pytest.param(typed().point([200] * 128 + [255] * 128), id="two pale levels"),
    ],
)
def test_what_is_no_black_and_white_page_is_left_alone(picture: Image.Image) -> None:
    assert without_specks(picture) is picture
    assert with_soft_edges(picture, picture, 18.0) is picture


def test_steps_are_softened_after_the_ink_was_found() -> None:
    softened = with_soft_edges(typed(), typed(), 18.0)
    assert sum(softened.histogram()[1:255]) > sum(typed().histogram()[1:255]) == 0
