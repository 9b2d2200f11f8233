"""Extras with letters among their digits: the total says what was printed."""

import pytest

from scorecard_runner.reading.grammar.doubtful_extras import parse_doubtful_extras
from scorecard_runner.reading.grammar.extras import Extras, parse_extras


@pytest.mark.parametrize(
    ("text", "total", "want"),
    [
        pytest.param("(wz, nbr)", 3, {"wides": 2, "no_balls": 1}, id="letters behind the labels"),
        pytest.param(
            "(bg, Ibz, wi3, nbz)",
            21,
            {"byes": 4, "leg_byes": 2, "wides": 13, "no_balls": 2},
            id="a capital I is the l of leg byes, a small one a 1",
        ),
        pytest.param("(21b sw Inb)", 8, {"leg_byes": 2, "wides": 5, "no_balls": 1}, id="numbers before the labels"),
        pytest.param(
            "(1b 11b 5w 2nb)", 9, {"byes": 1, "leg_byes": 1, "wides": 5, "no_balls": 2}, id="11b is one leg bye"
        ),
        pytest.param("(bz, nbz)", 5, None, id="two ways make the total: 2 and 3, or 3 and 2"),
        pytest.param("(b6, bg)", 10, None, id="nothing is named twice"),
        pytest.param("(wz, nbr)", 9, None, id="no way makes the total"),
        pytest.param("(all of them wides)", 4, None, id="words are no parts"),
        pytest.param("without brackets w4", 4, None, id="parts stand in brackets"),
    ],
)
def test_the_total_says_which_digits_were_printed(text: str, total: int, want: dict[str, int] | None) -> None:
    assert parse_doubtful_extras(text, total) == want


def test_parts_that_make_the_total_as_read_are_left_alone() -> None:
    assert parse_extras("Extras (b 2, lb 1) 3") == Extras(3, byes=2, leg_byes=1)


def test_doubtful_parts_are_taken_where_those_read_do_not_make_the_total() -> None:
    assert parse_extras("Extras (bz, ws) 7") == Extras(7, byes=2, wides=5)
