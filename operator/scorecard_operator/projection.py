"""Turns a standing into the status that people read: phase, reason, conditions, failure.

Pure. Never touches `progress` and `result`, which are the runner's; keeps a condition's transition time while its
status stays; drops nothing a later reader needs once a terminal phase is written.
"""

import datetime as dt
from dataclasses import dataclass, field

from scorecard_operator.conditions import Wish, renew_conditions
from scorecard_operator.facts import UploadFact
from scorecard_operator.failures import SENTENCE_LIMIT, Broken, cut
from scorecard_operator.outcome import AttemptFacts, Running, Starting
from scorecard_operator.resource import Failure, Status
from scorecard_operator.standing import InFlight, Lost, Won, format_time
from scorecard_operator.timeline import build_timeline, describe_completion
from scorecard_operator.vocabulary import ConditionType, Phase, Reason

FAILED_ROW = "failed"
IMAGE_PULL_REASONS = {"ErrImagePull", "ImagePullBackOff"}


@dataclass(frozen=True)
class Draft:
    """What is to change in a status; fields left out stay as they are."""

    phase: Phase
    reason: str
    message: str
    wishes: tuple[Wish, ...]
    fields: dict[str, object] = field(default_factory=dict)


def write_status(upload: UploadFact, draft: Draft, now: dt.datetime) -> Status:
    """Return the whole operator-owned status that `draft` makes of the one we have."""
    kept = upload.status.model_copy(update={"progress": None, "result": None, "queue_position": None})
    changed = {
        "observed_generation": upload.generation,
        "phase": draft.phase,
        "reason": draft.reason,
        "message": draft.message,
        "conditions": renew_conditions(upload.status.conditions, draft.wishes, upload.generation, format_time(now)),
    }
    status = kept.model_copy(update={**changed, **draft.fields})
    return status if draft.phase.is_terminal else status.model_copy(update={"completion_time": None})


def draft_queued(upload: UploadFact, position: int, refusal: str) -> Draft:
    """Draft the status of an upload that waits for a slot, or whose Job was refused."""
    reason = Reason.JOB_REFUSED if refusal else Reason.WAITING_FOR_SLOT
    message = refusal or "Waiting for a free slot."
    return Draft(
        Phase.QUEUED,
        reason,
        message,
        _busy(reason, message, admitted=False),
        {
            "queue_position": position,
            "timeline": build_timeline(upload, None),
            "next_attempt_at": None,
            "failure": upload.status.failure,
        },
    )


def draft_in_flight(upload: UploadFact, standing: InFlight) -> Draft:
    """Draft the status of an upload with a starting or running attempt."""
    attempt, outcome = standing.attempt, standing.outcome
    is_running = isinstance(outcome, Running)
    reason, message = _words_in_flight(upload.status, outcome)
    return Draft(
        Phase.RUNNING if is_running else Phase.STARTING,
        reason,
        message,
        _busy(reason, message, admitted=True),
        {**_attempt_fields(upload, attempt), "next_attempt_at": None},
    )


def _words_in_flight(shown: Status, outcome: Starting | Running) -> tuple[str, str]:
    if isinstance(outcome, Running):
        return Reason.READING, "The runner is at work."
    if {shown.reason, outcome.reason} <= IMAGE_PULL_REASONS:
        # The kubelet goes back and forth between the two for as long as it tries: news only the first time.
        return shown.reason, shown.message
    return outcome.reason, outcome.message


def draft_lost(upload: UploadFact, standing: Lost) -> Draft:
    """Draft the status of an upload whose attempt broke: another one if the budget allows, else the end."""
    if standing.next_attempt_at is None:
        return _draft_failed(upload, standing)
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
        _busy(broken.reason, message, admitted=False),
        {
            **_attempt_fields(upload, standing.attempt),
            "history": list(standing.history),
            "next_attempt_at": format_time(next_attempt_at),
            "failure": _failure(broken, standing.attempt),
        },
    )


def _draft_failed(upload: UploadFact, standing: Lost) -> Draft:
    broken = standing.outcome
    return Draft(
        Phase.FAILED,
        broken.reason,
        broken.message,
        (
            Wish(ConditionType.SUCCEEDED, "False", broken.reason, broken.message),
            Wish(ConditionType.STALLED, "True", broken.reason, broken.hint),
            _row_reported(is_done=broken.is_row_reported),
        ),
        {
            **_attempt_fields(upload, standing.attempt),
            **describe_completion(upload, standing.attempt, broken.finished_at),
            "history": list(standing.history),
            "next_attempt_at": None,
            "failure": _failure(broken, standing.attempt),
        },
    )


def draft_succeeded(upload: UploadFact, standing: Won) -> Draft:
    """Draft the final status of an upload whose row holds the result."""
    result = upload.status.result
    verified: tuple[Wish, ...] = ()
    message = "The row holds what is known; there was nothing to do."
    if result is not None:
        is_verified = result.verdict == Reason.VERIFIED
        message = f"Read {result.innings} innings with confidence {result.confidence:.2f}; checks {result.checks}."
        verified = (Wish(ConditionType.VERIFIED, str(is_verified), result.verdict, message),)
    return Draft(
        Phase.SUCCEEDED,
        standing.outcome.reason,
        message,
        (Wish(ConditionType.SUCCEEDED, "True", standing.outcome.reason, message), *verified),
        {
            **_attempt_fields(upload, standing.attempt),
            **describe_completion(upload, standing.attempt, standing.outcome.finished_at),
            "history": list(standing.history),
            "next_attempt_at": None,
            "failure": None,
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
            _row_reported(is_done=False),
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
    return Draft(phase, status.reason, status.message, (*kept, _row_reported(is_done=True, row_status=row_status)))


def _busy(reason: str, message: str, *, admitted: bool) -> tuple[Wish, ...]:
    return (
        Wish(ConditionType.SUCCEEDED, "Unknown", reason, message),
        Wish(ConditionType.ADMITTED, str(admitted), Reason.LAUNCHED if admitted else reason, ""),
        Wish(ConditionType.RECONCILING, "True", reason, ""),
    )


def _row_reported(*, is_done: bool, row_status: str = FAILED_ROW) -> Wish:
    kind = ConditionType.ROW_REPORTED
    if not is_done:
        return Wish(kind, "False", Reason.ROW_NOT_WRITTEN, "The row of the upload is not written yet.")
    if row_status == FAILED_ROW:
        return Wish(kind, "True", Reason.ROW_WRITTEN, "The row of the upload says so too.")
    if row_status:
        return Wish(kind, "True", Reason.ROW_KEPT, f"The row of the upload is `{row_status}` and was left as it is.")
    return Wish(kind, "True", Reason.ROW_MISSING, "There is no row for this upload.")


def _attempt_fields(upload: UploadFact, attempt: AttemptFacts) -> dict[str, object]:
    created = format_time(attempt.job.created_at) if attempt.job else None
    return {
        "attempts": attempt.number,
        "job_name": attempt.job.name if attempt.job else upload.status.job_name,
        "start_time": upload.status.start_time or created,
        "timeline": build_timeline(upload, attempt),
    }


def _failure(broken: Broken, attempt: AttemptFacts) -> Failure:
    hint = cut(broken.hint.replace("<job>", attempt.job.name if attempt.job else "<job>"))
    return Failure(
        class_=broken.failure_class,
        reason=broken.reason,
        exit_code=broken.exit_code,
        message=broken.message,
        hint=hint,
        node=attempt.pod.node if attempt.pod else None,
        image=attempt.pod.image if attempt.pod else None,
    )
