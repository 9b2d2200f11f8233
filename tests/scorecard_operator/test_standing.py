"""Where one upload stands, the same before and after a restart."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from scorecard_operator.facts import Facts
from scorecard_operator.history import format_time
from scorecard_operator.standing import (
    Finished,
    InFlight,
    Lost,
    Standing,
    ToCancel,
    Unsure,
    Waiting,
    Won,
    assess,
    count_attempts,
    is_alive,
    own_jobs,
)
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name

JOB = f"ocr-{upload_name(1)}-1"
CRASHED = PodBuilder().ended(70)
PARSED = PodBuilder().ended(0, {"outcome": "nothing-to-do", "reason": "NothingToDo"})


def after(*classes: str) -> list[dict[str, Any]]:
    """Return the history of attempts that ended in these classes."""
    return [
        {"attempt": number, "class": name, "reason": "Why", "finishedAt": at(-50)}
        for number, name in enumerate(classes, start=1)
    ]


def stand(facts: Facts, seconds: float = 0, **variables: str) -> Standing:
    """Assess the first upload at `seconds` after NOW."""
    return assess(facts.uploads[0], facts, make_settings(**variables), NOW + dt.timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("facts", "want"),
    [
        pytest.param(
            gather([UploadBuilder()]), Waiting(None, is_clear=True), id="a new one waits for its first attempt"
        ),
        pytest.param(gather([UploadBuilder().spec(cancelled=True)]), ToCancel(), id="a new one that nobody wants"),
        pytest.param(gather([UploadBuilder().in_flight()]), Unsure(JOB), id="its Job is in no cache"),
        pytest.param(
            gather([UploadBuilder().in_flight()], [JobBuilder().owned_by("uid-old")]), Unsure(JOB), id="nor its own Job"
        ),
        pytest.param(gather([UploadBuilder().status(phase="Failed")]), Finished(), id="it has failed"),
        pytest.param(
            gather([UploadBuilder().status(phase="Succeeded").spec(cancelled=True)]),
            Finished(),
            id="cancelling comes too late",
        ),
        pytest.param(
            gather([UploadBuilder().in_flight().spec(cancelled=True)], [JobBuilder()], [PodBuilder().running()]),
            ToCancel(),
            id="cancelled while it runs",
        ),
        pytest.param(
            gather([UploadBuilder().in_flight().spec(cancelled=True)], [JobBuilder()], [CRASHED]),
            ToCancel(),
            id="cancelled while it broke",
        ),
        pytest.param(
            gather([UploadBuilder().in_flight().status(history=after("dependency")).spec(cancelled=True)]),
            ToCancel(),
            id="cancelled between two attempts",
        ),
        pytest.param(
            gather([UploadBuilder().in_flight().spec(cancelled=True)]),
            Unsure(JOB),
            id="cancelled, but first it must be known what became of the attempt",
        ),
    ],
)
def test_a_standing_without_a_judgement(facts: Facts, want: Standing) -> None:
    assert stand(facts) == want


@pytest.mark.parametrize(
    ("facts", "want"),
    [
        pytest.param(gather([UploadBuilder().in_flight()], [JobBuilder()]), InFlight, id="starting"),
        pytest.param(gather([UploadBuilder()], [JobBuilder()], [PodBuilder().running()]), InFlight, id="unwritten"),
        pytest.param(gather([UploadBuilder().in_flight()], [JobBuilder()], [PARSED]), Won, id="over and well"),
        pytest.param(gather([UploadBuilder().in_flight().reported()]), Won, id="reported, and its Job is gone already"),
        pytest.param(
            gather([UploadBuilder().in_flight().reported().spec(cancelled=True)], [JobBuilder()]),
            Won,
            id="cancelled after the row was written",
        ),
        pytest.param(gather([UploadBuilder().in_flight()], [JobBuilder()], [CRASHED]), Lost, id="broken"),
        pytest.param(
            gather([UploadBuilder().in_flight().reported().status(result=None)]),
            Lost,
            id="it said that it ended without a result, and its Job is gone",
        ),
    ],
)
def test_an_attempt_gives_its_upload_a_standing(facts: Facts, want: type[Standing]) -> None:
    assert isinstance(stand(facts), want)


def test_a_job_that_was_confirmed_to_be_gone_is_a_lost_attempt() -> None:
    facts = dataclasses.replace(gather([UploadBuilder().in_flight()]), gone_jobs=frozenset({JOB}))
    lost = stand(facts)
    assert isinstance(lost, Lost)
    assert (lost.outcome.reason, lost.attempt.job, lost.next_attempt_at is None) == ("PodLost", None, False)


@pytest.mark.parametrize(
    ("jobs", "is_clear"),
    [
        pytest.param([], True, id="nothing is left"),
        pytest.param([JobBuilder().finished("Failed")], True, id="the earlier Job has ended"),
        pytest.param([JobBuilder()], False, id="the earlier Job may still work"),
        pytest.param([JobBuilder().finished("Failed").owned_by("uid-old")], False, id="a namesake holds the name"),
        pytest.param(
            [JobBuilder().finished("Failed"), JobBuilder(attempt=2)], False, id="one of the earlier Jobs may still work"
        ),
    ],
)
def test_the_next_attempt_is_clear_when_no_other_job_can_work(jobs: list[JobBuilder], *, is_clear: bool) -> None:
    history = after(*["dependency"] * max(1, len(jobs)))
    upload = UploadBuilder().in_flight(len(history)).status(history=history, nextAttemptAt=at(5))
    assert stand(gather([upload], jobs)) == Waiting(NOW + dt.timedelta(seconds=5), is_clear)


@pytest.mark.parametrize(
    ("attempts", "jobs", "want"),
    [
        pytest.param(0, [], 0, id="nothing happened yet"),
        pytest.param(2, [], 2, id="the Jobs are gone"),
        pytest.param(0, [1, 2], 2, id="the status was deleted"),
        pytest.param(1, [1, 2], 2, id="the status is behind"),
        pytest.param(3, [1, 2], 3, id="the cache is behind"),
    ],
)
def test_attempts_are_counted_by_whoever_knows_more(attempts: int, jobs: list[int], want: int) -> None:
    facts = gather([UploadBuilder().status(attempts=attempts)], [JobBuilder(attempt=number) for number in jobs])
    assert count_attempts(facts.uploads[0], facts) == want


def test_the_jobs_of_a_namesake_deleted_before_are_not_counted() -> None:
    facts = gather([UploadBuilder()], [JobBuilder(attempt=4).owned_by("uid-old"), JobBuilder(number=2)])
    assert own_jobs(facts.uploads[0], facts) == ()
    assert count_attempts(facts.uploads[0], facts) == 0


def test_a_lost_attempt_is_added_to_the_history_with_its_class() -> None:
    upload = UploadBuilder().in_flight(2).status(history=after("dependency"))
    lost = stand(gather([upload], [JobBuilder(attempt=2)], [PodBuilder(attempt=2).ended(70)]))
    assert isinstance(lost, Lost)
    assert [(entry.attempt, entry.class_, entry.exit_code) for entry in lost.history] == [
        (1, "dependency", None),
        (2, "application", 70),
    ]
    assert lost.history[-1].finished_at == at(-1)


def test_a_won_attempt_is_added_to_the_history_without_a_class() -> None:
    won = stand(gather([UploadBuilder().in_flight()], [JobBuilder()], [PARSED]))
    assert isinstance(won, Won)
    assert [(entry.attempt, entry.class_, entry.exit_code) for entry in won.history] == [(1, None, 0)]


def test_an_upload_may_wish_for_its_own_time_limit() -> None:
    running = [JobBuilder()], [PodBuilder().running(since=-8)]
    assert isinstance(stand(gather([UploadBuilder().in_flight()], *running), seconds=3), InFlight)
    assert isinstance(stand(gather([UploadBuilder().in_flight().spec(timeoutSeconds=10)], *running), seconds=3), Lost)


@pytest.mark.parametrize(
    ("job", "pod", "want"),
    [
        pytest.param(JobBuilder(), None, True, id="its pod may be on the way"),
        pytest.param(JobBuilder(), PodBuilder().running(), True, id="its pod runs"),
        pytest.param(JobBuilder(), PodBuilder().ended(0), False, id="its runner has ended"),
        pytest.param(JobBuilder().finished(), None, False, id="it has finished"),
    ],
)
def test_a_job_is_alive_while_its_runner_may_work(job: JobBuilder, pod: PodBuilder | None, *, want: bool) -> None:
    assert is_alive(job.fact(), pod.fact() if pod else None) is want


def test_moments_are_written_as_kubernetes_does() -> None:
    in_mumbai = dt.timezone(dt.timedelta(hours=5, minutes=30))
    assert format_time((NOW + dt.timedelta(seconds=0.9)).astimezone(in_mumbai)) == "2026-01-31T12:00:00Z"
