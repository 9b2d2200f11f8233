"""Which finished uploads are past their time, and that nothing goes that somebody still waits for."""

import datetime as dt

import pytest

from scorecard_operator.decisions import DeleteJob, DeleteUpload, Plan
from scorecard_operator.facts import Facts
from scorecard_operator.plan import plan
from scorecard_operator.retention import MOST_AT_ONCE
from scorecard_operator.sweep import OpenRow, find_busy, sweep
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name

AGES = {"SCORECARD_UPLOAD_TTL_SECONDS": "100", "SCORECARD_FAILED_UPLOAD_TTL_SECONDS": "1000"}
TOKEN = "2026-01-31T12:00:00Z"


def run(facts: Facts, **variables: str) -> Plan:
    return plan(facts, make_settings(**AGES | variables), NOW)


def ended(phase: str = "Succeeded", seconds: float = -200, number: int = 1) -> UploadBuilder:
    """Return an upload that ended so long ago."""
    return UploadBuilder(number).status(phase=phase, reason="Why", attempts=1, completionTime=at(seconds))


def row_reported(upload: UploadBuilder, status: str) -> UploadBuilder:
    condition = {"type": "RowReported", "status": status, "reason": "X", "lastTransitionTime": at(-300)}
    return upload.status(conditions=[condition])


def asked(upload: UploadBuilder) -> UploadBuilder:
    upload.body["metadata"]["annotations"] = {"scorecards.cricksy.io/retryRequestedAt": TOKEN}
    return upload


def deleted(found: Plan) -> list[str]:
    return [action.upload.name for action in found.actions if isinstance(action, DeleteUpload)]


@pytest.mark.parametrize(
    "upload",
    [
        pytest.param(ended(), id="it succeeded"),
        pytest.param(ended(seconds=-100), id="its time is up at this very moment"),
        pytest.param(ended("Cancelled"), id="it was cancelled"),
        pytest.param(ended("Failed", -1000), id="it failed, long ago"),
        pytest.param(row_reported(ended(), "True"), id="its row is written"),
        pytest.param(asked(ended().status(lastHandledRetryAt=TOKEN)), id="a retry was asked for and had its answer"),
    ],
)
def test_what_is_past_its_time_goes(upload: UploadBuilder) -> None:
    assert deleted(run(gather([upload]))) == [upload_name(1)]


@pytest.mark.parametrize(
    "upload",
    [
        pytest.param(ended(seconds=-99), id="its time is not up"),
        pytest.param(ended("Failed"), id="it failed, which is kept longer"),
        pytest.param(row_reported(ended("Failed", -2000), "False"), id="its row is still to be written"),
        pytest.param(asked(ended()), id="somebody asks for another run"),
        pytest.param(asked(row_reported(ended(), "False")), id="another run is asked for, and the row is due"),
        pytest.param(ended().status(phase="Queued"), id="it waits"),
        pytest.param(ended().status(completionTime=None), id="nobody knows when it ended"),
        pytest.param(ended().status(completionTime="yesterday"), id="the time makes no sense"),
    ],
)
def test_what_somebody_may_wait_for_stays(upload: UploadBuilder) -> None:
    assert deleted(run(gather([upload]))) == []


@pytest.mark.parametrize("phase", ["Succeeded", "Failed", "Cancelled"])
def test_0_keeps_uploads_for_ever(phase: str) -> None:
    found = run(gather([ended(phase, -1e8)]), SCORECARD_UPLOAD_TTL_SECONDS="0", SCORECARD_FAILED_UPLOAD_TTL_SECONDS="0")
    assert (found.actions, found.wake_at) == ((), None)


def test_an_upload_that_goes_already_is_not_deleted_again() -> None:
    upload = ended()
    upload.body["metadata"]["deletionTimestamp"] = at(-1)
    assert run(gather([upload])).actions == ()


def test_an_upload_stays_while_a_pod_of_it_may_work() -> None:
    upload, job = ended("Failed", -2000), JobBuilder()
    found = run(gather([upload], [job], [PodBuilder().running()]))
    assert [type(action) for action in found.actions] == [DeleteJob]
    assert deleted(run(gather([upload], [job.finished("Failed")]))) == [upload_name(1)]


def test_the_oldest_go_first_and_only_so_many_at_once() -> None:
    uploads = [ended(seconds=-200 - number, number=number) for number in range(1, MOST_AT_ONCE + 6)]
    gone = deleted(run(gather(uploads)))
    assert gone == [upload_name(number) for number in range(MOST_AT_ONCE + 5, 5, -1)]


def test_the_plan_wakes_up_when_the_next_one_runs_out() -> None:
    uploads = [ended(seconds=-40, number=1), ended(seconds=-70, number=2), ended("Failed", -40, number=3)]
    found = run(gather(uploads))
    assert (found.actions, found.wake_at) == ((), NOW + dt.timedelta(seconds=30))


def test_what_waits_is_launched_before_anything_is_deleted() -> None:
    kinds = [type(action).__name__ for action in run(gather([ended(), UploadBuilder(2)])).actions]
    assert kinds == ["CreateJob", "DeleteUpload"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param([], (), id="a row that is final is not even looked at"),
        pytest.param(
            [OpenRow(upload_name(1), 9e5, newest_attempt=1)], ("UploadGone",), id="one taken back by a backup"
        ),
    ],
)
def test_a_sweep_leaves_the_final_row_of_a_deleted_upload_alone(row: list[OpenRow], expected: tuple[str, ...]) -> None:
    without = gather([])
    assert find_busy(without) == []
    assert tuple(getattr(action, "reason", "") for action in sweep(row, without, make_settings())) == expected
