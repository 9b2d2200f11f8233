"""What the policy does while a dependency is away: one probe at a time, few writes, and nobody's budget is spent."""

import dataclasses
import datetime as dt
import json
from dataclasses import dataclass, field

import pytest

from scorecard_operator.decisions import CreateJob, Plan, WriteStatus
from scorecard_operator.facts import Facts
from scorecard_operator.plan import plan
from scorecard_operator.resource import MAX_HISTORY, Status
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name
from tests.scorecard_operator.test_model import World

AWAY = "StorageUnreachable"
BROKEN = [UploadBuilder(number).broke(AWAY, -30) for number in (1, 2, 3)]
WAITING = [UploadBuilder(number) for number in (4, 5)]


def run(facts: Facts, seconds: float = 0, **variables: str) -> Plan:
    return plan(facts, make_settings(**variables), NOW + dt.timedelta(seconds=seconds))


def launches(found: Plan) -> list[tuple[str, int, bool]]:
    return [(each.upload.name, each.attempt, each.is_probe) for each in found.actions if isinstance(each, CreateJob)]


def writes(found: Plan) -> dict[str, Status]:
    return {each.upload.name: each.status for each in found.actions if isinstance(each, WriteStatus)}


def warned(found: Plan) -> list[str]:
    return [each.upload.name for each in found.actions if isinstance(each, WriteStatus) and each.is_warning]


def test_of_all_that_waits_one_probe_is_launched() -> None:
    assert launches(run(gather([*BROKEN, *WAITING]))) == [(upload_name(4), 1, True)]


def test_the_probe_waits_for_its_moment_and_the_loop_wakes_for_it() -> None:
    found = run(gather([*BROKEN, *WAITING]), seconds=-25)
    assert launches(found) == []
    assert found.wake_at == NOW - dt.timedelta(seconds=20)


def test_no_second_probe_is_launched_while_one_is_under_way() -> None:
    probe = UploadBuilder(4).in_flight()
    found = run(gather([*BROKEN, probe, *WAITING[1:]], [JobBuilder(4).probing()], [PodBuilder(4).running()]))
    assert launches(found) == []


def test_a_probe_that_kueue_does_not_admit_counts_no_longer_than_it_holds_a_slot() -> None:
    job = JobBuilder(4).probing().created(0).held(0)
    facts = gather([*BROKEN, UploadBuilder(4).in_flight(), *WAITING[1:]], [job])
    assert launches(run(facts, seconds=100)) == []
    assert launches(run(facts, seconds=130)) == [(upload_name(5), 1, True)]


def test_runs_that_began_before_go_on_and_do_not_hold_the_probe_back() -> None:
    early = UploadBuilder(6).in_flight().fetched(-100)
    facts = gather([*BROKEN, *WAITING, early], [JobBuilder(6)], [PodBuilder(6).running(-110)])
    assert launches(run(facts)) == [(upload_name(4), 1, True)]
    assert launches(run(facts, SCORECARD_MAX_CONCURRENT_JOBS="1")) == []


def test_a_probe_takes_its_turn_among_those_with_the_fewest_attempts() -> None:
    often = [UploadBuilder(number).broke(AWAY, -40, -30) for number in (1, 2)]
    once = [UploadBuilder(number).broke(AWAY, -30) for number in (3, 4)]
    once[1].spec(priority=5)
    assert launches(run(gather([*often, *once]))) == [(upload_name(4), 2, True)]


def test_an_upload_that_backs_off_from_the_outage_may_be_the_probe_and_one_that_crashed_may_not() -> None:
    backing_off = [UploadBuilder(n).broke(AWAY, -30, -20).status(nextAttemptAt=at(200)) for n in (1, 2)]
    crashed = UploadBuilder(3).broke("RunnerCrashed", -9, class_="application").status(nextAttemptAt=at(200))
    assert launches(run(gather([*backing_off, crashed]))) == [(upload_name(1), 3, True)]


def test_an_upload_at_the_cap_of_its_tenant_is_no_probe() -> None:
    early = UploadBuilder(6).spec(tenant="a").in_flight()
    facts = gather([*BROKEN, early, UploadBuilder(4).spec(tenant="a")], [JobBuilder(6)], [PodBuilder(6).running()])
    assert launches(run(facts, SCORECARD_MAX_CONCURRENT_JOBS_PER_TENANT="1")) == [(upload_name(1), 2, True)]


