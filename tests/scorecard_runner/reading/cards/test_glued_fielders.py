"""Fielders read as part of something else are known by their side."""

import pytest

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.cards.glued_fielders import with_fielders_apart
from scorecard_runner.reading.grammar.dismissals import Dismissal, HowOut
from tests.scorecard_runner.reading.named_cards import batters, named_innings

FIELD = named_innings([("R Khan", "not out"), ("T St Clair", "not out")])


@pytest.mark.parametrize(
    ("innings", "name", "dismissal"),
    [
        pytest.param(
            named_innings([("A Bangar Khan", "b Stanworth")]),
            "A Bangar",
            Dismissal(HowOut.CAUGHT, "Stanworth", ("Khan",)),
            id="a fielder behind the name",
        ),
        pytest.param(
            named_innings([("A Bangar Sen", "b Stanworth")]),
            "A Bangar Sen",
            Dismissal(HowOut.BOWLED, "Stanworth"),
            id="nobody in the field has that name",
        ),
        pytest.param(
            named_innings([("A Khan", "b Stanworth")]),
            "A Khan",
            Dismissal(HowOut.BOWLED, "Stanworth"),
            id="nothing would be left but initials",
        ),
        pytest.param(
            named_innings([("A Bangar Khan", "lbw b Stanworth")]),
            "A Bangar Khan",
            Dismissal(HowOut.LBW, "Stanworth"),
            id="nobody catches a leg before wicket",
        ),
        pytest.param(
            named_innings([("A Bangar", "St Clair b Stanworth")]),
            "A Bangar",
            Dismissal(HowOut.CAUGHT, "Stanworth", ("St Clair",)),
            id="a saint who was taken for a stumping",
        ),
        pytest.param(
            named_innings([("A Bangar", "St Ali b Stanworth")]),
            "A Bangar",
            Dismissal(HowOut.STUMPED, "Stanworth", ("Ali",)),
            id="a stumping, for no such saint is in the field",
        ),
    ],
)
def test_a_fielder_is_known_by_his_side(innings: Innings, name: str, dismissal: Dismissal) -> None:
    first, _ = with_fielders_apart([innings, FIELD])

    assert batters(first) == [name]
    assert first.batting[0].dismissal == dismissal
    assert bool(first.spellings) is (first.batting != innings.batting)


def test_what_was_read_is_told() -> None:
    first, _ = with_fielders_apart([named_innings([("A Bangar Khan", "b Stanworth")]), FIELD])

    assert [(str(each.place), each.read, each.became) for each in first.spellings] == [
        ("batting row 1, name", "A Bangar Khan", "A Bangar"),
        ("batting row 1, dismissal", "bowled", "caught"),
    ]
