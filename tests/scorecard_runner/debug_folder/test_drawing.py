"""Marks on a page, and cells cut out of it."""

import pytest
from PIL import Image

from scorecard_runner.debug_folder.drawing import COLOURS, cut_cell, mark_page
from scorecard_runner.debug_folder.marks import Mark, Tone
from scorecard_runner.reading.geometry import Box

PAPER = Image.new("L", (200, 120), 255)


def colours_of(picture: Image.Image) -> set[tuple[int, ...]]:
    return {colour for _, colour in picture.getcolors(1_000_000) or [] if isinstance(colour, tuple)}


@pytest.mark.parametrize("tone", list(Tone))
def test_every_mark_is_drawn_in_its_colour(tone: Tone) -> None:
    drawn = mark_page(PAPER, [Mark(Box(40, 60, 90, 80), tone)], 24)

    assert drawn.size == PAPER.size
    assert drawn.getpixel((39, 70)) == COLOURS[tone]
    assert drawn.getpixel((65, 70)) == (255, 255, 255)


def test_a_filled_mark_leaves_what_is_below_it_readable() -> None:
    page = PAPER.copy()
    page.paste(0, (60, 65, 62, 75))
    drawn = mark_page(page, [Mark(Box(40, 60, 90, 80), Tone.HIGH, filled=True)], 24)

    letter, ground = (sum(drawn.getpixel(place)) for place in ((61, 70), (80, 70)))  # type: ignore[arg-type]
    assert letter + 250 < ground < 3 * 255


def test_a_label_stands_above_its_box() -> None:
    drawn = mark_page(PAPER, [Mark(Box(40, 60, 90, 80), Tone.LOW, "40")], 24)

    assert COLOURS[Tone.LOW] in colours_of(drawn.crop((41, 40, 90, 57)))
    assert COLOURS[Tone.LOW] not in colours_of(drawn.crop((0, 84, 200, 120)))


def test_a_label_at_the_top_of_the_page_is_not_lost() -> None:
    drawn = mark_page(PAPER, [Mark(Box(40, 0, 90, 20), Tone.LOW, "40")], 24)

    assert COLOURS[Tone.LOW] in colours_of(drawn.crop((43, 3, 88, 18)))


@pytest.mark.parametrize(
    ("letter_height", "factor"),
    [
        pytest.param(24, 1, id="large letters are left alone"),
        pytest.param(11, 2, id="small ones are enlarged"),
        pytest.param(1, 3, id="but no more than that"),
    ],
)
def test_pages_with_small_letters_are_enlarged(letter_height: float, factor: int) -> None:
    assert mark_page(PAPER, [], letter_height).size == (200 * factor, 120 * factor)


def test_a_large_page_is_never_enlarged_beyond_the_budget() -> None:
    drawn = mark_page(Image.new("L", (4000, 3000), 255), [], 5)

    assert 12_000_000 < drawn.width * drawn.height <= 16_010_000


def test_a_cell_is_cut_out_with_its_surroundings_and_framed() -> None:
    page = PAPER.convert("RGB")
    page.paste((10, 20, 30), (100, 50, 110, 60))

    cut = cut_cell(page, Box(100, 50, 110, 60))

    assert cut is not None
    assert cut.width > cut.height > 44
    assert {(10, 20, 30), COLOURS[Tone.HEADING], (255, 255, 255)} <= colours_of(cut)


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(Box(500, 500, 540, 520), id="beyond the page"),
        pytest.param(Box(10, 10, 40, 10), id="without height"),
        pytest.param(Box(-90, 10, -60, 20), id="to the left of it"),
    ],
)
def test_there_is_no_crop_off_the_page(box: Box) -> None:
    assert cut_cell(PAPER, box) is None
