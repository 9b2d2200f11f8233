from dataclasses import replace

import pytest

from scorecard_runner.document import Step
from scorecard_runner.reading.belief.judgement import judge_all
from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.escalation import needs_page, next_step, share_unsure, tells_an_innings, worth
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import batter, cell, sound_innings, with_values


def unsure(innings: Innings, rows: int) -> Innings:
    """Return the innings with the runs of the first rows hardly read."""
    for row in range(rows):
        for line_cell in innings.batting[row].cells:
            faint = replace(line_cell, readings=tuple(replace(each, confidence=0.2) for each in line_cell.readings))
            lines = list(innings.batting)
            cells = tuple(faint if cell.column is faint.column else cell for cell in lines[row].cells)
            lines[row] = replace(lines[row], cells=cells)
            innings = replace(innings, batting=tuple(lines))
    return innings


def without_dismissals(count: int) -> Innings:
    """Return an innings in which nobody read how so many of eight batters got out."""
    ways = ["b Jones"] * (8 - count) + [""] * count
    return replace(
        sound_innings(),
        batting=tuple(batter(f"{n} Roy", w, 4, 4, 100) for n, w in zip("ABCDEFGH", ways, strict=True)),
        wickets=cell(Column.WICKETS, 8),
    )


@pytest.mark.parametrize(
    ("innings", "step"),
    [
        pytest.param([], Step.PAGE, id="no innings was found"),
        pytest.param([replace(sound_innings(), total=None, extras={})], Step.PAGE, id="an innings without its total"),
        pytest.param([replace(sound_innings(), batting=())], Step.PAGE, id="an innings without batters"),
        pytest.param(
            [with_values(sound_innings(), "batting", "runs", 99, row=0)], Step.PHRASES, id="runs that do not add up"
        ),
        pytest.param([without_dismissals(3)], Step.PAGE, id="lines of dismissals that were never seen"),
        pytest.param([without_dismissals(1)], Step.PHRASES, id="a dismissal that may be in a phrase"),
    ],
)
def test_the_second_reader_goes_as_far_as_is_needed(innings: list[Innings], step: Step) -> None:
    assert next_step(judge_all(innings)) is step


def test_the_more_was_read_and_the_surer_the_more_a_card_is_worth() -> None:
    whole = judge_all([sound_innings()])
    assert worth(whole) > worth(judge_all([unsure(sound_innings(), 2)])) > worth(judge_all([])) == 0


def test_the_share_of_unsure_values_is_all_where_nothing_was_read() -> None:
    assert share_unsure([]) == 1.0
    assert 0 <= share_unsure(judge_all([sound_innings()])) < share_unsure(judge_all([unsure(sound_innings(), 2)]))


@pytest.mark.parametrize(
    ("innings", "revealed", "needs"),
    [
        pytest.param([sound_innings()], 9, False, id="all is well, whatever was revealed"),
        pytest.param([with_values(sound_innings(), "batting", "runs", 99, row=0)], 0, False, id="sums alone are wrong"),
        pytest.param(
            [with_values(sound_innings(), "batting", "runs", 99, row=0)],
            2,
            True,
            id="sums are wrong where text was lost",
        ),
        pytest.param([], 0, True, id="there is still no innings"),
    ],
)
def test_the_page_is_read_after_its_phrases_only_where_something_is_missing(
    innings: list[Innings], revealed: int, *, needs: bool
) -> None:
    assert needs_page(judge_all(innings), revealed) is needs


@pytest.mark.parametrize(
    ("innings", "tells"),
    [
        pytest.param(
            replace(sound_innings(), batting=sound_innings().batting * 2), True, id="batters who were out, a total"
        ),
        pytest.param(sound_innings(), False, id="three batters may stand in any text"),
        pytest.param(
            replace(sound_innings(), batting=sound_innings().batting * 2, total=None), False, id="nobody says the total"
        ),
    ],
)
def test_an_innings_in_doubt_is_told_from_lines_that_look_like_one(innings: Innings, *, tells: bool) -> None:
    assert tells_an_innings(judge_all([innings])) is tells
