"""Pages that stand askew, on their side or on their head."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.reading.upright import find_turn, turn

LETTER_HEIGHT = 18.0
NAMES = [
    "Ashdown", "Millbrook", "Okonjo-Hale", "Ng", "Tulloch", "Vashist",
    "Sandoval", "Brackenbury", "Ode", "Quillfeather", "Ince", "Castellan",
]  # fmt: skip
LINES = [
    f"{name} c {NAMES[n - 5]} b {NAMES[n - 3]}" + " " * (3 * n % 7) + f"{7 * n}   {9 * n}"
    for n, name in enumerate(NAMES)
]


def page() -> Image.Image:
    sheet = Image.new("L", (900, 700), 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(24)
    for row, line in enumerate(LINES):
        pen.text((40, 40 + 40 * row), line, font=font, fill=0)
    return sheet


@pytest.mark.parametrize("skew", [-4.0, -1.5, -0.5, 0.0, 0.75, 3.0, 5.5])
def test_a_skew_is_found_within_half_a_degree(skew: float) -> None:
    askew = page().rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    assert find_turn(askew, LETTER_HEIGHT) == pytest.approx(-skew, abs=0.5)


@pytest.mark.parametrize("quarters", [1, 3])
def test_a_page_on_its_side_is_known_as_such(quarters: int) -> None:
    on_its_side = turn(page(), 90.0 * quarters)
    assert find_turn(on_its_side, LETTER_HEIGHT) % 180 == 90


def test_a_page_without_lines_is_left_alone() -> None:
    assert find_turn(Image.new("L", (400, 300), 255), LETTER_HEIGHT) == 0


@pytest.mark.parametrize(
    ("degrees", "size"),
    [
        pytest.param(0.0, (900, 700), id="not at all"),
        pytest.param(90.0, (700, 900), id="a quarter"),
        pytest.param(180.0, (900, 700), id="half"),
        pytest.param(270.0, (700, 900), id="three quarters"),
    ],
)
def test_quarter_turns_lose_nothing(degrees: float, size: tuple[int, int]) -> None:
    turned = turn(page(), degrees)
    assert turned.size == size
    assert turn(turned, 360 - degrees).tobytes() == page().tobytes()


def test_turning_back_levels_the_page_and_keeps_all_of_it() -> None:
    level = turn(page().rotate(3, Image.Resampling.BICUBIC, expand=True, fillcolor=255), -3)
    assert min(level.size) >= 700
    assert level.getpixel((2, 2)) == 255
