"""Rows of summaries: whose figures they are, and which lines are none."""

import pytest

from scorecard_runner.reading.grammar.summary_rows import parse_summary_row


@pytest.mark.parametrize(
    ("text", "batter", "bowler"),
    [
        ("ANN ASHDOWN 43 55 BEE ROY 4-38 (13.0)", ["ANN ASHDOWN", "43", "55"], ["BEE ROY", "4", "38", "13.0"]),
        ("A ASHDOWN (C) 39* 22 B ROY 1-36 4 ov", ["A ASHDOWN (C)", "39", "22"], ["B ROY", "1", "36", "4"]),
        ("A Ashdown 55* (52)", ["A Ashdown", "55", "52"], []),
        ("A Ashdown 38 (52", ["A Ashdown", "38", "52"], []),
        ("A Ashdown 60*", ["A Ashdown", "60"], []),
        ("B Roy 3-31", [], ["B Roy", "3", "31"]),
        ("B Roy 3/31 4.0", [], ["B Roy", "3", "31", "4.0"]),
    ],
)
def test_parts_of_a_row_are_told(text: str, batter: list[str], bowler: list[str]) -> None:
    row = parse_summary_row(text)
    assert row is not None
    said = [[text[start:end] for start, end in spans.values()] for spans in (row.batter, row.bowler)]
    assert said == [batter, bowler]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("KENT 154-2", id="a score without overs"),
        pytest.param("KENT 20.0 OV 144-4", id="the score of a side"),
        pytest.param("A Ashdown c Roy b Ode 43 55", id="a batter of a whole card"),
        pytest.param("Extras 12 4", id="a sum"),
        pytest.param("Kent won by 9 wickets", id="a result"),
        pytest.param("A Ashdown 43 55 6 1", id="more figures"),
    ],
)
def test_other_lines_are_no_rows(text: str) -> None:
    assert parse_summary_row(text) is None
