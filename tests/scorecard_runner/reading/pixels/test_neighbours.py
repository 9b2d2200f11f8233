"""Shifting does what Pillow's rank filters do."""

import pytest
from PIL import Image, ImageFilter

from scorecard_runner.reading.pixels.neighbours import darkest_around, lightest_around

SIZES = [pytest.param(size, id=f"{size[0]} by {size[1]}") for size in ((40, 30), (1, 30), (40, 1), (2, 2), (1, 1))]


def grain(size: tuple[int, int]) -> Image.Image:
    return Image.frombytes("L", size, bytes((37 * n * n + 11 * n) % 256 for n in range(size[0] * size[1])))


REACHES = [pytest.param(reach, id=f"{reach} pixels away") for reach in (1, 2, 3, 6)]


@pytest.mark.parametrize("reach", REACHES)
@pytest.mark.parametrize("size", SIZES)
def test_the_lightest_is_that_of_the_rank_filter(size: tuple[int, int], reach: int) -> None:
    wanted = grain(size).filter(ImageFilter.MaxFilter(2 * reach + 1))
    found = lightest_around(grain(size), reach)
    assert (found.size, found.tobytes()) == (size, wanted.tobytes())


@pytest.mark.parametrize("reach", REACHES)
@pytest.mark.parametrize("size", SIZES)
def test_the_darkest_is_that_of_the_rank_filter(size: tuple[int, int], reach: int) -> None:
    wanted = grain(size).filter(ImageFilter.MinFilter(2 * reach + 1))
    found = darkest_around(grain(size), reach)
    assert (found.size, found.tobytes()) == (size, wanted.tobytes())


def test_without_a_reach_it_is_the_eight_neighbours() -> None:
    assert lightest_around(grain((9, 9))).tobytes() == lightest_around(grain((9, 9)), 1).tobytes()
