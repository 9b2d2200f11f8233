"""Where a crop is dark."""

import pytest
from PIL import Image

from scorecard_runner.reading.engines.rapid.ink_marks import InkMarks


def marks_of(*blots: tuple[int, int, int, int], ink: int = 0, paper: int = 255) -> InkMarks:
    crop = Image.new("L", (100, 30), paper)
    for blot in blots:
        crop.paste(ink, blot)
    return InkMarks.of(crop)


def test_the_widest_gap_is_found_with_its_middle() -> None:
    marks = marks_of((0, 5, 10, 25), (14, 5, 20, 25), (40, 5, 50, 25))
    assert marks.widest_gap(5, 45) == (30, 20)


def test_without_a_gap_it_is_in_the_middle_and_has_no_width() -> None:
    assert marks_of((0, 5, 50, 25)).widest_gap(10, 20)[1] == 0


@pytest.mark.parametrize("ink", [0, 150])
def test_faint_ink_is_ink(ink: int) -> None:
    marks = marks_of((10, 5, 40, 25), ink=ink)
    assert marks.height == 20
    assert marks.bounds(0, 100) == (10, 5, 40, 25)


def test_a_stain_is_none() -> None:
    marks = marks_of((10, 5, 40, 25), ink=225)
    assert marks.height == 0
    assert marks.bounds(0, 100) is None


def test_bounds_are_those_of_a_part() -> None:
    assert marks_of((10, 5, 20, 25), (60, 8, 70, 20)).bounds(40, 100) == (60, 8, 70, 20)


def test_much_paper_makes_no_ink_fainter() -> None:
    line = Image.new("L", (3000, 60), 255)
    line.paste(0, (10, 20, 14, 40))
    assert InkMarks.of(line).bounds(0, 3000) == (10, 20, 14, 40)
