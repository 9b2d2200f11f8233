"""White channels: found between words, whatever the words say."""

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.channels import Channel, find_channels

HEIGHT, PITCH, LINES = 10.0, 18.0, 12


def column(left: float, right: float, *, lean: float = 0.0, first: int = 0, count: int = LINES) -> list[Box]:
    """Return a box for each line of a column that leans so many pixels to the right from line to line."""
    return [
        Box(left + lean * line, PITCH * line, right + lean * line, PITCH * line + HEIGHT)
        for line in range(first, first + count)
    ]


def between(boxes: list[Box], left: Box, right: Box) -> list[Channel]:
    """Return the channels that run between these two boxes."""
    return [
        channel
        for channel in find_channels(boxes, HEIGHT)
        if channel.is_beside(left) and channel.is_left_of(right) and not channel.is_left_of(left)
    ]


def test_a_channel_runs_between_two_columns_from_top_to_bottom() -> None:
    left, right = column(0, 100), column(130, 230)

    (channel,) = between([*left, *right], left[5], right[5])

    assert channel.top <= 0
    assert channel.bottom >= left[-1].bottom
    assert channel.width >= 29


def test_a_channel_that_leans_is_followed() -> None:
    left, right = column(0, 100, lean=1.2), column(118, 230, lean=1.2)

    (channel,) = between([*left, *right], left[0], right[0])

    assert channel.is_left_of(right[-1])
    assert not channel.is_left_of(left[-1])
    assert channel.bottom >= left[-1].bottom


def test_a_channel_that_leans_more_than_any_page_is_none() -> None:
    left, right = column(0, 100, lean=6), column(118, 230, lean=6)
    assert not any(channel.bottom >= left[-1].top for channel in between([*left, *right], left[0], right[0]))


def test_words_across_end_a_channel_and_another_one_begins_below_them() -> None:
    left, right = column(0, 100), column(130, 230)
    across = Box(0, PITCH * 5, 230, PITCH * 5 + HEIGHT)
    boxes = [*left[:5], *right[:5], across, *left[6:], *right[6:]]

    (upper,) = between(boxes, left[2], right[2])
    (lower,) = between(boxes, left[9], right[9])

    assert upper.bottom <= across.bottom
    assert lower.top >= across.top


def test_spaces_between_the_words_of_a_line_are_no_channel() -> None:
    left, right = column(0, 100), column(104, 200)
    assert between([*left, *right], left[3], right[3]) == []


def test_a_part_of_a_channel_that_is_too_short_for_lines_is_left_out() -> None:
    left, right = column(0, 100), column(130, 230)
    (channel,) = between([*left, *right], left[5], right[5])

    assert [part.top for part in channel.between(50, 150)] == [50]
    assert list(channel.between(50, 60)) == []


def test_a_page_without_words_has_none() -> None:
    assert find_channels([], HEIGHT) == []


def test_a_gutter_stays_apart_from_the_columns_of_a_table_beside_its_beginning() -> None:
    menu = [*column(0, 320, count=2), *column(332, 600, count=2)]
    team, played, points = (column(left, right, first=3, count=6) for left, right in ((0, 300), (310, 320), (332, 340)))
    card = column(370, 600, first=3, count=70)

    channels = between([*menu, *team, *played, *points, *card], points[3], card[3])

    assert any(channel.bottom >= card[-1].top and 28 <= channel.width <= 30 for channel in channels)
