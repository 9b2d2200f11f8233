"""The policy, as sentences."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from scorecard_operator.decisions import ConfirmGone, CreateJob, DeleteJob, Plan, ReportRow, Skipped, WriteStatus
from scorecard_operator.drafts import write_status
from scorecard_operator.facts import Facts, UploadFact
from scorecard_operator.launches import count_held_slots
from scorecard_operator.plan import plan
from scorecard_operator.projection import draft_queued
from scorecard_operator.resource import Status
from scorecard_operator.settings import Settings, read_settings
from scorecard_operator.standing import Standing, assess
from scorecard_operator.vocabulary import Phase
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, upload_name

BASE = {"SCORECARD_NAMESPACE": "cards", "DATABASE_URL": "postgresql://u:p@db/x"}


def make_settings(**variables: str) -> Settings:
    return read_settings(BASE | variables)


def run(facts: Facts, seconds: float = 0, **variables: str) -> Plan:
    return plan(facts, make_settings(**variables), NOW + dt.timedelta(seconds=seconds))


def launches(found: Plan) -> list[tuple[str, int]]:
    return [(a.upload.name, a.attempt) for a in found.actions if isinstance(a, CreateJob)]


def writes(found: Plan) -> dict[str, Status]:
    return {a.upload.name: a.status for a in found.actions if isinstance(a, WriteStatus)}


def only_write(found: Plan) -> Status:
    statuses = list(writes(found).values())
    assert len(statuses) == 1
    return statuses[0]


def test_a_new_upload_is_launched_at_once_when_a_slot_is_free() -> None:
    found = run(gather([UploadBuilder(1)]))
    assert launches(found) == [(upload_name(1), 1)]
    assert writes(found) == {}


def test_no_more_than_the_slots_are_launched_and_the_rest_is_queued_with_its_place() -> None:
    found = run(gather([UploadBuilder(n) for n in range(1, 7)]), SCORECARD_MAX_CONCURRENT_JOBS="4")
    assert [name for name, _ in launches(found)] == [upload_name(n) for n in range(1, 5)]
    assert {name: s.phase for name, s in writes(found).items()} == {
        upload_name(5): Phase.QUEUED,
        upload_name(6): Phase.QUEUED,
    }
    assert writes(found)[upload_name(6)].queue_position == 2


def test_a_higher_priority_goes_first_whatever_its_age() -> None:
    found = run(gather([UploadBuilder(1), UploadBuilder(2).spec(priority=5)]), SCORECARD_MAX_CONCURRENT_JOBS="1")
    assert launches(found) == [(upload_name(2), 1)]


def test_a_running_job_holds_its_slot() -> None:
    facts = gather([UploadBuilder(1).in_flight(), UploadBuilder(2)], [JobBuilder(1)], [PodBuilder(1).running()])
    assert count_held_slots(facts, make_settings(), NOW) == 1
    assert launches(run(facts, SCORECARD_MAX_CONCURRENT_JOBS="1")) == []


def test_the_runners_word_frees_the_slot_before_the_job_ends() -> None:
    facts = gather(
        [UploadBuilder(1).in_flight().reported(), UploadBuilder(2)], [JobBuilder(1)], [PodBuilder(1).running()]
    )
    assert count_held_slots(facts, make_settings(), NOW) == 0
    assert launches(run(facts, SCORECARD_MAX_CONCURRENT_JOBS="1")) == [(upload_name(2), 1)]


def test_a_job_of_a_deleted_upload_still_holds_a_slot() -> None:
    facts = gather([UploadBuilder(2)], [JobBuilder(1)])
    assert launches(run(facts, SCORECARD_MAX_CONCURRENT_JOBS="1")) == []


def test_a_job_found_after_a_restart_is_adopted_instead_of_launched_again() -> None:
    found = run(gather([UploadBuilder(1)], [JobBuilder(1)]))
    assert launches(found) == []
    status = only_write(found)
    assert (status.phase, status.attempts) == (Phase.STARTING, 1)
    assert status.job_name == f"ocr-{upload_name(1)}-1"


def test_the_reported_result_makes_it_succeed_before_the_pod_is_seen_to_end() -> None:
    facts = gather([UploadBuilder(1).in_flight().reported()], [JobBuilder(1)], [PodBuilder(1).running()])
    status = only_write(run(facts))
    assert status.phase is Phase.SUCCEEDED
    assert {c.type: c.status for c in status.conditions} == {"Succeeded": "True", "Verified": "True"}
    assert status.timeline is not None
    assert status.timeline.stored == at(-1)


def test_exit_code_0_waits_a_moment_for_the_report_and_then_counts_without_it() -> None:
    said = {"outcome": "parsed", "reason": "Parsed", "rowReported": True}
    facts = gather([UploadBuilder(1).in_flight()], [JobBuilder(1)], [PodBuilder(1).ended(0, said)])
    assert only_write(run(facts)).phase is Phase.RUNNING
    assert only_write(run(facts, seconds=30)).phase is Phase.SUCCEEDED


@pytest.mark.parametrize(
    ("pod", "want_class", "want_reason"),
    [
        pytest.param(
            PodBuilder().ended(20, {"reason": "ObjectNotFound"}),
            "dependency",
            "ObjectNotFound",
            id="the runner's exit code 20 is a dependency",
        ),
        pytest.param(PodBuilder().ended(70), "application", "RunnerCrashed", id="a silent crash is the application"),
        pytest.param(PodBuilder().ended(137, reason="OOMKilled"), "memory", "OOMKilled", id="an OOM kill is memory"),
        pytest.param(PodBuilder().ended(137).disrupted(), "infrastructure", "Evicted", id="a drain is infrastructure"),
        pytest.param(
            PodBuilder().ended(128, reason="StartError"),
            "infrastructure",
            "RunnerCrashed",
            id="a container that could not begin is infrastructure",
        ),
        pytest.param(
            PodBuilder().ended(-1, "no json {"), "application", "RunnerCrashed", id="a foreign message is ignored"
        ),
    ],
)
def test_a_broken_attempt_is_retried_by_class(pod: PodBuilder, want_class: str, want_reason: str) -> None:
    status = only_write(run(gather([UploadBuilder().in_flight()], [JobBuilder()], [pod])))
    assert status.phase is Phase.RETRYING
    assert status.failure is not None
    assert (status.failure.class_, status.failure.reason) == (want_class, want_reason)
    assert [entry.attempt for entry in status.history] == [1]


def test_an_input_error_fails_at_once_and_needs_no_row_from_us() -> None:
    said = {"reason": "UnsupportedFormat", "message": "No picture.", "hint": "Upload one.", "rowReported": True}
    facts = gather([UploadBuilder().in_flight()], [JobBuilder()], [PodBuilder().ended(10, said)])
    status = only_write(run(facts))
    assert status.phase is Phase.FAILED
    assert {c.type: c.status for c in status.conditions} == {
        "Succeeded": "False",
        "Stalled": "True",
        "RowReported": "True",
    }


def test_the_last_attempt_of_a_class_fails_and_asks_for_the_row() -> None:
    history = [{"attempt": n, "class": "application", "reason": "RunnerCrashed", "finishedAt": at(-50)} for n in (1, 2)]
    upload = UploadBuilder().in_flight(3).status(history=history)
    facts = gather([upload], [JobBuilder(attempt=3)], [PodBuilder(attempt=3).ended(70)])
    status = only_write(run(facts))
    assert status.phase is Phase.FAILED
    written = UploadBuilder().status(**status.model_dump(by_alias=True, exclude_none=True, mode="json"))
    assert [type(a) for a in run(gather([written])).actions] == [ReportRow]
    facts = dataclasses.replace(gather([written]), reported_rows={"uid-1": "failed"})
    assert {c.type: c.status for c in only_write(run(facts)).conditions}["RowReported"] == "True"


def test_infrastructure_failures_never_burn_the_budget_of_the_application() -> None:
    history = [
        {"attempt": n, "class": "infrastructure", "reason": "Evicted", "finishedAt": at(-50)} for n in range(1, 6)
    ]
    upload = UploadBuilder().in_flight(6).status(history=history)
    status = only_write(run(gather([upload], [JobBuilder(attempt=6)], [PodBuilder(attempt=6).ended(70)])))
    assert status.phase is Phase.RETRYING


def test_the_next_attempt_waits_for_its_time_and_then_starts_with_more_memory_after_an_oom_kill() -> None:
    history = [{"attempt": 1, "class": "memory", "reason": "OOMKilled", "finishedAt": at(-5)}]
    upload = UploadBuilder().in_flight(1).status(phase="Retrying", history=history, nextAttemptAt=at(5))
    facts = gather([upload], [JobBuilder().finished("Failed")])
    early = run(facts)
    assert early.actions == ()
    assert early.wake_at == NOW + dt.timedelta(seconds=5)
    late = [a for a in run(facts, seconds=6).actions if isinstance(a, CreateJob)]
    assert [(a.attempt, a.memory_doublings) for a in late] == [(2, 1)]


def test_the_next_attempt_never_starts_beside_a_living_one() -> None:
    history = [{"attempt": 1, "class": "application", "reason": "RunDeadlineExceeded", "finishedAt": at(-5)}]
    upload = UploadBuilder().in_flight(1).status(phase="Retrying", history=history, nextAttemptAt=at(-1))
    found = run(gather([upload], [JobBuilder()], [PodBuilder().running()]))
    assert launches(found) == []
    assert [a.job.attempt for a in found.actions if isinstance(a, DeleteJob)] == [1]


def test_a_job_that_should_be_there_is_asked_for_before_anything_is_decided() -> None:
    facts = gather([UploadBuilder().in_flight()])
    assert [type(a) for a in run(facts).actions] == [ConfirmGone]
    gone = dataclasses.replace(facts, gone_jobs=frozenset({f"ocr-{upload_name(1)}-1"}))
    assert only_write(run(gone)).reason == "PodLost"


def test_a_picture_that_cannot_be_pulled_shows_at_once_and_ends_at_the_start_deadline() -> None:
    pod = PodBuilder().waiting("ImagePullBackOff", "no such image")
    facts = gather([UploadBuilder().in_flight()], [JobBuilder()], [pod])
    status = only_write(run(facts))
    assert (status.phase, status.reason, status.message) == (Phase.STARTING, "ImagePullBackOff", "no such image")
    late = only_write(run(facts, seconds=200))
    assert late.failure is not None
    assert (late.phase, late.failure.class_) == (Phase.RETRYING, "infrastructure")
    assert "no such image" in late.failure.message


def test_a_pod_without_a_node_shows_the_schedulers_words() -> None:
    facts = gather([UploadBuilder().in_flight()], [JobBuilder()], [PodBuilder().unschedulable("0/1 nodes")])
    assert (only_write(run(facts)).reason, only_write(run(facts)).message) == ("Unschedulable", "0/1 nodes")


def test_a_pod_that_waits_a_moment_for_the_room_of_the_one_before_is_not_news() -> None:
    facts = gather([UploadBuilder().in_flight()], [JobBuilder()], [PodBuilder().unschedulable("0/1 nodes")])
    young = run(facts, seconds=-6)
    assert only_write(young).reason == "Launched"
    assert young.wake_at == NOW + dt.timedelta(seconds=-9 + 5)


def test_two_words_of_the_kubelet_for_an_image_it_cannot_pull_make_one_write() -> None:
    first = only_write(run(gather([UploadBuilder()], [JobBuilder()], [PodBuilder().waiting("ErrImagePull", "denied")])))
    upload = UploadBuilder().status(**first.model_dump(by_alias=True, exclude_none=True, mode="json"))
    second = run(gather([upload], [JobBuilder()], [PodBuilder().waiting("ImagePullBackOff", "Back-off pulling")]))
    assert (first.reason, first.message, second.actions) == ("ErrImagePull", "denied", ())


def test_a_runner_past_its_hard_limit_is_given_up() -> None:
    facts = gather([UploadBuilder().in_flight()], [JobBuilder()], [PodBuilder().running()])
    assert only_write(run(facts, seconds=301)).reason == "RunDeadlineExceeded"


@pytest.mark.parametrize("phase", ["Succeeded", "Failed", "Cancelled"])
def test_a_terminal_phase_absorbs_everything(phase: str) -> None:
    upload = UploadBuilder().in_flight().status(phase=phase).spec(cancelled=True)
    found = run(gather([upload], [JobBuilder().finished("Failed")], [PodBuilder().ended(70)]))
    assert found.actions == ()


def test_cancelling_stops_a_running_upload_and_says_so_in_the_row() -> None:
    upload = UploadBuilder().in_flight().spec(cancelled=True)
    status = only_write(run(gather([upload], [JobBuilder()], [PodBuilder().running()])))
    assert status.phase is Phase.CANCELLED
    written = UploadBuilder().status(**status.model_dump(by_alias=True, exclude_none=True, mode="json"))
    found = run(gather([written], [JobBuilder()], [PodBuilder().running()]))
    assert {type(a) for a in found.actions} == {DeleteJob, ReportRow}


def test_an_upload_that_is_being_deleted_is_left_alone() -> None:
    upload = UploadBuilder()
    upload.body["metadata"]["deletionTimestamp"] = at(-1)
    assert run(gather([upload])).actions == ()


def test_a_namesake_deleted_before_keeps_the_new_upload_waiting() -> None:
    found = run(gather([UploadBuilder()], [JobBuilder().owned_by("uid-old")]))
    assert launches(found) == []


def test_a_refused_job_shows_why_and_is_not_asked_for_again_in_the_same_breath() -> None:
    facts = dataclasses.replace(gather([UploadBuilder()]), refusals={upload_name(1): "exceeded quota"})
    status = only_write(run(facts))
    assert (status.phase, status.reason, status.message) == (Phase.QUEUED, "JobRefused", "exceeded quota")


def test_a_status_that_says_it_already_is_not_written_again() -> None:
    facts = gather([UploadBuilder()], [JobBuilder()])
    written = only_write(run(facts)).model_dump(by_alias=True, exclude_none=True, mode="json")
    assert run(gather([UploadBuilder().status(**written)], [JobBuilder()])).actions == ()


@pytest.mark.parametrize(
    ("shown", "place", "written"),
    [
        pytest.param(None, 7, 7, id="a new one is written"),
        pytest.param(9, 8, None, id="a move by one is not"),
        pytest.param(90, 11, None, id="nor any move between ten and a hundred"),
        pytest.param(11, 10, 10, id="coming among the first ten is"),
        pytest.param(101, 100, 100, id="and among the first hundred"),
        pytest.param(8, 20, None, id="being overtaken is not, or a burst of uploads would write twice for each"),
    ],
)
def test_a_place_in_the_queue_is_written_in_coarse_steps(shown: int | None, place: int, written: int | None) -> None:
    last = UploadBuilder(place)
    if shown is not None:
        fields = draft_queued(last.fact(), shown, None, refusal="")
        status = write_status(last.fact(), fields, NOW)
        last = last.status(**status.model_dump(by_alias=True, exclude_none=True, mode="json"))
    uploads = [UploadBuilder(500).in_flight(), *(UploadBuilder(n) for n in range(1, place)), last]
    found = writes(run(gather(uploads, [JobBuilder(500)]), SCORECARD_MAX_CONCURRENT_JOBS="1"))
    assert (found[upload_name(place)].queue_position if upload_name(place) in found else None) == written


def test_an_upload_that_cannot_be_judged_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def assess_or_break(upload: UploadFact, *rest: Any) -> Standing:
        if upload.name == upload_name(1):
            raise ZeroDivisionError("by accident")
        return assess(upload, *rest)

    monkeypatch.setattr("scorecard_operator.plan.assess", assess_or_break)
    found = run(gather([UploadBuilder(1), UploadBuilder(2)]))
    assert launches(found) == [(upload_name(2), 1)]
    assert found.skipped == (Skipped(upload_name(1), "ZeroDivisionError: by accident"),)
