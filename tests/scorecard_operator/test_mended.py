"""One test for each bug that was mended, so that none comes back."""

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest

from scorecard_operator import crd
from scorecard_operator.budgets import find_next_attempt_time
from scorecard_operator.cache import Cache
from scorecard_operator.decisions import WriteStatus
from scorecard_operator.errors import InvalidSettings
from scorecard_operator.manifest import InvalidTemplateError, build_job, check_template
from scorecard_operator.outcome import AttemptFacts, Deadlines, Running, judge_attempt
from scorecard_operator.plan import plan
from scorecard_operator.quantity import parse_quantity_bytes, raise_limit
from scorecard_operator.resource import Attempt, Status
from scorecard_operator.settings import read_settings
from scorecard_operator.standing import InFlight, assess
from scorecard_operator.vocabulary import FailureClass
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings

SETTINGS = make_settings()


def written(pod: PodBuilder, job: JobBuilder | None = None, seconds: float = 0) -> Status:
    facts = gather([UploadBuilder().in_flight()], [job or JobBuilder()], [pod])
    (action,) = plan(facts, SETTINGS, NOW + dt.timedelta(seconds=seconds)).actions
    assert isinstance(action, WriteStatus)
    return action.status


@pytest.mark.parametrize(
    ("pod", "seconds"),
    [
        pytest.param(PodBuilder().waiting("ErrImagePull", "w" * 1024), 200, id="a long word of the kubelet"),
        pytest.param(PodBuilder().ended(70, {"message": "m" * 1000}), 0, id="a long word of the runner"),
    ],
)
def test_the_sentence_about_the_next_attempt_fits_into_the_status(pod: PodBuilder, seconds: float) -> None:
    assert len(written(pod, seconds=seconds).message) <= 1024


def test_a_hint_full_of_placeholders_fits_into_the_status() -> None:
    failure = written(PodBuilder().ended(70, {"hint": "<job>" * 200})).failure
    assert failure is not None
    assert len(failure.hint) <= 1024


def test_a_last_word_nested_too_deep_is_no_word() -> None:
    end = PodBuilder().ended(70).saying("[" * 4096).fact().termination
    assert end is not None
    assert end.word == ""


@pytest.mark.parametrize("key", ["reason", "message", "hint"])
@pytest.mark.parametrize("letter", [pytest.param("\ud800", id="half a letter"), pytest.param("\0", id="a zero byte")])
def test_letters_that_neither_status_nor_row_can_hold_are_left_out(key: str, letter: str) -> None:
    failure = written(PodBuilder().ended(70, {key: f"a{letter}b"})).failure
    assert failure is not None
    assert letter not in f"{failure.reason} {failure.message} {failure.hint}"


@pytest.mark.parametrize("value", [None, 7, {"name": "jane"}, ["jane"]])
def test_a_word_that_is_no_text_counts_as_not_said(value: object) -> None:
    said = {"outcome": value, "reason": value, "message": value, "hint": value}
    end = PodBuilder().ended(70).saying(json.dumps(said)).fact().termination
    assert end is not None
    assert (end.outcome, end.word, end.message, end.hint) == ("", "", "", "")


def test_an_end_that_the_kubelet_cannot_date_is_not_before_its_pod() -> None:
    pod = PodBuilder().ended(137, reason="ContainerStatusUnknown")
    pod.body["status"]["containerStatuses"][0]["state"]["terminated"] |= {"startedAt": None, "finishedAt": None}
    status = written(pod)
    assert status.next_attempt_at is not None
    assert status.next_attempt_at > at(-9)
    assert [entry.finished_at for entry in status.history] == [at(-9)]


def test_the_pod_of_a_namesake_s_job_does_not_speak_for_ours() -> None:
    pod = PodBuilder().ended(10, {"reason": "EmptyFile"})
    pod.body["metadata"]["ownerReferences"] = [{"uid": "job-of-an-upload-deleted-before", "controller": True}]
    facts = gather([UploadBuilder().in_flight()], [JobBuilder()], [pod])
    assert isinstance(assess(facts.uploads[0], facts, SETTINGS, NOW), InFlight)


def test_an_eviction_stays_one_when_the_job_has_finished_too() -> None:
    pod, job = PodBuilder().failed("Evicted"), JobBuilder().finished("Failed", "BackoffLimitExceeded")
    assert written(pod, job).reason == "Evicted"


def test_a_result_that_is_reported_again_may_be_a_moment_late_too() -> None:
    pod = PodBuilder().ended(0, {"outcome": "nothing-to-do", "reason": "Parsed", "rowReported": True})
    attempt = AttemptFacts(1, JobBuilder().fact(), pod.fact())
    outcome = judge_attempt(UploadBuilder().in_flight().fact(), attempt, Deadlines(start_s=120, run_s=300), NOW)
    assert isinstance(outcome, Running)


