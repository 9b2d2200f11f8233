"""A row that is read again to better its result, against a real PostgreSQL: it never gets worse and is always final."""

from typing import Any
from uuid import UUID

import pytest

from scorecard_runner.claim import ClaimedUpload, FailedBefore, NothingToDo, Reading
from scorecard_runner.errors import NotAScorecard, Superseded
from scorecard_runner.progress import ResultSummary
from tests.databases import Backend

FIRST = ResultSummary(1, "NeedsReview", 0.6, 2, "7/9", "auto")
BETTER = ResultSummary(2, "Verified", 0.99, 2, "9/9", "rapid")
NO_BETTER = ResultSummary(2, "NeedsReview", 0.5, 2, "6/9", "rapid")
FIRST_ROW = ("parsed", {"by": 1}, None)


def reading_of(summary: ResultSummary) -> Reading:
    return Reading({"by": summary.attempt}, summary, "0" * 64, f"engine/1/{summary.reader}")


def read_once(backend: Backend) -> UUID:
    """Return an upload whose first result needs review."""
    upload_id = backend.add_row()
    first = backend.pod(upload_id)
    first.claim()
    assert first.commit(reading_of(FIRST)) == FIRST
    return upload_id


def stored_engines(backend: Backend, upload_id: UUID) -> list[Any]:
    rows = backend.ask("SELECT engine FROM scorecard_ocr.attempts WHERE upload_id = %s ORDER BY attempt", upload_id)
    return [engine for (engine,) in rows]


def test_the_row_keeps_its_result_until_there_is_a_better_one(backend: Backend) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, escalates=1)
    assert pod.claim() == ClaimedUpload("scorecards", "uploads/f.png", "image/png", 10, has_result=True)
    assert backend.row(upload_id) == FIRST_ROW
    assert pod.commit(reading_of(BETTER)) == BETTER
    assert backend.row(upload_id) == ("parsed", {"by": 2}, None)
    assert backend.outcomes(upload_id) == [(1, "parsed", "Parsed"), (2, "parsed", "Parsed")]


def test_a_result_that_is_no_better_is_noted_and_the_row_keeps_the_first(backend: Backend) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, escalates=1)
    pod.claim()
    assert pod.commit(reading_of(NO_BETTER)) == FIRST
    assert backend.row(upload_id) == FIRST_ROW
    assert backend.outcomes(upload_id)[1] == (2, "abandoned", "FirstResultKept")
    assert stored_engines(backend, upload_id) == ["engine/1/auto", "engine/1/rapid"]


@pytest.mark.parametrize(
    ("summary", "row"),
    [
        pytest.param(BETTER, ("parsed", {"by": 2}, None), id="the better one"),
        pytest.param(NO_BETTER, FIRST_ROW, id="one that is no better"),
    ],
)
def test_a_commit_whose_answer_got_lost_may_be_repeated(
    backend: Backend, summary: ResultSummary, row: tuple[Any, ...]
) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, escalates=1)
    pod.claim()
    assert pod.commit(reading_of(summary)) == pod.commit(reading_of(summary))
    assert backend.row(upload_id) == row


@pytest.mark.parametrize("summary", [pytest.param(BETTER, id="better"), pytest.param(NO_BETTER, id="no better")])
def test_a_pod_that_died_after_the_comparison_is_not_followed_by_another_reading(
    backend: Backend, summary: ResultSummary
) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, escalates=1)
    pod.claim()
    held = pod.commit(reading_of(summary))
    assert backend.pod(upload_id, 3, escalates=1).claim() == NothingToDo(held)


def test_a_pod_that_died_before_it_is_followed_by_the_next_and_may_write_nothing_any_more(backend: Backend) -> None:
    upload_id = read_once(backend)
    dead, successor = backend.pod(upload_id, 2, escalates=1), backend.pod(upload_id, 3, escalates=1)
    dead.claim()
    assert isinstance(successor.claim(), ClaimedUpload)
    with pytest.raises(Superseded):
        dead.commit(reading_of(BETTER))
    assert backend.row(upload_id) == FIRST_ROW
    assert successor.commit(reading_of(BETTER)) == BETTER


def test_nobody_reads_again_who_was_not_asked_to(backend: Backend) -> None:
    assert backend.pod(read_once(backend), 2).claim() == NothingToDo(FIRST)


@pytest.mark.parametrize("status", ["applied", "rejected"])
def test_a_result_that_people_have_decided_on_is_theirs(backend: Backend, status: str) -> None:
    upload_id = read_once(backend)
    early, late = backend.pod(upload_id, 2, escalates=1), backend.pod(upload_id, 3, escalates=1)
    early.claim()
    backend.ask("UPDATE uploads SET status = %s", status)
    with pytest.raises(Superseded):
        early.commit(reading_of(BETTER))
    assert backend.row(upload_id) == (status, {"by": 1}, None)
    assert late.claim() == NothingToDo(FIRST)


def test_a_second_reading_cannot_fail_the_row(backend: Backend) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, escalates=1)
    pod.claim()
    with pytest.raises(Superseded):
        pod.fail(NotAScorecard())
    pod.give_back(NotAScorecard())
    assert backend.row(upload_id) == FIRST_ROW
    assert backend.outcomes(upload_id)[1] == (2, "failed", "NotAScorecard")


def test_a_second_reading_that_the_operator_gave_up_commits_nothing(backend: Backend) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, escalates=1)
    pod.claim()
    backend.ask(
        "UPDATE scorecard_ocr.attempts SET outcome = 'abandoned', finished_at = now(), reason = 'PodLost'"
        " WHERE outcome = 'running'"
    )
    with pytest.raises(Superseded):
        pod.commit(reading_of(BETTER))
    assert backend.row(upload_id) == FIRST_ROW


def test_a_row_that_the_backend_put_back_is_read_as_if_for_the_first_time(backend: Backend) -> None:
    upload_id = read_once(backend)
    backend.ask("UPDATE uploads SET status = 'uploaded'")
    pod = backend.pod(upload_id, 2, escalates=1)
    claimed = pod.claim()
    assert isinstance(claimed, ClaimedUpload)
    assert not claimed.has_result
    assert pod.commit(reading_of(NO_BETTER)) == NO_BETTER
    assert backend.row(upload_id) == ("parsed", {"by": 2}, None)


def test_a_result_that_the_backend_wrote_is_not_ours_to_better(backend: Backend) -> None:
    assert backend.pod(backend.add_row("parsed"), 2, escalates=1).claim() == NothingToDo(None)


def test_a_row_that_failed_meanwhile_stays_failed(backend: Backend) -> None:
    upload_id = read_once(backend)
    backend.ask("UPDATE uploads SET status = 'failed'")
    assert isinstance(backend.pod(upload_id, 2, escalates=1).claim(), FailedBefore)


def test_a_summary_stored_by_an_older_version_is_understood(backend: Backend) -> None:
    upload_id = read_once(backend)
    backend.ask("UPDATE scorecard_ocr.attempts SET summary = summary - 'reader'")
    told = backend.pod(upload_id, 2).claim()
    assert told == NothingToDo(ResultSummary(1, "NeedsReview", 0.6, 2, "7/9"))
