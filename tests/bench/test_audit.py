"""Counting writes and lag from audit entries."""

from typing import Any

from bench.audit import percentile, trace_uploads

ID = "1b4e28ba-2fa1-4c5d-8a1f-000000000001"


def entry(writer: str, name: str, second: int, *, resource: str = "scorecarduploads", sub: str = "") -> dict[str, Any]:
    return {
        "user": {"username": f"system:serviceaccount:bench:scorecard-{writer}"},
        "verb": "patch",
        "objectRef": {"name": name, "resource": resource, "subresource": sub},
        "requestReceivedTimestamp": f"2026-01-31T12:00:{second:02d}.500000Z",
    }


def test_only_the_operator_s_writes_about_an_upload_are_counted() -> None:
    entries = [
        entry("operator", ID, 1, sub="status"),
        entry("operator", f"ocr-{ID}-1", 2, resource="jobs"),
        entry("operator", f"{ID}.17ab", 3, resource="events"),
        entry("runner", ID, 4, sub="status"),
        entry("operator", "another", 5),
        {**entry("operator", ID, 6), "user": {"username": "admin"}},
        {**entry("operator", ID, 7), "user": {}},
    ]
    trace = trace_uploads([ID], "bench", entries)[ID]
    assert dict(trace.operator_writes) == {"patch scorecarduploads/status": 1, "patch jobs": 1, "patch events": 1}


def test_the_lag_is_from_the_runner_s_last_word_to_the_operator_s_last_write() -> None:
    entries = [entry("runner", ID, 4), entry("operator", ID, 5), entry("runner", ID, 7), entry("operator", ID, 9)]
    assert trace_uploads([ID], "bench", entries)[ID].lag_s == 2.0


def test_an_upload_that_no_runner_told_of_has_no_lag() -> None:
    assert trace_uploads([ID], "bench", [entry("operator", ID, 5)])[ID].lag_s is None


def test_percentiles_by_nearest_rank() -> None:
    assert [percentile([4, 1, 3, 2], share) for share in (0, 0.5, 0.95, 1)] == [1, 3, 4, 4]
