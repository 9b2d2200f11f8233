"""The rules by which cells are counted, a sentence each."""

from typing import Any

import pytest

from bench.accuracy.cells import Counts, Outcome
from bench.accuracy.scoring import JudgedPicture, judge_picture

BATTERS = [
    {"name": "A Brook", "kind": "caught", "bowler": "Stone", "fielders": ["Ali"], "runs": 45, "balls": 60, "fours": 4},
    {"name": "CD Marlowe", "kind": "lbw", "bowler": "Wick", "runs": 7, "balls": 9, "fours": 1},
    {"name": "E van Thorn", "kind": "not out", "runs": 12, "balls": 20, "fours": 0},
]
BOWLERS = [
    {"name": "B Stone", "overs": "9.4", "maidens": 1, "runs": 45, "wickets": 1},
    {"name": "K Wick", "overs": "8", "maidens": 0, "runs": 30, "wickets": 1},
]
INNINGS = {
    "team": "Harbour",
    "total": 75,
    "wickets": 2,
    "overs": "17.4",
    "extras": {"total": 11, "byes": 4, "wides": 7},
}
PRINTED = 3 + 3 + (6 + 6 + 5) + 5 + 5


def innings(**changes: Any) -> dict[str, Any]:
    return {**INNINGS, "batting": BATTERS, "bowling": BOWLERS, **changes}


def row(rows: list[dict[str, Any]], index: int, **changes: Any) -> list[dict[str, Any]]:
    """Return the rows with one of them changed."""
    return [{**each, **changes} if number == index else each for number, each in enumerate(rows)]


def without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}


def judge(answer: Any, truth: Any = None, **truth_beside_innings: Any) -> JudgedPicture:
    """Compare one innings, or a list of them, with the truth: the innings above unless another is given."""
    printed = truth if truth is not None else innings()
    return judge_picture(
        {"id": "1", "innings": printed if isinstance(printed, list) else [printed], **truth_beside_innings},
        {"innings": answer if isinstance(answer, list) else [answer]},
    )


def counts(answer: Any, truth: Any = None, **truth_beside_innings: Any) -> Counts:
    return Counts.of(judge(answer, truth, **truth_beside_innings).cells)


ALL_RIGHT = Counts(right=PRINTED)


@pytest.mark.parametrize(
    ("answer", "want"),
    [
        pytest.param(innings(), ALL_RIGHT, id="the truth itself is right in every cell"),
        pytest.param(
            innings(total=76), Counts(right=PRINTED - 1, wrong=1), id="another number in a cell's place is wrong"
        ),
        pytest.param(
            innings(overs=None), Counts(right=PRINTED - 1, missing=1), id="a null for a printed cell is a missing cell"
        ),
        pytest.param(
            innings(overs=""), Counts(right=PRINTED - 1, missing=1), id="an empty text is a missing cell as well"
        ),
        pytest.param(
            innings(batting=row(BATTERS, 0, sixes=0)),
            Counts(right=PRINTED, invented=1),
            id="a value, even a nought, for a column that is not printed is invented",
        ),
        pytest.param(
            innings(batting=BATTERS[:2]), Counts(right=PRINTED - 5, missing=5), id="a missed row misses all its cells"
        ),
        pytest.param(
            innings(bowling=[*BOWLERS, {"name": "Nobody", "overs": 3, "runs": 9}]),
            Counts(right=PRINTED, invented=3),
            id="a row that nobody printed is invented in all its cells",
        ),
        pytest.param(
            innings(batting=[BATTERS[2], BATTERS[0], BATTERS[1]], bowling=BOWLERS[::-1]),
            ALL_RIGHT,
            id="rows may come in any order",
        ),
        pytest.param(
            innings(batting=row(BATTERS, 1, name="zzzz")),
            Counts(right=PRINTED - 1, wrong=1),
            id="a row with an unreadable name is known by its numbers",
        ),
        pytest.param(
            innings(batting=row(BATTERS, 0, minutes=80, strike_rate="75.00"), declared=True, number=2),
            ALL_RIGHT,
            id="minutes, strike rate, declared and number are not counted",
        ),
        pytest.param(innings(team="Moorland"), ALL_RIGHT, id="the side's name is not counted"),
        pytest.param(
            innings(did_not_bat=["Anybody"], fall_of_wickets=[{"wicket": 1, "runs": 3}]),
            ALL_RIGHT,
            id="names that did not bat and the fall of wickets are not counted",
        ),
    ],
)
def test_cells_are_counted(answer: dict[str, Any], want: Counts) -> None:
    assert counts(answer) == want


