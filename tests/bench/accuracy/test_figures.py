"""From judged cells to figures and their tables."""

import json

import pytest

from bench.accuracy.cells import Counts, Outcome, Part
from bench.accuracy.costs import Cost
from bench.accuracy.figures import Figures, Refusals, reliability, worst_cells
from bench.accuracy.report import as_json, errors, sentences, tables
from bench.accuracy.results import Results
from bench.accuracy.scoring import JudgedPicture
from bench.accuracy.text_table import TextTable
from tests.bench.accuracy.judged import cell, picture

MIB = 2**20


def test_precision_recall_and_f1_follow_from_the_counts() -> None:
    counts = Counts(right=6, wrong=1, missing=1, invented=3)
    assert (counts.printed, counts.answered) == (8, 10)
    assert (counts.precision, counts.recall) == (0.6, 0.75)
    assert counts.f1 == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))


def test_shares_of_nothing_are_no_numbers() -> None:
    figures = Figures.of([])
    assert (figures.counts.f1, figures.totals_right, figures.whole_innings, figures.certain) == (None,) * 4


def test_totals_and_whole_innings_are_shares_of_the_printed_ones() -> None:
    total = cell(Outcome.RIGHT, field="total", part=Part.INNINGS)
    wrong = cell(Outcome.WRONG, field="total", part=Part.INNINGS)
    invented = cell(Outcome.INVENTED, field="total", part=Part.INNINGS)
    figures = Figures.of([picture("1", total), picture("2", wrong), picture("3", invented, is_printed=False)])
    assert (figures.innings, figures.totals_right, figures.whole_innings) == (2, 0.5, 0.5)


def test_certain_cells_are_a_share_of_the_answered_ones_and_wrong_if_not_right() -> None:
    figures = Figures.of(
        [
            picture(
                "1",
                cell(Outcome.RIGHT, sure=0.99),
                cell(Outcome.INVENTED, sure=0.97),
                cell(Outcome.WRONG, sure=0.4),
                cell(Outcome.RIGHT),
                cell(Outcome.MISSING, sure=0.99),
            )
        ]
    )
    assert (figures.certain, figures.certain_wrong) == (0.5, 0.5)


def test_reliability_compares_confidence_with_being_right() -> None:
    cells = [cell(Outcome.RIGHT, sure=0.85), cell(Outcome.WRONG, sure=0.81), cell(Outcome.RIGHT, sure=1.0)]
    low, high = reliability([*cells, cell(Outcome.RIGHT), cell(Outcome.MISSING, sure=0.0)])
    assert (low.start, low.end, low.cells, low.right) == (0.8, 0.9, 2, 0.5)
    assert low.mean_confidence == pytest.approx(0.83)
    assert (high.end, high.cells, high.right) == (1.0, 1, 1.0)


def test_the_worst_cells_are_those_that_the_reader_was_surest_of() -> None:
    slight, sure, right = cell(Outcome.WRONG, sure=0.2), cell(Outcome.INVENTED, sure=0.98), cell(Outcome.RIGHT, sure=1)
    missing = cell(Outcome.MISSING)
    assert worst_cells([picture("1", slight, missing, right), picture("2", sure)], 2) == [("2", sure), ("1", slight)]


def test_refusals_are_told_apart_from_break_downs() -> None:
    menu = JudgedPicture("menu", "menu", "none", is_scorecard=False, innings=())
    broken = JudgedPicture("loop", "menu", "none", is_scorecard=False, innings=(), failure="killed")
    unread = picture("1", cell(Outcome.MISSING))
    assert Refusals.of([menu, broken, unread]) == Refusals(2, refused=1, refused_scorecards=1, broken=1)


def results(*, is_measured: bool = True) -> Results:
    pictures = [
        picture("1", cell(Outcome.RIGHT, sure=0.99), cell(Outcome.WRONG, sure=0.97)),
        picture("2", cell(Outcome.MISSING), template="phone"),
    ]
    costs = {"1": Cost(2.0, 2.5, 200 * MIB, 0.5), "2": Cost(3.0, 3.5, 300 * MIB, 1.0)}
    return Results(pictures, costs if is_measured else {})


def test_the_tables_give_figures_and_costs_for_each_template() -> None:
    table = next(table for table in tables(results()) if table.title == "By template")
    by_name = {row[0]: dict(zip(table.headings, row, strict=True)) for row in table.rows}
    assert list(by_name) == ["phone", "web"]
    assert by_name["web"] | {"": ""} == {
        "": "",
        "pictures": "1",
        "innings": "1",
        "F1 %": "50.0",
        "prec %": "50.0",
        "recall %": "50.0",
        "totals %": "-",
        "whole %": "0.0",
        "certain %": "100.0",
        "of these wrong %": "50.00",
        "CPU s": "2.00",
        "x plain": "4.0",
        "peak MiB": "200",
    }


def test_costs_are_left_out_where_nothing_was_measured() -> None:
    assert "CPU s" not in next(tables(results(is_measured=False))).headings


def test_break_downs_and_the_dearest_picture_are_named() -> None:
    broken = JudgedPicture("loop", "menu", "none", is_scorecard=False, innings=(), failure="killed after 300 s")
    lines = list(sentences(Results([broken], {"loop": Cost(9.0, 10.0, 512 * MIB)})))
    assert "  loop: killed after 300 s" in lines
    assert lines[-1] == "at most 9.0 CPU s and 512 MiB for one picture"


def test_an_error_names_picture_place_truth_and_answer() -> None:
    assert list(errors(results(), 1)) == [
        "1 | Harbour: A Brook | batting runs wrong | printed 1 | answered 2, 0.97 sure",
    ]
    assert list(errors(results(), 2))[1].endswith("missing | printed 1 | answered nothing")


def test_all_figures_are_plain_values_for_json() -> None:
    written = json.loads(json.dumps(as_json(results())))
    assert written["all"]["f1"] == pytest.approx(0.4)
    assert written["template"]["phone"]["cpu_s"] == 3.0
    assert written["cells"]["batting runs"]["missing"] == 1
    assert written["pictures"]["1"]["cost"]["plain_cpu_s"] == 0.5


def test_a_table_is_written_as_text_and_as_markdown() -> None:
    table = TextTable("Cells", ("", "right %"), [("all", "9.5"), ("runs", "100.0")])
    assert table.as_text().splitlines() == ["Cells", "        right %", "  all       9.5", "  runs    100.0"]
    assert table.as_markdown().splitlines() == [
        "**Cells**",
        "",
        "|      | right % |",
        "| --- | ---: |",
        "| all  |     9.5 |",
        "| runs |   100.0 |",
    ]


def test_a_note_stands_below_the_title_or_below_the_table() -> None:
    table = TextTable("Cells", ("", "right %"), [("all", "9.5")], note="Counted.")
    assert table.as_text().splitlines()[:2] == ["Cells", "  Counted."]
    assert table.as_markdown().splitlines()[-2:] == ["", "Counted."]


def test_a_bare_rapidocr_is_told_where_it_was_run() -> None:
    costs = {"1": Cost(2.0, 2.5, 200 * MIB, 0.5, 4.0)}
    table = next(tables(Results([picture("1", cell(Outcome.RIGHT))], costs)))
    assert dict(zip(table.headings, table.rows[0], strict=True))["x RapidOCR"] == "0.50"
