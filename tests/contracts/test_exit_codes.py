"""Exit codes and reasons: the page, what the runner ends with, and what the operator makes of it."""

import re

import pytest

from scorecard_operator.failures import Broken
from scorecard_operator.outcome import AttemptFacts, Deadlines, judge_attempt
from scorecard_operator.settings import Settings
from scorecard_operator.vocabulary import FailureClass
from scorecard_runner.errors import ExitCode, RunnerError
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder
from tests.contracts.endings import CLAIMED, HELD, NOTHING_TO_DO, end_of_run, leaves_of
from tests.contracts.pages import CONTRACT, ROOT, marked, section_of, table_of

CODES = {int(row["code"]): row for row in table_of(CONTRACT, "Exit codes")}
# The cell of a reason is its exit code, or "143, class `application`" where the code says nothing more.
REASONS = {
    reason: row["exit code"]
    for row in table_of(CONTRACT, "Reasons a runner gives")
    for reason in marked(row["reason"].partition("(")[0])
}
CLASSES = {code: word for code, row in CODES.items() for word in marked(row["class"])} | {
    int(cell.partition(",")[0]): word for cell in REASONS.values() for word in marked(cell)
}
RETRIES = {word: row["a retry can help"] for row in CODES.values() for word in marked(row["class"])}
SETTINGS = Settings.model_validate({"SCORECARD_NAMESPACE": "cards", "DATABASE_URL": "postgresql://u:p@h/d"})
KILLED = 137


def class_of(code: int, kubelet_says: str = "Error") -> FailureClass:
    pod = PodBuilder().ended(code, reason=kubelet_says).fact()
    attempt = AttemptFacts(1, JobBuilder().fact(), pod)
    outcome = judge_attempt(UploadBuilder().in_flight().fact(), attempt, Deadlines(start_s=120, run_s=300), NOW)
    assert isinstance(outcome, Broken)
    return outcome.failure_class


def test_the_page_lists_every_exit_code_and_no_other() -> None:
    assert set(CODES) | set(CLASSES) == set(ExitCode)


def test_the_page_lists_every_reason_with_its_exit_code_and_no_other() -> None:
    said = {leaf.reason: leaf.exit_code for leaf in leaves_of()}
    said |= {
        word.reason: code for code, word in (end_of_run(CLAIMED), end_of_run(CLAIMED, HELD), end_of_run(NOTHING_TO_DO))
    }
    assert {reason: int(cell.partition(",")[0]) for reason, cell in REASONS.items()} == said


@pytest.mark.parametrize(
    ("code", "name"), [pytest.param(*item, id=f"exit code {item[0]} is class {item[1]}") for item in CLASSES.items()]
)
def test_the_operator_gives_an_exit_code_the_documented_class(code: int, name: str) -> None:
    assert class_of(code) == name


@pytest.mark.parametrize(
    ("kubelet_says", "expected"),
    [
        pytest.param("OOMKilled", FailureClass.MEMORY, id="killed for its memory"),
        pytest.param("Error", FailureClass.INFRASTRUCTURE, id="killed from outside"),
    ],
)
def test_a_kill_is_not_the_fault_of_the_runner(kubelet_says: str, expected: FailureClass) -> None:
    assert class_of(KILLED, kubelet_says) is expected


def test_every_other_exit_code_is_class_application() -> None:
    others = set(range(1, 256)) - set(CLASSES) - {KILLED}
    assert {class_of(code) for code in others} == {FailureClass.APPLICATION}


def test_the_page_names_every_class_that_an_exit_code_can_mean() -> None:
    assert set(FailureClass) <= set(marked(section_of(CONTRACT, "Exit codes")))


@pytest.mark.parametrize("leaf", [pytest.param(leaf, id=leaf().row_text) for leaf in leaves_of()])
def test_an_error_says_what_happened_and_what_to_do(leaf: type[RunnerError]) -> None:
    error = leaf()
    assert re.fullmatch(r"([A-Z][a-z]*)+", error.reason)
    assert re.fullmatch(r"[A-Z].*\.", error.message)
    assert re.fullmatch(r"[A-Z].*\.", error.hint)


@pytest.mark.parametrize("leaf", [pytest.param(leaf, id=leaf().row_text) for leaf in leaves_of() if leaf.exit_code])
def test_an_error_is_tried_again_where_both_programs_and_the_page_say_so(leaf: type[RunnerError]) -> None:
    is_retried = SETTINGS.attempts_allowed(class_of(leaf.exit_code)) > 1
    assert leaf().is_retryable == is_retried
    assert RETRIES[CLASSES[leaf.exit_code]] == ("yes" if is_retried else "no")


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=row["examples"]) for row in table_of(ROOT / "README.md", "What can fail, and what to do")],
)
def test_the_readme_agrees_on_the_attempts_of_a_class_and_its_examples(row: dict[str, str]) -> None:
    (name,) = marked(row["class"])
    codes = {int(REASONS[reason].partition(",")[0]) for reason in marked(row["examples"]) if reason in REASONS}
    assert int(row["attempts"].partition(",")[0]) == SETTINGS.attempts_allowed(FailureClass(name))
    assert {class_of(code) for code in codes} <= {name}
