"""Whatever is lost, doubled or left over after the faults is named."""

from dataclasses import replace

import pytest

from bench.chaos.verdict import Aftermath, Healing, describe, find_broken_promises

IDS = ["a", "b"]
GOOD = Aftermath(
    IDS,
    rows=dict.fromkeys(IDS, "parsed"),
    commits=dict.fromkeys(IDS, 1),
    phases=dict.fromkeys(IDS, "Succeeded"),
    live_jobs=[],
    live_pods=[],
    attempts={"a": 1, "b": 3},
)


def test_all_as_promised_breaks_nothing() -> None:
    assert find_broken_promises(GOOD) == []


@pytest.mark.parametrize(
    ("left", "sentence"),
    [
        (replace(GOOD, rows={"a": "parsed", "b": "processing"}), "1 rows that hold no result: b"),
        (replace(GOOD, rows={"a": "parsed"}), "1 rows that hold no result: b"),
        (replace(GOOD, commits={"a": 1}), "1 uploads that were committed by nobody: b"),
        (replace(GOOD, commits={"a": 1, "b": 2}), "1 uploads that were committed twice: b"),
        (replace(GOOD, phases={"a": "Succeeded", "b": "Running"}), "1 ScorecardUploads without an end: b"),
        (replace(GOOD, phases={"a": "Succeeded"}), "1 ScorecardUploads without an end: b"),
        (
            replace(GOOD, phases={"a": "Succeeded", "b": "Failed"}),
            "1 ScorecardUploads that failed, though their pictures are good: b",
        ),
        (replace(GOOD, live_jobs=["ocr-b-1"]), "1 Jobs left at work: ocr-b-1"),
        (replace(GOOD, live_pods=["ocr-b-1-x"]), "1 pods left at work: ocr-b-1-x"),
    ],
)
def test_a_broken_promise_is_named(left: Aftermath, sentence: str) -> None:
    assert find_broken_promises(left) == [sentence]


def test_the_longest_healing_of_each_fault_is_told() -> None:
    healings = [Healing("killed", 2.4), Healing("killed", 7.6), Healing("drained", None)]
    lines = list(describe(GOOD, healings, 60.0))
    assert "| killed | 2 | 8 |" in lines
    assert "| drained | 1 | - |" in lines
