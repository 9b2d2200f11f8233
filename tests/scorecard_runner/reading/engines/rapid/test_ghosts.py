"""Words that are none, told by their geometry."""

import pytest

from scorecard_runner.reading.engines.rapid.ghosts import without_ghosts
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word


def word(text: str, left: float, *, top: float = 0, width: float = 30, height: float = 20, sure: float = 0.9) -> Word:
    return Word(text, Box(left, top, left + width, top + height), sure)


REAL = [word("Smith", 0, width=80), word("45", 200), word("6", 300, width=12)]


def test_words_of_a_page_stay_in_their_order() -> None:
    assert without_ghosts(REAL) == REAL


@pytest.mark.parametrize(
    "ghost",
    [
        pytest.param(word("x", 500, sure=0.05), id="nobody believes it"),
        pytest.param(word(".", 500, width=3, height=3), id="a speck"),
        pytest.param(word("l", 500, width=10, height=300), id="a rule from line to line"),
        pytest.param(word("5", 205, width=12), id="seen a second time within another"),
    ],
)
def test_what_is_dropped(ghost: Word) -> None:
    assert without_ghosts([*REAL, ghost]) == REAL


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(word("1", 500, width=5), id="a narrow digit"),
        pytest.param(word("-", 500, width=9, height=3), id="a dash"),
        pytest.param(word("TOTAL", 500, width=200, height=60), id="a heading"),
        pytest.param(word("7", 225, width=12), id="a neighbour that touches"),
    ],
)
def test_what_stays(kept: Word) -> None:
    assert kept in without_ghosts([*REAL, kept])


def test_no_words_are_no_words() -> None:
    assert without_ghosts([]) == []
