"""What a line beside a white channel is."""

import pytest

from scorecard_runner.reading.page.bank_lines import heads_both
from scorecard_runner.reading.page.lines import Line, build_lines
from tests.scorecard_runner.reading.drawn_page import words_of


def line_of(text: str, right: float = 0.0) -> Line:
    """Return the line so many pixels to the right."""
    return build_lines(word.placed(factor=1.0, right=right, down=0.0) for word in words_of(text))[0]


@pytest.mark.parametrize(
    ("left", "right", "want"),
    [
        pytest.param("Batter  How out", "R  B  4s  6s", True, id="names on both sides"),
        pytest.param("1  Inns  Team  Pos", "Batsman  How Out  Fielder  Bowler  Runs  Balls", True, id="identifiers"),
        pytest.param("innings  team  total  wickets", "overs  extras  declared", True, id="sums"),
        pytest.param("Batter  How out  R  B", "The pitch offered early movement", False, id="an article"),
        pytest.param("Kent innings 176/7", "R  B  4s  6s", False, id="a title"),
    ],
)
def test_a_heading_runs_across_where_both_sides_name_columns(left: str, right: str, *, want: bool) -> None:
    assert heads_both(line_of(left), line_of(right, 500.0)) is want
