"""Overs count balls after the point."""

import pytest

from scorecard_runner.reading.grammar.overs import Overs, parse_overs


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("19.3", Overs(19, 3), id="three balls of the twentieth over"),
        pytest.param("4", Overs(4), id="whole overs"),
        pytest.param("12.6", Overs(12, 6), id="the sixth ball before the over is turned"),
        pytest.param("12.7", None, id="no over has seven legal balls"),
        pytest.param("x", None, id="letters are no overs"),
    ],
)
def test_overs_are_balls(text: str, want: Overs | None) -> None:
    assert parse_overs(text) == want


def test_total_balls() -> None:
    assert Overs(19, 3).total_balls == 117


def test_a_printed_number_keeps_its_meaning() -> None:
    printed = Overs.from_number(19.3)
    assert printed is not None
    assert printed.number == 19.3
