import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.pixels.crops import crop_cell
from scorecard_runner.reading.pixels.twins import count_twins, with_twins
from scorecard_runner.reading.words import Word


def crop_of(text: str, size: int = 24) -> Image.Image:
    """Return the crop of a cell in which the text is printed."""
    ink = Image.new("L", (200, 60), 255)
    ImageDraw.Draw(ink).text((20, 10), text, font=ImageFont.load_default(size), fill=0)
    crop = crop_cell(ink, Box(0, 0, 199, 59))
    assert crop is not None
    return crop


def words(*texts: str) -> list[Word]:
    return [Word(text, Box(0, 0, 10, 10), 0.9) for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11", 2),
        ("111", 3),
        ("22", 2),
        ("1", None),
        ("17", None),
        ("38", None),
        ("10", None),
        ("1.1", None),
        ("-1", None),
    ],
)
def test_figures_of_one_shape_are_counted(text: str, expected: int | None) -> None:
    assert count_twins(crop_of(text)) == expected


@pytest.mark.parametrize(
    ("printed", "read", "expected"),
    [
        pytest.param("11", ["1", "1"], ["11", "11"], id="one of two was dropped, at both sizes"),
        pytest.param("22", ["2"], ["22"], id="of other figures, too"),
        pytest.param("11", ["11", "1"], ["11", "11"], id="at one size only"),
        pytest.param("11", ["n"], ["11"], id="two strokes that were taken for a letter"),
        pytest.param("11", [], ["11"], id="two strokes in which nothing was read"),
        pytest.param("22", [], [], id="nothing is known of other shapes"),
        pytest.param("11", ["14"], ["14"], id="as many figures as shapes: the reader knows better"),
        pytest.param("7", ["7"], ["7"], id="a single figure"),
    ],
)
def test_what_was_taken_for_one_is_told_from_the_shapes(printed: str, read: list[str], expected: list[str]) -> None:
    assert [word.text for word in with_twins(words(*read), crop_of(printed))] == expected
