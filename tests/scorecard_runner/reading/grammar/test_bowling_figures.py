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
