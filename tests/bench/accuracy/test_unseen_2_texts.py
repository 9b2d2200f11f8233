"""Figures around the cards of the second unseen layouts: partnerships, strokes, averages that no truth holds."""

import pytest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BatterFigures, InningsFigures
from bench.accuracy.invented.matches import FORMATS, invent_match
from bench.accuracy.layouts.unseen_2.around import (
    dot_balls,
    ones_twos_threes,
    over_by_over,
    power_play,
    quotient,
    shares,
    stands,
)

SEEDS = range(18)


def innings() -> list[InningsFigures]:
    matches = (invent_match(FORMATS[seed % len(FORMATS)], Dice(seed)) for seed in SEEDS)
    return [each for match in matches for each in match.innings]


def batters() -> list[BatterFigures]:
    return [batter for each in innings() for batter in each.batters]


def test_partnerships_add_up_to_the_score_at_each_fall() -> None:
    for each in innings():
        together = stands(each)
        scores = [sum(stand.runs for stand in together[:at]) for at in range(1, len(together) + 1)]
        assert scores[: len(each.falls)] == [fall.runs for fall in each.falls][: len(together)]
        assert all(stand.runs >= 0 and stand.balls >= 0 for stand in together)


def test_a_partnership_is_of_two_and_whoever_was_out_is_in_none_after_it() -> None:
    for each in innings():
        gone = []
        for stand, fall in zip(stands(each), each.falls, strict=False):
            first, second = stand.pair
            assert first != second
            assert first not in gone
            assert second not in gone
            gone.append(fall.batter)


def test_both_shares_are_the_whole_partnership() -> None:
    for stand in (stand for each in innings() for stand in stands(each)):
        (runs, balls), (more, others) = shares(stand, Dice(1))
        assert (runs + more, balls + others) == (stand.runs, stand.balls)


def test_ones_twos_threes_and_boundaries_are_the_runs_and_dot_balls_the_rest_of_the_balls() -> None:
    for batter in batters():
        ones, twos, threes = ones_twos_threes(batter)
        assert min(ones, twos, threes) >= 0
        assert ones + 2 * twos + 3 * threes + 4 * batter.fours + 6 * batter.sixes == batter.runs
        assert 0 <= dot_balls(batter) <= batter.balls


def test_the_runs_of_the_overs_add_up_to_the_total() -> None:
    for each in innings():
        runs = over_by_over(each, Dice(2))
        assert sum(runs) == each.total
        assert len(runs) == max(-(-each.balls // 6), 1)


def test_a_power_play_is_no_longer_than_the_innings() -> None:
    for each in innings():
        overs, runs = power_play(each, Dice(3))
        assert int(overs.removeprefix("0.1 - ")) <= min(each.balls // 6, 6)
        assert runs >= 0


@pytest.mark.parametrize(
    ("amount", "by", "text"),
    [(45, 2, "22.50"), (45, 0, "#DIV/0!"), (0, 3, "0.00")],
    ids=["an average", "nobody out", "no runs"],
)
def test_what_cannot_be_divided_says_so(amount: int, by: int, text: str) -> None:
    assert quotient(amount, by, "#DIV/0!") == text
