from dataclasses import replace

import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import Phrase
from scorecard_runner.reading.page.two_readings import (
    Verdicts,
    confirmed,
    count_revealed,
    doubtful_phrases,
    with_phrases_read,
    with_surer_words,
    words_in,
)
from scorecard_runner.reading.page.words_by_height import WordsByHeight
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of

ROW = "A Khan   lbw b Root     34    21"


def read_by(reader: str, text: str = ROW, unsure: str = "", confidence: float = 0.95) -> list[Word]:
    """Return the words of a line, one of them half sure."""
    words = words_of(text, confidence)
    return [replace(word, confidence=0.5 if word.text == unsure else confidence, readers=(reader,)) for word in words]


def test_a_phrase_with_one_doubtful_word_is_read_again_as_a_whole() -> None:
    (phrase,) = doubtful_phrases(read_by("first", unsure="Root"), Verdicts())
    assert phrase.text == "lbw b Root"


def test_a_sure_phrase_is_read_again_where_something_is_odd() -> None:
    words = read_by("first")
    number = next(word for word in words if word.text == "34")
    assert [phrase.text for phrase in doubtful_phrases(words, Verdicts(odd=(number.box,)))] == ["34"]


def test_a_doubtful_phrase_whose_value_is_proved_is_not_read_again() -> None:
    words = read_by("first", unsure="34")
    number = next(word for word in words if word.text == "34")
    assert doubtful_phrases(words, Verdicts(proved=(number.box,))) == ()


def test_text_in_the_place_of_what_was_hardly_read_is_revealed() -> None:
    before = [replace(word, text="~i", confidence=0.2) for word in read_by("first")]
    assert count_revealed(before, read_by("second")) == 3  # Khan, lbw and Root
    assert count_revealed(read_by("first"), read_by("second")) == 0


def test_words_read_again_take_the_place_of_those_before() -> None:
    words = read_by("first", unsure="Root")
    (phrase,) = doubtful_phrases(words, Verdicts())
    again = [replace(word, text="Rool" if word.text == "Root" else word.text, confidence=0.99) for word in phrase.words]

    read = with_phrases_read(words, {phrase: again})

    assert [word.text for word in read.others] == ["lbw", "b", "Root"]
    assert sorted(word.text for word in read.words) == sorted(["A", "Khan", "lbw", "b", "Rool", "34", "21"])


def test_a_phrase_of_which_nothing_is_read_again_stays_as_it_was() -> None:
    words = read_by("first", unsure="Root")
    (phrase,) = doubtful_phrases(words, Verdicts())
    assert sorted(word.text for word in with_phrases_read(words, {phrase: []}).words) == sorted(w.text for w in words)


def test_a_phrase_that_the_second_reader_is_less_sure_of_stays_as_it_was() -> None:
    words = read_by("first", unsure="Root")
    (phrase,) = doubtful_phrases(words, Verdicts())
    again = [replace(word, text="Rool", confidence=0.4) for word in phrase.words[-1:]]

    read = with_phrases_read(words, {phrase: again})

    assert {word.text for word in read.words} == {word.text for word in words}
    assert [word.text for word in read.others] == ["Rool"]


def test_two_who_read_the_same_are_surer_than_either() -> None:
    (word, *_), others = read_by("second", confidence=0.9), read_by("first", confidence=0.8)
    (both,) = confirmed([word], others)
    assert both.confidence == pytest.approx(0.98)
    assert both.readers == ("second", "first")


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([replace(word, text="B") for word in read_by("first")], id="another text in the same place"),
        pytest.param([replace(word, box=word.box.moved(0, 40)) for word in read_by("first")], id="another place"),
        pytest.param([], id="nothing"),
    ],
)
def test_a_word_is_as_sure_as_before_where_the_other_read(others: list[Word]) -> None:
    words = read_by("second")
    assert confirmed(words, others) == words


def test_words_in_a_cell_have_their_middle_in_it() -> None:
    words = WordsByHeight(read_by("first"))
    number = next(word for word in read_by("first") if word.text == "34")
    wide = Box(number.box.left - 5, number.box.top, number.box.right + 5, number.box.bottom)
    assert [word.text for word in words_in(wide, words)] == ["34"]
    assert words_in(wide.moved(0, 100), words) == []


def test_phrases_can_be_looked_up_by_what_they_say() -> None:
    phrase = Phrase(tuple(read_by("first", "A Khan")))
    assert phrase.readers == ("first",)


def test_a_torn_name_is_whole_and_surer_where_the_other_read_it_so() -> None:
    torn, whole = read_by("second", "c Das b Bhaer ji"), read_by("first", "c Das b Bhaer_ji")
    whole[-1] = replace(whole[-1], text="Bhaerji")
    assert confirmed(torn, whole)[-1].text == "Bhaerji"
    assert confirmed(torn, whole)[-1].readers == ("second", "first")


def test_a_crop_of_a_phrase_says_nothing_of_its_capitals() -> None:
    words = read_by("first", "cJ", unsure="cJ")
    (phrase,) = doubtful_phrases(words, Verdicts())
    again = [replace(word, text="CJ", confidence=0.9) for word in phrase.words]
    assert [word.text for word in with_phrases_read(words, {phrase: again}).words] == ["cJ"]


def test_a_word_of_a_phrase_is_read_better_by_either() -> None:
    words = read_by("first", "Tarig Ashmore", unsure="Tarig")
    (phrase,) = doubtful_phrases(words, Verdicts())
    again = [
        replace(word, text=text, confidence=sure)
        for word, text, sure in zip(phrase.words, ("Tariq", "Ashmere"), (0.9, 0.4), strict=True)
    ]

    read = with_phrases_read(words, {phrase: again})

    assert [word.text for word in read.words] == ["Tariq", "Ashmore"]
    assert [word.text for word in read.others] == ["Tarig", "Ashmere"]


def test_a_word_hardly_read_later_stays_as_it_was_surely_read_before() -> None:
    later = [
        replace(word, text="Rool" if word.text == "Root" else word.text) for word in read_by("later", unsure="Root")
    ]
    assert [word.text for word in with_surer_words(later, read_by("first"))] == ROW.split()
