from dataclasses import replace

import pytest

from scorecard_runner.reading.belief.deduction import deduce_rest, deduce_total, with_deduced
from scorecard_runner.reading.belief.judgement import judge
from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import cell, sound_innings, with_values

TOTAL = CellPlace("total")


def with_doubtful_total(total: float, confidence: float = 0.6) -> Innings:
    """Return the sound innings with this total badly read."""
    return replace(sound_innings(), total=cell(Column.RUNS, total, confidence=confidence))


def with_parts(innings: Innings) -> Innings:
    """Return the innings with all parts of the extras and without their total."""
    parts = {part: found for part, found in innings.extras.items() if part != "total"}
    return replace(innings, extras={"total": cell(Column.OTHER), "byes": cell(Column.OTHER, 0), **parts})


def deduced(innings: Innings) -> dict[str, float]:
    """Return what follows, by place."""
    return {str(each.place): each.became for each in deduce_rest(innings)}


def test_two_sums_that_agree_take_the_place_of_a_total_that_contradicts_both() -> None:
    found = deduce_total(with_doubtful_total(80))

    assert found is not None
    assert (found.place, found.read, found.became) == (TOTAL, 80, 30)


@pytest.mark.parametrize(
    "innings",
    [
        pytest.param(with_doubtful_total(30), id="the total is what they say"),
        pytest.param(with_doubtful_total(80, 0.95), id="it was well read: cards may be wrong"),
        pytest.param(
            with_values(with_doubtful_total(80), "batting", "runs", 11, row=0),
            id="they do not agree",
        ),
        pytest.param(
            with_values(with_doubtful_total(80), "bowling", "runs", row=0),
            id="one of them cannot be made",
        ),
    ],
)
def test_a_total_stays_as_it_was_read(innings: Innings) -> None:
    assert deduce_total(innings) is None


@pytest.mark.parametrize(
    ("innings", "expected"),
    [
        pytest.param(sound_innings(), {}, id="nothing is missing"),
        pytest.param(
            replace(with_values(sound_innings(), "bowling", "runs", row=0), total=None),
            {"total": 30},
            id="the total by the batters alone",
        ),
        pytest.param(replace(sound_innings(), wickets=None), {"wickets": 1}, id="wickets by the dismissals"),
        pytest.param(
            replace(sound_innings(), wickets=None, fall_of_wickets=()), {"wickets": 1}, id="without a list of them"
        ),
        pytest.param(
            replace(sound_innings(), wickets=None, fall_of_wickets=sound_innings().fall_of_wickets * 2),
            {},
            id="no wickets where the list of them has more",
        ),
        pytest.param(replace(sound_innings(), overs=None), {"overs": 3}, id="overs by the bowlers"),
        pytest.param(
            replace(with_values(sound_innings(), "bowling", "runs", 16, row=0), overs=None),
            {},
            id="no overs where a bowler may be missing",
        ),
        pytest.param(with_values(sound_innings(), "extras", "total"), {"extras total": 4}, id="extras by the total"),
        pytest.param(
            with_values(with_parts(sound_innings()), "batting", "runs", 6, row=1),
            {"extras total": 4},
            id="extras by all their parts, whatever the batters made",
        ),
        pytest.param(replace(sound_innings(), extras={}), {}, id="no extras where none are printed"),
        pytest.param(
            with_values(sound_innings(), "batting", "runs", row=1), {"batting row 2, runs": 16}, id="one batter's runs"
        ),
        pytest.param(
            with_values(sound_innings(), "bowling", "runs", row=1), {"bowling row 2, runs": 11}, id="one bowler's runs"
        ),
        pytest.param(
            with_values(sound_innings(), "bowling", "wickets", row=0),
            {"bowling row 1, wickets": 1},
            id="one bowler's wickets",
        ),
        pytest.param(
            with_values(with_values(sound_innings(), "batting", "runs", row=1), "batting", "runs", row=0),
            {},
            id="not two of a column",
        ),
        pytest.param(
            with_values(with_values(sound_innings(), "batting", "runs", row=1), "batting", "fours", 5, row=1),
            {},
            id="not less than was hit over the rope",
        ),
    ],
)
def test_what_was_not_read_follows_from_the_rest(innings: Innings, expected: dict[str, float]) -> None:
    assert deduced(innings) == expected


def test_what_was_deduced_is_believed_and_told_but_never_certain() -> None:
    judged = judge(with_values(sound_innings(), "batting", "runs", row=1))
    place = CellPlace("batting", 1, "runs")

    assert judged.innings.batting[1].cells[0].value == 16
    assert [(choice.place, choice.read, choice.became) for choice in judged.choices] == [(place, None, 16)]
    assert 0.8 <= judged.confidences[place] < 0.95
    assert place in judged.doubtful


def test_a_sum_that_was_made_to_hold_proves_nothing() -> None:
    missing = with_values(sound_innings(), "batting", "runs", row=1)

    assert not judge(missing).proves_total


def test_nothing_changes_without_deductions() -> None:
    assert with_deduced(sound_innings(), ()) == sound_innings()
