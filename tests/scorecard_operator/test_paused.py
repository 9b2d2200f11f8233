"""Launches that an admin paused, and caps that changed: what waits stays queued, what runs goes on."""

import datetime as dt

import pytest

from scorecard_operator.actions import dump_status
from scorecard_operator.decisions import CreateJob, DeleteJob, Plan, ReportRow, WriteStatus
from scorecard_operator.facts import Facts
from scorecard_operator.live import LiveSettings, apply, hold, read_live
from scorecard_operator.plan import plan
from scorecard_operator.resource import Status
from scorecard_operator.vocabulary import Phase
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name

SETTINGS = make_settings(SCORECARD_LIVE_SETTINGS_CONFIG_MAP="ocr-live")


def live(**data: str) -> LiveSettings:
    """Return what an admin set."""
    return read_live(data, LiveSettings()).settings


PAUSED = apply(SETTINGS, live(paused="true"))
ENDED = UploadBuilder(9).status(phase="Succeeded", reason="Parsed", durationSeconds=30, completionTime=at(-60))


def while_paused(facts: Facts, seconds: float = 0) -> Plan:
    return plan(facts, PAUSED, NOW + dt.timedelta(seconds=seconds))


def writes(found: Plan) -> dict[str, Status]:
    return {a.upload.name: a.status for a in found.actions if isinstance(a, WriteStatus)}


def launches(found: Plan) -> list[str]:
    return [a.upload.name for a in found.actions if isinstance(a, CreateJob)]


def running(number: int) -> tuple[UploadBuilder, JobBuilder, PodBuilder]:
    upload = UploadBuilder(number).in_flight().reading()
    return upload.status(phase="Running"), JobBuilder(number), PodBuilder(number).running()


def test_while_paused_nothing_is_launched_and_who_waits_is_told_how_it_goes_on() -> None:
    found = while_paused(gather([UploadBuilder(1), ENDED]))
    status = writes(found)[upload_name(1)]
    assert launches(found) == []
    assert (status.phase, status.reason, status.message) == (Phase.QUEUED, "Paused", PAUSED.pause)
    assert (status.queue_position, status.estimated_start_time) == (1, None)
    admitted = next(condition for condition in status.conditions if condition.type == "Admitted")
    assert (admitted.status, admitted.reason) == ("False", "Paused")


def test_a_pause_costs_one_write_and_its_end_another() -> None:
    waiting = UploadBuilder(2)
    busy = running(1)
    cap_one = {"max_concurrent_jobs": 1}
    told = []
    for settings in (SETTINGS, PAUSED, PAUSED, SETTINGS, SETTINGS):
        facts = gather([busy[0], waiting, ENDED], [busy[1]], [busy[2]])
        status = writes(plan(facts, settings.model_copy(update=cap_one), NOW)).get(upload_name(2))
        if status is not None:
            waiting = UploadBuilder(2).status(**dump_status(status))
            told.append((status.reason, status.estimated_start_time is not None))
    assert told == [("WaitingForSlot", True), ("Paused", False), ("WaitingForSlot", True)]


def test_what_runs_when_launches_are_paused_goes_on_to_its_end() -> None:
    upload, job, pod = running(1)
    assert not [a for a in while_paused(gather([upload], [job], [pod])).actions if isinstance(a, DeleteJob)]
    reported = gather([running(1)[0].reported()], [job], [pod])
    assert writes(while_paused(reported))[upload_name(1)].phase is Phase.SUCCEEDED


def test_an_attempt_that_breaks_while_paused_waits_for_the_end_of_the_pause() -> None:
    upload, job, _ = running(1)
    broken = writes(while_paused(gather([upload], [job], [PodBuilder().ended(70)])))[upload_name(1)]
    assert broken.phase is Phase.RETRYING
    retrying = UploadBuilder().status(**dump_status(broken))
    due = while_paused(gather([retrying], [job.finished("Failed")], [PodBuilder().ended(70)]), seconds=60)
    assert (launches(due), writes(due)[upload_name(1)].reason) == ([], "Paused")


def test_cancelling_works_while_paused() -> None:
    upload, job, pod = running(1)
    found = while_paused(gather([upload.spec(cancelled=True), UploadBuilder(2).spec(cancelled=True)], [job], [pod]))
    assert [status.phase for status in writes(found).values()] == [Phase.CANCELLED, Phase.CANCELLED]
    stopped = UploadBuilder(1).status(**dump_status(writes(found)[upload_name(1)]))
    after = while_paused(gather([stopped], [job], [pod]))
    assert {type(action) for action in after.actions} == {DeleteJob, ReportRow}


def test_a_retry_that_is_asked_for_while_paused_is_answered_and_waits() -> None:
    upload = UploadBuilder().status(phase="Failed", reason="OOMKilled", attempts=1)
    upload.body["metadata"]["annotations"] = {"scorecards.cricksy.io/retryRequestedAt": "now"}
    answered = writes(while_paused(gather([upload])))[upload_name(1)]
    assert (answered.phase, answered.last_handled_retry_at) == (Phase.QUEUED, "now")
    upload.body["status"] = dump_status(answered)
    found = while_paused(gather([upload]))
    assert (launches(found), writes(found)[upload_name(1)].reason) == ([], "Paused")


def test_who_is_to_be_read_again_hears_that_the_row_holds_a_result() -> None:
    settings = PAUSED.model_copy(update={"is_escalating": True})
    facts = gather([UploadBuilder().escalated()], [JobBuilder().finished()])
    status = writes(plan(facts, settings, NOW))[upload_name(1)]
    assert status.reason == "Paused"
    assert status.message == f"The row holds the first result. {PAUSED.pause}"


def test_while_nobody_knows_whether_launches_are_paused_there_are_none() -> None:
    found = plan(gather([UploadBuilder()]), hold(SETTINGS), NOW)
    assert (launches(found), writes(found)[upload_name(1)].reason) == ([], "Paused")


def test_a_queue_that_was_paused_starts_in_its_old_order() -> None:
    found = plan(gather([UploadBuilder(n) for n in (3, 1, 2)]), apply(PAUSED, live(maxConcurrentJobs="2")), NOW)
    assert launches(found) == [upload_name(1), upload_name(2)]


@pytest.mark.parametrize(
    ("said", "started"),
    [
        pytest.param(live(), 2, id="the environment's four slots"),
        pytest.param(live(maxConcurrentJobs="9"), 5, id="more slots"),
        pytest.param(live(maxConcurrentJobs="1"), 0, id="fewer slots than run"),
        pytest.param(live(maxConcurrentJobsPerTenant="3"), 1, id="a cap for each tenant"),
        pytest.param(live(maxConcurrentJobsPerNamespace="2"), 0, id="a cap for each namespace"),
        pytest.param(live(launchesPerMinute="3"), 1, id="a lower rate"),
    ],
)
def test_a_cap_that_changed_holds_for_the_next_launches_and_stops_nothing_that_runs(
    said: LiveSettings, started: int
) -> None:
    busy = [running(number) for number in (1, 2)]
    uploads = [upload for upload, _, _ in busy] + [UploadBuilder(number) for number in range(3, 8)]
    facts = gather(uploads, [job for _, job, _ in busy], [pod for _, _, pod in busy])
    found = plan(facts, apply(SETTINGS, said), NOW)
    assert len(launches(found)) == started
    assert not [action for action in found.actions if isinstance(action, DeleteJob)]
