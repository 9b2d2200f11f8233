"""Whether there is another attempt, and when."""

import datetime as dt

import pytest

from scorecard_operator.budgets import JITTER_SHARE, count_failures, find_next_attempt_time
from scorecard_operator.resource import Attempt
from scorecard_operator.vocabulary import FailureClass
from tests.builders import NOW, make_settings

UIDS = [f"uid-{number}" for number in range(200)]


def ended(*classes: str) -> list[Attempt]:
    """Return a history of attempts that ended in these classes, one after another."""
    return [
        Attempt.model_validate(
            {"attempt": number, "class": name, "reason": "Why", "finishedAt": "2026-01-31T12:00:00Z"}
        )
        for number, name in enumerate(classes, start=1)
    ]


def wait_s(
    history: list[Attempt], variables: dict[str, str] | None = None, *, uid: str = "uid-1", wish: int | None = None
) -> float | None:
    """Return how long to wait after the last attempt, or None if there is no other."""
    failure_class = history[-1].class_
    assert failure_class is not None
    settings = make_settings(**variables or {})
    moment = find_next_attempt_time(
        history, failure_class, uid=uid, finished_at=NOW, settings=settings, max_attempts=wish
    )
    return None if moment is None else (moment - NOW).total_seconds()


@pytest.mark.parametrize(
    ("failure_class", "attempts"),
    [
        pytest.param("input", 1, id="an upload that cannot be read is not tried again"),
        pytest.param("memory", 2, id="memory is raised once"),
        pytest.param("application", 3, id="crashes"),
        pytest.param("dependency", 6, id="storage, database, API server"),
        pytest.param("infrastructure", 10, id="nodes and pods"),
    ],
)
def test_a_class_ends_the_upload_exactly_when_its_budget_is_spent(failure_class: str, attempts: int) -> None:
    is_spent = [wait_s(ended(*[failure_class] * failures)) is None for failures in range(1, attempts + 1)]
    assert is_spent == [False] * (attempts - 1) + [True]


@pytest.mark.parametrize(
    ("failure_class", "variable"),
    [
        pytest.param("memory", "SCORECARD_MEMORY_MAX_ATTEMPTS", id="memory"),
        pytest.param("application", "SCORECARD_MAX_ATTEMPTS", id="application"),
        pytest.param("dependency", "SCORECARD_DEPENDENCY_MAX_ATTEMPTS", id="dependency"),
        pytest.param("infrastructure", "SCORECARD_INFRASTRUCTURE_MAX_ATTEMPTS", id="infrastructure"),
    ],
)
def test_each_budget_is_set_by_itself(failure_class: str, variable: str) -> None:
    assert wait_s(ended(failure_class), {variable: "1"}) is None
    assert wait_s(ended(failure_class), {variable: "2"}) is not None


def test_the_failures_of_other_classes_neither_spend_a_budget_nor_lengthen_a_wait() -> None:
    others = ["infrastructure"] * 9 + ["dependency"] * 5 + ["memory"]
    assert wait_s(ended(*others, "application")) == wait_s(ended("application"))


def test_a_probe_that_found_its_dependency_away_spends_nothing_and_lengthens_no_wait() -> None:
    away = [each.model_copy(update={"reason": "StorageUnreachable"}) for each in ended(*["dependency"] * 30)]
    probes = [each.model_copy(update={"probe": True}) for each in away]
    assert wait_s([*away[:2], *probes]) == wait_s(away[:2])
    assert 4 <= (wait_s(probes) or 0) <= 5
    assert wait_s([*away[:6], *probes]) is None


def test_an_attempt_that_brought_a_result_is_no_failure() -> None:
    won = Attempt(attempt=1, class_=None, reason="Parsed", exit_code=0, finished_at="2026-01-31T12:00:00Z")
    assert [count_failures([won, *ended("memory")], each) for each in FailureClass] == [0, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("failure_class", "wish", "is_tried_again"),
    [
        pytest.param("application", 1, False, id="fewer crashes than the operator would bear"),
        pytest.param("application", 2, True, id="one more crash"),
        pytest.param("infrastructure", 1, True, id="a lost node is not the upload's business"),
        pytest.param("input", 10, False, id="no wish makes a broken picture readable"),
    ],
)
def test_an_upload_may_wish_for_its_own_number_of_crashes(
    failure_class: str, wish: int, *, is_tried_again: bool
) -> None:
    assert (wait_s(ended(failure_class), wish=wish) is not None) is is_tried_again


def test_a_wish_may_go_beyond_the_budget_of_the_operator() -> None:
    assert wait_s(ended(*["application"] * 9), wish=10) is not None
    assert wait_s(ended(*["application"] * 10), wish=10) is None


@pytest.mark.parametrize(
    ("failures", "longest_s"),
    [
        pytest.param(1, 10, id="the first wait as it is set"),
        pytest.param(2, 20, id="twice as long"),
        pytest.param(3, 40, id="and again"),
        pytest.param(4, 80, id="and again until the cap"),
    ],
)
def test_a_wait_doubles_and_its_jitter_is_bounded(failures: int, longest_s: float) -> None:
    waits = [wait_s(ended(*["application"] * failures), uid=uid, wish=10) for uid in UIDS]
    assert all(wait is not None and longest_s * (1 - JITTER_SHARE) <= wait <= longest_s for wait in waits)
    assert len(set(waits)) > len(UIDS) / 4


def test_a_wait_stops_growing_at_the_cap() -> None:
    waits = [
        wait_s(ended(*["dependency"] * failures), {"SCORECARD_BACKOFF_CAP_SECONDS": "15"}) for failures in (2, 3, 5)
    ]
    assert all(wait is not None and wait <= 15 for wait in waits)


@pytest.mark.parametrize(
    ("failure_class", "variable"),
    [
        pytest.param("application", "SCORECARD_APPLICATION_BACKOFF_SECONDS", id="application"),
        pytest.param("dependency", "SCORECARD_DEPENDENCY_BACKOFF_SECONDS", id="dependency"),
        pytest.param("infrastructure", "SCORECARD_INFRASTRUCTURE_BACKOFF_SECONDS", id="infrastructure"),
    ],
)
def test_each_first_wait_is_set_by_itself(failure_class: str, variable: str) -> None:
    wait = wait_s(ended(failure_class), {variable: "100"})
    assert wait is not None
    assert 100 * (1 - JITTER_SHARE) <= wait <= 100


def test_more_memory_is_tried_without_a_wait() -> None:
    assert wait_s(ended("memory")) == 0


def test_an_upload_always_waits_the_same_and_anew_after_each_failure() -> None:
    once = wait_s(ended("dependency"))
    assert once is not None
    assert once == wait_s(ended("dependency"))
    assert wait_s(ended("dependency", "dependency")) != 2 * once


def test_a_wait_is_counted_from_the_end_of_the_attempt_and_not_from_its_discovery() -> None:
    settings, history = make_settings(), ended("memory")
    finished_at = NOW - dt.timedelta(hours=3)
    moment = find_next_attempt_time(
        history, FailureClass.MEMORY, uid="uid-1", finished_at=finished_at, settings=settings, max_attempts=None
    )
    assert moment == finished_at
