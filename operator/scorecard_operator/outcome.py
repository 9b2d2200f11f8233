"""Judges one attempt from its Job, its pod and the runner's own word: starting, running, succeeded or broken.

Pure. What is said about a broken attempt stands in `failures.py`; whether it is tried again is decided by `budgets.py`.
"""

import datetime as dt
from dataclasses import dataclass

from scorecard_operator.facts import JobFact, PodFact, Termination, UploadFact
from scorecard_operator.failures import (
    Broken,
    by_runner,
    cut,
    lost,
    not_started,
    out_of_memory,
    overdue,
    removed,
    suspended,
)
from scorecard_operator.vocabulary import Reason

REPORT_GRACE_S = 10
SIGKILL_EXIT_CODE = 137
SIGTERM_EXIT_CODE = 143
FINISHED_STAGE = "finished"
QUIET_WAITS = {"", "ContainerCreating", "PodInitializing"}
# A slot is free as soon as its runner has reported, a little before the node has room again: not worth a word to anybody.
ROOM_GRACE_S = 5
UNSCHEDULABLE = "Unschedulable"


@dataclass(frozen=True)
class Starting:
    """Launched, the runner does not run yet."""

    reason: str
    message: str


@dataclass(frozen=True)
class OnHold:
    """Launched, but its Job is suspended: Kueue, or whoever suspended it, says when it starts."""

    since: dt.datetime
    reason: str
    message: str


@dataclass(frozen=True)
class Running:
    """The runner runs."""

    since: dt.datetime


@dataclass(frozen=True)
class Succeeded:
    """The row holds the result."""

    finished_at: dt.datetime
    reason: str


Outcome = Starting | OnHold | Running | Succeeded | Broken


@dataclass(frozen=True)
class Deadlines:
    """How long an attempt may take to start and to run, in seconds."""

    start_s: int
    run_s: int


@dataclass(frozen=True)
class AttemptFacts:
    """What is known of one attempt; `job` is None only when it was confirmed to be gone."""

    number: int
    job: JobFact | None
    pod: PodFact | None


def judge_attempt(upload: UploadFact, attempt: AttemptFacts, deadlines: Deadlines, now: dt.datetime) -> Outcome:
    """Return how `attempt` stands at `now`."""
    job, pod = attempt.job, attempt.pod
    if has_reported_success(upload, attempt.number):
        return Succeeded(_end_of(job, pod) or now, Reason.PARSED)
    if pod is not None and pod.termination is not None:
        return _judge_termination(pod, pod.termination, job, now)
    if pod is not None and pod.phase == "Failed" and (job is None or job.failure_reason != "DeadlineExceeded"):
        return lost(pod, (job.finished_at if job else None) or now)
    if job is None or job.is_finished:
        return _judge_missing_pod(job, now)
    return _judge_alive(job, pod, deadlines, now, has_claimed=_has_claimed(upload, attempt.number))


def has_reported_success(upload: UploadFact, attempt: int) -> bool:
    """Whether the runner of this attempt said that the row is committed."""
    result = upload.status.result
    return has_reported_end(upload, attempt) and result is not None and result.attempt == attempt


def has_reported_end(upload: UploadFact, attempt: int) -> bool:
    """Whether the runner of this attempt said that it is done, well or badly."""
    progress = upload.status.progress
    return progress is not None and progress.attempt == attempt and progress.stage == FINISHED_STAGE


def _has_claimed(upload: UploadFact, attempt: int) -> bool:
    progress = upload.status.progress
    return progress is not None and progress.attempt == attempt


def _end_of(job: JobFact | None, pod: PodFact | None) -> dt.datetime | None:
    if pod is not None and pod.termination is not None:
        return pod.termination.finished_at
    return job.finished_at if job else None


def _judge_termination(pod: PodFact, end: Termination, job: JobFact | None, now: dt.datetime) -> Outcome:
    if end.exit_code == 0 and end.outcome != "superseded":
        is_fresh = (now - end.finished_at).total_seconds() < REPORT_GRACE_S
        if end.word == Reason.PARSED and is_fresh:
            # The pod's end and the runner's report reach us on two watches: the report may be a moment late.
            return Running(pod.started_at or end.finished_at)
        return Succeeded(end.finished_at, end.word or Reason.PARSED)
    if job is not None and job.failure_reason == "DeadlineExceeded":
        return overdue(end.finished_at)
    if end.reason == "OOMKilled":
        return out_of_memory(end)
    return _judge_break(pod, end, job)


def _judge_break(pod: PodFact, end: Termination, job: JobFact | None) -> Broken:
    if job is not None and job.held_since is not None and end.exit_code in {SIGTERM_EXIT_CODE, SIGKILL_EXIT_CODE}:
        return suspended(end.finished_at)
    if pod.is_disrupted or pod.reason == "Evicted" or end.exit_code == SIGKILL_EXIT_CODE or end.outcome == "superseded":
        return lost(pod, end.finished_at)
    return by_runner(end)


def _judge_missing_pod(job: JobFact | None, now: dt.datetime) -> Outcome:
    finished_at = (job.finished_at if job else None) or now
    if job is not None and job.failure_reason == "DeadlineExceeded":
        return overdue(finished_at)
    return suspended(finished_at) if job is not None and job.held_since is not None else removed(finished_at)


def _judge_alive(
    job: JobFact, pod: PodFact | None, deadlines: Deadlines, now: dt.datetime, *, has_claimed: bool
) -> Outcome:
    if job.is_deleting:
        return Starting(Reason.JOB_DELETING, "The Job is being removed.")
    if pod is not None and pod.started_at is not None:
        is_overdue = (now - pod.started_at).total_seconds() > deadlines.run_s
        return overdue(now) if is_overdue else Running(pod.started_at)
    if job.held_since is not None:
        # A row that its pod has claimed would turn away another pod of the same attempt.
        return suspended(now) if has_claimed else _hold(job, job.held_since)
    return _judge_starting(job.admitted_at or job.created_at, pod, deadlines.start_s, now)


def _hold(job: JobFact, since: dt.datetime) -> OnHold:
    if job.queue:
        return OnHold(
            since, Reason.WAITING_FOR_KUEUE, f"Waiting for Kueue to admit the Job to the queue `{job.queue}`."
        )
    return OnHold(since, Reason.JOB_SUSPENDED, "The Job is suspended; it starts when it is resumed.")


def _judge_starting(admitted_at: dt.datetime, pod: PodFact | None, start_deadline_s: int, now: dt.datetime) -> Outcome:
    waiting = pod.waiting_reason if pod and not _is_quiet(pod, now) else ""
    kubelet_said = pod.waiting_message if pod and waiting else ""
    if (now - admitted_at).total_seconds() > start_deadline_s:
        return not_started(now, start_deadline_s, waiting, kubelet_said)
    if waiting:
        return Starting(waiting, cut(kubelet_said or "The pod is waiting."))
    return Starting(Reason.LAUNCHED, "The Job was created; waiting for the runner to start.")


def waits_for_room_until(pod: PodFact) -> dt.datetime | None:
    """Return until when a pod without a node is passed over in silence; None if it is not that which it waits for."""
    return pod.created_at + dt.timedelta(seconds=ROOM_GRACE_S) if pod.waiting_reason == UNSCHEDULABLE else None


def _is_quiet(pod: PodFact, now: dt.datetime) -> bool:
    until = waits_for_room_until(pod)
    return pod.waiting_reason in QUIET_WAITS or (until is not None and now < until)
