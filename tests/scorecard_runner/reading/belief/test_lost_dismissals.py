"""Dismissals that nobody read are counted where the card says how the others got out."""

from dataclasses import replace

import pytest

from scorecard_runner.reading.belief.lost_dismissals import count_lost_dismissals, lost_dismissal_doubts
from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import batter, cell, sound_innings

OUT = "b Jones"


def innings_of(*ways: str, wickets: int | None) -> Innings:
    """Return an innings of batters who got out in these ways; an empty one was not read."""
    batting = tuple(batter(f"{letter} Khan", way, 5, 5, 100) for letter, way in zip("ABCDEFGHIJK", ways, strict=False))
    said = None if wickets is None else cell(Column.WICKETS, wickets)
    return replace(sound_innings(), batting=batting, wickets=said)


@pytest.mark.parametrize(
    ("innings", "count"),
    [
        pytest.param(innings_of(OUT, OUT, OUT, "", "", wickets=3), 0, id="those without one are not out"),
        pytest.param(innings_of(OUT, OUT, OUT, "", "", wickets=None), 0, id="two may be not out if nothing says more"),
        pytest.param(innings_of(OUT, OUT, OUT, "", "", "", wickets=None), 1, id="of three one got out"),
        pytest.param(innings_of(OUT, OUT, OUT, "", "", "", wickets=5), 2, id="more wickets fell than are told"),
        pytest.param(innings_of(OUT, OUT, OUT, "not out", "", wickets=3), 1, id="the card prints who is not out"),
        pytest.param(innings_of(OUT, "", "", "", "", "", wickets=5), 0, id="hardly any is printed"),
        pytest.param(innings_of(OUT, OUT, OUT, "did not bat", wickets=3), 0, id="who did not bat was not out"),
        pytest.param(innings_of(OUT, OUT, OUT, "not out", "not out", wickets=3), 0, id="all are told"),
    ],
)
def test_dismissals_that_nobody_read_are_counted(innings: Innings, count: int) -> None:
    assert count_lost_dismissals(innings) == count


def test_one_that_is_missing_puts_only_itself_in_doubt() -> None:
    (doubt,) = lost_dismissal_doubts(innings_of(OUT, OUT, OUT, "not out", "", wickets=3))
    assert {(place.row, place.part) for place in doubt.about or ()} == {(4, "dismissal")}


def test_several_that_are_missing_put_all_texts_of_the_batters_in_doubt() -> None:
    (doubt,) = lost_dismissal_doubts(innings_of(OUT, OUT, OUT, "", "", "", wickets=5))
    assert {place.part for place in doubt.about or ()} == {"name", "dismissal"}
    assert {place.row for place in doubt.about or ()} == {0, 1, 2, 3, 4, 5}
