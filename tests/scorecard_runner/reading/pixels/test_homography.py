"""The projective map between a rectangle and the shape it is seen as."""

import pytest

from scorecard_runner.reading.pixels.homography import Point, rectangle_to_quad

SIZE = (400.0, 300.0)
RECTANGLE = [(0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0)]

QUADS = [
    pytest.param(RECTANGLE, id="itself"),
    pytest.param([(10.0, 20.0), (410.0, 20.0), (410.0, 320.0), (10.0, 320.0)], id="moved"),
    pytest.param([(50.0, 0.0), (350.0, 10.0), (400.0, 300.0), (0.0, 280.0)], id="seen from below"),
    pytest.param([(0.0, 30.0), (380.0, -20.0), (420.0, 333.0), (17.0, 250.0)], id="seen from anywhere"),
]


@pytest.mark.parametrize("corners", QUADS)
def test_corners_go_to_corners(corners: list[Point]) -> None:
    there = rectangle_to_quad(SIZE, corners)
    for point, corner in zip(RECTANGLE, corners, strict=True):
        assert there(point) == pytest.approx(corner)


@pytest.mark.parametrize("corners", QUADS)
def test_the_inverse_leads_back(corners: list[Point]) -> None:
    there = rectangle_to_quad(SIZE, corners)
    assert there.inverse()(there((123.0, 45.0))) == pytest.approx((123.0, 45.0))


@pytest.mark.parametrize("corners", QUADS)
def test_straight_lines_stay_straight(corners: list[Point]) -> None:
    there = rectangle_to_quad(SIZE, corners)
    (x0, y0), (x1, y1), (x2, y2) = (there((x, 20.0 + x / 2)) for x in (0.0, 150.0, 390.0))
    assert (x1 - x0) * (y2 - y0) == pytest.approx((x2 - x0) * (y1 - y0))


def test_moving_first_is_part_of_the_map() -> None:
    there = rectangle_to_quad(SIZE, [(0.0, 30.0), (380.0, -20.0), (420.0, 333.0), (17.0, 250.0)])
    assert there.after_moving(7.0, -11.0)((50.0, 60.0)) == pytest.approx(there((57.0, 49.0)))
    assert there.after_moving(7.0, -11.0).i == 1.0
