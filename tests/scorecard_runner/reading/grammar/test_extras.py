"""Extras in the ways in which cards print them."""

import pytest

from scorecard_runner.reading.grammar.extras import Extras, parse_extras

ALL = Extras(12, byes=4, leg_byes=2, wides=5, no_balls=1)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Extras 12 (b 4, lb 2, w 5, nb 1)", ALL, id="total before the parts"),
        pytest.param("Extras (b 4, lb 2, w 5, nb 1) 12", ALL, id="total after the parts"),
        pytest.param("Extras 12 (b: 4, lb: 2, wd: 5, nb: 1)", ALL, id="parts with colons"),
        pytest.param("Extras 12 (4b 2lb 5w 1nb)", ALL, id="numbers before their letters"),
        pytest.param("Extras 12 (byes 4, leg byes 2, wides 5, no balls 1)", ALL, id="parts in words"),
        pytest.param("Extras 12 (b 4, 1b 2, w 5, nb 1)", ALL, id="a one read for the l of lb"),
        pytest.param("Extras (b 4, l-b 2, w 5, n-b 1) 12", ALL, id="letters with a hyphen between them"),
        pytest.param("Extras (l-b 2, w 5) 7", Extras(7, leg_byes=2, wides=5), id="leg byes with a hyphen are no byes"),
        pytest.param(
            "Extras (l.b. 10, w. 4, n.b. 1) 15",
            Extras(15, leg_byes=10, wides=4, no_balls=1),
            id="points within letters",
        ),
        pytest.param("Extras 6 (w 1, p 5)", Extras(6, wides=1, penalty=5), id="penalty runs"),
        pytest.param(
            "Leg byes IO", Extras(None, leg_byes=10), id="letters for the digits of a part on a line of its own"
        ),
        pytest.param("Byes T 3", Extras(None, byes=3), id="a stray sign between a part and its number"),
        pytest.param("No bals 0", Extras(None, no_balls=0), id="no balls that lost an l"),
        pytest.param("Extras (b 4, nbī) 5", Extras(5, byes=4, no_balls=1), id="a 1 under a speck"),
        pytest.param("No bails 3", Extras(None, no_balls=3), id="a letter misread in the name of a part"),
        pytest.param(
            "Extras (0b Olb Ow Onb) 0",
            Extras(0, byes=0, leg_byes=0, wides=0, no_balls=0),
            id="letters for noughts before their letters",
        ),
        pytest.param("Sundries 7", Extras(7), id="a bare total under the Australian name"),
        pytest.param("Extras", None, id="no number says nothing"),
    ],
)
def test_extras_are_taken_apart(text: str, want: Extras | None) -> None:
    assert parse_extras(text) == want


def test_only_printed_parts_are_there() -> None:
    assert Extras(12, wides=0).parts == {"wides": 0}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "Extras 16 [B 1, LB 3, WD 7, NB P 5]",
            {"byes": 1, "leg_byes": 3, "wides": 7, "no_balls": 0, "penalty": 5},
            id="nothing is left for the one without a number",
        ),
        pytest.param(
            "EXTRAS: (b lb w nb 0) 0", {"byes": 0, "leg_byes": 0, "wides": 0, "no_balls": 0}, id="nothing for several"
        ),
        pytest.param("Extras 16 (b 4, w 1, p", {"byes": 4, "wides": 1, "penalty": 11}, id="one takes the rest"),
        pytest.param("Extras 12 (b lb w 4)", {"wides": 4}, id="two may share it in any way"),
        pytest.param(
            "Extras (1b mlb 4w 2nb) 18", {"byes": 1, "leg_byes": 11, "wides": 4, "no_balls": 2}, id="an old-style 11"
        ),
    ],
)
def test_parts_whose_numbers_were_lost_follow_from_the_others(text: str, parts: dict[str, int]) -> None:
    extras = parse_extras(text)
    assert extras is not None
    assert extras.parts == parts
