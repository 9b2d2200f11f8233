"""A line cut into words: columns of ten pixels, letters of six, ink as runs of columns."""

from dataclasses import dataclass
from itertools import pairwise

import pytest

from scorecard_runner.reading.engines.rapid.letters import Letter
from scorecard_runner.reading.engines.rapid.lines import words_of
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word

COLUMN = 10.0


@dataclass(frozen=True)
class InkOfLetters:
    """Each letter is six pixels wide and stands in the middle of its column; all are twenty high."""

    columns: tuple[int, ...]
    height: int = 20

    def _runs(self) -> list[tuple[int, int]]:
        return [(column * 10 + 2, column * 10 + 8) for column in self.columns]

    def widest_gap(self, start: float, end: float) -> tuple[float, float]:
        """Return its middle and width."""
        inside = [run for run in self._runs() if run[1] > start and run[0] < end]
        gaps = [(right[0] - left[1], (left[1] + right[0]) / 2) for left, right in pairwise(inside)]
        width, middle = max(gaps, default=(0.0, (start + end) / 2))
        return middle, float(width)

    def bounds(self, start: float, end: float) -> tuple[int, int, int, int] | None:
        """Return them."""
        inside = [run for run in self._runs() if run[0] >= start and run[1] <= end]
        return (inside[0][0], 5, inside[-1][1], 25) if inside else None


def read(text: str, scores: dict[int, float] | None = None, height: int = 20) -> list[Word]:
    """Read a line whose letters stand in columns of their own; `_` is paper over which nothing was read."""
    columns = [column for column, letter in enumerate(text) if letter not in " _"]
    letters = [
        Letter(letter, column, column, (scores or {}).get(column, 1.0))
        for column, letter in enumerate(text)
        if letter != "_"
    ]
    return words_of(letters, COLUMN, InkOfLetters(tuple(columns), height), COLUMN * len(text))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("Smith", ["Smith"], id="one word"),
        pytest.param("not out", ["not", "out"], id="a space cuts"),
        pytest.param("  not  out ", ["not", "out"], id="spaces around say nothing"),
        pytest.param("N_Oakdown", ["N", "Oakdown"], id="a gap between letters cuts though no space was read"),
        pytest.param("Das_12", ["Das", "12"], id="one between a letter and a digit cuts too"),
        pytest.param("Das__*", ["Das", "*"], id="a gap as wide as letters are high cuts beside a sign"),
        pytest.param("Das_*", ["Das*"], id="a narrower one beside a sign does not"),
        pytest.param("1__2", ["12"], id="no gap cuts a number"),
        pytest.param("   ", [], id="spaces are no words"),
    ],
)
def test_where_words_end(line: str, words: list[str]) -> None:
    assert [word.text for word in read(line)] == words


@pytest.mark.parametrize(("height", "words"), [(50, ["N", "Oak"]), (56, ["NOak"])])
def test_a_gap_that_a_blurred_pixel_may_have_made_cuts_nothing(height: int, words: list[str]) -> None:
    assert [word.text for word in read("N_Oak", height=height)] == words


def test_boxes_are_those_of_the_ink() -> None:
    assert [word.box for word in read("ab cd")] == [Box(2, 5, 18, 25), Box(32, 5, 48, 25)]


def test_a_word_is_as_sure_as_its_weakest_letter() -> None:
    assert [word.confidence for word in read("ab cd", {1: 0.3, 3: 0.6})] == [0.3, 0.6]


def test_what_has_no_ink_was_not_there() -> None:
    assert words_of([Letter("7", 0, 0, 1.0)], COLUMN, InkOfLetters((), height=0), 50) == []
