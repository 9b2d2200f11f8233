"""Bowling tables go to the innings whose dismissals name their bowlers."""

import pytest

from scorecard_runner.reading.cards.card import BattingLine, BowlingLine
from scorecard_runner.reading.cards.dealing import deal_bowling, is_bowling_of_others, wickets_explained
from tests.scorecard_runner.reading.sample_innings import batter, bowler


def batters_out(*dismissals: str) -> list[BattingLine]:
    """Return a batter for each dismissal."""
    return [batter(f"Batter {place}", text, 10, 9, 111.1) for place, text in enumerate(dismissals)]


def bowlers_with(**wickets: int) -> list[BowlingLine]:
    """Return a bowler for each surname with so many wickets."""
    return [bowler(name, 4, 20, taken, 5.0) for name, taken in wickets.items()]


KENT = batters_out("b Jones", "c Smith b Jones", "b Brown", "not out")
ESSEX = batters_out("b Khan", "lbw b Khan", "b Ody")


@pytest.mark.parametrize(
    ("bowlers", "share"),
    [
        pytest.param(bowlers_with(Jones=2, Brown=1), 1.0, id="every wicket is somebody's"),
        pytest.param(bowlers_with(Jones=1, Brown=1), 2 / 3, id="one took fewer than the dismissals say"),
        pytest.param(bowlers_with(Khan=3), 0.0, id="nobody of them is named"),
    ],
)
def test_figures_account_for_the_wickets_of_the_bowlers_named(bowlers: list[BowlingLine], share: float) -> None:
    assert wickets_explained(KENT, bowlers) == pytest.approx(share)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        pytest.param("Jones SG", "b Jones", id="surname first"),
        pytest.param("OPE ST JONES", "b ST JONES", id="more initials in the table"),
        pytest.param("Alfie Jones", "b Jones A", id="initials behind it in the dismissal"),
    ],
)
def test_a_bowler_is_known_by_his_surname_wherever_it_stands(printed: str, said: str) -> None:
    assert wickets_explained(batters_out(said), [bowler(printed, 4, 20, 1, 5.0)]) == 1.0


def test_tables_in_the_wrong_order_change_places() -> None:
    dealt = deal_bowling([KENT, ESSEX], [bowlers_with(Khan=2, Ody=1), bowlers_with(Jones=2, Brown=1)], usual=[0, 1])

    assert dealt == [1, 0]


def test_order_decides_where_names_do_not() -> None:
    nobody = batters_out("not out", "run out (Smith)")

    assert deal_bowling([nobody, nobody], [bowlers_with(Khan=0), bowlers_with(Jones=0)], usual=[0, 1]) == [0, 1]


@pytest.mark.parametrize(
    ("batters", "want"),
    [
        pytest.param(KENT, True, id="three wickets of others"),
        pytest.param(KENT[:2], False, id="two wickets prove nothing"),
        pytest.param([*KENT, *ESSEX], False, id="one of them is named"),
    ],
)
def test_bowling_is_of_others_where_several_wickets_are(batters: list[BattingLine], *, want: bool) -> None:
    assert is_bowling_of_others(batters, bowlers_with(Khan=3)) is want
