"""An innings that was taken for two is believed in neither."""

from dataclasses import replace

from scorecard_runner.document import MEDIUM_FROM
from scorecard_runner.reading.belief.fragments import doubts_between
from scorecard_runner.reading.belief.judgement import judge_all
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import cell, sound_innings

LACKING = replace(sound_innings(), wickets=cell(Column.WICKETS, 8))
LOOSE = replace(sound_innings(), team=None, total=None, extras={})


def test_rows_of_nobody_beside_an_innings_that_lacks_batters_belong_to_it() -> None:
    first, second = judge_all([LACKING, LOOSE])

    assert max(first.confidences.values()) < MEDIUM_FROM
    assert max(second.texts.values()) < MEDIUM_FROM


def test_neighbours_of_their_own_say_nothing_about_each_other() -> None:
    assert doubts_between([LACKING, sound_innings()]) == ((), ())
    assert doubts_between([sound_innings(), LOOSE]) == ((), ())


def test_neighbours_of_one_score_that_both_lack_batters_are_one_innings() -> None:
    first, second = judge_all([LACKING, LACKING])

    assert max(first.confidences.values()) < MEDIUM_FROM
    assert max(second.confidences.values()) < MEDIUM_FROM
