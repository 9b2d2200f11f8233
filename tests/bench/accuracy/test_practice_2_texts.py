"""Texts of the second practice layouts: dismissals in two columns, bowlers of two innings in one row."""

from dataclasses import replace

import pytest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.matches import FIFTY, TWO_INNINGS, invent_match
from bench.accuracy.layouts.practice_2 import county_card
from bench.accuracy.layouts.practice_2.parted import PARTED_WORDS, parted
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView

SEEDS = range(12)


def batter(dismissal: str, bowler: str = "") -> BatterView:
    card = fill_card(invent_match(FIFTY, Dice(4)), choose_plan(Dice(1), choose_notation(Dice(1))))
    return replace(card.innings[0].batting[0], dismissal=dismissal, bowler=bowler)


@pytest.mark.parametrize(
    ("dismissal", "bowler", "columns"),
    [
        ("ct Ali b Khan", "Khan", ("ct Ali", "b Khan")),
        ("c: Ali b: Khan", "Khan", ("c: Ali", "b: Khan")),
        ("ct & b Khan", "Khan", ("ct &", "b Khan")),
        ("b Khan", "Khan", ("", "b Khan")),
        ("lbw b van der Khan", "van der Khan", ("lbw", "b van der Khan")),
        ("run out (Ali)", "", ("run out (Ali)", "")),
        ("not out", "", ("not out", "")),
    ],
)
def test_a_dismissal_is_parted_before_the_bowler(dismissal: str, bowler: str, columns: tuple[str, str]) -> None:
    assert parted(batter(dismissal, bowler)) == columns


@pytest.mark.parametrize("words", PARTED_WORDS)
def test_every_wording_can_be_parted(words: object) -> None:
    notation = replace(choose_notation(Dice(1)), words=words)  # type: ignore[arg-type] # one of the wordings
    for seed in SEEDS:
        card = fill_card(invent_match(FIFTY, Dice(seed)), choose_plan(Dice(1), notation))
        for each in (each for innings in card.innings for each in innings.batting):
            first, second = parted(each)
            assert f"{first} {second}".strip() == each.dismissal
            assert bool(second) == bool(each.bowler)


def test_bowlers_of_both_innings_come_in_the_order_of_their_rows() -> None:
    for seed in SEEDS:
        page = county_card.LAYOUT.compose(invent_match(TWO_INNINGS, Dice(seed)), Dice(seed + 1000))
        assert page.card is not None
        for team in page.card.teams:
            both = [[bowler.name for bowler in each.bowling] for each in page.card.innings if each.team == team]
            rows = list(dict.fromkeys(name for names in both for name in names))
            assert all(names == [name for name in rows if name in names] for names in both)
