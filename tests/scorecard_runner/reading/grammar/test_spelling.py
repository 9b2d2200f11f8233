import pytest

from scorecard_runner.reading.grammar.spelling import almost_equal


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        pytest.param("batter", "batter", True, id="equal"),
        pytest.param("botter", "batter", True, id="one letter changed"),
        pytest.param("bater", "batter", True, id="one letter lost"),
        pytest.param("batiter", "batter", True, id="one letter too many"),
        pytest.param("bottar", "batter", False, id="two letters changed"),
        pytest.param("sr", "nr", False, id="short words must be equal"),
    ],
)
def test_long_words_may_have_one_letter_wrong(word: str, known: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert almost_equal(word, known) is expected
