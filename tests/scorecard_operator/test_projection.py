"""The status that people read."""

import dataclasses
import datetime as dt

import pytest

from scorecard_operator.actions import dump_status
from scorecard_operator.drafts import Draft, write_status
from scorecard_operator.failures import Broken, by_runner, out_of_memory, removed
from scorecard_operator.outcome import AttemptFacts, Running, Starting, Succeeded
from scorecard_operator.projection import (
    draft_cancelled,
    draft_in_flight,
    draft_lost,
    draft_queued,
    draft_row_reported,
)
from scorecard_operator.resource import Status, Timeline
from scorecard_operator.results import draft_read
from scorecard_operator.standing import InFlight, Lost, Won
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at

JOB, RUNS, ENDED = JobBuilder(), PodBuilder().running(), PodBuilder().ended(70)
LATER = NOW + dt.timedelta(seconds=30)
# Shared by the tests below, so none of them may build on these: a builder changes itself.
FRESH, LAUNCHED, REPORTED = UploadBuilder(), UploadBuilder().in_flight(), UploadBuilder().in_flight().reported()
CANCELLED = UploadBuilder().in_flight().status(phase="Cancelled", reason="Cancelled", completionTime=at(-5))


def attempt(job: JobBuilder | None = JOB, pod: PodBuilder | None = ENDED) -> AttemptFacts:
    return AttemptFacts(1, job.fact() if job else None, pod.fact() if pod else None)


def crash() -> Broken:
    end = ENDED.fact().termination
    assert end is not None
    return by_runner(end)


def running(upload: UploadBuilder, pod: PodBuilder = RUNS) -> Draft:
    return draft_in_flight(upload.fact(), InFlight(attempt(pod=pod), Running(NOW)))


def broken(upload: UploadBuilder, next_at: dt.datetime | None = None, outcome: Broken | None = None) -> Draft:
    return draft_lost(upload.fact(), Lost(attempt(), outcome or crash(), (), next_at))


def won(upload: UploadBuilder, reason: str = "Parsed") -> Draft:
    return draft_read(upload.fact(), Won(attempt(), Succeeded(NOW, reason), ()))


def write(upload: UploadBuilder, draft: Draft, now: dt.datetime = LATER) -> Status:
    return write_status(upload.fact(), draft, now)


def conditions_of(status: Status) -> dict[str, str]:
    return {condition.type: condition.status for condition in status.conditions}


DRAFTS = [
    pytest.param(draft_queued(REPORTED.fact(), 1, None, ""), id="queued"),
    pytest.param(running(REPORTED), id="running"),
    pytest.param(broken(REPORTED, LATER), id="retrying"),
    pytest.param(broken(REPORTED), id="failed"),
    pytest.param(won(REPORTED), id="succeeded"),
    pytest.param(draft_cancelled(REPORTED.fact(), NOW), id="cancelled"),
    pytest.param(draft_row_reported(CANCELLED.fact(), "failed"), id="row reported"),
]


@pytest.mark.parametrize("draft", DRAFTS)
def test_what_the_runner_writes_is_never_written_by_the_operator(draft: Draft) -> None:
    status = write(REPORTED, draft)
    assert (status.progress, status.result) == (None, None)
    assert {"progress", "result"}.isdisjoint(dump_status(status))


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_status_that_is_written_can_be_read_again(draft: Draft) -> None:
    status = write(REPORTED, draft)
    assert Status.model_validate(dump_status(status)) == status


@pytest.mark.parametrize("draft", DRAFTS)
def test_writing_the_same_later_changes_nothing(draft: Draft) -> None:
    first = write(REPORTED, draft)
    again = UploadBuilder().status(**dump_status(first))
    assert write(again, draft, LATER + dt.timedelta(hours=1)) == first


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_completion_time_stands_exactly_in_a_terminal_status(draft: Draft) -> None:
    assert (write(CANCELLED, draft).completion_time is not None) is draft.phase.is_terminal


def test_a_queued_upload_shows_its_place_until_it_leaves_the_queue() -> None:
    queued = write(FRESH, draft_queued(FRESH.fact(), 12, None, ""))
    assert (queued.phase, queued.reason, queued.queue_position) == ("Queued", "WaitingForSlot", 12)
    assert queued.message == "Waiting for a free slot."
    assert conditions_of(queued) == {"Succeeded": "Unknown", "Admitted": "False", "Reconciling": "True"}
    assert write(UploadBuilder().status(**dump_status(queued)), running(FRESH)).queue_position is None


def test_a_refused_job_shows_the_words_of_the_api_server() -> None:
    status = write(FRESH, draft_queued(FRESH.fact(), 1, None, "exceeded quota: pods=0"))
    assert (status.phase, status.reason, status.message) == ("Queued", "JobRefused", "exceeded quota: pods=0")


