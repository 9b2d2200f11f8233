"""Invented matches: every sum that a scorer would check holds."""

from collections import Counter
from functools import cache

import pytest

from bench.accuracy.invented.chances import NOT_THE_BOWLER_S
from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BALLS_PER_OVER, Format, InningsFigures, Match
from bench.accuracy.invented.matches import FORMATS, TWO_INNINGS, invent_match

MATCHES = 200
by_format = pytest.mark.parametrize("rules", FORMATS, ids=lambda rules: rules.name)


@cache
def matches(rules: Format) -> list[Match]:
    return [invent_match(rules, Dice(seed)) for seed in range(MATCHES)]


def innings_of(rules: Format) -> list[InningsFigures]:
    return [innings for match in matches(rules) for innings in match.innings]


@by_format
def test_batters_and_extras_add_up_to_the_total(rules: Format) -> None:
    for innings in innings_of(rules):
        extras = innings.byes + innings.leg_byes + innings.wides + innings.no_balls + innings.penalty
        assert sum(batter.runs for batter in innings.batters) + extras == innings.total


@by_format
def test_balls_faced_are_the_legal_balls_and_the_no_balls(rules: Format) -> None:
    for innings in innings_of(rules):
        assert sum(batter.balls for batter in innings.batters) == innings.balls + innings.no_balls
        assert sum(bowler.balls for bowler in innings.bowlers) == innings.balls


@by_format
def test_bowlers_give_away_all_but_byes_leg_byes_and_penalties(rules: Format) -> None:
    for innings in innings_of(rules):
        others = innings.byes + innings.leg_byes + innings.penalty
        assert sum(bowler.runs for bowler in innings.bowlers) == innings.total - others


@by_format
def test_boundaries_are_part_of_the_runs_on_both_sides(rules: Format) -> None:
    for innings in innings_of(rules):
        for batter in innings.batters:
            assert 4 * batter.fours + 6 * batter.sixes <= batter.runs
        assert sum(batter.fours for batter in innings.batters) == sum(bowler.fours for bowler in innings.bowlers)
        assert sum(batter.sixes for batter in innings.batters) == sum(bowler.sixes for bowler in innings.bowlers)


@by_format
def test_every_wicket_has_its_fall_and_its_bowler(rules: Format) -> None:
    for innings in innings_of(rules):
        kinds = Counter(batter.dismissal.kind for batter in innings.batters)
        still_in = {"not out", "retired hurt", "retired not out", "absent hurt"}
        fallen = sum(count for kind, count in kinds.items() if kind not in still_in)
        credited = sum(count for kind, count in kinds.items() if kind not in still_in | NOT_THE_BOWLER_S)
        assert fallen == innings.wickets
        assert credited == sum(bowler.wickets for bowler in innings.bowlers)
        runs = [fall.runs for fall in innings.falls]
        assert runs == sorted(runs)
        assert all(run <= innings.total for run in runs)
        assert kinds["not out"] == (1 if innings.all_out else 2)


@by_format
def test_nobody_bowls_two_overs_running_or_more_than_allowed(rules: Format) -> None:
    for innings in innings_of(rules):
        if rules.overs is not None and rules.overs_of_bowler is not None:
            assert innings.balls <= rules.overs * BALLS_PER_OVER
            assert max(bowler.balls for bowler in innings.bowlers) <= rules.overs_of_bowler * BALLS_PER_OVER
        for bowler in innings.bowlers:
            assert bowler.maidens * BALLS_PER_OVER <= bowler.balls
            assert bowler.dots <= bowler.balls


@by_format
def test_all_players_of_a_side_are_accounted_for(rules: Format) -> None:
    for innings in innings_of(rules):
        assert len(innings.batters) + len(innings.did_not_bat) == rules.players


def test_matches_of_two_innings_see_declarations_wins_by_an_innings_and_draws() -> None:
    played = matches(TWO_INNINGS)
    assert any(innings.declared for match in played for innings in match.innings)
    assert any("by an innings" in match.result for match in played)
    assert any(match.result == "Match drawn" for match in played)
    assert {len(match.innings) for match in played} >= {3, 4}


@pytest.mark.parametrize(
    "kind", ["retired hurt", "absent hurt", "stumped", "hit wicket", "caught and bowled", "run out"]
)
def test_rare_ends_of_an_innings_happen(kind: str) -> None:
    kinds = {batter.dismissal.kind for rules in FORMATS for each in innings_of(rules) for batter in each.batters}
    assert kind in kinds


def test_the_same_seed_gives_the_same_match() -> None:
    assert invent_match(FORMATS[0], Dice(7)) == invent_match(FORMATS[0], Dice(7))
