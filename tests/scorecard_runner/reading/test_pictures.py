"""Ink, scale, tiles and crops: the stages that turn pixels into pixels."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.pixels.crops import LETTER_HEIGHTS, crop_cell, stack_crops, words_by_crop
from scorecard_runner.reading.pixels.ink import extract_ink
from scorecard_runner.reading.pixels.scale import measure_letter_height, resize, scale_factor
from scorecard_runner.reading.pixels.tiles import cut_tiles
from scorecard_runner.reading.words import Word


def page(ground: str = "white", ink: str = "black", size: float = 20, lines: int = 8) -> Image.Image:
    """Return a page with lines of text 40 pixels apart."""
    picture = Image.new("RGB", (600, 40 * lines + 20), ground)
    draw = ImageDraw.Draw(picture)
    for number in range(lines):
        draw.text((40, 10 + 40 * number), "H Khan 145 for 38 THE END", font=ImageFont.load_default(size), fill=ink)
    return picture


def darkest(grey: Image.Image) -> int:
    """Return the lowest grey level of a picture."""
    return next(level for level, count in enumerate(grey.histogram()) if count)


@pytest.mark.parametrize(("size", "expected"), [(14, 10), (20, 14), (40, 28)])
def test_letters_are_measured_by_their_capitals(size: float, expected: float) -> None:
    assert measure_letter_height(page(size=size, lines=12)) == pytest.approx(expected, abs=2)


def test_a_page_without_letters_has_a_plausible_height() -> None:
    assert 10 < measure_letter_height(Image.new("L", (200, 200), 255)) < 30


@pytest.mark.parametrize(
    ("letter_height", "expected"),
    [
        pytest.param(12, 2, id="small letters are enlarged"),
        pytest.param(24, 1, id="good letters are left alone"),
        pytest.param(96, 0.25, id="huge letters are reduced"),
        pytest.param(2, 4, id="never by more than four"),
    ],
)
def test_scaling_aims_at_letters_of_24_pixels(letter_height: float, expected: float) -> None:
    factor = scale_factor(letter_height, (1000, 1000))

    assert factor == expected
    assert resize(Image.new("L", (200, 100)), factor).size == (200 * expected, 100 * expected)


def test_the_scaled_picture_stays_within_its_budget() -> None:
    assert scale_factor(8, (6000, 6000)) ** 2 * 36_000_000 <= 100_000_001


@pytest.mark.parametrize(
    ("ground", "ink"),
    [
        pytest.param("white", "black", id="black on white"),
        pytest.param("#10161d", "#e8edf2", id="a dark theme"),
        pytest.param("#b91c1c", "white", id="white on red"),
    ],
)
def test_ink_is_dark_on_white_whatever_the_page_looked_like(ground: str, ink: str) -> None:
    found = extract_ink(page(ground, ink), 14)

    levels = found.histogram()
    assert sum(levels[230:]) > 0.8 * sum(levels)
    assert sum(levels[:90]) > 0.01 * sum(levels)


def test_rules_and_bars_leave_no_ink() -> None:
    picture = page(lines=2)
    draw = ImageDraw.Draw(picture)
    draw.line((0, 90, 600, 90), fill="black", width=2)
    draw.rectangle((20, 0, 25, 100), fill="black")

    found = extract_ink(picture, 14)

    assert darkest(found.crop((200, 86, 400, 96))) > 200
    assert darkest(found.crop((18, 40, 28, 60))) > 200


def test_tall_pages_are_cut_between_lines_and_nothing_is_lost() -> None:
    ink = page(lines=40).convert("L")

    tiles = list(cut_tiles(ink, 500))

    assert len(tiles) > 2
    assert max(tile.picture.height for tile in tiles) <= 500
    for tile in tiles[1:]:
        assert darkest(ink.crop((0, tile.top - 1, 600, tile.top + 1))) > 240
    assert sum(tile.picture.height for tile in tiles) == ink.height


def test_blank_tiles_are_left_out() -> None:
    assert list(cut_tiles(Image.new("L", (300, 2000), 255), 500)) == []


def test_a_crop_holds_what_is_printed_in_the_cell_and_nothing_else() -> None:
    ink = page(lines=1).convert("L")

    crop = crop_cell(ink, Box(110, 10, 150, 30))

    assert crop is not None
    assert 10 < crop.height < 20
    assert crop_cell(ink, Box(500, 10, 560, 30)) is None


def test_quotes_around_a_number_are_wiped_out() -> None:
    picture = Image.new("L", (100, 40), 255)
    draw = ImageDraw.Draw(picture)
    draw.text((20, 8), "' 7 '", font=ImageFont.load_default(24), fill=0)

    crop = crop_cell(picture, Box(5, 5, 95, 35))

    assert crop is not None
    assert crop.width < crop.height


def test_words_of_a_stack_go_back_to_their_crops() -> None:
    crops = [Image.new("L", (10, 20), 0) for _ in range(3)]
    pitch = (stack_crops(crops, LETTER_HEIGHTS[0]).height - stack_crops(crops[:1], LETTER_HEIGHTS[0]).height) / 2
    words = [
        Word("4", Box(10, 24, 20, 44), 0.9),
        Word("1", Box(10, 24 + 2 * pitch, 20, 44 + 2 * pitch), 0.9),
        Word("5", Box(22, 24 + 2 * pitch, 32, 44 + 2 * pitch), 0.7),
    ]

    found = words_by_crop(words, 3)

    assert [word.text if word else None for word in found] == ["4", None, "15"]
    assert found[2] is not None
    assert found[2].confidence == 0.7
