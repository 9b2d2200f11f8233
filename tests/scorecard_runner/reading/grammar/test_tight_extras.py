"""Extras without the spaces between them."""

import pytest

from scorecard_runner.reading.grammar.extras import Extras, parse_extras


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "EXTRAS (bOIb9w2nb1) 12", Extras(12, byes=0, leg_byes=9, wides=2, no_balls=1), id="O for 0, I for l"
        ),
        pytest.param(
            "EXTRAS (b71b5w12nb1) 25", Extras(25, byes=7, leg_byes=5, wides=12, no_balls=1), id="a 1 that is an l"
        ),
        pytest.param("Extras (b11w2) 13", Extras(13, byes=11, wides=2), id="a 1 that is a digit"),
        pytest.param("Extras (b 4, lb 2) 6", Extras(6, byes=4, leg_byes=2), id="spaces that are there"),
    ],
)
def test_the_total_says_how_the_text_is_cut(text: str, want: Extras) -> None:
    assert parse_extras(text) == want


def test_what_fits_no_total_is_left_as_it_was() -> None:
    found = parse_extras("Extras (b71b5w12nb1) 99")
    assert found is not None
    assert found.total == 99
