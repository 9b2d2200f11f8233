"""Columns to letters."""

import pytest

from scorecard_runner.reading.engines.rapid.letters import Letter, letters_of

TEXTS = ("", "1", "2", " ")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        pytest.param([0, 0, 0], "", id="blank columns say nothing"),
        pytest.param([1, 1, 1], "1", id="a letter in a row of columns is one"),
        pytest.param([1, 0, 1], "11", id="a blank between two makes them two"),
        pytest.param([1, 2], "12", id="different letters need no blank"),
        pytest.param([1, 3, 3, 2], "1 2", id="a space is a letter"),
    ],
)
def test_what_columns_say(said: list[int], text: str) -> None:
    assert "".join(letter.text for letter in letters_of(said, [1.0] * len(said), TEXTS)) == text


def test_a_letter_knows_its_columns_and_its_best_score() -> None:
    assert letters_of([0, 2, 2, 0], [0.9, 0.4, 0.8, 0.9], TEXTS) == [Letter("2", 1, 2, 0.8)]
