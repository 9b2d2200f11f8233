"""Lines above the names of columns."""

import pytest

from scorecard_runner.reading.page.headings_of_groups import without_headings_of_groups
from scorecard_runner.reading.page.lines import build_lines
from tests.scorecard_runner.reading.drawn_page import words_of

NAMES = "Batter           R     B     4s   6s"


@pytest.mark.parametrize(
    ("above", "is_left_out"),
    [
        pytest.param("                 Innings     Boundaries", True, id="groups"),
        pytest.param("                             Boundaries", True, id="one of them"),
        pytest.param("Kent             Innings     Boundaries", False, id="the side before them"),
        pytest.param("                             Kent", False, id="a side on the right"),
        pytest.param("                  60 for 2   (7 overs)", False, id="a score"),
    ],
)
def test_names_of_groups_are_no_title(above: str, *, is_left_out: bool) -> None:
    lines = build_lines(words_of(f"{above}\n{NAMES}"))

    assert len(without_headings_of_groups(lines)) == (1 if is_left_out else 2)
