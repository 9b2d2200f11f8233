"""Innings in running text: what is found in a paragraph, and which texts are none."""

import pytest

from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.grammar.running_innings import RunningInnings, Span, parse_running

KENT = """KENT (First innings): B C Cox c and b
Rao 26, Roy c Ince b Rao 7, A van-
Ali run out (Mir, +Das) 12*, T. St. Oak not
out 51. Extras (b2, lb1,
w5) 8. Total (for 3 wkts, 20 ov) 104.
DNB: Mir, Das.
Fall: 1-16, 2-18, 3-
35. Bowling: Rao 4-0-33-2; A Ince 2-0-
12-0.

The pitch offered early movement.
"""
REPORT = """Cox made 45, and Mir was out for 12, Ali was not out 30. Total gloom settled
on the ground, and the 51 runs needed for a win, Extras apart, were too many, said Cox.
"""
ROWS = """Cox c Ali b Rao 26,
Roy c Ince b Rao 7,
Mir lbw b Ince 12,
Oak not out 51,
Das run out 4,
Extras 8
Total 108
"""
TABLE = """Cox c Ali b Rao 26 Roy c Ince b Rao 7
Mir lbw b Ince 12 Oak not out 51
Das run out 4 Ash b Rao 3
Extras 8 Total 111
"""


def said(text: str, span: Span | None) -> str | None:
    """Return a part of the text on one line; None if there is none."""
    return " ".join(span.of(text).split()) if span else None


def only(text: str) -> RunningInnings:
    """Return the one innings of the text."""
    (innings,) = parse_running(text)
    return innings


def test_batters_are_found_with_their_dismissals_across_lines() -> None:
    rows = [[said(KENT, part) for part in (each.name, each.dismissal, each.runs)] for each in only(KENT).batters]
    assert rows == [
        ["B C Cox", "c and b Rao", "26"],
        ["Roy", "c Ince b Rao", "7"],
        ["A van- Ali", "run out (Mir, +Das)", "12"],
        ["T. St. Oak", "not out", "51"],
    ]


def test_the_labelled_parts_end_where_the_innings_does() -> None:
    assert [(label, said(KENT, part)) for label, part in only(KENT).parts] == [
        (Label.EXTRAS, "Extras (b2, lb1, w5) 8"),
        (Label.TOTAL, "Total (for 3 wkts, 20 ov) 104"),
        (Label.DID_NOT_BAT, "DNB: Mir, Das"),
        (Label.FALL_OF_WICKETS, "Fall: 1-16, 2-18, 3- 35"),
        (Label.BOWLING_FIGURES, "Bowling: Rao 4-0-33-2; A Ince 2-0- 12-0"),
    ]
    assert KENT[only(KENT).end :].strip() == "The pitch offered early movement."


@pytest.mark.parametrize(
    ("title", "want"),
    [
        pytest.param("KENT (First innings): ", "KENT (First innings):", id="a colon ends the title"),
        pytest.param("KENT \N{EM DASH} ", "KENT \N{EM DASH}", id="a dash ends the title"),
        pytest.param("KENT 2ND XI. ", "KENT 2ND XI.", id="a full stop ends the title, though a number is in it"),
        pytest.param("Kent won by 2 runs.\n\nKENT:\n", "KENT:", id="another paragraph is no part of the title"),
        pytest.param("Toss: Kent. KENT: ", "KENT:", id="another sentence is no part of the title"),
        pytest.param("KENT\n\n", "KENT", id="a title on a line of its own needs no sign"),
        pytest.param("", None, id="there may be no title"),
    ],
)
def test_the_title_stands_before_the_first_name(title: str, want: str | None) -> None:
    text = title + KENT.partition(": ")[2]
    innings = only(text)
    assert (said(text, innings.title), said(text, innings.batters[0].name)) == (want, "B C Cox")


def test_balls_stand_in_brackets_behind_the_runs() -> None:
    text = KENT.replace("26,", "26 (31b),").replace("7,", "7\n(9),")
    assert [said(text, each.balls) for each in only(text).batters] == ["31", "9", None, None]


def test_a_fielder_whose_bracket_was_not_opened_ends_no_batter() -> None:
    text = "KENT: Cox run out († Roy) 26, Mir run\nout Ash) 20. Extras 1. Total (for 0) 47."
    assert [said(text, each.name) for each in only(text).batters] == ["Cox", "Mir"]


def test_each_innings_begins_where_the_one_before_it_ends() -> None:
    text = KENT + KENT.replace("KENT", "ESSEX")
    assert [said(text, each.title) for each in parse_running(text)] == [
        "KENT (First innings):",
        "ESSEX (First innings):",
    ]


def test_two_batters_who_make_the_total_are_an_innings() -> None:
    text = "KENT: Cox not out 26, Mir not\nout 20. Extras 1. Total (for 0) 47."
    assert len(only(text).batters) == len(["Cox", "Mir"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(REPORT, id="a report that mentions scores"),
        pytest.param(ROWS, id="a batter on each line"),
        pytest.param(TABLE, id="rows side by side without a sign between them"),
        pytest.param(KENT.replace("104", "90").partition("DNB")[0], id="a few batters who do not make the total"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_texts_hold_no_innings(text: str) -> None:
    assert parse_running(text) == ()
