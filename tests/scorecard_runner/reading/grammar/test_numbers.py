"""Digits as they are printed, and the letters that readers put in their place."""

import pytest

from scorecard_runner.reading.grammar.numbers import beside_bracket, read_leniently, read_strictly


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("45", 45, id="a number"),
        pytest.param("45*", 45, id="a not-out star"),
        pytest.param("(0)", 0, id="brackets that are dirt"),
        pytest.param("132.00", 132.0, id="a rate"),
        pytest.param("O", None, id="a letter is not a digit"),
        pytest.param("-", None, id="a dash is not a number"),
        pytest.param("(30)", 30, id="balls in brackets"),
        pytest.param("7)", None, id="a figure before half a bracket may be a 0 in two halves"),
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
        pytest.param("te)", 0, id="a wide 0 whose right half became a bracket"),
        pytest.param("ce)", 0, id="with other letters, too"),
        pytest.param("(e)", 0, id="both halves of it"),
        pytest.param(")", 0, id="the right half alone"),
        pytest.param("eo", 0, id="a crossed-out 0"),
        pytest.param("v4)", 0, id="a crossed-out 0 with a figure in it"),
        pytest.param("4@", 40, id="a crossed-out 0 behind a figure"),
        pytest.param("31.", 31, id="a point behind a number"),
        pytest.param("run)", None, id="a word before a bracket"),
        pytest.param("③", 0, id="a nought with a loop in it, read as a figure in a circle"),
        pytest.param("○", 0, id="a circle"),
        pytest.param("ī", 1, id="a 1 under a speck"),
    ],
)
def test_lenient_reading_forgives_lookalikes(text: str, want: float | None) -> None:
    assert read_leniently(text) == want


@pytest.mark.parametrize(("text", "want"), [("7)", 7), ("v4)", 4), ("(4)", None), ("30)", None), ("te)", None)])
def test_the_figure_in_a_zero_of_two_halves_is_told(text: str, want: float | None) -> None:
    assert beside_bracket(text) == want
