"""Boxes around boxes."""

import pytest

from scorecard_runner.reading.geometry import Box, enclosing


def test_the_smallest_box_around_all_of_them_touches_each_side_once() -> None:
    assert enclosing([Box(5, 40, 9, 60), Box(2, 50, 7, 55), Box(6, 30, 20, 58)]) == Box(2, 30, 20, 60)


def test_boxes_may_come_one_by_one() -> None:
    assert enclosing(Box(left, 0, left + 1, 2) for left in (3, 1)) == Box(1, 0, 4, 2)


def test_there_is_no_box_around_nothing() -> None:
    with pytest.raises(ValueError, match="not enough"):
        enclosing([])
