"""The claim against a real PostgreSQL, as the role that has only the grants of the contract."""

import threading
import time
from contextlib import closing
from typing import Any

import psycopg2
import pytest

from scorecard_runner.claim import ClaimedUpload, FailedBefore, NothingToDo, Reading
from scorecard_runner.database.claims import Claims
from scorecard_runner.database.documents import without_nul
from scorecard_runner.errors import (
    DatabaseUnreachable,
    NotAScorecard,
    RowNotFound,
    RowNotUploaded,
    StorageUnreachable,
    Superseded,
)
from scorecard_runner.progress import ResultSummary
from tests.databases import Backend

SUMMARY = ResultSummary(attempt=1, verdict="Verified", confidence=0.97, innings=2, checks="11/12")


def make_reading(document: dict[str, Any] | None = None) -> Reading:
    return Reading(document or {"innings": []}, SUMMARY, "0" * 64, "engine/1")


def test_a_run_takes_the_row_and_writes_the_result(backend: Backend) -> None:
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)

    assert pod.claim() == ClaimedUpload("scorecards", "uploads/f.png", "image/png", 10)
    assert backend.row(upload_id)[0] == "processing"
    pod.commit(make_reading({"teams": ["A"]}))

    assert backend.row(upload_id) == ("parsed", {"teams": ["A"]}, None)
    assert backend.outcomes(upload_id) == [(1, "parsed", "Parsed")]
    (moments,) = backend.ask("SELECT processed_at = updated_at, updated_at > '2021-01-01' FROM uploads")
    assert moments == (True, True)


@pytest.mark.parametrize("status", ["parsed", "applied", "rejected"])
def test_a_final_row_is_left_alone(backend: Backend, status: str) -> None:
    upload_id = backend.add_row(status)

    assert backend.pod(upload_id).claim() == NothingToDo(None)
    assert backend.row(upload_id)[0] == status
    assert backend.outcomes(upload_id) == []


def test_a_row_that_failed_before_stays_failed_for_a_reason_we_may_not_know(backend: Backend) -> None:
    upload_id = backend.add_row("failed")

    assert _failed_before(backend.pod(upload_id).claim()) == "RowFailed"
    assert backend.outcomes(upload_id) == []


def test_a_refusal_whose_pod_died_before_it_could_tell_is_told_by_the_next(backend: Backend) -> None:
    upload_id = backend.add_row()
    first = backend.pod(upload_id)
    first.claim()
    first.fail(NotAScorecard())

    assert _failed_before(backend.pod(upload_id, attempt=2).claim()) == "NotAScorecard"
    assert backend.outcomes(upload_id) == [(1, "failed", "NotAScorecard")]


def test_a_row_that_the_operator_gave_up_is_not_blamed_on_the_upload(backend: Backend) -> None:
    upload_id = backend.add_row()
    first = backend.pod(upload_id)
    first.claim()
    first.give_back(StorageUnreachable())
    backend.ask("UPDATE uploads SET status = 'failed' WHERE id = %s", upload_id)

    assert _failed_before(backend.pod(upload_id, attempt=2).claim()) == "RowFailed"


def _failed_before(claimed: object) -> str:
    assert isinstance(claimed, FailedBefore)
    return claimed.error.reason


def test_a_pending_row_is_not_ready(backend: Backend) -> None:
    with pytest.raises(RowNotUploaded):
        backend.pod(backend.add_row("pending")).claim()


def test_a_row_that_is_not_there_is_named_so(backend: Backend) -> None:
    upload_id = backend.add_row()
    backend.ask("DELETE FROM uploads WHERE id = %s", upload_id)
    with pytest.raises(RowNotFound):
        backend.pod(upload_id).claim()


def test_what_we_parsed_before_is_told_again(backend: Backend) -> None:
    upload_id = backend.add_row()
    first = backend.pod(upload_id)
    first.claim()
    first.commit(make_reading())

    assert backend.pod(upload_id, attempt=2).claim() == NothingToDo(SUMMARY)
    assert backend.outcomes(upload_id) == [(1, "parsed", "Parsed")]


def test_of_twin_pods_exactly_one_gets_the_claim(backend: Backend) -> None:
    upload_id = backend.add_row()
    results: list[str] = []
    start = threading.Barrier(8)

    def claim(pod: Claims) -> None:
        start.wait()
        try:
            pod.claim()
        except Superseded:
            results.append("superseded")
        else:
            results.append("claimed")

    pods = [threading.Thread(target=claim, args=[backend.pod(upload_id)]) for _ in range(8)]
    for pod in pods:
        pod.start()
    for pod in pods:
        pod.join()
    assert sorted(results) == ["claimed"] + ["superseded"] * 7