def test_a_wrong_value_counts_twice_once_as_too_much_and_once_as_not_found() -> None:
    one_wrong = counts(innings(total=76))
    assert (one_wrong.false_positives, one_wrong.false_negatives) == (1, 1)


@pytest.mark.parametrize(
    ("answer", "want"),
    [
        pytest.param(innings(overs=17.4, total="75"), ALL_RIGHT, id="numbers may be texts and texts numbers"),
        pytest.param(innings(total="75.0"), ALL_RIGHT, id="noughts after the point do not matter"),
        pytest.param(innings(batting=row(BATTERS, 2, runs="12*")), ALL_RIGHT, id="the star of the not out is no digit"),
        pytest.param(innings(batting=row(BATTERS, 0, kind="Ct")), ALL_RIGHT, id="kinds may be abbreviated"),
        pytest.param(
            innings(batting=row(BATTERS, 0, bowler="B Stone")), ALL_RIGHT, id="a bowler's fuller name is right"
        ),
        pytest.param(
            innings(batting=[{**without(BATTERS[0], "kind", "bowler"), "dismissal": "c †Ali b Stone"}, *BATTERS[1:]]),
            ALL_RIGHT,
            id="a dismissal given as text only is taken apart",
        ),
        pytest.param(
            innings(batting=row(BATTERS, 0, name="A. BROÖK (c & wk)†")),
            ALL_RIGHT,
            id="a name's case, accents, points, spaces and marks do not matter",
        ),
        pytest.param(
            innings(batting=[*BATTERS, {"name": "Late Order", "kind": "did not bat"}]),
            ALL_RIGHT,
            id="a row of one who did not bat is as good as a name in the list",
        ),
        pytest.param(
            innings(batting=[*BATTERS, {"name": "Late Order"}]),
            ALL_RIGHT,
            id="a row with nothing but a name is one of those who did not bat",
        ),
        pytest.param(
            innings(bowling=row(BOWLERS, 1, economy=3.75)), ALL_RIGHT, id="an economy that was worked out is ignored"
        ),
        pytest.param(
            innings(extras={**INNINGS["extras"], "leg_byes": 0, "no_balls": 0, "penalty": 0}),  # type: ignore[dict-item]
            ALL_RIGHT,
            id="noughts for the unprinted parts of a printed breakdown are ignored",
        ),
        pytest.param(
            innings(extras={**INNINGS["extras"], "leg_byes": 1}),  # type: ignore[dict-item]
            Counts(right=PRINTED, invented=1),
            id="any other number for an unprinted part is invented",
        ),
    ],
)
def test_what_means_the_same_is_right(answer: dict[str, Any], want: Counts) -> None:
    assert counts(answer) == want


def test_noughts_are_invented_where_no_breakdown_is_printed() -> None:
    truth, answer = innings(extras={"total": 11}), innings(extras={"total": 11, "byes": 0, "wides": 0})
    assert counts(answer, truth).invented == 2


def test_noughts_need_no_breakdown_where_there_were_no_extras() -> None:
    truth, answer = innings(extras={"total": 0}), innings(extras={"total": 0, "byes": 0, "wides": 0})
    assert counts(answer, truth).invented == 0


def test_a_bowler_s_shorter_name_is_wrong() -> None:
    truth = innings(batting=row(BATTERS, 0, bowler="Barnaby Stone"))
    assert counts(innings(), truth) == Counts(right=PRINTED - 1, wrong=1)


