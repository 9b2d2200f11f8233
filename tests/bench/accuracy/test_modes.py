"""Several modes on the same pictures: what the dearer one brings, and the tables by which one is chosen."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from bench.accuracy.cells import Outcome
from bench.accuracy.costs import Cost, Multiple
from bench.accuracy.escalated import escalated, with_escalations
from bench.accuracy.gains import ALL, NO_DOCUMENT, Gain, by_class, by_step, rungs
from bench.accuracy.mode_report import mode_tables, modes_as_json, worst_class
from bench.accuracy.results import ByMode, Results
from scorecard_runner.document import Step, Verdict
from scorecard_runner.progress import ResultSummary
from scorecard_runner.reader_mode import ReaderMode
from tests.bench.accuracy.judged import cell, picture

MIB = 2**20
DAMAGES = {"1": "clean", "2": "clean", "3": "faxed", "4": "faxed"}
RIGHT, WRONG = Outcome.RIGHT, Outcome.WRONG


def read(right: str, cpu_s: Mapping[str, float], steps: Mapping[str, Step] | None = None) -> Results:
    """Return results in which the pictures named are right in both cells, the others in one of two."""
    pictures = [
        picture(name, cell(RIGHT), cell(RIGHT if name in right else WRONG), damage=damage)
        for name, damage in DAMAGES.items()
    ]
    costs = {name: Cost(spent, spent, 100 * MIB, 0.5, 5.0) for name, spent in cpu_s.items()}
    return Results(pictures, costs, steps or {})


STEPS = {"1": Step.NOTHING, "2": Step.PHRASES, "3": Step.PAGE}
TESSERACT = read("1", {"1": 2.0, "2": 2.0, "3": 2.0, "4": 2.0})
AUTO_CPU_S = {"1": 2.0, "2": 4.0, "3": 8.0, "4": 7.0}
AUTO = read("123", AUTO_CPU_S, STEPS)
RAPID = read("1234", {"1": 6.0, "2": 6.0, "3": 6.0, "4": 6.0})
MODES: ByMode = {ReaderMode.TESSERACT: TESSERACT, ReaderMode.AUTO: AUTO, ReaderMode.RAPID: RAPID}


def rows_of(title: str, modes: ByMode = MODES) -> dict[str, dict[str, str]]:
    (table,) = (table for table in mode_tables(modes) if table.title == title)
    return {row[0]: dict(zip(table.headings, row, strict=True)) for row in table.rows}


def test_a_multiple_of_cpu_time_is_told_for_one_picture_and_for_many() -> None:
    assert AUTO.times(TESSERACT) == Multiple(median=(2.0 + 3.5) / 2, of_sums=21 / 8)
    assert AUTO.times(Results([])) == Multiple(None, None)


def test_a_gain_is_counted_on_the_same_pictures() -> None:
    gain = Gain.of(TESSERACT, AUTO, frozenset("23"))
    assert (gain.pictures, gain.cells, gain.mistakes, gain.f1_points, gain.cpu_s) == (2, 2, -2, 50.0, 8.0)
    assert gain.cells_per_cpu_s == 2 / 8
    assert gain.f1_points_per_cpu_s == 50 / (8 / 2)


@pytest.mark.parametrize("cpu_s", [0.0, -1.0], ids=["no more time", "less time"])
def test_what_takes_no_more_time_has_no_gain_per_second(cpu_s: float) -> None:
    gain = Gain(1, 3, 0, 2.0, cpu_s)
    assert (gain.cells_per_cpu_s, gain.f1_points_per_cpu_s) == (None, None)


def test_steps_lead_from_each_mode_to_the_next_dearer_and_by_what_the_second_reader_did() -> None:
    climbed = [(str(each.cheap), str(each.dear), each.among, each.gain.cells) for each in rungs(MODES)]
    assert climbed == [
        ("tesseract", "auto", "nothing", 0),
        ("tesseract", "auto", "phrases", 1),
        ("tesseract", "auto", "page", 1),
        ("tesseract", "auto", NO_DOCUMENT, 0),
        ("tesseract", "auto", ALL, 2),
        ("auto", "rapid", ALL, 1),
    ]


def test_modes_are_compared_from_cheap_to_dear_however_they_were_asked_for() -> None:
    turned: ByMode = {ReaderMode.RAPID: RAPID, ReaderMode.TESSERACT: TESSERACT}
    assert [(str(each.cheap), str(each.dear), each.gain.cells) for each in rungs(turned)] == [("tesseract", "rapid", 3)]


def summary(verdict: Verdict, confidence: float, innings: int = 1) -> ResultSummary:
    return ResultSummary(1, str(verdict), confidence, innings, "0/0")


HELD = {
    "1": summary(Verdict.VERIFIED, 0.9),
    "2": summary(Verdict.NEEDS_REVIEW, 0.8),
    "3": summary(Verdict.NEEDS_REVIEW, 0.8),
}
STRONG = {
    "1": summary(Verdict.VERIFIED, 0.99),
    "2": summary(Verdict.VERIFIED, 0.9),
    "3": summary(Verdict.NEEDS_REVIEW, 0.7),
    "4": summary(Verdict.VERIFIED, 0.9),
}
ESCALATING: ByMode = {
    ReaderMode.TESSERACT: replace(TESSERACT, summaries=HELD),
    ReaderMode.RAPID: replace(RAPID, summaries=STRONG),
}


def test_escalation_reads_again_what_needs_review_keeps_the_better_and_pays_for_both() -> None:
    found = escalated(ESCALATING["tesseract"], ESCALATING["rapid"])
    whole = [each.name for each in found.pictures if all(one.outcome is RIGHT for one in each.cells)]
    assert whole == ["1", "2"]
    assert {name: cost.cpu_s for name, cost in found.costs.items()} == {"1": 2.0, "2": 8.0, "3": 8.0, "4": 2.0}


def test_a_picture_that_the_strongest_mode_refuses_stays_as_it_was() -> None:
    nothing = replace(RAPID, summaries={})
    assert escalated(ESCALATING["tesseract"], nothing).pictures == TESSERACT.pictures


def test_escalation_is_a_row_of_its_own_beside_the_mode() -> None:
    assert list(rows_of("By mode", ESCALATING)) == ["tesseract", "tesseract, escalate", "rapid"]
    row = rows_of("What each step brings", ESCALATING)["tesseract to tesseract, escalate: needs review"]
    assert (row["pictures"], row["cells more"], row["CPU s more"]) == ("2", "+1", "+12.0")


def test_what_escalation_brings_is_not_known_without_the_strongest_mode() -> None:
    assert with_escalations({ReaderMode.TESSERACT: ESCALATING["tesseract"]}).keys() == {"tesseract"}


def test_a_step_that_no_picture_took_is_left_out() -> None:
    modes: ByMode = {
        ReaderMode.TESSERACT: TESSERACT,
        ReaderMode.AUTO: read("123", AUTO_CPU_S, dict.fromkeys("1234", Step.PAGE)),
    }
    assert [each.among for each in rungs(modes)] == ["page", ALL]


def test_pictures_are_sorted_by_step_and_by_class() -> None:
    assert by_step(AUTO)["page"] == {"3"}
    assert by_step(AUTO)[NO_DOCUMENT] == {"4"}
    assert by_class(AUTO) == {"clean": {"1", "2"}, "faxed": {"3", "4"}, ALL: {"1", "2", "3", "4"}}


def test_each_mode_has_its_figures_and_costs() -> None:
    row = rows_of("By mode")["auto"]
    assert (row["pictures"], row["F1 %"], row["CPU s median"], row["mean"]) == ("4", "87.5", "5.50", "5.25")
    assert (row["peak MiB median"], row["largest"]) == ("100", "100")


def test_cpu_time_is_told_as_multiples_of_tesseract_and_of_a_bare_rapidocr() -> None:
    row = rows_of("CPU by mode")["auto"]
    assert (row["x tesseract: clean, median"], row["x tesseract: clean, sums"]) == ("1.50", "1.50")
    assert (row["x tesseract: all, median"], row["x tesseract: all, sums"]) == ("2.75", "2.62")
    assert (row["x RapidOCR: all"], row["worst class"], row["which"]) == ("1.10", "1.50", "faxed")
    assert worst_class(AUTO) == ("faxed", 1.5)
    assert rows_of("CPU by mode")["tesseract"]["x RapidOCR: all"] == "-"


def test_each_damage_has_a_row_for_each_mode() -> None:
    rows = rows_of("By damage and mode")
    assert list(rows)[:4] == ["clean, tesseract", "clean, auto", "clean, rapid", "faxed, tesseract"]
    assert (rows["faxed, auto"]["F1 %"], rows["faxed, auto"]["x tesseract"]) == ("75.0", "3.75")


def test_it_is_told_how_often_the_second_reader_did_what() -> None:
    row = rows_of("What the second reader did in auto")["clean"]
    assert row == {"": "clean", "pictures": "2", "nothing": "1", "phrases": "1", "page": "0", NO_DOCUMENT: "0"}


def test_the_gain_of_each_step_is_told_for_what_it_costs() -> None:
    row = rows_of("What each step brings")["tesseract to auto: page"]
    assert (row["cells more"], row["mistakes more"], row["F1 points more"], row["CPU s more"]) == (
        "+1",
        "-1",
        "+50.0",
        "+6.0",
    )
    assert (row["cells per CPU s"], row["F1 points per CPU s"]) == ("0.17", "8.33")
    assert rows_of("From auto to rapid, by damage")["faxed"]["CPU s more"] == "-3.0"


def test_answers_that_were_only_compared_have_no_costs() -> None:
    bare: ByMode = {mode: Results(results.pictures) for mode, results in MODES.items()}
    tables = list(mode_tables(bare))
    assert [table.title for table in tables] == ["By mode", "By damage and mode", "What the second reader did in auto"]
    assert not any("CPU" in heading for table in tables for heading in table.headings)


def test_how_memory_was_measured_is_said_with_it() -> None:
    table = next(mode_tables(MODES))
    assert "PSS" in table.note


def test_all_figures_are_plain_values_for_json() -> None:
    written = json.loads(json.dumps(modes_as_json(MODES)))
    assert written["modes"]["auto"]["pictures"]["3"]["step"] == "page"
    assert written["gains"][0]["gain"]["cells"] == 0
    assert written["gains"][-1]["cells_per_cpu_s"] == 1 / 3
