"""A row that somebody asked to be read again, against a real PostgreSQL: it is, once, and never loses what it holds."""

from uuid import UUID

import pytest

from scorecard_runner.claim import ClaimedUpload, FailedBefore, NothingToDo, Reading
from scorecard_runner.errors import NotAScorecard, Superseded
from scorecard_runner.progress import ResultSummary
from tests.databases import Backend

FIRST = ResultSummary(1, "Verified", 0.99, 2, "9/9", "auto")
SECOND = ResultSummary(2, "NeedsReview", 0.5, 2, "6/9", "auto")
UPLOAD = ClaimedUpload("scorecards", "uploads/f.png", "image/png", 10)


def reading_of(summary: ResultSummary) -> Reading:
    return Reading({"by": summary.attempt}, summary, "0" * 64, f"engine/1/{summary.reader}")


def read_once(backend: Backend) -> UUID:
    """Return an upload with a result."""
    upload_id = backend.add_row()
    first = backend.pod(upload_id)
    first.claim()
    first.commit(reading_of(FIRST))
    return upload_id


def failed_once(backend: Backend) -> UUID:
    """Return an upload whose picture was refused."""
    upload_id = backend.add_row()
    first = backend.pod(upload_id)
    first.claim()
    first.fail(NotAScorecard())
    return upload_id


def test_a_failed_row_is_claimed_again_and_gets_its_result(backend: Backend) -> None:
    upload_id = failed_once(backend)
    pod = backend.pod(upload_id, 2, retries_after=1)
    assert pod.claim() == UPLOAD
    assert backend.row(upload_id)[0] == "processing"
    assert pod.commit(reading_of(SECOND)) == SECOND
    assert backend.row(upload_id) == ("parsed", {"by": 2}, None)
    assert backend.outcomes(upload_id) == [(1, "failed", "NotAScorecard"), (2, "parsed", "Parsed")]


def test_a_failed_row_stays_failed_if_nobody_asked(backend: Backend) -> None:
    assert isinstance(backend.pod(failed_once(backend), 2).claim(), FailedBefore)


def test_one_that_failed_again_is_not_read_a_third_time(backend: Backend) -> None:
    upload_id = failed_once(backend)
    pod = backend.pod(upload_id, 2, retries_after=1)
    pod.claim()
    pod.fail(NotAScorecard())
    assert isinstance(backend.pod(upload_id, 3, retries_after=1).claim(), FailedBefore)


def test_a_result_is_replaced_by_whatever_comes_out(backend: Backend) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, retries_after=1)
    claimed = pod.claim()
    assert isinstance(claimed, ClaimedUpload)
    assert claimed.has_result
    assert backend.row(upload_id) == ("parsed", {"by": 1}, None)
    assert pod.commit(reading_of(SECOND)) == SECOND
    assert backend.row(upload_id) == ("parsed", {"by": 2}, None)


def test_a_result_that_was_replaced_is_final(backend: Backend) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, retries_after=1)
    pod.claim()
    pod.commit(reading_of(SECOND))
    assert backend.pod(upload_id, 3, retries_after=1).claim() == NothingToDo(SECOND)


def test_a_pod_that_broke_leaves_the_result_and_its_successor_reads(backend: Backend) -> None:
    upload_id = read_once(backend)
    backend.pod(upload_id, 2, retries_after=1).claim()
    successor = backend.pod(upload_id, 3, retries_after=1)
    claimed = successor.claim()
    assert isinstance(claimed, ClaimedUpload)
    assert backend.row(upload_id) == ("parsed", {"by": 1}, None)


@pytest.mark.parametrize("status", ["applied", "rejected"])
def test_what_a_person_has_dealt_with_is_never_touched(backend: Backend, status: str) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, retries_after=1)
    pod.claim()
    backend.ask("UPDATE uploads SET status = %s WHERE id = %s RETURNING 1", status, upload_id)
    with pytest.raises(Superseded):
        pod.commit(reading_of(SECOND))
    assert backend.row(upload_id) == (status, {"by": 1}, None)
    assert backend.pod(upload_id, 3, retries_after=1).claim() == NothingToDo(FIRST)