def test_a_starting_upload_shows_what_its_pod_waits_for() -> None:
    waiting = InFlight(attempt(pod=None), Starting("ErrImagePull", "no such image"))
    status = write(FRESH, draft_in_flight(FRESH.fact(), waiting))
    assert (status.phase, status.reason, status.message) == ("Starting", "ErrImagePull", "no such image")
    assert (status.attempts, status.job_name, status.start_time) == (1, JOB.fact().name, at(-10))


def test_a_running_upload_is_admitted_and_not_done() -> None:
    status = write(LAUNCHED, running(LAUNCHED))
    assert (status.phase, status.reason, status.message) == ("Running", "Reading", "The runner is at work.")
    assert [(each.type, each.status, each.reason) for each in status.conditions] == [
        ("Succeeded", "Unknown", "Reading"),
        ("Admitted", "True", "Launched"),
        ("Reconciling", "True", "Reading"),
    ]


def test_an_upload_starts_with_its_first_job_and_not_with_a_later_one() -> None:
    upload = UploadBuilder().in_flight().status(startTime=at(-500))
    assert write(upload, running(upload)).start_time == at(-500)


def test_the_timeline_joins_what_the_cluster_and_the_runner_know() -> None:
    progress = {"attempt": 1, "stage": "storing", "fetchedAt": at(-5), "recognisedAt": at(-3), "storedAt": at(-2)}
    upload = UploadBuilder().in_flight().status(progress=progress)
    assert write(upload, running(upload)).timeline == Timeline(
        queued=at(-99),
        admitted=at(-10),
        scheduled=at(-9),
        started=at(-8),
        fetched=at(-5),
        recognised=at(-3),
        stored=at(-2),
    )


def test_the_progress_of_an_earlier_attempt_does_not_count_for_this_one() -> None:
    told = {"fetchedAt": at(-50), "recognisedAt": at(-40), "storedAt": at(-30)}
    upload = UploadBuilder().in_flight().status(progress={"attempt": 7, "stage": "storing", **told})
    timeline = write(upload, running(upload)).timeline
    assert timeline == Timeline(queued=at(-99), admitted=at(-10), scheduled=at(-9), started=at(-8))


def test_the_moments_of_a_job_that_is_gone_stay_where_they_were_written() -> None:
    written = {"queued": at(-99), "admitted": at(-20)}
    upload = UploadBuilder().in_flight().status(timeline=written)
    lost = Lost(attempt(job=None, pod=None), removed(NOW), (), None)
    assert write(upload, draft_lost(upload.fact(), lost)).timeline == Timeline(**written, finished=at(0))
    assert write(upload, draft_cancelled(upload.fact(), LATER)).timeline == Timeline(**written, finished=at(30))


def test_a_broken_attempt_says_when_the_next_one_starts() -> None:
    status = write(LAUNCHED, broken(LAUNCHED, LATER))
    assert (status.phase, status.reason, status.next_attempt_at) == ("Retrying", "RunnerCrashed", at(30))
    assert status.message.startswith("Attempt 1 ended: ")
    assert "12:00:30 UTC" in status.message
    assert conditions_of(status) == {"Succeeded": "Unknown", "Admitted": "False", "Reconciling": "True"}
    assert write(UploadBuilder().status(**dump_status(status)), running(FRESH)).next_attempt_at is None


def test_a_failure_has_all_that_is_needed_to_act_on_it() -> None:
    failure = write(LAUNCHED, broken(LAUNCHED)).failure
    assert failure is not None
    assert (failure.class_, failure.reason, failure.exit_code) == ("application", "RunnerCrashed", 70)
    assert (failure.node, failure.image) == ("node1", "runner:1")
    assert f"kubectl logs job/{JOB.fact().name}" in failure.hint


def test_a_failure_keeps_the_last_lines_of_the_log_beyond_the_pod() -> None:
    line = '{"time": "2026-01-31T12:00:00Z", "level": "ERROR", "event": "unexpected error", "error": "KeyError"}'
    pod = PodBuilder().ended(137, reason="OOMKilled").saying(f"Traceback of jane.png\n{line}")
    failed = write(LAUNCHED, draft_lost(LAUNCHED.fact(), Lost(attempt(pod=pod), crash(), (), None)))
    assert dump_status(failed)["failure"]["logTail"] == ["12:00:00Z ERROR unexpected error error=KeyError"]
    assert "logTail" not in dump_status(write(LAUNCHED, broken(LAUNCHED)))["failure"]


def test_a_failure_without_a_job_or_a_pod_is_told_without_them() -> None:
    lost = Lost(attempt(job=None, pod=None), removed(NOW), (), None)
    status = write(LAUNCHED, draft_lost(LAUNCHED.fact(), lost))
    assert status.failure is not None
    assert (status.failure.reason, status.failure.node, status.failure.image) == ("PodLost", None, None)
    assert status.job_name == JOB.fact().name


