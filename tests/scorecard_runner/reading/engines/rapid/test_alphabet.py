"""What the network knows, and what of it can stand on a scorecard."""

import pytest

from scorecard_runner.reading.engines.rapid.alphabet import BLANK, alphabet_of


@pytest.mark.parametrize(
    ("character", "text"),
    [
        pytest.param("A", "A", id="a letter is itself"),
        pytest.param("é", "é", id="an accented one too"),
        pytest.param("\uff17", "7", id="a wide digit is a digit"),
        pytest.param("\uff0c", ",", id="a wide comma is a comma"),
        pytest.param("\u3002", ".", id="an ideographic full stop is a full stop"),
        pytest.param("\uff08", "(", id="a wide bracket is a bracket"),
        pytest.param("\u2014", "-", id="a long dash is a dash"),
        pytest.param("\u2019", "'", id="a typographic apostrophe is one"),
        pytest.param("\u2020", "\u2020", id="the dagger of a wicketkeeper stays"),
        pytest.param("\u00bd", "\u00bd", id="half an over stays"),
    ],
)
def test_what_is_read(character: str, text: str) -> None:
    assert alphabet_of([character]).texts == (BLANK, text, " ")


@pytest.mark.parametrize("character", ["\u5341", "\u3042", "\u0414", "\u03b1", "\u2603", "\ud55c"])
def test_what_is_never_read(character: str) -> None:
    assert alphabet_of([character]).texts == (BLANK, " ")


def test_forms_of_one_character_are_counted_together() -> None:
    alphabet = alphabet_of([",", "\u5341", "\uff0c"])
    assert dict(zip(alphabet.texts, alphabet.places, strict=True)) == {BLANK: (0,), ",": (1, 3), " ": (4,)}


def test_a_wide_space_is_a_space() -> None:
    assert dict(zip(*vars_of(["\u3000"]), strict=True)) == {BLANK: (0,), " ": (1, 2)}


def vars_of(characters: list[str]) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
    alphabet = alphabet_of(characters)
    return alphabet.texts, alphabet.places
