"""Signs of money and law, as the letters that they were."""

import pytest

from scorecard_runner.reading.page.misread_signs import with_signs_read
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of


def texts_of(words: list[Word]) -> list[str]:
    return [word.text for word in with_signs_read(words)]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        pytest.param("¢", "c", id="a cent sign is a c"),
        pytest.param("¢c", "c", id="a sign and its letter are one letter read twice"),
        pytest.param("§", "5", id="a section sign alone is a 5"),
        pytest.param("4-§-16", "4-5-16", id="a section sign among figures is a 5"),
        pytest.param("§harma", "Sharma", id="a section sign in a name is an S"),
        pytest.param("¥Y", "Y", id="a yen sign and a Y are one letter"),
        pytest.param("S$", "S", id="an S and a dollar sign are one letter"),
        pytest.param("$mith", "Smith", id="a dollar sign before a name is an S"),
        pytest.param("$", "$", id="a dollar sign alone is a terminal's"),
        pytest.param("Λkhan", "Akhan", id="an A without its bar"),
        pytest.param("(60VERS)", "(6OVERS)", id="a nought in the word overs"),
        pytest.param("0v", "Ov", id="a nought in the short word for overs"),
        pytest.param("0.W.S.", "O.W.S.", id="a nought before initials"),
        pytest.param("Ibw", "lbw", id="a capital i in leg before wicket"),
        pytest.param("(Ib12,", "(lb12,", id="a capital i in leg byes"),
        pytest.param("1b", "1b", id="a 1 may be the number of byes"),
        pytest.param("Ibrahim", "Ibrahim", id="a name that begins so"),
        pytest.param("GiII", "Gill", id="two capital i that end a name in small letters"),
        pytest.param("ShamaI,", "Shamal,", id="a capital i that ends a name in small letters"),
        pytest.param("EImmore", "Elmmore", id="a capital i behind a first vowel"),
        pytest.param("AIi", "Ali", id="a capital i in a short name"),
        pytest.param("McInnes", "McInnes", id="a capital i that begins the second half of a name"),
        pytest.param("DI", "DI", id="a capital i among initials"),
        pytest.param("(2]", "(2)", id="brackets of two kinds"),
        pytest.param("[2]", "[2]", id="square brackets stay"),
        pytest.param("Ash", "Ash", id="letters stay"),
        pytest.param("4-0-16-1", "4-0-16-1", id="figures stay"),
    ],
)
def test_a_sign_is_the_letter_or_digit_that_it_resembles(read: str, printed: str) -> None:
    assert texts_of(words_of(f"{read} Tulloch")) == [printed, "Tulloch"]


def test_a_small_copyright_sign_is_a_c_and_one_as_high_as_a_capital_marks_the_captain() -> None:
    line = words_of("Ashdown © Tulloch b Sandoval")
    assert texts_of(line)[1] == "©"
    small = [Word(word.text, word.box.scaled(1.0) if word.text != "©" else word.box.scaled(0.5), 0.9) for word in line]
    assert texts_of(small)[1] == "c"


def test_place_and_confidence_stay() -> None:
    (sign,) = words_of("¢", confidence=0.4)
    (letter,) = with_signs_read([sign])
    assert (letter.box, letter.confidence) == (sign.box, 0.4)


@pytest.mark.parametrize(
    ("line", "want"),
    [
        pytest.param("Bowling  0  M  R  W", ["Bowling", "O", "M", "R", "W"], id="over the bowlers"),
        pytest.param("0  M  R  W  0  M  R  W", ["O", "M", "R", "W", "O", "M", "R", "W"], id="twice"),
        pytest.param("Tulloch  0  4  M", ["Tulloch", "0", "4", "M"], id="a figure that something else follows"),
    ],
)
def test_a_nought_before_the_maidens_is_the_o_of_overs(line: str, want: list[str]) -> None:
    assert texts_of(words_of(line)) == want
