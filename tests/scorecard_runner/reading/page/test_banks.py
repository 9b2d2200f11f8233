"""What stands beside a channel, and on which of its banks."""

import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.banks import Banks, Region
from scorecard_runner.reading.page.channels import Channel, Gap
from scorecard_runner.reading.words import Word

CHANNEL = Channel(top=100, gaps=(Gap(200, 220),) * 10, slice_height=10)
"""From 100 to 200 pixels down."""


def word(text: str, left: float, middle: float) -> Word:
    return Word(text, Box(left, middle - 10, left + 50, middle + 10), 0.9)


@pytest.mark.parametrize(
    ("middle", "is_beside"),
    [
        pytest.param(99.9, False, id="a word whose middle is above the channel does not"),
        pytest.param(100.0, True, id="one that begins with it does"),
        pytest.param(199.9, True, id="one at its end does"),
        pytest.param(200.0, False, id="one below does not"),
    ],
)
def test_a_word_stands_beside_the_channel(middle: float, is_beside: bool) -> None:  # noqa: FBT001 - a row of the table
    one = word("Kent", 10, middle)
    assert CHANNEL.is_beside(one.box) == is_beside
    assert Region([one]).beside(CHANNEL) == [one] * is_beside


def test_words_beside_keep_the_order_in_which_they_were_given() -> None:
    words = [word("c", 10, 190), word("far", 10, 400), word("a", 300, 110), word("b", 10, 110), word("d", 300, 150)]
    assert [each.text for each in Region(words).beside(CHANNEL)] == ["c", "a", "b", "d"]


def test_each_bank_has_its_words_and_lines_know_their_row() -> None:
    words = [word("Ashdown", 100, 120), word("40", 240, 121), word("Tulloch", 100, 160), word("7", 240, 161)]
    banks = Banks.of(CHANNEL, words)
    assert [line.text for line in banks.left] == ["Ashdown", "Tulloch"]
    assert [line.text for line in banks.right] == ["40", "7"]
    assert [(left.text, right.text) for left, right in banks.rows] == [("Ashdown", "40"), ("Tulloch", "7")]


def test_of_two_lines_as_near_the_upper_one_is_in_the_row() -> None:
    words = [word("Ashdown", 100, 150), word("40", 240, 147), word("7", 300, 153)]
    banks = Banks((words[0],), (words[1], words[2]))
    assert len(banks.rows) == 1
    assert banks.rows[0][1].words[0].text == "40"


def test_what_stands_above_all_words_of_the_other_bank_is_left_out() -> None:
    words = [word("Title", 100, 110), word("Ashdown", 100, 160), word("40", 240, 160)]
    banks = Banks.of(CHANNEL, words)
    assert [each.text for each in banks.left_words] == ["Ashdown"]
    assert banks.extent == 20


def test_a_channel_with_one_bank_extends_nowhere() -> None:
    assert Banks.of(CHANNEL, [word("Ashdown", 100, 160)]).extent == 0
