"""Turns a standing into the status that people read: phase, reason, conditions, failure.

Pure. Of an upload that has a result speaks `results.py`; here are the others: waiting, in flight, broken, cancelled.
Drops nothing a later reader needs once a terminal phase is written.
"""

import datetime as dt
from dataclasses import replace

from scorecard_operator.breaker import Outage
from scorecard_operator.conditions import Wish
from scorecard_operator.dependencies import BLAMED_BY
from scorecard_operator.drafts import Draft, attempt_fields, busy, row_reported
from scorecard_operator.escalation import find_escalated
from scorecard_operator.facts import UploadFact
from scorecard_operator.failures import SENTENCE_LIMIT, Broken, cut
from scorecard_operator.history import format_time
from scorecard_operator.outcome import AttemptFacts, OnHold, Running, Starting
from scorecard_operator.resource import Failure, Status
from scorecard_operator.standing import InFlight, Lost
from scorecard_operator.timeline import build_timeline, describe_completion
from scorecard_operator.vocabulary import ConditionType, Phase, Reason

IMAGE_PULL_REASONS = {"ErrImagePull", "ImagePullBackOff", "RegistryUnavailable"}


def draft_queued(
    upload: UploadFact, position: int, starts_at: dt.datetime | None, refusal: str, pause: str = ""
) -> Draft:
    """Draft the status of an upload that waits: for a slot, because its Job was refused, or for the end of a pause.

    `starts_at` is an estimate; `pause` says why nothing is launched.
    """
    reason, message = _words_in_queue(upload, refusal, pause)
    return Draft(
        Phase.QUEUED,
        reason,
        message,
        busy(reason, message, admitted=False),
        {
            "queue_position": position,
            "estimated_start_time": format_time(starts_at) if starts_at else None,
            "timeline": build_timeline(upload, None),
            "next_attempt_at": None,
            "failure": upload.status.failure,
        },
    )


def draft_unavailable(upload: UploadFact, outage: Outage) -> Draft:
    """Draft the status of an upload that waits for a dependency: the same for as long as that is away."""
    reason, message = Reason.DEPENDENCY_UNAVAILABLE, _words_of_outage(upload, outage)
    return Draft(
        Phase.RETRYING if upload.status.failure else Phase.QUEUED,
        reason,
        message,
        busy(reason, message, admitted=False),
        {"next_attempt_at": None, "timeline": upload.status.timeline or build_timeline(upload, None)},
    )


def _words_of_outage(upload: UploadFact, outage: Outage) -> str:
    shown = upload.status
    if shown.reason == Reason.DEPENDENCY_UNAVAILABLE and shown.message.startswith(outage.headline):
        # What is known of the beginning may change with the uploads that know it: not worth a write to all that wait.
        return shown.message
    is_escalation = find_escalated(upload.status.history) is not None
    return f"{outage.message} The row holds the first result." if is_escalation else outage.message


def _words_in_queue(upload: UploadFact, refusal: str, pause: str) -> tuple[str, str]:
    is_escalation = find_escalated(upload.status.history) is not None
    if pause:
        return Reason.PAUSED, f"The row holds the first result. {pause}" if is_escalation else pause
    if refusal:
        return Reason.JOB_REFUSED, refusal
    waiting = "Waiting for a free slot to be read again; the row holds the first result."
    return Reason.WAITING_FOR_SLOT, waiting if is_escalation else "Waiting for a free slot."


def draft_in_flight(upload: UploadFact, standing: InFlight) -> Draft:
    """Draft the status of an upload with a suspended, starting or running attempt."""
    attempt, outcome = standing.attempt, standing.outcome
    phase = {OnHold: Phase.QUEUED, Starting: Phase.STARTING, Running: Phase.RUNNING}[type(outcome)]
    reason, message = _words_in_flight(upload.status, outcome)
    return Draft(
        phase,
        reason,
        message,
        busy(reason, message, admitted=phase is not Phase.QUEUED),
        {**attempt_fields(upload, attempt), "next_attempt_at": None},
    )


def _words_in_flight(shown: Status, outcome: OnHold | Starting | Running) -> tuple[str, str]:
    if isinstance(outcome, Running):
        return Reason.READING, "The runner is at work."
    if {shown.reason, outcome.reason} <= IMAGE_PULL_REASONS:
        # The kubelet goes back and forth between them for as long as it tries: news only the first time.
        return shown.reason, shown.message
    return outcome.reason, outcome.message


