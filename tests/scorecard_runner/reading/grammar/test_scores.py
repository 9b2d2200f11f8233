"""Scores in titles and total lines; numbers that are no score are left alone."""

import pytest

from scorecard_runner.reading.grammar.overs import Overs
from scorecard_runner.reading.grammar.scores import Score, find_overs, parse_score


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Total 245/8 (50 ov)", Score(245, 8, Overs(50)), id="runs, wickets, overs"),
        pytest.param("Total (6 wks, 20 overs) 153", Score(153, 6, Overs(20)), id="wickets in short"),
        pytest.param("TOTAL (4 kts,20 overs) 145", Score(145, 4, Overs(20)), id="the w of wickets was not read"),
        pytest.param("TOTAL (8 wkts, 0 ves) 253", Score(253, 8), id="runs do not stand in brackets with wickets"),
        pytest.param("Total (s wkts, 19.3 overs) I34", Score(134, None, Overs(19, 3)), id="a one read as an I"),
        pytest.param("Total (145)", Score(145), id="runs in brackets, and nothing else"),
        pytest.param("TOTAL FOR 4 WKTS IN 2O OVERS 169", Score(169, 4, Overs(20)), id="a nought written like an O"),
        pytest.param("TOTALFOR I WKTS IN 6 OVERS 40", Score(40, 1, Overs(6)), id="a one written like an I"),
        pytest.param("TOTAL FOR 1O WKTS 99", Score(99, 10, is_all_out=True), id="ten written like 1O"),
        pytest.param("TOTAL FOR 7 WKTS IN 33 5 OVERS 199", Score(199, 7, Overs(33, 5)), id="the point of overs lost"),
        pytest.param(
            "Total (for 8 dec, 45 overs) 204",
            Score(204, 8, Overs(45), is_declared=True),
            id="wickets in brackets before the runs",
        ),
        pytest.param("Total (46 overs, for 8) 248", Score(248, 8, Overs(46)), id="wickets behind the overs"),
        pytest.param("Total 9 wkts, 40 overs, 5.85 per over 234", Score(234, 9, Overs(40)), id="a rate in words"),
        pytest.param("Total (9 wkts; 40 overs at 5.85 an over) 234", Score(234, 9, Overs(40)), id="a rate an over"),
        pytest.param("Total 1,107", Score(1107), id="thousands with a comma"),
        pytest.param("8-245", Score(245, 8), id="wickets first, as Australia writes it"),
        pytest.param("8/245", Score(245, 8), id="wickets first with a slash"),
        pytest.param("245 for 8", Score(245, 8), id="in words"),
        pytest.param("245 all out", Score(245, 10, is_all_out=True), id="all out means ten wickets"),
        pytest.param("245/10", Score(245, 10, is_all_out=True), id="ten wickets mean all out"),
        pytest.param("TOTAL 200v 12777", Score(127, 7, Overs(20)), id="the stroke read as a seven"),
        pytest.param("245/8d", Score(245, 8, is_declared=True), id="declared as a letter"),
        pytest.param("245/8 dec", Score(245, 8, is_declared=True), id="declared as a word"),
        pytest.param("149/7 (18.5 ov)", Score(149, 7, Overs(18, 5)), id="an over that was not completed"),
        pytest.param("176-7 (20 overs, RR: 8.80)", Score(176, 7, Overs(20)), id="a run rate is not the total"),
        pytest.param("Total 104-3 (6.0) 17.33", Score(104, 3, Overs(6)), id="overs in brackets without a word"),
        pytest.param("213 for 9 (33)", Score(213, 9, Overs(33)), id="whole overs in brackets behind a score"),
        pytest.param("TOTAL (4 wkts) 144 (20)", Score(144, 4, Overs(20)), id="whole overs behind wickets and runs"),
        pytest.param(
            "190 (all out) (47)", Score(190, 10, Overs(47), is_all_out=True), id="all out and overs in brackets"
        ),
        pytest.param("Total 104 (6)", Score(104), id="another number in brackets may be anything"),
        pytest.param("Total 180", Score(180), id="runs alone"),
        pytest.param("Total", None, id="no number says nothing"),
    ],
)
def test_a_score_is_understood(text: str, want: Score | None) -> None:
    assert parse_score(text) == want


def test_overs_stand_in_a_line_of_their_own() -> None:
    assert find_overs("Overs: 20.0 | Run rate: 9.9") == Overs(20)


@pytest.mark.parametrize("text", ["19/07/2016", "Kent Park, 2023-04-10", "8.3.2016"])
def test_a_date_is_no_score(text: str) -> None:
    assert parse_score(text) is None
