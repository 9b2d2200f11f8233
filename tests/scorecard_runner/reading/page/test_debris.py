"""Words outside of what is printed: the desk, the edge of the paper."""

from dataclasses import replace

import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.debris import without_debris
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import LETTER_WIDTH, LINE_PITCH, words_of

CARD = """
          R Ashdown c Tulloch b Sandoval            40
          Millbrook lbw b Sandoval                   3
          Okonjo-Hale not out                       17
          Total (2 wkts, 12 overs)                  60
"""


def doubtful(text: str, row: int, column: int, confidence: float) -> Word:
    """Return a word read so surely, in that row of the card and so many letters from the left."""
    (word,) = words_of(text, confidence)
    return word.placed(factor=1.0, right=column * LETTER_WIDTH, down=row * LINE_PITCH)


@pytest.mark.parametrize(
    ("word", "stays"),
    [
        pytest.param(doubtful("I", 1, 0, 0.5), False, id="an edge on the left is no letter"),
        pytest.param(doubtful("1", 1, 60, 0.7), False, id="an edge on the right is no figure"),
        pytest.param(doubtful("Li", 2, 60, 0.8), False, id="nor are two letters"),
        pytest.param(doubtful("1", 1, 60, 0.95), True, id="a figure that was read surely is of a column"),
        pytest.param(
            doubtful("4", 1, 60, 0.5), True, id="on the right a figure that no edge looks like is of one, too"
        ),
        pytest.param(doubtful("4", 1, 0, 0.5), False, id="on the left it is none: players come first"),
        pytest.param(doubtful("run", 1, 60, 0.5), True, id="a word of some letters stays"),
        pytest.param(doubtful("I", 3, 38, 0.3), True, id="what has print to both of its sides stays"),
        pytest.param(doubtful("S", 1, 8, 0.4), True, id="what a word follows at once is an initial"),
        pytest.param(doubtful("I", 30, 0, 0.4), True, id="where nothing is printed nearby there is no outside"),
    ],
)
def test_what_stands_outside_is_dropped_where_it_is_short_and_doubtful(word: Word, *, stays: bool) -> None:
    card = words_of(CARD)
    assert without_debris([*card, word]) == ([*card, word] if stays else card)


def test_an_initial_stays_although_only_the_surnames_are_long_enough_to_be_sure() -> None:
    rows = words_of("W R Ng          12\nA B Langdown    34\nC D Brackstone  56", confidence=0.8)
    assert without_debris(rows) == rows


def test_a_page_of_nothing_but_doubt_is_left_alone() -> None:
    dirt = words_of("I  T  1", confidence=0.2)
    assert without_debris(dirt) == dirt


def small(text: str, row: int, column: int, height: int) -> Word:
    """Return a word a few pixels wide and so high, on that line."""
    at = Box(column * LETTER_WIDTH, row * LINE_PITCH, column * LETTER_WIDTH + 3, row * LINE_PITCH + height)
    return Word(text, at, 0.97)


@pytest.mark.parametrize(
    ("word", "stays"),
    [
        pytest.param(small("T", 1, 38, 7), False, id="a letter of half the height is the stump of a rule"),
        pytest.param(small("1", 1, 38, 7), False, id="so is a figure"),
        pytest.param(small("1", 1, 38, 13), True, id="a figure that is hardly smaller than the others"),
        pytest.param(small("-", 1, 38, 2), True, id="a dash is no letter"),
    ],
)
def test_what_is_too_small_for_a_letter_is_dropped_among_the_print(word: Word, *, stays: bool) -> None:
    card = words_of(CARD)
    assert without_debris([*card, word]) == ([*card, word] if stays else card)


def test_small_print_keeps_its_figures() -> None:
    note = [replace(word, box=word.box.scaled(0.5).moved(0.0, 300.0)) for word in words_of("powerplay  1 to 6")]
    card = [*words_of(CARD), *note, Word("1", Box(100, 300, 103, 308), 0.97)]
    assert without_debris(card) == card
