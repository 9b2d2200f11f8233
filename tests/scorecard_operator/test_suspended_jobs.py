"""Uploads whose Job is suspended, because Kueue decides when it starts or because somebody stopped it."""

import datetime as dt

import pytest

from scorecard_operator.actions import dump_status
from scorecard_operator.decisions import CreateJob, DeleteJob, Plan, WriteStatus
from scorecard_operator.facts import Facts
from scorecard_operator.plan import plan
from scorecard_operator.resource import Status
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name


def run(facts: Facts, seconds: float = 0, slots: int = 4) -> Plan:
    settings = make_settings(SCORECARD_KUEUE_QUEUE_NAME="ocr", SCORECARD_MAX_CONCURRENT_JOBS=str(slots))
    return plan(facts, settings, NOW + dt.timedelta(seconds=seconds))


def launched(found: Plan) -> list[tuple[str, int]]:
    return [(each.upload.name, each.attempt) for each in found.actions if isinstance(each, CreateJob)]


def status_of(found: Plan, number: int = 1) -> Status:
    """Return the only status written to this upload."""
    (status,) = (
        each.status
        for each in found.actions
        if isinstance(each, WriteStatus) and each.upload.name == upload_name(number)
    )
    return status


def shown(status: Status, number: int = 1) -> UploadBuilder:
    """Return the upload with a status that was written."""
    return UploadBuilder(number).status(**dump_status(status))


def test_an_upload_that_kueue_holds_is_queued_and_has_not_started() -> None:
    status = status_of(run(gather([UploadBuilder()], [JobBuilder().held()])))
    assert (status.phase, status.reason) == ("Queued", "WaitingForKueue")
    assert status.message == "Waiting for Kueue to admit the Job to the queue `ocr`."
    assert (status.attempts, status.queue_position, status.start_time) == (1, None, None)
    assert {each.type: each.status for each in status.conditions}["Admitted"] == "False"
    assert status.timeline is not None
    assert status.timeline.admitted is None


def test_while_kueue_holds_it_nothing_is_written_or_decided() -> None:
    upload = shown(status_of(run(gather([UploadBuilder()], [JobBuilder().held()]))))
    found = run(gather([upload], [JobBuilder().held()]), seconds=86_400)
    assert (found.actions, found.wake_at) == ((), None)


def test_its_times_count_from_when_kueue_let_it_go() -> None:
    upload = shown(status_of(run(gather([UploadBuilder()], [JobBuilder().held()]))))
    status = status_of(run(gather([upload], [JobBuilder().held().resumed(-1)])))
    assert (status.phase, status.start_time) == ("Starting", at(-1))
    assert status.timeline is not None
    assert status.timeline.admitted == at(-1)


@pytest.mark.parametrize(
    ("seconds", "started"),
    [
        pytest.param(109, [], id="up to the start deadline"),
        pytest.param(110, [(upload_name(2), 1)], id="and not for ever"),
    ],
)
def test_a_job_that_kueue_holds_keeps_its_slot_for_a_while(seconds: float, started: list[tuple[str, int]]) -> None:
    facts = gather([UploadBuilder().in_flight(), UploadBuilder(2)], [JobBuilder().held(-10)])
    assert launched(run(facts, seconds, slots=1)) == started


def test_the_loop_wakes_when_a_held_job_gives_its_slot_back() -> None:
    upload = shown(status_of(run(gather([UploadBuilder()], [JobBuilder().held()]))))
    assert run(gather([upload], [JobBuilder().held(-10)])).wake_at == NOW + dt.timedelta(seconds=110)


def test_a_held_job_that_was_let_go_takes_a_slot_again() -> None:
    jobs = [JobBuilder().created(-9000).held(-9000).resumed(-1)]
    facts = gather([UploadBuilder().in_flight(), UploadBuilder(2)], jobs)
    assert launched(run(facts, slots=1)) == []


def test_cancelling_removes_the_job_that_kueue_holds() -> None:
    upload = UploadBuilder().in_flight().spec(cancelled=True)
    cancelled = status_of(run(gather([upload], [JobBuilder().held()])))
    assert cancelled.phase == "Cancelled"
    found = run(gather([shown(cancelled).spec(cancelled=True)], [JobBuilder().held()]))
    assert [each.job.attempt for each in found.actions if isinstance(each, DeleteJob)] == [1]


def test_what_kueue_stops_at_work_is_handed_over_again_as_another_attempt() -> None:
    upload, pod = UploadBuilder().in_flight().reading(), PodBuilder().ended(143, {"reason": "Terminated"})
    lost = status_of(run(gather([upload], [JobBuilder().held()], [pod])))
    assert (lost.phase, lost.reason, lost.history[0].class_) == ("Retrying", "JobSuspended", "infrastructure")
    stopped = run(gather([shown(lost)], [JobBuilder().held()], [pod]), seconds=60)
    assert [type(each) for each in stopped.actions] == [WriteStatus, DeleteJob]
    assert launched(run(gather([shown(lost)]), seconds=60)) == [(upload_name(1), 2)]
