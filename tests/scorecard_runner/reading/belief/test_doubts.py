"""An innings that was put together wrongly is believed in nothing."""

from dataclasses import replace

import pytest

from scorecard_runner.document import MEDIUM_FROM, Verdict
from scorecard_runner.reading.belief.doubt import places_of_row
from scorecard_runner.reading.belief.doubts import doubts_about
from scorecard_runner.reading.belief.judgement import judge
from scorecard_runner.reading.belief.verdict import flags, notes, verdict
from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import batter, bowler, cell, sound_innings, with_values


def with_batters(*batters: tuple[str, str, float]) -> Innings:
    """Return the sound innings with other batters."""
    rows = tuple(batter(name, text, runs, 9, 0) for name, text, runs in batters)
    return replace(sound_innings(), batting=rows, wickets=None)


WRONG = [
    pytest.param(with_batters(*((f"{chr(65 + n)} Khan", "not out", 1) for n in range(13))), id="thirteen batters"),
    pytest.param(with_batters(("A Khan", "b Jones", 4), ("A Khan", "not out", 7)), id="a batter twice"),
    pytest.param(with_batters(("Khan", "b Jones", 4), ("Khan", "b Jones", 4)), id="a row twice"),
    pytest.param(replace(sound_innings(), batting=()), id="bowlers alone"),
    pytest.param(
        with_batters(("A Khan", "b Cox", 4), ("B Khan", "b Cox", 7), ("C Khan", "lbw b Ody", 3)), id="bowlers of others"
    ),
    pytest.param(
        replace(sound_innings(), bowling=(bowler("Jones", 3, 528, 3, 9.33),), extras={}),
        id="far more conceded than was scored",
    ),
    pytest.param(
        with_batters(*((name, "", 10) for name in ("Bal", "Bal", "Roy", "Roy", "Cox"))), id="partners, not batters"
    ),
    pytest.param(
        Innings(batting=with_batters(("Khan", "b Pace", 4), ("Roy", "b Pace", 9)).batting), id="rows of no innings"
    ),
    pytest.param(
        replace(
            sound_innings(),
            total=cell(Column.RUNS, 150),
            overs=cell(Column.OVERS, 20),
        ),
        id="sums far from the total and the overs",
    ),
]


@pytest.mark.parametrize("innings", WRONG)
def test_nothing_of_such_an_innings_is_sure(innings: Innings) -> None:
    judged = judge(innings)

    assert judged.doubts
    assert max([*judged.confidences.values(), *judged.texts.values()]) < MEDIUM_FROM
    assert verdict([judged]) is Verdict.NEEDS_REVIEW
    assert flags([judged])
    assert any(judged.doubts[0] in note for note in notes([judged]))


IMPOSSIBLE = [
    pytest.param(
        with_values(with_values(sound_innings(), "batting", "fours", 19, row=0), "batting", "fours", 18, row=1),
        "batting",
        id="more runs in boundaries than in all, twice",
    ),
    pytest.param(
        replace(sound_innings(), bowling=(bowler("Jones", 3, 2, 28, 9.33), bowler("Ody", 2, 1, 31, 9.0))),
        "bowling",
        id="more wickets than there are, twice",
    ),
    pytest.param(
        replace(sound_innings(), bowling=(bowler("Jones", 3, 528, 3, 9.33),)),
        "bowling",
        id="far more conceded than the batters prove",
    ),
]


@pytest.mark.parametrize(("innings", "table"), IMPOSSIBLE)
def test_nothing_of_such_a_table_is_sure(innings: Innings, table: str) -> None:
    judged = judge(innings)

    sure = {place: value for place, value in {**judged.confidences, **judged.texts}.items() if place.where == table}
    assert max(sure.values()) < MEDIUM_FROM
    assert judged.confidences[CellPlace("overs")] > MEDIUM_FROM
    assert verdict([judged]) is Verdict.NEEDS_REVIEW


@pytest.mark.parametrize(
    "innings",
    [
        pytest.param(sound_innings(), id="all fits"),
        pytest.param(with_batters(("Khan", "b Jones", 4), ("Khan", "not out", 7)), id="brothers under one surname"),
        pytest.param(with_batters(("A Khan", "b Cox", 4), ("B Khan", "not out", 7)), id="one bowler who is not listed"),
        pytest.param(replace(sound_innings(), bowling=()), id="no bowlers"),
        pytest.param(
            replace(
                with_batters(("A Khan", "b D Jones", 4), ("B Khan", "b Jones D", 7), ("C Khan", "b Jones", 7)),
                bowling=(bowler("Jones D", 5, 28, 3, 5.6),),
                overs=cell(Column.OVERS, 5),
            ),
            id="a bowler in other words",
        ),
    ],
)
def test_what_cards_print_is_not_doubted(innings: Innings) -> None:
    assert doubts_about(innings) == ()


def test_a_bowler_with_more_maidens_than_overs_is_doubted_alone() -> None:
    innings = with_values(sound_innings(), "bowling", "maidens", 18, row=1)

    assert [doubt.about for doubt in doubts_about(innings)] == [places_of_row(innings, "bowling", 1)]


def test_a_bowler_of_more_wides_and_no_balls_than_runs_has_other_columns() -> None:
    first, *others = sound_innings().bowling
    wild = replace(first, cells=(*first.cells, cell(Column.WIDES, 2), cell(Column.NO_BALLS, 36)))
    innings = replace(sound_innings(), bowling=(wild, *others))

    assert places_of_row(innings, "bowling", 0) in [doubt.about for doubt in doubts_about(innings)]
