"""Figures that stand under the wrong name are doubted, those that something else proves are not."""

from dataclasses import replace

from scorecard_runner.reading.belief.doubt import SUMMARY, places_of_row, places_of_table
from scorecard_runner.reading.belief.sum_doubts import has_sums_far_off, sum_doubts
from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import bowler, cell, sound_innings, with_values


def doubted_places(innings: Innings) -> list[frozenset[CellPlace] | None]:
    return [doubt.about for doubt in sum_doubts(innings)]


def test_an_innings_in_which_all_fits_is_not_doubted() -> None:
    assert doubted_places(sound_innings()) == []


def test_a_total_that_batters_and_bowlers_contradict_is_doubted_alone() -> None:
    assert doubted_places(replace(sound_innings(), total=cell(Column.RUNS, 3))) == [SUMMARY]


def test_bowlers_of_somebody_else_leave_proved_batters_alone() -> None:
    more = (*sound_innings().bowling, bowler("F Ody", 4, 50, 3, 12.5), bowler("G Fry", 3, 41, 3, 13.67))

    innings = replace(sound_innings(), bowling=more)

    assert doubted_places(innings) == [places_of_table(innings, "bowling")]


def test_the_one_bowler_without_whom_all_fits_is_doubted() -> None:
    innings = replace(sound_innings(), bowling=(*sound_innings().bowling, bowler("Kent", 4, 50, 3, 12.5)))

    assert doubted_places(innings) == [places_of_row(innings, "bowling", 2)]


def test_extras_that_do_not_make_their_total_are_doubted() -> None:
    innings = with_values(sound_innings(), "extras", "wides", 1)

    assert doubted_places(innings) == [
        frozenset(CellPlace("extras", part=part) for part in ("leg_byes", "wides", "no_balls"))
    ]


def test_the_best_of_an_innings_need_not_make_its_total() -> None:
    lines = tuple(replace(line, dismissal=None, dismissal_text=None) for line in sound_innings().batting)
    full = replace(sound_innings(), total=cell(Column.RUNS, 150), overs=cell(Column.OVERS, 20))

    assert has_sums_far_off(full)
    assert not has_sums_far_off(replace(full, batting=lines))


def test_byes_alone_may_be_leg_byes_whose_first_letter_was_lost() -> None:
    extras = sound_innings().extras
    alone = {"total": extras["total"], "byes": extras["leg_byes"], "wides": extras["wides"]}

    assert doubted_places(replace(sound_innings(), extras=alone)) == [frozenset({CellPlace("extras", part="byes")})]
    assert doubted_places(replace(sound_innings(), extras={**alone, "leg_byes": cell(Column.OTHER, 0)})) == []
