"""Digits as they are printed, and the letters that readers put in their place."""

import pytest

from scorecard_runner.reading.grammar.numbers import read_leniently, read_strictly


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("45", 45, id="a number"),
        pytest.param("45*", 45, id="a not-out star"),
        pytest.param("(0)", 0, id="brackets that are dirt"),
        pytest.param("132.00", 132.0, id="a rate"),
        pytest.param("O", None, id="a letter is not a digit"),
        pytest.param("-", None, id="a dash is not a number"),
    ],
)
def test_strict_reading_takes_digits_only(text: str, want: float | None) -> None:
    assert read_strictly(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("O", 0, id="letter O for nought"),
        pytest.param("l", 1, id="small l for one"),
        pytest.param("|", 1, id="a lone bar for one"),
        pytest.param("S1", 51, id="letter S for five"),
        pytest.param("8,75", 8.75, id="a comma for the point"),
        pytest.param("Smith", None, id="a word stays a word"),
    ],
)
def test_lenient_reading_forgives_lookalikes(text: str, want: float | None) -> None:
    assert read_leniently(text) == want
