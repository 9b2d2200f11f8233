"""Titles and labels: which line announces what."""

import pytest

from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.overs import Overs
from scorecard_runner.reading.grammar.scores import Score
from scorecard_runner.reading.grammar.titles import Title, is_score_title, parse_title, parse_versus


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Harbour Wanderers innings 146/8 (20 ov)",
            Title("Harbour Wanderers", Score(146, 8, Overs(20)), says_innings=True),
            id="team, innings and score",
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
    ],
)
def test_a_team_with_its_whole_score_is_a_title(text: str, *, want: bool) -> None:
    assert is_score_title(text) is want
