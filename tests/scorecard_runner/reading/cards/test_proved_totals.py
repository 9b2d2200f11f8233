"""Totals anywhere on a page, proved by batters and extras: windows of scoring programs say them once."""

import pytest

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.cards.innings import build_card
from tests.scorecard_runner.reading.drawn_page import sections_of

TABLE = """
Batter          How out            R     B    4s    6s
Ashdown         c Lee b Khan      31    45     4     0
Millbrook       lbw b Roy          6    13     1     0
Okonjo          b Khan            57    70     5     2
Uys             not out           12    20     1     0
Extras          (b 2, lb 3, w 8, nb 1)  14
"""


def innings_of(text: str) -> Innings:
    """Return the only innings of a page."""
    (innings,) = build_card(sections_of(text)).innings
    return innings


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("Scorer 4.2 - Kent v Essex - [Kent 120/3 (18.4)]", "", id="in brackets of a title bar"),
        pytest.param("", "Ready      Kent 120-3      Ov 18.4", id="in a status bar, overs beside it"),
        pytest.param("Kent       Essex\n120-3      118\n18.4 ov    20 ov", "", id="beside that of the other side"),
        pytest.param(
            "", "Kent            0120/3\n                (18.4)", id="in a chip whose round end was read as a nought"
        ),
        pytest.param("", "Kent\n120/3\n18.4 overs", id="in a panel, the side above and the overs below"),
    ],
)
def test_a_total_that_batters_and_extras_make_is_found(above: str, below: str) -> None:
    innings = innings_of(f"{above}\n\n{TABLE}\n{below}")
    assert (innings.total and innings.total.value, innings.wickets and innings.wickets.value) == (120, 3)
    assert innings.overs is not None
    assert innings.overs.value == 18.4
    assert innings.team is not None
    assert innings.team.text == "Kent"


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("Ready      Kent 121-3      Ov 18.4", id="another number"),
        pytest.param("Attendance about 120 people", id="a number that nothing says to be a score"),
    ],
)
def test_nothing_else_is_a_total(below: str) -> None:
    assert innings_of(f"{TABLE}\n{below}").total is None
