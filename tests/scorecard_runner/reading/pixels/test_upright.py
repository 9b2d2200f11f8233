"""Pages that stand askew, on their side or on their head, or are seen from an angle."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.reading.pixels.homography import rectangle_to_quad
from scorecard_runner.reading.pixels.upright import Posture, find_posture, straighten, turn

LETTER_HEIGHT = 18.0
SIZE = (900, 700)
NAMES = [
    "Ashdown", "Millbrook", "Okonjo-Hale", "Ng", "Tulloch", "Vashist",
    "Sandoval", "Brackenbury", "Ode", "Quillfeather", "Ince", "Castellan",
]  # fmt: skip


def page() -> Image.Image:
    """A table: two columns of words, two of numbers."""
    sheet = Image.new("L", SIZE, 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(24)
    for row, name in enumerate(NAMES):
        cells = (name, f"c {NAMES[row - 5]} b {NAMES[row - 3]}", f"{7 * row}", f"{9 * row}")
        for left, cell in zip((40, 240, 680, 780), cells, strict=True):
            pen.text((left, 40 + 40 * row), cell, font=font, fill=0)
    return sheet


def seen_with_corners(*corners: tuple[float, float]) -> Image.Image:
    """The page on a larger sheet, its corners there, clockwise from top left."""
    to_source = rectangle_to_quad(SIZE, corners).inverse()
    return page().transform(
        (1000, 800), Image.Transform.PERSPECTIVE, to_source.coefficients(), Image.Resampling.BICUBIC, fillcolor=255
    )


@pytest.mark.parametrize("skew", [-4.0, -1.5, -0.5, 0.0, 0.75, 3.0, 5.5])
def test_a_skew_is_found_within_half_a_degree(skew: float) -> None:
    askew = page().rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    posture = find_posture(askew, LETTER_HEIGHT)
    slope = -skew * 0.01745
    assert (posture.top, posture.bottom) == pytest.approx((slope, slope), abs=0.009)
    assert (posture.left, posture.right) == pytest.approx((-slope, -slope), abs=0.025)


@pytest.mark.parametrize(
    "corners",
    [
        pytest.param([(50, 50), (950, 50), (950, 750), (50, 750)], id="from straight above"),
        pytest.param([(90, 60), (910, 40), (960, 760), (40, 740)], id="from below"),
        pytest.param([(40, 90), (940, 30), (950, 780), (60, 700)], id="from the right"),
        pytest.param([(40, 30), (960, 60), (900, 740), (110, 770)], id="from above and askew"),
    ],
)
def test_a_page_seen_from_an_angle_is_laid_straight(corners: list[tuple[float, float]]) -> None:
    seen = seen_with_corners(*corners)
    straight = straighten(seen, find_posture(seen, LETTER_HEIGHT))
    rest = find_posture(straight, LETTER_HEIGHT)
    assert max(map(abs, (rest.top, rest.bottom))) < 0.01
    assert max(map(abs, (rest.left, rest.right))) < 0.03


def test_lines_that_cross_the_page_steeply_on_a_narrow_page_are_found() -> None:
    narrow = page().crop((40, 0, 500, 700)).rotate(8, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    assert find_posture(narrow, LETTER_HEIGHT).top == pytest.approx(-0.14, abs=0.03)


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_page_on_its_side_is_known_as_such(degrees: int) -> None:
    assert find_posture(turn(page(), degrees), LETTER_HEIGHT).quarters == 1


def test_a_page_without_lines_is_left_alone() -> None:
    assert find_posture(Image.new("L", (400, 300), 255), LETTER_HEIGHT).is_straight


@pytest.mark.parametrize(
    ("degrees", "size"),
    [
        pytest.param(0, (900, 700), id="not at all"),
        pytest.param(90, (700, 900), id="a quarter"),
        pytest.param(180, (900, 700), id="half"),
        pytest.param(270, (700, 900), id="three quarters"),
    ],
)
def test_quarter_turns_lose_nothing(degrees: int, size: tuple[int, int]) -> None:
    turned = straighten(page(), Posture(quarters=degrees // 90))
    assert turned.size == size
    assert turn(turned, 360 - degrees).tobytes() == page().tobytes()


def test_laying_straight_keeps_all_of_the_picture() -> None:
    straight = straighten(page(), Posture(top=0.05, bottom=0.05, left=-0.05, right=-0.05))
    ink = straight.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert ink is not None
    assert 0 < ink[0] < ink[2] < straight.width
    assert 0 < ink[1] < ink[3] < straight.height
    assert straight.getpixel((2, 2)) == 255


def test_lines_and_columns_of_a_low_wide_page_always_meet() -> None:
    low = Image.effect_noise((1100, 12), 200)
    posture = find_posture(low, 5.0)
    assert max(map(abs, (posture.top, posture.bottom, posture.left, posture.right))) <= 0.5
    assert straighten(low, posture).width > 0


@pytest.mark.parametrize(("step", "indents"), [(37, 110), (17, 160), (37, 160), (23, 220), (37, 300)])
def test_level_lines_that_begin_anywhere_do_not_lean(step: int, indents: int) -> None:
    """No camera makes columns lean all the same way while lines stay level; ragged text only seems to."""
    sheet = Image.new("L", (620, 1100), 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(16)
    for row in range(40):
        words = (["word", "a", "cricket", "bat"][(row + place) % 4] for place in range(2 + row * 5 % 7))
        pen.text((20 + row * step % indents, 20 + row * 26), " ".join(words), font=font, fill=0)
    assert find_posture(sheet, 12.0).is_straight


@pytest.mark.parametrize("shift", [7, 10, 13])
def test_two_columns_of_level_lines_that_do_not_stand_side_by_side_do_not_slant(shift: int) -> None:
    sheet = Image.new("L", SIZE, 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(18)
    for row in range(24):
        words = " ".join(NAMES[(row + at) % len(NAMES)] for at in range(4))
        pen.text((30, 30 + 26 * row), words[:34], font=font, fill=0)
        pen.text((480, 30 + 26 * row + shift), words[::-1][:34], font=font, fill=0)
    assert find_posture(sheet, 13.0) == Posture()