def test_a_wrong_printed_economy_is_wrong() -> None:
    truth, answer = innings(bowling=row(BOWLERS, 1, economy="3.75")), innings(bowling=row(BOWLERS, 1, economy=3.76))
    assert counts(answer, truth) == Counts(right=PRINTED, wrong=1)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"kind": "caught", "bowler": "Stone", "fielders": ["Stone"]}, id="as kind and fielder"),
        pytest.param({"kind": "c & b", "bowler": "Stone"}, id="as an abbreviation"),
        pytest.param({"dismissal": "c Stone b Stone"}, id="as text that names him twice"),
        pytest.param({"dismissal": "c & b Stone"}, id="as text that names him once"),
    ],
)
def test_caught_by_the_bowler_himself_is_caught_and_bowled(answer: dict[str, Any]) -> None:
    bare = without(BATTERS[0], "kind", "bowler", "fielders")
    truth = innings(batting=[{**bare, "kind": "caught and bowled", "bowler": "Stone"}, *BATTERS[1:]])
    assert counts(innings(batting=[{**bare, **answer}, *BATTERS[1:]]), truth) == ALL_RIGHT


def test_an_innings_given_twice_is_invented_once() -> None:
    assert counts([innings(), innings()]) == Counts(right=PRINTED, invented=PRINTED)


def test_innings_are_paired_by_their_cells_not_by_their_order() -> None:
    other = innings(team="Moorland", total=76, wickets=4, batting=BATTERS[:1], bowling=BOWLERS[:1])
    assert counts([other, innings()], [innings(), other]).right == counts([innings(), other], [innings(), other]).right


def test_a_missed_innings_misses_all_its_cells() -> None:
    assert counts([], innings()) == Counts(missing=PRINTED)


def test_a_headline_score_of_an_innings_that_is_not_shown_is_ignored() -> None:
    match = {"other_scores": [{"team": "Moorland", "total": 200, "wickets": 9}]}
    headline = {"team": "Moorland", "total": 200, "wickets": 9}
    assert counts([innings(), headline], match=match) == ALL_RIGHT
    assert counts([innings(), {**headline, "total": 201}], match=match).invented == 2
    assert counts([innings(), {**headline, "batting": BATTERS[:1]}], match=match).invented == 8


def test_an_innings_is_whole_if_every_cell_is_right_and_none_invented() -> None:
    assert [each.is_whole for each in judge(innings()).innings] == [True]
    assert [each.is_whole for each in judge(innings(total=76)).innings] == [False]
    assert [each.is_whole for each in judge(innings(batting=row(BATTERS, 0, sixes=0))).innings] == [False]


@pytest.mark.parametrize(
    ("marks", "want"),
    [
        pytest.param({}, None, id="a reader may say nothing"),
        pytest.param({"confidence": {"runs": 0.95}}, True, id="a cell is certain from 0.95"),
        pytest.param({"confidence": {"runs": 0.94}}, False, id="below 0.95 it is not"),
        pytest.param({"confidence": 0.99}, True, id="one confidence may stand for the row"),
        pytest.param(
            {"confidence": {"runs": 0.99}, "certain": {"runs": False}}, False, id="what is said outright wins"
        ),
        pytest.param({"certain": True}, True, id="it may be said of the row"),
        pytest.param({"confidence": {"balls": 0.99}}, None, id="other cells do not matter"),
    ],
)
def test_certainty_is_said_or_follows_from_confidence(marks: dict[str, Any], *, want: bool | None) -> None:
    cells = judge(innings(batting=row(BATTERS, 0, **marks))).cells
    assert next(cell for cell in cells if cell.field == "runs").is_certain is want


def test_a_missing_cell_is_not_certain() -> None:
    answer = innings(batting=row(BATTERS, 0, runs=None, confidence=0.99))
    missing = next(cell for cell in judge(answer).cells if cell.outcome is Outcome.MISSING)
    assert (missing.confidence, missing.is_certain) == (None, None)


def test_a_page_that_is_no_scorecard_is_right_if_refused_else_every_cell_is_invented() -> None:
    truth = {"id": "menu", "refused": True}
    refused = judge_picture(truth, {"refused": True})
    assert (refused.is_refused, refused.is_scorecard, refused.cells) == (True, False, ())
    read = judge_picture(truth, {"innings": [{"total": 12, "wickets": 1}]})
    assert [cell.outcome for cell in read.cells] == [Outcome.INVENTED] * 2
    assert not read.is_refused


def test_breaking_down_is_not_refusing() -> None:
    assert not judge_picture({"id": "menu", "refused": True}, {"failure": "killed"}).is_refused
