"""Bowling figures in running text."""

import pytest

from scorecard_runner.reading.grammar.bowling_figures import BowlingFigures, parse_bowling_figures
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.overs import Overs

KHAN, ODE = BowlingFigures("A Khan", Overs(8), 1, 27, 3), BowlingFigures("Ode-Hale", Overs(6, 2), 0, 20, 1)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Bowling: A Khan 8-1-27-3, Ode-Hale 6.2-0-20-1", (KHAN, ODE), id="with commas"),
        pytest.param("Bowling: A Khan 8-1-27-3. Ode-Hale 6.2-0-20-1.", (KHAN, ODE), id="with full stops"),
        pytest.param("Bowling: A Khan 8-1- 27-3; Ode-Hale 6.2 - 0 - 20 - 1", (KHAN, ODE), id="broken over two lines"),
        pytest.param("BOWLING - A Khan 8-1-27-3 (2w), Ode-Hale 6.2-0-20-1 (1nb)", (KHAN, ODE), id="with extras behind"),
        pytest.param("Bowling: nobody was named", (), id="none"),
    ],
)
def test_every_bowler_is_found_with_four_numbers(text: str, want: tuple[BowlingFigures, ...]) -> None:
    assert parse_bowling_figures(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Bowling: A Khan 8-1-27-3.", Label.BOWLING_FIGURES, id="figures"),
        pytest.param("Bowling", Label.SECTION, id="a headline"),
        pytest.param("Bowling O M R W", None, id="the heading of a table"),
    ],
)
def test_the_line_is_known_by_its_first_figures(text: str, want: Label | None) -> None:
    assert label_of(text) is want


PAIRED = (BowlingFigures("A Khan", Overs(8), None, 27, 3), BowlingFigures("Ode-Hale", Overs(6, 2), None, 20, 1))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("BOWLING A Khan 3/27 8ov Ode-Hale 1/20 6.2ov", id="overs with a unit"),
        pytest.param("Bowlers A Khan 3-27 (8) Ode-Hale 1-20 (6.2)", id="overs in brackets"),
        pytest.param("A Khan 27/3 (8 ov), Ode-Hale 20/1 (6.2 ov)", id="runs first"),
        pytest.param("Bowling: A Khan 3 for 27 off 8 overs, Ode-Hale 1 for 20 off 6.2 overs", id="in words"),
    ],
)
def test_bowlers_with_wickets_runs_and_overs_are_found(text: str) -> None:
    assert parse_bowling_figures(text) == PAIRED


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kent 186/5 (40 ov) Essex 172/9 (40 ov)", id="scores of sides"),
        pytest.param("Kent 5/186 Essex 9/172", id="scores without overs"),
    ],
)
def test_scores_are_no_bowlers(text: str) -> None:
    assert parse_bowling_figures(text) == ()
