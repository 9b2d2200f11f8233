"""Of figures whose sum fails none is certain."""

from dataclasses import replace

from scorecard_runner.reading.belief.arithmetic import check_innings
from scorecard_runner.reading.belief.failed_sums import AT_MOST, without_certainty
from scorecard_runner.reading.belief.judgement import judge
from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings
from scorecard_runner.reading.tables.cells import Reading
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import sound_innings, with_values

FIRST, SECOND, TOTAL = CellPlace("batting", 0, "runs"), CellPlace("batting", 1, "runs"), CellPlace("total")


def well_read(innings: Innings) -> Innings:
    """Return the innings with every number read by two, who are sure of it."""
    for place, cell in innings.cells():
        sure = tuple(Reading(reading.value, 0.99, ("one", "other")) for reading in cell.readings)
        innings = innings.with_cell(place, replace(cell, readings=sure))
    return innings


def without_rate(line: BattingLine) -> BattingLine:
    """Return the row without what proves its runs."""
    return replace(line, cells=tuple(cell for cell in line.cells if cell.column is not Column.STRIKE_RATE))


def cut_short(*, rated: bool) -> Innings:
    """Return an innings in which both readers lost a figure of the second batter's runs."""
    innings = with_values(sound_innings(), "batting", "runs", 6, row=1)
    lines = innings.batting if rated else tuple(map(without_rate, innings.batting))
    return well_read(replace(innings, batting=lines))


def test_figures_of_a_failed_sum_are_not_certain_however_well_they_were_read() -> None:
    confidences = judge(cut_short(rated=False)).confidences
    assert confidences[FIRST] <= AT_MOST
    assert confidences[SECOND] <= AT_MOST


def test_a_rate_proves_the_runs_and_bowlers_prove_the_total() -> None:
    confidences = judge(cut_short(rated=True)).confidences
    assert confidences[FIRST] > AT_MOST
    assert confidences[TOTAL] > AT_MOST


def test_figures_of_a_sum_that_holds_stay_certain() -> None:
    assert judge(well_read(sound_innings())).confidences[SECOND] > AT_MOST


def test_a_sum_that_lacks_a_batter_says_nothing_of_the_others() -> None:
    short = cut_short(rated=False)
    lacking = replace(short, batting=short.batting[:2])
    assert without_certainty({FIRST: 0.99}, lacking, check_innings(lacking)) == {FIRST: 0.99}
