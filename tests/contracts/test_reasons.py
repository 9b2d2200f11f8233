"""Reasons, conditions and Events: the page explains every word that the programs have, each once, and no other."""

import re
from collections import Counter

import pytest

from scorecard_operator import cluster, crd, failures
from scorecard_operator.failures import Broken
from scorecard_operator.outcome import AttemptFacts, Deadlines, judge_attempt
from scorecard_operator.vocabulary import ConditionType, Phase, Reason
from scorecard_runner.claim import FIRST_RESULT_KEPT, RESULT_REUSED
from scorecard_runner.errors import RunnerError
from scorecard_runner.termination import last_word_on
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder
from tests.contracts.endings import CLAIMED, HELD, NOTHING_TO_DO, end_of_run, leaves_of
from tests.contracts.environments import look_up, values
from tests.contracts.pages import ROOT, Row, marked, section_of, table_of

PAGE = ROOT / "docs" / "events-and-conditions.md"
TITLES = re.findall(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
BY_KUBERNETES = "A pod that does not start, as Kubernetes says it"
TABLES = {title: table_of(PAGE, title) for title in TITLES if "\n| reason |" in section_of(PAGE, title)}
ROWS = [row for rows in TABLES.values() for row in rows]
SAID_BY_RUNNERS = {
    *(leaf.reason for leaf in leaves_of()),
    *(word.reason for _, word in (end_of_run(CLAIMED), end_of_run(CLAIMED, HELD), end_of_run(NOTHING_TO_DO))),
    FIRST_RESULT_KEPT,
    RESULT_REUSED,
}
# What is said in the pod's own message only: the upload says that the pod was lost.
NOT_PASSED_ON = {"Superseded"}
NAMED = values() | {"spec": crd.openapi_schema()["properties"]["spec"]["properties"]}
PATH = re.compile(rf"(?:{'|'.join(NAMED)})(?:\.\w+)*")


def reason_of(row: Row) -> str:
    (reason,) = marked(row["reason"])
    return reason


def documented_class(reason: str) -> str:
    (found,) = [row["class"] for row in ROWS if reason_of(row) == reason]
    return found


def judged(pod: PodBuilder, job: JobBuilder | None = None, *, start_s: int = 120) -> Broken:
    attempt = AttemptFacts(1, (job or JobBuilder()).fact(), pod.fact())
    outcome = judge_attempt(UploadBuilder().in_flight().fact(), attempt, Deadlines(start_s, run_s=300), NOW)
    assert isinstance(outcome, Broken)
    return outcome


def ended_as(leaf: type[RunnerError]) -> PodBuilder:
    return PodBuilder().ended(leaf.exit_code, seconds=-60).saying(last_word_on(leaf(), is_row_reported=False).to_json())


def test_the_page_explains_every_reason_once_and_no_other() -> None:
    known = {*map(str, Reason), *SAID_BY_RUNNERS, *failures.START_HINTS}
    assert Counter(reason_of(row) for row in ROWS) == Counter(known)


def test_what_kubernetes_says_is_what_the_operator_has_hints_for() -> None:
    assert {reason_of(row) for row in TABLES[BY_KUBERNETES]} == set(failures.START_HINTS)


@pytest.mark.parametrize("row", [pytest.param(row, id=reason_of(row)) for row in ROWS])
def test_every_reason_has_a_meaning_and_says_what_to_do(row: Row) -> None:
    assert row["meaning"]
    assert row["what to do"]


def test_the_page_has_every_condition_and_every_phase_it_names_is_one() -> None:
    conditions = [name for row in table_of(PAGE, "Conditions") for name in marked(row["condition"])]
    assert sorted(conditions) == sorted(map(str, ConditionType))
    assert {phase for row in ROWS if "phase" in row for phase in row["phase"].split(", ")} <= set(map(str, Phase))


@pytest.mark.parametrize("leaf", [pytest.param(leaf, id=leaf.reason) for leaf in leaves_of()])
def test_a_failure_of_the_runner_has_the_documented_class(leaf: type[RunnerError]) -> None:
    broken = judged(ended_as(leaf))
    assert documented_class(leaf.reason) == broken.failure_class
    assert broken.reason == (Reason.POD_LOST if leaf.reason in NOT_PASSED_ON else leaf.reason)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        pytest.param(judged(PodBuilder().ended(137, reason="OOMKilled")), Reason.OOM_KILLED, id="out of memory"),
        pytest.param(judged(PodBuilder(), start_s=5), Reason.START_DEADLINE_EXCEEDED, id="not started"),
        pytest.param(judged(PodBuilder().running(-301)), Reason.RUN_DEADLINE_EXCEEDED, id="too slow"),
        pytest.param(judged(PodBuilder().failed("Evicted")), Reason.EVICTED, id="evicted"),
        pytest.param(judged(PodBuilder().ended(137)), Reason.POD_LOST, id="killed"),
        pytest.param(judged(PodBuilder().ended(143), JobBuilder().held()), Reason.JOB_SUSPENDED, id="suspended"),
        pytest.param(judged(PodBuilder().ended(1)), Reason.RUNNER_CRASHED, id="crashed"),
    ],
)
def test_a_failure_that_the_operator_finds_has_the_documented_class(broken: Broken, reason: Reason) -> None:
    assert broken.reason == reason
    assert documented_class(reason) == broken.failure_class


@pytest.mark.parametrize("reason", list(failures.START_HINTS))
def test_a_pod_that_does_not_start_passes_on_the_word_of_kubernetes(reason: str) -> None:
    broken = judged(PodBuilder().waiting(reason), start_s=5)
    assert broken.reason == reason
    assert f"Class {broken.failure_class}." in section_of(PAGE, BY_KUBERNETES)


def test_what_the_page_tells_people_to_set_exists() -> None:
    paths = {path for path in marked(PAGE.read_text(encoding="utf-8")) if PATH.fullmatch(path)}
    assert {path for path in paths if path.startswith("limits.")} >= {"limits.maxConcurrentJobs"}
    for path in paths:
        assert look_up(NAMED, path) is not None


def test_events_are_warnings_of_the_operator() -> None:
    said = section_of(PAGE, "Events")
    assert f"of type `Warning`, from `{cluster.FIELD_MANAGER}`" in said


@pytest.mark.parametrize("page", ["README.md", "charts/scorecard-ocr/README.md", "docs/contract.md"])
def test_the_page_is_found(page: str) -> None:
    assert PAGE.name in (ROOT / page).read_text(encoding="utf-8")