def draft_lost(upload: UploadFact, standing: Lost, outage: Outage | None = None) -> Draft:
    """Draft the status of an upload whose attempt broke: another one if the budget allows, else the end."""
    if standing.next_attempt_at is None:
        return _draft_failed(upload, standing)
    if outage is not None and standing.outcome.reason in BLAMED_BY:
        return _draft_broken_off(upload, standing, outage)
    return _draft_retrying(upload, standing, standing.next_attempt_at)


def _draft_retrying(upload: UploadFact, standing: Lost, next_attempt_at: dt.datetime) -> Draft:
    broken = standing.outcome
    next_start = f" The next starts at {next_attempt_at:%H:%M:%S} UTC."
    what = cut(f"Attempt {standing.attempt.number} ended: {broken.message}", SENTENCE_LIMIT - len(next_start))
    message = what + next_start
    return Draft(
        Phase.RETRYING,
        broken.reason,
        message,
        busy(broken.reason, message, admitted=False),
        {
            **attempt_fields(upload, standing.attempt),
            "history": list(standing.history),
            "next_attempt_at": format_time(next_attempt_at),
            "failure": _failure(broken, standing.attempt),
        },
    )


def _draft_broken_off(upload: UploadFact, standing: Lost, outage: Outage) -> Draft:
    """Draft the status of an upload that backs off from a dependency: it waits for that, not for a moment."""
    waiting = draft_unavailable(upload, outage)
    ended = {
        "history": list(standing.history),
        "failure": _failure(standing.outcome, standing.attempt),
    }
    fields = {**waiting.fields, **attempt_fields(upload, standing.attempt), **ended}
    return replace(waiting, phase=Phase.RETRYING, fields=fields)


def _draft_failed(upload: UploadFact, standing: Lost) -> Draft:
    broken = standing.outcome
    return Draft(
        Phase.FAILED,
        broken.reason,
        broken.message,
        (
            Wish(ConditionType.SUCCEEDED, "False", broken.reason, broken.message),
            Wish(ConditionType.STALLED, "True", broken.reason, broken.hint),
            row_reported(is_done=broken.is_row_reported),
        ),
        {
            **attempt_fields(upload, standing.attempt),
            **describe_completion(upload, standing.attempt, broken.finished_at),
            "history": list(standing.history),
            "next_attempt_at": None,
            "failure": _failure(broken, standing.attempt),
        },
    )


def draft_cancelled(upload: UploadFact, now: dt.datetime) -> Draft:
    """Draft the final status of an upload that somebody stopped."""
    message = "Stopped because spec.cancelled was set."
    return Draft(
        Phase.CANCELLED,
        Reason.CANCELLED,
        message,
        (
            Wish(ConditionType.SUCCEEDED, "False", Reason.CANCELLED, message),
            Wish(ConditionType.STALLED, "True", Reason.CANCELLED, message),
            row_reported(is_done=False),
        ),
        {**describe_completion(upload, None, now), "next_attempt_at": None},
    )


def draft_row_reported(upload: UploadFact, row_status: str) -> Draft:
    """Draft the finished status once the row was written, or found to be final (or gone) already."""
    status = upload.status
    kept = tuple(
        Wish(ConditionType(c.type), c.status, c.reason, c.message)
        for c in status.conditions
        if c.type != ConditionType.ROW_REPORTED
    )
    phase = status.phase or Phase.FAILED
    return Draft(phase, status.reason, status.message, (*kept, row_reported(is_done=True, row_status=row_status)))


def _failure(broken: Broken, attempt: AttemptFacts) -> Failure:
    hint = cut(broken.hint.replace("<job>", attempt.job.name if attempt.job else "<job>"))
    end = attempt.pod.termination if attempt.pod else None
    return Failure(
        class_=broken.failure_class,
        reason=broken.reason,
        exit_code=broken.exit_code,
        message=broken.message,
        hint=hint,
        node=attempt.pod.node if attempt.pod else None,
        image=attempt.pod.image if attempt.pod else None,
        log_tail=list(end.log_tail) if end and end.log_tail else None,
    )
