"""Another run of a finished upload, because somebody asked for it."""

import dataclasses
import datetime as dt

import pytest

from scorecard_operator.decisions import CreateJob, DeleteJob, Plan, ReportRow, WriteStatus
from scorecard_operator.facts import Facts, UploadFact
from scorecard_operator.manifest import build_job
from scorecard_operator.order import waits_since
from scorecard_operator.plan import plan
from scorecard_operator.resource import Status
from scorecard_operator.vocabulary import Phase
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings

TOKEN = "2026-01-31T12:00:00Z"
REPORTED = {
    "type": "RowReported", "status": "True", "reason": "RowWritten", "lastTransitionTime": at(-5), "message": ""
}  # fmt: skip


def run(facts: Facts, **variables: str) -> Plan:
    return plan(facts, make_settings(**variables), NOW)


def asked(upload: UploadBuilder, token: str = TOKEN) -> UploadBuilder:
    """Annotate the upload."""
    upload.body["metadata"]["annotations"] = {"scorecards.cricksy.io/retryRequestedAt": token}
    return upload


def failed(number: int = 1) -> UploadBuilder:
    """Return an upload that failed after two attempts, its row written."""
    history = [{"attempt": n, "class": "application", "reason": "X", "finishedAt": at(-9)} for n in (1, 2)]
    said = {"class": "application", "reason": "X"}
    done = UploadBuilder(number).status(phase="Failed", reason="X", attempts=2, history=history, failure=said)
    return done.status(conditions=[REPORTED], completionTime=at(-6), startTime=at(-60), durationSeconds=54)


def succeeded() -> UploadBuilder:
    """Return an upload that was read."""
    return UploadBuilder().reported().status(phase="Succeeded", reason="Parsed", attempts=1, startTime=at(-60))


def only_status(found: Plan) -> Status:
    (action,) = found.actions
    assert isinstance(action, WriteStatus)
    return action.status


def with_status(upload: UploadBuilder, status: Status) -> UploadFact:
    """Return the fact of the upload after this status was written."""
    return dataclasses.replace(upload.fact(), status=status)


@pytest.mark.parametrize("upload", [pytest.param(failed(), id="failed"), pytest.param(succeeded(), id="succeeded")])
def test_a_finished_upload_is_queued_again_and_the_asking_answered(upload: UploadBuilder) -> None:
    status = only_status(run(gather([asked(upload)])))
    assert (status.phase, status.reason) == (Phase.QUEUED, "RetryRequested")
    assert (status.last_handled_retry_at, status.retried_after) == (TOKEN, upload.fact().status.attempts)
    assert (status.history, status.failure, status.completion_time, status.start_time) == ([], None, None, None)
    assert status.timeline is not None
    assert status.timeline.queued == at(0)


def test_the_next_attempt_goes_on_counting_and_tells_the_runner_that_it_was_asked_for() -> None:
    upload = asked(failed())
    again = with_status(upload, only_status(run(gather([upload]))))
    (launch,) = run(Facts((again,))).actions
    assert isinstance(launch, CreateJob)
    assert (launch.attempt, launch.memory_doublings, launch.escalates) == (3, 0, None)
    template = {"spec": {"containers": [{"name": "runner"}]}}
    job = build_job(again, 3, template, make_settings(), memory_doublings=0)
    variables = {each["name"]: each["value"] for each in job["spec"]["template"]["spec"]["containers"][0]["env"]}
    assert variables["SCORECARD_RETRIES_AFTER"] == "2"


def test_an_old_job_that_is_kept_is_not_taken_for_the_new_run() -> None:
    upload = asked(succeeded())
    again = with_status(upload, only_status(run(gather([upload]))))
    old = JobBuilder(1).finished().fact()
    found = run(Facts((again,), jobs={again.name: (old,)}))
    assert [type(action) for action in found.actions] == [CreateJob]


@pytest.mark.parametrize(
    "upload",
    [
        pytest.param(asked(failed().status(lastHandledRetryAt=TOKEN)), id="it was answered before"),
        pytest.param(failed(), id="nobody asked"),
        pytest.param(asked(failed(), " "), id="an empty value asks for nothing"),
    ],
)
def test_nothing_is_run_again(upload: UploadBuilder) -> None:
    assert run(gather([upload])).actions == ()


def test_a_new_value_asks_anew() -> None:
    status = only_status(run(gather([asked(failed().status(lastHandledRetryAt=TOKEN), "again")])))
    assert (status.phase, status.last_handled_retry_at) == (Phase.QUEUED, "again")


def test_what_is_asked_for_on_the_way_is_answered_by_the_end() -> None:
    upload = asked(UploadBuilder().in_flight().reported())
    facts = gather([upload], [JobBuilder(1)], [PodBuilder(1).running()])
    (written,) = [action for action in run(facts).actions if isinstance(action, WriteStatus)]
    assert (written.status.phase, written.status.last_handled_retry_at) == (Phase.SUCCEEDED, TOKEN)


def test_a_cancelled_upload_is_told_why_it_is_not_run_again() -> None:
    status = only_status(run(gather([asked(failed().spec(cancelled=True).status(phase="Cancelled"))])))
    assert (status.phase, status.last_handled_retry_at) == (Phase.CANCELLED, TOKEN)
    assert "create it anew" in status.message


def test_the_row_of_the_run_before_is_written_first() -> None:
    upload = asked(failed().status(conditions=[REPORTED | {"status": "False"}]))
    (action,) = run(gather([upload])).actions
    assert isinstance(action, ReportRow)


def test_the_answer_about_the_row_of_the_run_before_is_none_about_this_one() -> None:
    upload = failed().status(retriedAfter=2, attempts=3, conditions=[REPORTED | {"status": "False"}])
    facts = dataclasses.replace(gather([upload]), reported_rows={"uid-1": "failed"})
    (action,) = run(facts).actions
    assert isinstance(action, ReportRow)


def test_budgets_begin_anew() -> None:
    upload = failed().status(phase="Running", retriedAfter=2, attempts=3, history=[], conditions=[])
    facts = gather([upload], [JobBuilder(1, 3)], [PodBuilder(1, 3).ended(70)])
    (written,) = [
        action for action in run(facts, SCORECARD_MAX_ATTEMPTS="2").actions if isinstance(action, WriteStatus)
    ]
    assert written.status.phase is Phase.RETRYING


def test_a_pod_of_the_run_before_is_stopped() -> None:
    upload = UploadBuilder().status(phase="Queued", attempts=1, retriedAfter=1, retriedAt=at(-1))
    found = run(gather([upload], [JobBuilder(1)], [PodBuilder(1).running()]))
    assert [action.job.attempt for action in found.actions if isinstance(action, DeleteJob)] == [1]
    assert not any(isinstance(action, CreateJob) for action in found.actions)


def test_whoever_asks_waits_from_then_on() -> None:
    assert waits_since(UploadBuilder().status(retriedAt=at(-5)).fact()) == NOW - dt.timedelta(seconds=5)
