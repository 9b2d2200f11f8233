"""Innings are weighed together: a scrap of the page beside a proved innings is none."""

from dataclasses import replace

from scorecard_runner.reading.belief.judgement import judge_all
from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.grammar.names import Name
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import batter, cell, sound_innings


def scrap() -> Innings:
    """Return what a list of partnerships was taken for."""
    odd = replace(batter("D Roy", "c Lee b Khan", 123, 0, 0), name=Name("Roy 12 (9), Lee 3"))
    return Innings(total=cell(Column.RUNS, 58), batting=(odd, batter("E Lee", "c Roy b Khan", 11, 9, 122.22)))


def test_partnerships_beside_a_proved_innings_are_no_innings() -> None:
    assert [each.innings.team for each in judge_all([sound_innings(), scrap()])] == [sound_innings().team]


def test_a_scrap_alone_is_kept_in_doubt() -> None:
    (judged,) = judge_all([scrap()])
    assert judged.doubts
