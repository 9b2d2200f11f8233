from dataclasses import replace

import pytest

from scorecard_runner.document import Verdict
from scorecard_runner.reading.belief.judgement import judge
from scorecard_runner.reading.belief.verdict import flags, format_name, notes, verdict
from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import cell, sound_innings, with_values


def test_an_innings_in_which_all_adds_up_is_verified() -> None:
    sound = judge(sound_innings())

    assert verdict([sound]) is Verdict.VERIFIED
    assert flags([sound]) == []
    assert notes([sound]) == []


@pytest.mark.parametrize(
    ("innings", "flag"),
    [
        pytest.param(with_values(sound_innings(), "total", "", 31), "total_runs_uncertain", id="a total that is wrong"),
        pytest.param(replace(sound_innings(), total=None), "total_runs_uncertain", id="no total"),
        pytest.param(
            with_values(sound_innings(), "batting", "runs", row=0), "batting_figures_uncertain", id="runs not read"
        ),
        pytest.param(
            with_values(sound_innings(), "bowling", "economy", 1.5, row=0),
            "bowling_figures_uncertain",
            id="wrong economy",
        ),
    ],
)
def test_what_is_in_doubt_is_flagged_and_needs_review(innings: Innings, flag: str) -> None:
    found = judge(innings)

    assert verdict([found]) is Verdict.NEEDS_REVIEW
    assert flag in flags([found])
    assert notes([found])


def test_a_team_without_a_name_is_flagged() -> None:
    assert flags([judge(replace(sound_innings(), team=None))]) == ["team_names_uncertain"]


def test_notes_name_places_and_numbers_but_nobody() -> None:
    said = " ".join(notes([judge(with_values(sound_innings(), "batting", "runs", 76, 16, row=1))]))

    assert said == "Innings 1: batting row 2, runs: read as 76, taken as 16 (batters and extras make the total)."


@pytest.mark.parametrize(
    ("overs", "expected"),
    [
        pytest.param([20, 18.4], "T20", id="twenty overs"),
        pytest.param([50, 50], "One-day", id="fifty overs"),
        pytest.param([38.2, 31], None, id="overs that tell nothing"),
        pytest.param([80, 70, 60], "Multi-day", id="more than two innings"),
    ],
)
def test_the_overs_tell_the_format(overs: list[float], expected: str | None) -> None:
    innings = [replace(sound_innings(), overs=cell(Column.OVERS, each)) for each in overs]

    assert format_name([judge(each) for each in innings]) == expected


def test_extras_that_were_solved_are_told_and_reviewed() -> None:
    solved = judge(replace(sound_innings(), has_solved_extras=True))

    assert verdict([solved]) is Verdict.NEEDS_REVIEW
    assert flags([solved]) == ["extras_uncertain"]
    assert notes([solved])[0] == "Innings 1: extras: signs were taken for others so that the parts make the total."
