"""Titles and labels: which line announces what."""

import pytest

from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.overs import Overs
from scorecard_runner.reading.grammar.scores import Score
from scorecard_runner.reading.grammar.titles import (
    Title,
    is_score_title,
    parse_opponent,
    parse_team,
    parse_title,
    parse_versus,
)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Harbour Wanderers innings 146/8 (20 ov)",
            Title("Harbour Wanderers", Score(146, 8, Overs(20)), says_innings=True),
            id="team, innings and score",
        ),
        pytest.param(
            "INNINGS OF Highbridge Under 17s",
            Title("Highbridge Under 17s", Score(17), says_innings=True),
            id="the team behind the word innings, with a number in its name",
        ),
        pytest.param("Kent", Title("Kent", None, says_innings=False), id="a team alone"),
        pytest.param("12345", None, id="numbers are no title"),
    ],
)
def test_a_title_names_team_and_score(text: str, want: Title | None) -> None:
    assert parse_title(text) == want


def test_a_headline_names_both_teams() -> None:
    assert parse_versus("Harbour Wanderers v Moorland Casuals") == ("Harbour Wanderers", "Moorland Casuals")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Extras 12", Label.EXTRAS, id="extras"),
        pytest.param("Extros 12", Label.EXTRAS, id="extras with a letter misread"),
        pytest.param("Total 146/8", Label.TOTAL, id="total"),
        pytest.param("Fall of wickets 1-10", Label.FALL_OF_WICKETS, id="fall of wickets"),
        pytest.param("Did not bat W Tulloch", Label.DID_NOT_BAT, id="did not bat"),
        pytest.param("Umpires A and B", Label.OTHER, id="officials"),
        pytest.param("T Ashdown c Winslade b Raghunath 6 6", None, id="a row of a table"),
    ],
)
def test_a_line_is_known_by_its_first_words(text: str, want: Label | None) -> None:
    assert label_of(text) is want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Stonebeck Sports Club 221 for 4 (41.3 ov)", True, id="in words"),
        pytest.param("India 185/7 (20)", True, id="with a stroke"),
        pytest.param("MERIDIAN TIGERS 217 (all out) (35 ov)", True, id="all out in brackets of its own"),
        pytest.param("Kent 2nd XI - 96 all out (31.2 overs)", True, id="a team with a number in its name"),
        pytest.param("Rishon 8/1 0.2", False, id="a row of a table of wickets"),
        pytest.param("A Khan 4-0-26-3", False, id="bowling figures"),
        pytest.param("Smith c Jones b Khan 45", False, id="a row of a batter"),
        pytest.param("Kent 178-6 (33.2 ov) Run rate 5.34", True, id="a rate behind the overs"),
        pytest.param("Kent 338-7 off 50 Run rate 6.76", True, id="a rate behind overs without the word"),
        pytest.param("Kent 154/9 (20 Ov) V", True, id="an arrow behind it, read as a letter"),
        pytest.param("Khan 3-22 off 4", False, id="a bowler"),
    ],
)
def test_a_team_with_its_whole_score_is_a_title(text: str, *, want: bool) -> None:
    assert is_score_title(text) is want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Palmgrove 2nd XI, 1st innings 151/10", "Palmgrove 2nd XI", id="the number of the eleven"),
        pytest.param("Highbridge Under 17s 120/4", "Highbridge Under 17s", id="an age"),
        pytest.param("Kent 120/4", "Kent", id="a score"),
    ],
)
def test_numbers_of_a_team_are_no_score(text: str, want: str) -> None:
    assert parse_team(text) == want


@pytest.mark.parametrize("text", ["Commentary", "Live Commentary", "Squads Stats", "{'b': 4, 'lb': 2}"])
def test_tabs_and_data_are_no_teams(text: str) -> None:
    assert parse_team(text) is None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("v Silverton CC", "Silverton CC", id="a small v"),
        pytest.param("VS THORNBURY", "THORNBURY", id="capitals"),
        pytest.param("v Thornbury Women May 26, 2023", "Thornbury Women", id="with the day"),
        pytest.param("Kent v Essex", None, id="both sides"),
        pytest.param("Vale CC", None, id="a name that begins so"),
    ],
)
def test_a_line_names_the_other_side_after_a_v(text: str, want: str | None) -> None:
    assert parse_opponent(text) == want
