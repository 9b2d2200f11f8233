"""The fall of wickets, whichever number is printed first."""

import pytest

from scorecard_runner.reading.grammar.fall_of_wickets import FallenWicket, goes_on_in_falls, parse_fall_of_wickets
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


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        pytest.param("ov) 3/102 (Ali, 17.3 ov) 4/117 (Roy, 19.3 ov) 5/161", True, id="the next wicket"),
        pytest.param("78-3, 91-4", True, id="the next one, behind its runs"),
        pytest.param("5/110 (Roy, 19.3 ov)", True, id="one that was not read lies between"),
        pytest.param("POE 3/21 (4 ov)", False, id="a bowler"),
        pytest.param("8-0-37-4", False, id="an analysis"),
        pytest.param("9/199 (Ali, 32.3 ov)", False, id="too many are missing"),
        pytest.param("Umpires: A Roy, B Ode", False, id="no wicket"),
    ],
)
def test_a_list_of_wickets_goes_on_with_the_next_one(text: str, *, goes_on: bool) -> None:
    assert goes_on_in_falls("Fall of wickets 1/34 (Ode, 5.3 ov) 2/56 (Sen, 9.1", text) is goes_on