def test_no_wait_is_longer_than_the_cap() -> None:
    history = [Attempt(attempt=n, class_=FailureClass.DEPENDENCY, reason="x", finished_at=at(0)) for n in range(1, 6)]
    settings = make_settings(SCORECARD_BACKOFF_CAP_SECONDS="15")
    for number in range(50):
        moment = find_next_attempt_time(
            history, FailureClass.DEPENDENCY, uid=f"uid-{number}", finished_at=NOW, settings=settings, max_attempts=None
        )
        assert moment is not None
        assert (moment - NOW).total_seconds() <= 15


def test_a_late_event_of_a_namesake_does_not_undo_the_new_one() -> None:
    cache = Cache()
    bodies = {}
    for uid, version in (("old", "8"), ("new", "9")):
        bodies[uid] = UploadBuilder().raw()
        bodies[uid]["metadata"] |= {"uid": uid, "resourceVersion": version}
    cache.uploads.put(bodies["new"])
    cache.uploads.put(bodies["old"])
    cache.uploads.remove(bodies["old"])
    assert [fact.uid for fact in cache.uploads.facts.values()] == ["new"]


@pytest.mark.parametrize("limit", ["2G", "700M", "100Ki", "1000000k"])
def test_a_raised_limit_is_never_below_the_first(limit: str) -> None:
    raised, first = parse_quantity_bytes(raise_limit(limit, doublings=1, cap=limit)), parse_quantity_bytes(limit)
    assert raised is not None
    assert first is not None
    assert raised >= first


@pytest.mark.parametrize(
    "pod",
    [
        pytest.param({"resources": {"limits": {"memory": 2**29}}}, id="memory as a plain number"),
        pytest.param({"env": None, "resources": None}, id="empty parts of the runner"),
    ],
)
def test_a_template_as_kubernetes_takes_it_is_taken(pod: dict[str, Any]) -> None:
    template: dict[str, Any] = {"metadata": None, "spec": {"containers": [{"name": "runner", **pod}]}}
    assert build_job(UploadBuilder().fact(), 1, template, SETTINGS, memory_doublings=0)["kind"] == "Job"
    template = {"metadata": {"labels": None}, "spec": {"containers": [{"name": "runner", **pod}]}}
    assert build_job(UploadBuilder().fact(), 1, template, SETTINGS, memory_doublings=1)["kind"] == "Job"


@pytest.mark.parametrize("containers", [["runner"], "runner", {"name": "runner"}, [None], 7])
def test_a_template_whose_containers_are_none_is_refused(containers: object) -> None:
    with pytest.raises(InvalidTemplateError):
        check_template({"spec": {"containers": containers}})


def test_every_wrong_variable_is_named_at_once_whatever_is_wrong_with_it() -> None:
    wrong = {
        "DATABASE_URL": "mysql://u:top-secret@h/d",
        "SCORECARD_MEMORY_LIMIT_CAP": "lots",
        "SCORECARD_HEALTH_PORT": "0",
    }
    with pytest.raises(InvalidSettings) as refusal:
        read_settings({"SCORECARD_NAMESPACE": "cards"} | wrong)
    assert sorted(line.partition(" ")[0] for line in str(refusal.value).splitlines()) == sorted(wrong)


FOREIGN = {"type": "Audited", "status": "True", "reason": "Seen", "lastTransitionTime": at(-5)}


def test_a_condition_of_a_stranger_does_not_stop_the_operator() -> None:
    unwritten = {"type": "RowReported", "status": "False", "reason": "RowNotWritten", "lastTransitionTime": at(-5)}
    upload = UploadBuilder().status(phase="Cancelled", reason="Cancelled", conditions=[FOREIGN, unwritten])
    facts = dataclasses.replace(gather([upload]), reported_rows={"uid-1": "failed"})
    (action,) = plan(facts, SETTINGS, NOW).actions
    assert isinstance(action, WriteStatus)
    assert [condition.type for condition in action.status.conditions] == ["RowReported"]


def test_a_condition_of_a_stranger_is_no_news() -> None:
    first = written(PodBuilder().running()).model_dump(by_alias=True, exclude_none=True, mode="json")
    first["conditions"].append(FOREIGN)
    again = gather([UploadBuilder().status(**first)], [JobBuilder()], [PodBuilder().running()])
    assert plan(again, SETTINGS, NOW).actions == ()


@pytest.mark.parametrize(
    "node",
    [
        pytest.param({"type": "object", "additionalProperties": {"type": "string"}}, id="a map"),
        pytest.param({"anyOf": [{"type": "integer"}, {"type": "null"}], "default": 3}, id="a default beside null"),
    ],
)
def test_nothing_is_dropped_in_silence(node: dict[str, Any]) -> None:
    with pytest.raises(crd.NotStructuralError):
        crd.structural(node, {})
