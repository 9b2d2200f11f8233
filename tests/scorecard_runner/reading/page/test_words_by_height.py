"""Words of a page by their height."""

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.words_by_height import WordsByHeight, is_same_place
from tests.scorecard_runner.reading.drawn_page import words_of


def test_words_beside_a_box_are_those_of_its_line() -> None:
    words = words_of("A Khan   12\nB Roy    34")
    assert [word.text for word in WordsByHeight(words).beside(words[0].box)] == ["A", "Khan", "12"]


def test_boxes_that_share_half_of_the_smaller_are_one_place() -> None:
    assert is_same_place(Box(0, 0, 40, 16), Box(0, 2, 15, 16))
    assert not is_same_place(Box(0, 0, 40, 16), Box(35, 0, 75, 16))