def test_what_waits_is_told_what_it_waits_for_and_no_place() -> None:
    told = writes(run(gather([*BROKEN, *WAITING]), seconds=-25))
    assert {name: (str(s.phase), s.reason) for name, s in told.items()} == {
        upload_name(number): ("Retrying" if number < 4 else "Queued", "DependencyUnavailable") for number in range(1, 6)
    }
    status = told[upload_name(1)]
    assert status.message.startswith("The storage of uploaded files is not available: ")
    assert (status.queue_position, status.estimated_start_time, status.next_attempt_at) == (None, None, None)
    assert status.failure is not None
    assert status.failure.reason == AWAY
    assert {c.type: (c.status, c.reason) for c in status.conditions} == {
        "Succeeded": ("Unknown", "DependencyUnavailable"),
        "Admitted": ("False", "DependencyUnavailable"),
        "Reconciling": ("True", "DependencyUnavailable"),
    }


def test_an_upload_that_is_to_be_read_again_is_told_that_the_row_holds_a_result() -> None:
    escalated = UploadBuilder(4).escalated()
    told = writes(run(gather([*BROKEN, escalated]), seconds=-25, SCORECARD_ESCALATE="true"))[upload_name(4)]
    assert (str(told.phase), told.reason) == ("Queued", "DependencyUnavailable")
    assert told.message.endswith("The row holds the first result.")


def told_of_the_outage(number: int) -> UploadBuilder:
    """Return an upload that was told once, of an older beginning than is known now."""
    status = writes(run(gather([UploadBuilder(number), *BROKEN]), seconds=-25))[upload_name(number)]
    text = status.model_dump_json(by_alias=True, exclude_none=True)
    return UploadBuilder(number).status(**json.loads(text.replace("11:59:30 UTC", "11:50:00 UTC")))


def test_it_is_told_once_whatever_becomes_known_of_the_beginning() -> None:
    found = run(gather([told_of_the_outage(4), *BROKEN]), seconds=-25)
    assert upload_name(4) not in writes(found)


def test_it_is_told_anew_when_it_is_another_dependency_that_is_away() -> None:
    broken = [UploadBuilder(number).broke("DatabaseUnreachable", -30) for number in (1, 2, 3)]
    status = writes(run(gather([told_of_the_outage(4), *broken]), seconds=-25))[upload_name(4)]
    assert status.message.startswith("The database is not available: ")


def test_once_it_is_back_all_slots_fill_and_the_rest_is_told_once() -> None:
    waiting = [told_of_the_outage(number) for number in range(4, 10)]
    facts = gather([*waiting, *BROKEN, UploadBuilder(10).reported().fetched(-5).status(phase="Succeeded")])
    found = run(facts)
    assert len(launches(found)) == 4
    assert not any(is_probe for *_, is_probe in launches(found))
    assert {status.reason for status in writes(found).values()} == {"WaitingForSlot"}
    assert len(launches(found)) + len(writes(found)) == len(waiting) + len(BROKEN)


def test_a_probe_that_failed_waits_with_the_others_costs_nothing_and_warns_nobody() -> None:
    probe = UploadBuilder(4).broke(AWAY, *[-90, -80, -70, -60, -50]).in_flight(6)
    pod = PodBuilder(4, 6).ended(20, {"reason": AWAY, "message": "It did not answer."})
    found = run(gather([*BROKEN, probe], [JobBuilder(4, 6).probing().finished("Failed")], [pod]))
    status = writes(found)[upload_name(4)]
    assert (str(status.phase), status.reason, status.next_attempt_at) == ("Retrying", "DependencyUnavailable", None)
    assert (status.history[-1].probe, status.history[-1].attempt) == (True, 6)
    assert status.failure is not None
    assert status.failure.message == "It did not answer."
    assert warned(found) == []


def test_a_probe_that_a_storage_refused_counts_for_it_may_be_a_single_file() -> None:
    probe = UploadBuilder(4).broke("StorageAccessDenied", *[-90, -80, -70, -60, -50]).in_flight(6)
    pod = PodBuilder(4, 6).ended(20, {"reason": "StorageAccessDenied"})
    found = run(gather([*BROKEN, probe], [JobBuilder(4, 6).probing().finished("Failed")], [pod]))
    assert str(writes(found)[upload_name(4)].phase) == "Failed"


