"""A batting table that was torn in two is one innings again where its sums say so."""

from dataclasses import replace

from scorecard_runner.reading.cards.split_innings import with_halves_joined
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import cell, sound_innings

UPPER = replace(sound_innings(), batting=sound_innings().batting[:1], bowling=(), extras={})
LOWER = replace(sound_innings(), batting=sound_innings().batting[1:], team=None)


def test_batters_torn_apart_by_text_beside_the_table_are_one_innings() -> None:
    assert with_halves_joined([UPPER, LOWER]) == [sound_innings()]


def test_a_half_without_a_score_is_joined_by_the_sum() -> None:
    (joined,) = with_halves_joined([replace(UPPER, total=None, wickets=None, overs=None), LOWER])

    assert len(joined.batting) == len(sound_innings().batting)


def test_innings_that_do_not_add_up_stay_apart() -> None:
    lower = replace(LOWER, extras={"total": cell(Column.OTHER, 5)})

    assert with_halves_joined([UPPER, lower]) == [UPPER, lower]


def test_an_innings_with_bowlers_of_its_own_stays_apart() -> None:
    upper = replace(UPPER, bowling=sound_innings().bowling)

    assert with_halves_joined([upper, LOWER]) == [upper, LOWER]
