"""Where one upload stands, from the facts alone: waiting, in flight, or at a turning point.

Pure, and the same whether it is asked for the first time or after a restart: attempts are counted from Jobs and status,
whichever knows more.
"""

import datetime as dt
from dataclasses import dataclass

from scorecard_operator.budgets import find_next_attempt_time
from scorecard_operator.conditions import find_condition
from scorecard_operator.escalation import find_escalated, find_target, is_worth_another, may_be_tried_again
from scorecard_operator.facts import Facts, JobFact, PodFact, UploadFact, parse_time
from scorecard_operator.failures import Broken
from scorecard_operator.history import extend_history, record_end, record_stop
from scorecard_operator.manifest import job_name
from scorecard_operator.outcome import (
    AttemptFacts,
    Deadlines,
    OnHold,
    Running,
    Starting,
    Succeeded,
    has_reported_end,
    judge_attempt,
)
from scorecard_operator.resource import Attempt
from scorecard_operator.settings import Settings
from scorecard_operator.vocabulary import ConditionType


@dataclass(frozen=True)
class Finished:
    """A terminal phase was written: nothing changes any more."""


@dataclass(frozen=True)
class RetryAsked:
    """A finished upload that somebody wants to be read again; not possible once it was cancelled."""

    is_possible: bool


@dataclass(frozen=True)
class ToCancel:
    """Somebody asked to stop it."""


@dataclass(frozen=True)
class Waiting:
    """No attempt is in flight; the next may start at `not_before` if `is_clear` of earlier Jobs."""

    not_before: dt.datetime | None
    is_clear: bool


@dataclass(frozen=True)
class Unsure:
    """An attempt should have a Job, and the cache has none: ask the API server before deciding."""

    job_name: str


@dataclass(frozen=True)
class InFlight:
    """An attempt is suspended, starting or running."""

    attempt: AttemptFacts
    outcome: OnHold | Starting | Running


@dataclass(frozen=True)
class Won:
    """The newest attempt brought the result."""

    attempt: AttemptFacts
    outcome: Succeeded
    history: tuple[Attempt, ...]


@dataclass(frozen=True)
class Escalated:
    """The newest attempt brought a result that is to be bettered; the row holds it meanwhile."""

    attempt: AttemptFacts
    outcome: Succeeded
    history: tuple[Attempt, ...]


@dataclass(frozen=True)
class Settled:
    """Reading again came to nothing: the upload ends with the result that it had."""

    attempt: AttemptFacts
    finished_at: dt.datetime
    why: str
    history: tuple[Attempt, ...]


@dataclass(frozen=True)
class Lost:
    """The newest attempt broke; `next_attempt_at` is None when its budget is spent."""

    attempt: AttemptFacts
    outcome: Broken
    history: tuple[Attempt, ...]
    next_attempt_at: dt.datetime | None


Standing = Finished | RetryAsked | ToCancel | Waiting | Unsure | InFlight | Won | Escalated | Settled | Lost

CANCELLED = "spec.cancelled was set."
SWITCHED_OFF = "runner.escalate was switched off."


def count_attempts(upload: UploadFact, facts: Facts) -> int:
    """Return how many attempts were launched, by the status or by the Jobs, whichever knows more."""
    return max([upload.status.attempts, *(job.attempt for job in own_jobs(upload, facts))])


def own_jobs(upload: UploadFact, facts: Facts) -> tuple[JobFact, ...]:
    """Return the Jobs that this very upload owns (not a namesake deleted before)."""
    return tuple(job for job in facts.jobs.get(upload.name, ()) if job.owner_uid == upload.uid)


def is_alive(job: JobFact, pod: PodFact | None) -> bool:
    """Whether a Job may still have a working pod; one that is suspended gets another when it is resumed."""
    return not job.is_finished and (job.held_since is not None or pod is None or pod.termination is None)