@pytest.mark.parametrize(
    ("is_reported", "row_condition"),
    [
        pytest.param(True, "True", id="the runner has written the row"),
        pytest.param(False, "False", id="nobody has written the row"),
    ],
)
def test_a_failed_upload_is_stalled_and_says_how_its_row_stands(row_condition: str, *, is_reported: bool) -> None:
    outcome = dataclasses.replace(crash(), is_row_reported=is_reported)
    status = write(LAUNCHED, broken(LAUNCHED, outcome=outcome))
    assert (status.phase, status.next_attempt_at) == ("Failed", None)
    assert conditions_of(status) == {"Succeeded": "False", "Stalled": "True", "RowReported": row_condition}


def test_the_terminal_status_of_a_failure_says_what_to_do_in_its_conditions() -> None:
    end = PodBuilder().ended(137, reason="OOMKilled").fact().termination
    assert end is not None
    status = write(LAUNCHED, broken(LAUNCHED, outcome=out_of_memory(end)))
    (stalled,) = (condition for condition in status.conditions if condition.type == "Stalled")
    assert (stalled.reason, stalled.message) == ("OOMKilled", out_of_memory(end).hint)


@pytest.mark.parametrize(
    ("start", "seconds", "text"),
    [
        pytest.param(at(-60), 60, "1m00s", id="from its start"),
        pytest.param(None, 10, "10s", id="from its Job where no start was written"),
        pytest.param("long ago", 10, "10s", id="nor can be read"),
        pytest.param(at(3600), 0, "0s", id="never negative, whatever the clocks say"),
    ],
)
def test_a_terminal_status_says_how_long_it_took(start: str | None, seconds: int, text: str) -> None:
    upload = UploadBuilder().in_flight().status(startTime=start)
    status = write(upload, won(upload))
    assert (status.completion_time, status.duration_seconds, status.duration) == (at(0), seconds, text)
    assert status.timeline is not None
    assert status.timeline.finished == at(0)


@pytest.mark.parametrize(
    ("verdict", "verified"),
    [
        pytest.param("Verified", "True", id="sums that hold"),
        pytest.param("NeedsReview", "False", id="sums that do not"),
    ],
)
def test_a_success_shows_the_verdict_and_no_failure_of_earlier_attempts(verdict: str, verified: str) -> None:
    upload = UploadBuilder().in_flight().reported(verdict=verdict)
    upload.status(failure={"class": "dependency", "reason": "ObjectNotFound"})
    status = write(upload, won(upload))
    assert (status.phase, status.failure) == ("Succeeded", None)
    assert conditions_of(status) == {"Succeeded": "True", "Verified": verified}
    assert status.message == "Read 2 innings with confidence 0.90; checks 8/8."


def test_a_result_that_was_taken_over_is_shown_as_such() -> None:
    upload = UploadBuilder().in_flight().reported()
    upload.body["status"]["result"]["cached"] = True
    status = write(upload, won(upload))
    said = "Taken over from an earlier upload of the same file: 2 innings with confidence 0.90; checks 8/8."
    assert (status.phase, status.reason, status.message) == ("Succeeded", "ResultReused", said)
    assert [(c.reason, c.message) for c in status.conditions if c.type == "Succeeded"] == [("ResultReused", said)]


def test_a_success_without_a_result_makes_no_claim_about_it() -> None:
    status = write(LAUNCHED, won(LAUNCHED, "NothingToDo"))
    assert (status.reason, conditions_of(status)) == ("NothingToDo", {"Succeeded": "True"})


@pytest.mark.parametrize(
    ("upload", "seconds"),
    [
        pytest.param(FRESH, 0, id="before it began"),
        pytest.param(LAUNCHED, 40, id="while it ran"),
    ],
)
def test_a_cancelled_upload_ends_now_and_its_row_is_still_to_be_written(upload: UploadBuilder, seconds: int) -> None:
    status = write(upload, draft_cancelled(upload.fact(), LATER))
    assert (status.phase, status.completion_time, status.duration_seconds) == ("Cancelled", at(30), seconds)
    assert conditions_of(status) == {"Succeeded": "False", "Stalled": "True", "RowReported": "False"}


@pytest.mark.parametrize(
    ("row", "reason", "said"),
    [
        pytest.param("failed", "RowWritten", "says so too", id="it says the same now"),
        pytest.param("parsed", "RowKept", "`parsed`", id="it holds a result already"),
        pytest.param("", "RowMissing", "no row", id="there is none"),
    ],
)
def test_a_finished_upload_says_what_became_of_its_row_and_nothing_else_moves(row: str, reason: str, said: str) -> None:
    before = write(LAUNCHED, draft_cancelled(LAUNCHED.fact(), NOW), NOW)
    upload = UploadBuilder().status(**dump_status(before))
    after = write(upload, draft_row_reported(upload.fact(), row), LATER)
    reported = after.conditions[-1]
    assert (reported.type, reported.status, reported.reason, reported.last_transition_time) == (
        "RowReported",
        "True",
        reason,
        at(30),
    )
    assert said in reported.message
    assert after.conditions[:-1] == before.conditions[:-1]
    assert after.model_copy(update={"conditions": before.conditions}) == before
