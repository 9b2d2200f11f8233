"""The fall of wickets, whichever number is printed first."""

import pytest

from scorecard_runner.reading.grammar.fall_of_wickets import FallenWicket, parse_fall_of_wickets
from scorecard_runner.reading.grammar.overs import Overs

NAMED = (FallenWicket(1, 34, "Smith", Overs(5, 3)), FallenWicket(2, 56, "van der Weel", Overs(9, 1)))
BARE = (FallenWicket(1, 34), FallenWicket(2, 56), FallenWicket(3, 56))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Fall of wickets 1-34 (Smith, 5.3 ov), 2-56 (van der Weel, 9.1 ov)", NAMED, id="wicket first"),
        pytest.param("FOW: 34-1 (Smith, 5.3 ov), 56-2 (van der Weel, 9.1 ov)", NAMED, id="runs first"),
        pytest.param("1-34, 2-56, 3-56", BARE, id="without names"),
        pytest.param("34/1 56/2 56/3", BARE, id="with slashes"),
        pytest.param("Fall of wickets", (), id="none printed"),
    ],
)
def test_wickets_are_listed_in_order(text: str, want: tuple[FallenWicket, ...]) -> None:
    assert parse_fall_of_wickets(text) == want
