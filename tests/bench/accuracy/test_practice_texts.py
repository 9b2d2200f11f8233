"""Texts of the practice layouts: totals, several figures in one text, falls as tables."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.matches import FIFTY, invent_match
from bench.accuracy.layouts.practice.falls import fall_rows, fall_template, two_lines
from bench.accuracy.layouts.practice.flat_heads import HeadStyle, word
from bench.accuracy.layouts.practice.joined import analysis, listed, runs_and_balls
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, run_rate, wickets_words, with_scores
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, FallView, InningsView

NOTATION = choose_notation(Dice(1))


def innings(**changes: object) -> InningsView:
    card = fill_card(invent_match(FIFTY, Dice(4)), choose_plan(Dice(1), NOTATION))
    return replace(card.innings[0], **changes)  # type: ignore[arg-type] # any field


def batter(cells: Mapping[str, str]) -> BatterView:
    return replace(innings().batting[0], cells=cells)


FALLS = tuple(
    FallView("", wicket, runs, name, over, frozenset())
    for wicket, runs, name, over in ((1, 12, "Ali", "2.3"), (2, 34, "Roy", "7"))
)


@pytest.mark.parametrize(
    ("total", "overs", "rate"), [(245, "50", "4.90"), (136, "18.3", "7.35"), (0, "0", ""), (99, "", "")]
)
def test_a_run_rate_is_counted_in_balls(total: int, overs: str, rate: str) -> None:
    assert run_rate(innings(total=total, overs=overs)) == rate


@pytest.mark.parametrize(
    ("wickets", "declared", "words"),
    [(10, False, "all out"), (1, False, "1 wkt"), (8, False, "8 wkts"), (6, True, "6 wkts dec")],
)
def test_wickets_are_told_in_words(wickets: int, words: str, *, declared: bool) -> None:
    assert wickets_words(innings(wickets=wickets, declared=declared)) == words


@pytest.mark.parametrize("style", [*RUNS_FIRST, *WICKETS_FIRST])
def test_every_score_tells_its_wickets(style: object) -> None:
    chosen = with_scores(NOTATION, [style], Dice(1))  # type: ignore[list-item] # one of the styles
    assert all("{t}" in each for each in (chosen.score, chosen.all_out, chosen.declared))
    assert "{w}" in chosen.score
    assert "{w}" in chosen.declared
    assert "d" in chosen.declared.replace("{", "")
    assert "out" in chosen.all_out or "{w}" in chosen.all_out


@pytest.mark.parametrize(
    ("cells", "text"),
    [({"runs": "45*", "balls": "32"}, "45* (32)"), ({"runs": "45"}, "45"), ({}, "-")],
    ids=["both", "runs alone", "without an innings"],
)
def test_runs_and_balls_share_a_cell(cells: Mapping[str, str], text: str) -> None:
    assert runs_and_balls(batter(cells), "{r} ({b})", "-") == text


def test_an_analysis_is_overs_maidens_runs_wickets() -> None:
    cells = {"wickets": "2", "runs": "32", "maidens": "0", "overs": "4.1"}
    assert analysis(BowlerView("Khan", cells)) == "4.1-0-32-2"


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_a_list_ends_in_and(names: list[str], text: str) -> None:
    assert listed(names) == text


def test_falls_in_two_lines_keep_room_for_wickets_that_did_not_fall() -> None:
    table = two_lines(innings(falls=FALLS), "WKT", "RUNS", 3)
    cells = "".join(f'<td class="n">{text}</td>' for text in ("1", "2", "3"))
    assert f"<th>WKT</th>{cells}" in table
    assert '<th>RUNS</th><td class="n">12</td><td class="n">34</td><td class="n"></td>' in table


def test_falls_in_rows_print_the_columns_that_the_notation_names() -> None:
    assert fall_template("nro") == "{n} {r} {o}"
    assert "<tr><td>Ali</td><td>12</td><td>2.3</td></tr>" in fall_rows(innings(falls=FALLS), "nro")


@pytest.mark.parametrize(
    ("name", "style", "heading"),
    [
        ("out", "plain", "How Out"),
        ("out", "snake", "how_out"),
        ("team", "plain", "Team"),
        ("team", "snake", "team"),
        ("strike_rate", "snake", "strike_rate"),
    ],
)
def test_an_export_heads_its_columns_in_one_style(name: str, style: HeadStyle, heading: str) -> None:
    assert word(name, style) == heading
