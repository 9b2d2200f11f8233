"""When two values of a cell are the same."""

import pytest

from bench.accuracy.dismissals import with_plain_kind
from bench.accuracy.values import is_given, is_same, name_similarity


@pytest.mark.parametrize(
    ("field", "truth", "answer"),
    [
        pytest.param("overs", "50", "50.0", id="fifty overs are fifty overs and no ball"),
        pytest.param("overs", "19.3", 19.3, id="overs may be a number"),
        pytest.param("runs", 45, "45*", id="the star of the not out is no digit"),
        pytest.param("runs", 0, "0", id="a nought is a number"),
        pytest.param("economy", "4.66", "4.664", id="an economy may be rounded otherwise"),
        pytest.param("economy", "4.665", 4.67, id="by half of its last decimal"),
        pytest.param("name", "SPD Smith", "S.P.D. SMITH (c)", id="points, case and a captain's mark are no letters"),
        pytest.param("name", "Siân O'Neill", "Sian ONeill †", id="accents and apostrophes are no letters"),
        pytest.param("name", "Søren Øst", "Soren Ost", id="nor is the stroke through an o"),
        pytest.param("name", "Jansen", "Jarnsen", id="one letter of seven may be wrong"),
        pytest.param("name", "विराट", "विराट", id="letters of any script are letters"),
        pytest.param("bowler", "Jones", "D Jones", id="a bowler may be named more fully"),
        pytest.param("bowler", "van Thorn", "Erik van Thorn", id="and with all words of the name"),
    ],
)
def test_values_are_the_same(field: str, truth: object, answer: object) -> None:
    assert is_same(field, truth, answer)


@pytest.mark.parametrize(
    ("field", "truth", "answer"),
    [
        pytest.param("overs", "19.3", "19", id="balls count"),
        pytest.param("runs", 45, 46, id="a number must be equal"),
        pytest.param("runs", 1, True, id="a truth value is no number"),
        pytest.param("runs", 10, "1O", id="a letter is no digit"),
        pytest.param("economy", "4.66", "4.67", id="economies differ by more than rounding"),
        pytest.param("economy", "4.66", "fast", id="a word is no economy"),
        pytest.param("name", "Janse", "Jarnsen", id="two letters of seven are too many"),
        pytest.param("name", "Ali", "Alt", id="one of three is too many"),
        pytest.param("name", "(c)", "(c)", id="a mark alone is no name"),
        pytest.param("bowler", "D Jones", "Jones", id="a bowler may not be named less fully"),
        pytest.param("bowler", "Jones", "Jones Mahoney", id="nor go on after the name"),
        pytest.param("kind", "caught", "bowled", id="kinds must be equal"),
    ],
)
def test_values_differ(field: str, truth: object, answer: object) -> None:
    assert not is_same(field, truth, answer)


@pytest.mark.parametrize(("value", "want"), [(0, True), ("0", True), (None, False), ("", False), ([], False)])
def test_a_nought_is_given_and_nothing_is_not(value: object, *, want: bool) -> None:
    assert is_given(value) is want


def test_similarity_is_the_share_of_letters_that_need_no_change() -> None:
    assert name_similarity("Brook", "Broke") == pytest.approx(1 - 2 / 5)
    assert name_similarity("Brook", "") == 0


@pytest.mark.parametrize(
    ("text", "kind", "bowler"),
    [
        ("not out", "not out", None),
        ("c †Ali b Khan", "caught", "Khan"),
        ("ct. Ali b. MA Khan", "caught", "MA Khan"),
        ("c & b Stone", "caught and bowled", "Stone"),
        ("c Stone b B Stone", "caught and bowled", "B Stone"),
        ("c and b Stone", "caught and bowled", "Stone"),
        ("st Ali b Khan", "stumped", "Khan"),
        ("lbw b Khan", "lbw", "Khan"),
        ("lbw Khan", "lbw", "Khan"),
        ("hit wicket b Khan", "hit wicket", "Khan"),
        ("b Khan", "bowled", "Khan"),
        ("run out (Ali/†Khan)", "run out", None),
        ("Retired Hurt", "retired hurt", None),
        ("handled the ball", "handled the ball", None),
        ("DNB", "did not bat", None),
        ("b", None, None),
        ("c 45", None, None),
    ],
)
def test_a_printed_dismissal_is_taken_apart(text: str, kind: str | None, bowler: str | None) -> None:
    row = with_plain_kind({"name": "A Brook", "dismissal": text})
    assert (row.get("kind"), row["bowler"]) == (kind, bowler)


def test_a_kind_that_is_given_is_not_looked_for_in_the_text() -> None:
    row = with_plain_kind({"kind": "Run_Out", "dismissal": "b Khan"})
    assert (row["kind"], row.get("bowler")) == ("run out", None)


def test_a_bowler_that_is_given_wins_over_the_text() -> None:
    assert with_plain_kind({"dismissal": "b Kahn", "bowler": "Khan"})["bowler"] == "Khan"
