"""Bowlers whose names were read with gaps are known by their side."""

import pytest

from scorecard_runner.reading.cards.torn_names import with_torn_names_whole
from tests.scorecard_runner.reading.named_cards import named_innings


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("c Das b Bhaer ji", "Bhaerji", id="the end of the name passed for dirt"),
        pytest.param("b v an de r Weel", "van der Weel", id="torn particles"),
        pytest.param("b Bhaerji", "Bhaerji", id="a whole name"),
        pytest.param("b Bhaer jo", "Bhaer", id="nobody in the field has these letters"),
        pytest.param("c M b Bhaer", "Bhaer", id="letters of two people"),
    ],
)
def test_a_torn_bowler_is_whole_where_his_side_has_him(text: str, want: str) -> None:
    (innings,) = with_torn_names_whole([named_innings([("A Khan", text)], ["N Bhaerji", "P van der Weel"])])

    said = innings.batting[0].dismissal
    assert said
    assert said.bowler == want
    assert bool(innings.spellings) is (want in {"Bhaerji", "van der Weel"} and text != "b Bhaerji")
