"""Extras as they come back without their spaces and with letters among their digits: the total says what was printed."""

import pytest

from scorecard_runner.reading.grammar.extras import Extras, parse_extras
from scorecard_runner.reading.grammar.extras_puzzle import solve_extras


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        pytest.param(
            "5lblw3nbl", 5, {"leg_byes": 1, "wides": 3, "no_balls": 1}, id="the total in front, an l that is a 1"
        ),
        pytest.param("5bllb2wlnbl", 5, {"byes": 1, "leg_byes": 2, "wides": 1, "no_balls": 1}, id="an l that is both"),
        pytest.param(
            "(bOIb9w2nb1) 12", 12, {"byes": 0, "leg_byes": 9, "wides": 2, "no_balls": 1}, id="O for 0, I for l"
        ),
        pytest.param(
            "(b71b5w12nb1) 25", 25, {"byes": 7, "leg_byes": 5, "wides": 12, "no_balls": 1}, id="a 1 that is an l"
        ),
        pytest.param("(b11w2) 13", 13, {"byes": 11, "wides": 2}, id="a 1 that is a digit"),
        pytest.param("(2b Olb 2w Onb) 4", 4, {"byes": 2, "leg_byes": 0, "wides": 2, "no_balls": 0}, id="numbers first"),
        pytest.param("(Ob Olb Ow) 0", 0, {"byes": 0, "leg_byes": 0, "wides": 0}, id="nothing but noughts"),
        pytest.param(
            "(bz, 1b6, w3, nbs) 14", 14, {"byes": 2, "leg_byes": 6, "wides": 3, "no_balls": 3}, id="old figures"
        ),
        pytest.param(
            "(7b 5lb 3w nb) 16", 16, {"byes": 7, "leg_byes": 5, "wides": 3, "no_balls": 1}, id="a lost number"
        ),
        pytest.param("(6b 5b 6w) 17", 17, {"byes": 6, "leg_byes": 5, "wides": 6}, id="leg byes without their l"),
        pytest.param("(lb 4, w 5, nh 1) 10", 10, {"leg_byes": 4, "wides": 5, "no_balls": 1}, id="a label read wrong"),
        pytest.param("5bllblw2nb1l", 5, {"byes": 1, "leg_byes": 1, "wides": 2, "no_balls": 1}, id="a stroke too many"),
        pytest.param(
            "7 (b0,Ib0,wé6,nb1)", 7, {"byes": 0, "leg_byes": 0, "wides": 6, "no_balls": 1}, id="a figure read twice"
        ),
    ],
)
def test_the_cheapest_way_that_makes_the_total_is_taken(text: str, total: int, parts: dict[str, int]) -> None:
    solved = solve_extras(text)

    assert solved is not None
    assert (solved.total, solved.parts) == (total, parts)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(b 4, lb 2, w 5, nb 1) 13", id="digits are never taken for other digits: cards are wrong, too"),
        pytest.param("(bz, nbz) 5", id="two ways cost the same: 2 and 3, or 3 and 2"),
        pytest.param("(b2, lb, w, nb1) 9", id="two numbers were lost"),
        pytest.param("bowled 12", id="words"),
        pytest.param("(b1, b2) 3 and more of this than anybody would print", id="a sentence"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_way_is_taken_where_none_is_clear(text: str) -> None:
    assert solve_extras(text) is None


def test_parts_that_make_the_total_as_read_are_left_alone() -> None:
    assert parse_extras("Extras (b 2, lb 1) 3") == Extras(3, byes=2, leg_byes=1)


def test_solved_extras_say_so() -> None:
    assert parse_extras("Extras Swb") == Extras(5, wides=5, is_solved=True)