def assess(upload: UploadFact, facts: Facts, settings: Settings, now: dt.datetime) -> Standing:
    """Return where `upload` stands at `now`."""
    if upload.status.phase is not None and upload.status.phase.is_terminal:
        return RetryAsked(not upload.spec.cancelled) if _may_answer_retry(upload) else Finished()
    number = count_attempts(upload, facts)
    ended = {attempt.attempt for attempt in upload.status.history}
    job = next((job for job in own_jobs(upload, facts) if job.attempt == number), None)
    name = job_name(upload.name, number)
    if number in ended or number <= (upload.status.retried_after or 0):
        return _between(upload, AttemptFacts(number, job, facts.pod_of(name, job)), facts, settings, now)
    if job is None and name not in facts.gone_jobs and not has_reported_end(upload, number):
        return Unsure(name)
    standing = _judged(upload, AttemptFacts(number, job, facts.pod_of(name, job)), settings, now)
    if not upload.spec.cancelled or isinstance(standing, Won | Settled):
        return standing
    return _cancelled(upload, AttemptFacts(number, job, None), now)


def _may_answer_retry(upload: UploadFact) -> bool:
    """Whether a retry is asked for and nothing is left to do for the run before: its row must not be failed under the next."""
    reported = find_condition(upload.status.conditions, ConditionType.ROW_REPORTED)
    return upload.is_retry_asked and (reported is None or reported.status == "True")


def _between(upload: UploadFact, newest: AttemptFacts, facts: Facts, settings: Settings, now: dt.datetime) -> Standing:
    is_escalation = find_escalated(upload.status.history) is not None
    if is_escalation and not settings.is_escalating:
        return Settled(newest, now, SWITCHED_OFF, tuple(upload.status.history))
    if not upload.spec.cancelled:
        return _waiting(upload, facts)
    return Settled(newest, now, CANCELLED, tuple(upload.status.history)) if is_escalation else ToCancel()


def _cancelled(upload: UploadFact, attempt: AttemptFacts, now: dt.datetime) -> Standing:
    target = find_target(upload, attempt.job)
    if target is None:
        return ToCancel()
    return Settled(attempt, now, CANCELLED, (*upload.status.history, record_stop(upload, attempt.number, target, now)))


def _waiting(upload: UploadFact, facts: Facts) -> Waiting:
    is_clear = all(job.is_finished for job in facts.jobs.get(upload.name, ()))
    namesakes = any(job.owner_uid != upload.uid for job in facts.jobs.get(upload.name, ()))
    return Waiting(parse_time(upload.status.next_attempt_at), is_clear and not namesakes)


def _judged(upload: UploadFact, attempt: AttemptFacts, settings: Settings, now: dt.datetime) -> Standing:
    deadlines = Deadlines(settings.start_deadline_s, upload.spec.timeout_seconds or settings.run_timeout_s)
    outcome = judge_attempt(upload, attempt, deadlines, now)
    if isinstance(outcome, OnHold | Starting | Running):
        return InFlight(attempt, outcome)
    target = find_target(upload, attempt.job)
    is_probe = attempt.job is not None and attempt.job.is_probe
    ended = record_end(upload, attempt.number, outcome, target, is_probe=is_probe)
    history = extend_history(upload.status.history, ended)
    if isinstance(outcome, Succeeded):
        is_first = target is None and is_worth_another(upload, outcome, settings)
        return Escalated(attempt, outcome, history) if is_first else Won(attempt, outcome, history)
    next_attempt_at = find_next_attempt_time(
        history,
        outcome.failure_class,
        uid=upload.uid,
        finished_at=outcome.finished_at,
        settings=settings,
        max_attempts=upload.spec.max_attempts,
    )
    if target is not None and (next_attempt_at is None or not may_be_tried_again(history)):
        return Settled(attempt, outcome.finished_at, outcome.message, history)
    return Lost(attempt, outcome, history, next_attempt_at)
