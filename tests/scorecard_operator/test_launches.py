"""Which uploads start: slots, caps, the launch rate, and whose turn it is."""

import dataclasses
import datetime as dt

import pytest

from scorecard_operator.decisions import CreateJob, Plan
from scorecard_operator.facts import Facts
from scorecard_operator.plan import plan
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name


def run(facts: Facts, **variables: str) -> Plan:
    return plan(facts, make_settings(**variables), NOW)


def launched(found: Plan) -> list[str]:
    return [action.upload.name for action in found.actions if isinstance(action, CreateJob)]


def running(number: int, tenant: str, created_s: float = -10) -> tuple[UploadBuilder, JobBuilder, PodBuilder]:
    """Return an upload of the tenant with its running Job."""
    job = JobBuilder(number).created(created_s)
    return UploadBuilder(number).spec(tenant=tenant).in_flight(), job, PodBuilder(number).running()


def test_a_free_slot_goes_to_the_tenant_that_holds_fewer() -> None:
    busy, job, pod = running(1, "large")
    facts = gather([busy, UploadBuilder(2).spec(tenant="large"), UploadBuilder(3).spec(tenant="small")], [job], [pod])
    assert launched(run(facts, SCORECARD_MAX_CONCURRENT_JOBS="2")) == [upload_name(3)]


@pytest.mark.parametrize(
    ("variables", "started"),
    [
        pytest.param({}, [2, 3, 4], id="without caps all slots are filled"),
        pytest.param({"SCORECARD_MAX_CONCURRENT_JOBS_PER_TENANT": "2"}, [2, 4], id="a tenant at its cap waits"),
        pytest.param({"SCORECARD_MAX_CONCURRENT_JOBS_PER_NAMESPACE": "2"}, [4], id="a namespace at its cap waits"),
        pytest.param({"SCORECARD_LAUNCHES_PER_MINUTE": "3"}, [4, 2], id="as many as the rate allows, by turn"),
    ],
)
def test_caps_and_rate_hold_launches_back(variables: dict[str, str], started: list[int]) -> None:
    busy, job, pod = running(1, "large")
    waiting = [UploadBuilder(n).spec(tenant="small" if n == 4 else "large") for n in (2, 3, 4)]
    found = launched(run(gather([busy, *waiting], [job], [pod]), **variables))
    assert sorted(found) == sorted(upload_name(number) for number in started)


def test_a_tenant_at_its_cap_holds_nobody_else_up() -> None:
    busy, job, pod = running(1, "large")
    facts = gather([busy, UploadBuilder(2).spec(tenant="large", priority=9), UploadBuilder(3)], [job], [pod])
    assert launched(run(facts, SCORECARD_MAX_CONCURRENT_JOBS_PER_TENANT="1")) == [upload_name(3)]


def test_what_a_tenant_at_its_cap_has_waiting_does_not_make_others_of_its_priority_pressing() -> None:
    busy, job, pod = running(1, "large")
    old = UploadBuilder(2).spec(tenant="large", priority=1)
    old.body["metadata"]["creationTimestamp"] = at(-9000)
    lower, fresh = UploadBuilder(3), UploadBuilder(4).spec(tenant="small", priority=1)
    lower.body["metadata"]["creationTimestamp"] = at(-600)
    facts = gather([busy, old, lower, fresh], [job], [pod])
    variables = {"SCORECARD_MAX_CONCURRENT_JOBS_PER_TENANT": "1", "SCORECARD_MAX_CONCURRENT_JOBS": "2"}
    assert launched(run(facts, **variables)) == [upload_name(3)]


def test_the_loop_wakes_when_the_rate_lets_the_next_one_start() -> None:
    busy, job, pod = running(1, "large", created_s=-45)
    found = run(gather([busy, UploadBuilder(2)], [job], [pod]), SCORECARD_LAUNCHES_PER_MINUTE="1")
    assert launched(found) == []
    assert found.wake_at == NOW + dt.timedelta(seconds=15)


def test_an_upload_that_may_not_start_yet_takes_no_turn_of_its_tenant() -> None:
    facts = gather([UploadBuilder(1).spec(tenant="a"), UploadBuilder(2).spec(tenant="a")])
    facts = dataclasses.replace(facts, refusals={upload_name(1): "exceeded quota"})
    assert launched(run(facts, SCORECARD_MAX_CONCURRENT_JOBS="1")) == [upload_name(2)]
