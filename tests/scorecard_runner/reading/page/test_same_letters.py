"""Two readings that differ in spaces and capitals only."""

from dataclasses import replace

import pytest

from scorecard_runner.reading.page.same_letters import with_capitals_of, with_daggers_of, with_words_whole
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of


def as_one(text: str) -> list[Word]:
    """Return the words of a line in which an underscore stands for a gap that was read over."""
    return [replace(word, text=word.text.replace("_", "")) for word in words_of(text)]


@pytest.mark.parametrize(
    ("torn", "other", "want"),
    [
        pytest.param("b Bhaer ji", "b Bhaer_ji", ["b", "Bhaerji"], id="a name in two pieces"),
        pytest.param("b Nas i oqi", "b Nas_i_oqi", ["b", "Nasioqi"], id="a name in three pieces"),
        pytest.param("b v an der Weel", "b v_an der Weel", ["b", "van", "der", "Weel"], id="a torn particle"),
        pytest.param("h it wicket", "h_it wicket", ["hit", "wicket"], id="a torn word of dismissals"),
        pytest.param("Ali run out", "Ali_run out", ["Ali", "run", "out"], id="a word that was glued to a name"),
        pytest.param("Ali b Roy", "Ali_b Roy", ["Ali", "b", "Roy"], id="the b behind a fielder"),
        pytest.param("A Khan", "A_Khan", ["A", "Khan"], id="a surname begins with a capital"),
        pytest.param("A llevu", "A_llevu", ["A", "llevu"], id="a surname whose capital I was read as an l"),
        pytest.param("b Bhaer ji", "b Bhaer ji", ["b", "Bhaer", "ji"], id="both read the gap"),
        pytest.param("b Bhaer ji", "b Bhaon_ji", ["b", "Bhaer", "ji"], id="other letters"),
    ],
)
def test_a_word_is_whole_where_the_other_reader_read_it_so(torn: str, other: str, want: list[str]) -> None:
    assert [word.text for word in with_words_whole(words_of(torn), as_one(other))] == want


@pytest.mark.parametrize(
    ("word", "other", "want"),
    [
        pytest.param("CJ", "cJ", "cJ", id="a small c"),
        pytest.param("z", "Z", "Z", id="a capital Z"),
        pytest.param("j", "J", "j", id="letters whose shapes differ"),
        pytest.param("Co", "Ca", "Co", id="another letter"),
    ],
)
def test_height_tells_capitals_apart(word: str, other: str, want: str) -> None:
    assert [each.text for each in with_capitals_of(words_of(word), words_of(other))] == [want]


@pytest.mark.parametrize(
    ("word", "other", "want"),
    [
        pytest.param("TNS", "tNS", "tNS", id="taken for both"),
        pytest.param("TNS", "TNS", "TNS", id="a T for both readers"),
        pytest.param("Tom", "tom", "Tom", id="a name"),
    ],
)
def test_a_dagger_is_known_by_what_it_is_taken_for(word: str, other: str, want: str) -> None:
    assert [each.text for each in with_daggers_of(words_of(word), words_of(other))] == [want]