def test_a_restarted_container_of_the_same_pod_keeps_its_claim(backend: Backend) -> None:
    upload_id = backend.add_row()
    backend.pod(upload_id, uid="same").claim()
    again = backend.pod(upload_id, uid="same")
    assert isinstance(again.claim(), ClaimedUpload)
    again.commit(make_reading())
    assert backend.row(upload_id)[0] == "parsed"


def test_a_newer_attempt_takes_over_and_the_late_commit_writes_nothing(backend: Backend) -> None:
    upload_id = backend.add_row()
    old, new = backend.pod(upload_id, attempt=1), backend.pod(upload_id, attempt=2)
    old.claim()
    new.claim()

    with pytest.raises(Superseded):
        old.commit(make_reading({"from": "old"}))
    with pytest.raises(Superseded):
        old.fail(NotAScorecard())
    old.give_back(StorageUnreachable())
    assert backend.row(upload_id) == ("processing", {}, None)

    new.commit(make_reading({"from": "new"}))
    assert backend.row(upload_id) == ("parsed", {"from": "new"}, None)
    assert backend.outcomes(upload_id) == [(1, "abandoned", None), (2, "parsed", "Parsed")]


def test_an_older_attempt_that_starts_late_gets_nothing(backend: Backend) -> None:
    upload_id = backend.add_row()
    backend.pod(upload_id, attempt=2).claim()
    with pytest.raises(Superseded):
        backend.pod(upload_id, attempt=1).claim()


def test_a_commit_after_the_operator_failed_the_row_writes_nothing(backend: Backend) -> None:
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)
    pod.claim()
    backend.ask("UPDATE uploads SET status = 'failed', error_message = 'Cancelled: stop' WHERE id = %s", upload_id)
    backend.ask(
        "UPDATE scorecard_ocr.attempts SET outcome = 'abandoned', finished_at = now() WHERE upload_id = %s", upload_id
    )
    with pytest.raises(Superseded):
        pod.commit(make_reading())
    assert backend.row(upload_id) == ("failed", {}, "Cancelled: stop")


def test_a_commit_into_a_row_that_somebody_else_finished_rolls_back(backend: Backend) -> None:
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)
    pod.claim()
    backend.ask("UPDATE uploads SET status = 'rejected' WHERE id = %s", upload_id)
    with pytest.raises(Superseded):
        pod.commit(make_reading())
    assert backend.row(upload_id)[0] == "rejected"
    assert backend.outcomes(upload_id) == [(1, "running", None)]


def test_a_commit_whose_answer_got_lost_may_be_repeated(backend: Backend) -> None:
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)
    pod.claim()
    pod.commit(make_reading({"n": 1}))
    pod.commit(make_reading({"n": 2}))
    assert backend.row(upload_id)[1] == {"n": 1}


def test_an_unreadable_upload_is_failed_for_good_with_words_for_people(backend: Backend) -> None:
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)
    pod.claim()
    pod.fail(NotAScorecard())
    pod.fail(NotAScorecard())
    text = "NotAScorecard: No cricket scorecard was found in the picture."
    assert backend.row(upload_id) == ("failed", {}, text)
    assert backend.outcomes(upload_id) == [(1, "failed", "NotAScorecard")]


def test_a_passing_failure_leaves_the_row_for_the_next_attempt(backend: Backend) -> None:
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)
    pod.claim()
    pod.give_back(StorageUnreachable())
    assert backend.row(upload_id)[0] == "processing"
    assert backend.outcomes(upload_id) == [(1, "failed", "StorageUnreachable")]
    assert isinstance(backend.pod(upload_id, attempt=2).claim(), ClaimedUpload)


def test_a_claim_that_was_given_back_commits_nothing(backend: Backend) -> None:
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)
    pod.claim()
    pod.give_back(StorageUnreachable())
    with pytest.raises(Superseded):
        pod.commit(make_reading())
    assert backend.row(upload_id)[0] == "processing"


def test_nul_characters_never_stop_a_result(backend: Backend) -> None:
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)
    pod.claim()
    pod.commit(make_reading({"a\x00": ["x\x00y", 1, None, {"z": "\x00"}]}))
    assert backend.row(upload_id)[1] == {"a": ["xy", 1, None, {"z": ""}]}
    assert without_nul(("\x00",)) == ("\x00",)


def test_a_locked_row_is_given_up_on_in_time(backend: Backend) -> None:
    upload_id = backend.add_row()
    with closing(psycopg2.connect(backend.admin_address)) as db, db.cursor() as sql:
        sql.execute("SELECT 1 FROM uploads WHERE id = %s FOR UPDATE", [str(upload_id)])
        started = time.monotonic()
        with pytest.raises(DatabaseUnreachable):
            backend.pod(upload_id).claim()
    assert 0.9 < time.monotonic() - started < 2.5
