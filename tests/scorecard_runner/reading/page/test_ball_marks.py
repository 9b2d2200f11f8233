import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.ball_marks import is_mark, is_surely_marks, says_a_word
from scorecard_runner.reading.words import Word


def word(text: str) -> Word:
    return Word(text, Box(0, 0, 10, 10), 0.9)


@pytest.mark.parametrize(
    ("text", "can_be", "is_surely"),
    [
        pytest.param("1..24", True, True, id="figures and dots"),
        pytest.param("-1---1--W", True, True, id="dashes and a wicket"),
        pytest.param("41231", True, True, id="more figures than a column has"),
        pytest.param("45", True, False, id="a figure of a column as well"),
        pytest.param("4.2", True, False, id="overs as well"),
        pytest.param("W", True, False, id="a wicket or a heading"),
        pytest.param("Ali", False, False, id="a name"),
        pytest.param("b", False, False, id="how somebody was out"),
    ],
)
def test_marks_of_balls_are_told_from_figures(text: str, *, can_be: bool, is_surely: bool) -> None:
    assert (is_mark(word(text)), is_surely_marks(word(text))) == (can_be, is_surely)


@pytest.mark.parametrize(("text", "says"), [("3W.LeMbaraj", True), ("wii", True), ("W1", False), ("二", False)])
def test_a_word_has_three_letters_whatever_it_was_read_with(text: str, *, says: bool) -> None:
    assert says_a_word(word(text)) is says
