"""Boxes that reach into the lines beside take the height of the same word, as another reader has it."""

import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.same_heights import with_heights_of
from scorecard_runner.reading.words import Word


def word(text: str, top: float, bottom: float, left: float = 0) -> Word:
    return Word(text, Box(left, top, left + 10 * len(text), bottom), 0.9)


LINES = [word("Blackby", 639, 652), word("Subkat", 639, 652, 100), word("Vashkat", 655, 668), word("8", 640, 652, 300)]


@pytest.mark.parametrize(
    ("read", "edges"),
    [
        pytest.param(word("Blackby", 630, 658), (639, 652), id="the word of its own line, not of that below"),
        pytest.param(word("Vashkať", 646, 669), (655, 668), id="read nearly alike"),
        pytest.param(word("3", 632, 653, 300), (640, 652), id="the only one there, however it was read"),
        pytest.param(word("Blackby", 638, 652), (638, 652), id="one that is no taller"),
        pytest.param(word("Ody", 630, 670), (630, 670), id="two there, and none like it"),
        pytest.param(word("Blackby", 630, 658, 500), (630, 658), id="nothing there"),
    ],
)
def test_a_tall_box_is_cut_to_the_line(read: Word, edges: tuple[float, float]) -> None:
    left = read.box.left
    above, below = (
        word("Above", read.box.top - 9, read.box.top + 3, left),
        word("Below", read.box.bottom - 3, 690, left),
    )
    _, found, _ = with_heights_of([above, read, below], LINES)
    assert (found.box.top, found.box.bottom) == edges
    assert (found.text, found.box.left, found.box.right) == (read.text, read.box.left, read.box.right)


def test_a_word_that_touches_none_above_or_below_is_left_alone() -> None:
    read = word("Blackby", 630, 658)
    assert with_heights_of([read], LINES) == [read]
