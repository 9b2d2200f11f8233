"""A row's texts without specks and bars, and words side by side on one line."""

import pytest

from scorecard_runner.reading.cards.clean_lines import clean_lines
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.words import Word

NAME = ("Chamara Cox", 100, 20, 250, 40)


def line(*words: tuple[str, float, float, float, float]) -> Line:
    """Return a line of phrases of one word each: text, left, top, right, bottom."""
    return Line(tuple(Phrase((Word(text, Box(*box), 0.9),)) for text, *box in words))


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        pytest.param([line(("i", 20, 24, 24, 28)), line(NAME)], [["Chamara Cox"]], id="a speck goes"),
        pytest.param([line(("I", 20, 20, 21, 40), NAME)], [["Chamara Cox"]], id="a bar beside the name goes"),
        pytest.param([line(("I", 20, 20, 30, 40), NAME)], [["I", "Chamara Cox"]], id="an initial stays"),
        pytest.param(
            [line(("TMK", 20, 10, 60, 41)), line(("Brackdown", 66, 20, 160, 40), ("b Ali", 300, 20, 350, 40))],
            [["TMK Brackdown", "b Ali"]],
            id="a word with a smear above it stands on the line of the others",
        ),
        pytest.param(
            [line(("c Smith", 300, 0, 380, 18)), line(NAME)],
            [["c Smith"], ["Chamara Cox"]],
            id="lines above each other",
        ),
        pytest.param([], [], id="nothing was read"),
    ],
)
def test_lines_are_what_a_person_sees(lines: list[Line], want: list[list[str]]) -> None:
    assert [[phrase.text for phrase in each.phrases] for each in clean_lines(lines)] == want
