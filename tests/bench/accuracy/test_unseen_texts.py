"""Texts of the unseen layouts: figures that no truth holds, dismissals in three columns, labels in two languages."""

from dataclasses import replace

import pytest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BatterFigures, InningsFigures
from bench.accuracy.invented.matches import FIFTY, TWO_INNINGS, invent_match
from bench.accuracy.layouts.unseen.added import figures_of, halves, ranks, strokes, times
from bench.accuracy.layouts.unseen.modes import IN_CODES, IN_FULL, apart
from bench.accuracy.layouts.unseen.school_words import Labels
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import Words, choose_notation
from bench.accuracy.printed.plan import choose_plan

SEEDS = range(12)
NOTATION = choose_notation(Dice(1))


def innings() -> list[InningsFigures]:
    return [each for seed in SEEDS for each in invent_match(FIFTY, Dice(seed)).innings]


def batters() -> list[BatterFigures]:
    return [batter for each in innings() for batter in each.batters]


def test_the_figures_of_a_view_are_those_it_was_filled_from() -> None:
    for seed in SEEDS:
        match = invent_match(TWO_INNINGS, Dice(seed))
        card = fill_card(match, choose_plan(Dice(1), NOTATION))
        assert [figures_of(match, view) for view in card.innings] == list(match.innings)


def test_strokes_add_up_to_the_runs() -> None:
    for batter in batters():
        hits = strokes(batter, Dice(1))
        assert sum(map(int, hits)) == batter.runs
        assert hits.count("6") == batter.sixes


def test_both_halves_are_the_whole_innings() -> None:
    for batter in batters():
        (runs, balls), (more, others) = halves(batter, Dice(2))
        assert (runs + more, balls + others) == (batter.runs, batter.balls)
        assert min(runs, balls, more, others) >= 0


@pytest.mark.parametrize(
    ("points", "places"),
    [([], []), ([7], ["1"]), ([3, 9, 5], ["3", "1", "2"]), ([4, 4], ["1", "2"])],
    ids=["nobody", "one", "the most points first", "equal ones in their order"],
)
def test_ranks_follow_the_points(points: list[int], places: list[str]) -> None:
    assert ranks(points) == places


def test_a_batter_comes_when_another_goes_and_whoever_is_not_out_never_goes() -> None:
    for each in innings():
        came = [batter for batter in each.batters if batter.came_in]
        spans = times(came)
        assert [start for start, _ in spans[:2]] == ["11.00", "11.00"]
        assert {start for start, _ in spans[2:]} <= {end for _, end in spans}
        assert [not end for _, end in spans] == [batter.dismissal.kind == "not out" for batter in came]


@pytest.mark.parametrize("words", [IN_FULL, IN_CODES], ids=["in full", "in codes"])
def test_a_dismissal_has_its_fielders_and_its_bowler_in_columns_of_their_own(words: Words) -> None:
    plan = replace(choose_plan(Dice(1), replace(NOTATION, words=words)), parts_bowlers=True)
    for seed in SEEDS:
        card = fill_card(invent_match(FIFTY, Dice(seed)), plan)
        for batter in (batter for each in card.innings for batter in each.batting):
            way, fielders, bowler = apart(batter)
            assert f"{way} {fielders}".strip() == batter.dismissal
            assert bool(fielders) == bool(batter.fielders)
            assert all(name in fielders and name not in way for name in batter.fielders)
            assert bowler == batter.bowler


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        (Labels({}, " / ", is_upper=False), "Runs"),
        (Labels({"runs": "Lopies"}, " / ", is_upper=False), "Runs / Lopies"),
        (Labels({"runs": "Lopies"}, " / ", is_upper=True), "RUNS / LOPIES"),
        (Labels({"overs": "Pelawdau"}, " / ", is_upper=False), "Runs"),
    ],
    ids=["English alone", "two languages", "capitals", "a word that the second language lacks"],
)
def test_a_label_is_printed_in_one_or_two_languages(labels: Labels, text: str) -> None:
    assert labels.word("runs") == text
