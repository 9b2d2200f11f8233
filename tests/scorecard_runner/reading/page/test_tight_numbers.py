"""Numbers that are printed without a space between them."""

import pytest

from scorecard_runner.reading.page.tight_numbers import with_numbers_told
from tests.scorecard_runner.reading.drawn_page import words_of


@pytest.mark.parametrize(
    ("read", "want"),
    [
        pytest.param("51(93)", ["51", "(93)"], id="runs and balls are two numbers"),
        pytest.param("26*(14)", ["26*", "(14)"], id="a star belongs to the runs"),
        pytest.param("o(3)", ["0", "(3)"], id="a round letter before balls is a nought"),
        pytest.param("o(o)", ["0", "(0)"], id="nothing but round letters are noughts"),
        pytest.param("2(3", ["2", "(3"], id="the closing bracket may be lost"),
        pytest.param("n-o-53-1", ["11-0-53-1"], id="letters among a bowler's figures are digits"),
        pytest.param("1-0-9-o.", ["1-0-9-0."], id="a full stop may end a bowler's figures"),
        pytest.param("S(b)", ["S(b)"], id="letters with a bracket are no numbers"),
        pytest.param("Z(1", ["2", "(1"], id="one digit makes numbers of it"),
        pytest.param("158/3(20)", ["158/3(20)"], id="a score stays"),
        pytest.param("no-one-is-in", ["no-one-is-in"], id="words with hyphens stay"),
        pytest.param("1(t)", ["1", "(1)"], id="a t in the place of balls is a one"),
        pytest.param("○(3)", ["0", "(3)"], id="a circle is a nought"),
        pytest.param("(s9)", ["(59)"], id="balls that stand apart"),
        pytest.param("(wk)", ["(wk)"], id="a mark in brackets is no number"),
        pytest.param("Ali9-0-35-1", ["Ali", "9-0-35-1"], id="figures close behind a name"),
        pytest.param("13-4-4-44-2", ["13.4-4-44-2"], id="a dash for the point of the overs"),
        pytest.param("13-4-44-2-1", ["13-4-44-2-1"], id="five numbers that may mean something else"),
        pytest.param("1-10-27", ["1-10-27"], id="a date has too few parts for figures"),
    ],
)
def test_numbers_are_told_apart(read: str, want: list[str]) -> None:
    assert [word.text for word in with_numbers_told(words_of(read))] == want


def test_each_number_stands_where_it_is_printed() -> None:
    runs, balls = with_numbers_told(words_of("51(93)"))
    assert (runs.box.left, runs.box.right) == (0, 20)
    assert (balls.box.left, balls.box.right) == (20, 60)