def test_an_attempt_that_was_launched_before_counts_and_warns() -> None:
    late = UploadBuilder(4).broke(AWAY, *[-90, -80, -70, -60]).in_flight(5)
    pod = PodBuilder(4, 5).ended(20, {"reason": AWAY})
    found = run(gather([*BROKEN, late], [JobBuilder(4, 5).finished("Failed")], [pod]))
    assert (writes(found)[upload_name(4)].reason, warned(found)) == ("DependencyUnavailable", [upload_name(4)])
    last = UploadBuilder(4).broke(AWAY, *[-90, -80, -70, -60, -50]).in_flight(6)
    pod = PodBuilder(4, 6).ended(20, {"reason": AWAY})
    found = run(gather([*BROKEN, last], [JobBuilder(4, 6).finished("Failed")], [pod]))
    assert str(writes(found)[upload_name(4)].phase) == "Failed"


def test_an_upload_whose_job_was_refused_is_told_that() -> None:
    facts = dataclasses.replace(gather([*BROKEN, *WAITING]), refusals={upload_name(4): "exceeded quota"})
    found = run(facts)
    assert writes(found)[upload_name(4)].reason == "JobRefused"
    assert launches(found) == [(upload_name(5), 1, True)]


def test_one_bad_upload_never_holds_the_others_up() -> None:
    bad = UploadBuilder(1).broke(AWAY, -50, -40, -30, -20, -10).status(nextAttemptAt=at(60))
    found = run(gather([bad, *WAITING]))
    assert launches(found) == [(upload_name(4), 1, False), (upload_name(5), 1, False)]
    assert writes(found) == {}


@dataclass
class Drill:
    """A cluster whose storage is away until it is not: every run takes 15 s, the operator looks every 5 s."""

    world: World = field(default_factory=World)
    is_away: bool = True
    writes: int = 0
    warnings: int = 0
    launched: list[CreateJob] = field(default_factory=list)
    began: dict[str, float] = field(default_factory=dict)

    def look(self) -> None:
        """Let the operator look and act, the runs go on, old Jobs go, and time pass."""
        for action in plan(self.world.facts(), make_settings(), self.world.now).actions:
            self.writes += isinstance(action, WriteStatus)
            self.warnings += isinstance(action, WriteStatus) and action.is_warning
            self.launched += [action] if isinstance(action, CreateJob) else []
            self.world.perform(action)
        for name, run in list(self.world.runs.items()):
            age_s = self.world.seconds - self.began.setdefault(name, self.world.seconds)
            run.pod = run.pod or PodBuilder(run.upload, run.attempt).running(self.world.seconds)
            if age_s >= 15 and not run.is_over:
                self.world.end(run, 20 if self.is_away else 0, AWAY)
            elif age_s >= 60:
                del self.world.runs[name]
        self.world.now += dt.timedelta(seconds=5)

    def statuses(self) -> list[Status]:
        """Return the status of every upload."""
        return [self.world.fact(number).status for number in self.world.uploads]


@pytest.fixture(scope="module")
def drill() -> Drill:
    """Return 20 uploads after two hours without a storage."""
    drill = Drill()
    for number in range(1, 21):
        drill.world.uploads[number], drill.world.rows[number] = UploadBuilder(number), "uploaded"
    for _ in range(7200 // 5):
        drill.look()
    return drill


def test_two_hours_without_a_storage_fail_nobody_and_waste_little(drill: Drill) -> None:
    statuses = drill.statuses()
    assert {str(status.phase) for status in statuses} <= {"Queued", "Starting", "Running", "Retrying"}
    probes = [action for action in drill.launched if action.is_probe]
    assert len(drill.launched) - len(probes) <= 4
    assert 7200 / 80 <= len(probes) <= 7200 / 60
    per_upload = [sum(action.upload.name == upload_name(number) for action in probes) for number in range(1, 21)]
    assert max(per_upload) - min(per_upload) <= 1
    assert all(len(status.history) <= 5 < MAX_HISTORY for status in statuses)
    # Each is told once; a probe is told that it starts, runs, and waits again.
    assert drill.writes <= 20 + 3 * len(drill.launched)
    assert drill.warnings <= 4


def test_once_the_storage_is_back_everything_is_read_soon(drill: Drill) -> None:
    drill.is_away = False
    drill.writes, back_s = 0, drill.world.seconds
    while not all(str(status.phase) == "Succeeded" for status in drill.statuses()):
        drill.look()
        assert drill.world.seconds - back_s < 600
    # A minute until the next probe and its run, and then five rounds of four.
    assert drill.world.seconds - back_s <= 60 + 15 + 5 * 20
    assert drill.writes <= 20 * 4
