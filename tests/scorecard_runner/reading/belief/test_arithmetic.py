from dataclasses import replace

import pytest

from scorecard_runner.reading.belief.arithmetic import check_innings
from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from tests.scorecard_runner.reading.sample_innings import sound_innings, with_values

TOTAL = "batters and extras make the total"


def results(innings: Innings) -> dict[str, str]:
    """Return the result of each check by its name."""
    return {check.name: check.result.value for check in check_innings(innings)}


def test_every_check_of_a_sound_innings_holds_or_lacks_a_column() -> None:
    found = results(sound_innings())

    assert "fails" not in found.values()
    assert [name for name, result in found.items() if result == "untried"] == [
        "bowlers' wides make those of the extras",
        "bowlers' no-balls make those of the extras",
    ]


@pytest.mark.parametrize(
    ("innings", "name"),
    [
        pytest.param(with_values(sound_innings(), "total", "", 31), TOTAL, id="a wrong total"),
        pytest.param(with_values(sound_innings(), "batting", "runs", 70, row=0), TOTAL, id="wrong runs of a batter"),
        pytest.param(
            with_values(sound_innings(), "extras", "wides", 7), "parts of the extras make their total", id="wrong wides"
        ),
        pytest.param(
            with_values(sound_innings(), "bowling", "runs", 71, row=0),
            "bowlers' runs make the total without byes",
            id="wrong runs of a bowler",
        ),
        pytest.param(
            with_values(sound_innings(), "wickets", "", 7), "dismissed batters make the wickets", id="wrong wickets"
        ),
        pytest.param(
            with_values(sound_innings(), "bowling", "wickets", 4, row=0),
            "bowlers' wickets fit the dismissals",
            id="wrong wickets of a bowler",
        ),
        pytest.param(
            with_values(sound_innings(), "bowling", "overs", 4, row=0),
            "bowlers' overs make the overs",
            id="wrong overs",
        ),
        pytest.param(
            with_values(sound_innings(), "batting", "balls", 4, row=0), "balls faced make the overs", id="wrong balls"
        ),
        pytest.param(
            with_values(sound_innings(), "total", "", 20), "fall of wickets climbs to the total", id="a fall too high"
        ),
    ],
)
def test_a_wrong_number_fails_the_check_it_takes_part_in(innings: Innings, name: str) -> None:
    assert results(innings)[name] == "fails"


@pytest.mark.parametrize(
    ("innings", "name"),
    [
        pytest.param(replace(sound_innings(), total=None), TOTAL, id="no total"),
        pytest.param(replace(sound_innings(), extras={}), TOTAL, id="no extras"),
        pytest.param(replace(sound_innings(), bowling=()), "bowlers' overs make the overs", id="no bowling"),
        pytest.param(with_values(sound_innings(), "batting", "runs", row=1), TOTAL, id="a batter's runs not read"),
    ],
)
def test_a_check_that_lacks_a_number_is_untried(innings: Innings, name: str) -> None:
    assert results(innings)[name] == "untried"


def test_a_side_that_is_all_out_may_have_lost_a_batter_to_an_injury() -> None:
    hurt = replace(sound_innings().batting[1], dismissal=parse_dismissal("retired hurt"))
    innings = with_values(replace(sound_innings(), batting=(sound_innings().batting[0], hurt)), "wickets", "", 10)

    assert results(innings)["dismissed batters make the wickets"] == "holds"
