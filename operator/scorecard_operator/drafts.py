"""A status in the making: what is to change, and the parts that several kinds of status share.

Pure. Never touches `progress` and `result`, which are the runner's; keeps a condition's transition time while its
status stays. Refuses to judge: which draft an upload gets is decided elsewhere.
"""

import datetime as dt
from dataclasses import dataclass, field

from scorecard_operator.conditions import Wish, renew_conditions
from scorecard_operator.facts import UploadFact
from scorecard_operator.history import format_time
from scorecard_operator.outcome import AttemptFacts
from scorecard_operator.resource import Status
from scorecard_operator.timeline import build_timeline
from scorecard_operator.vocabulary import ConditionType, Phase, Reason

FAILED_ROW = "failed"


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
    kept = upload.status.model_copy(
        update={"progress": None, "result": None, "queue_position": None, "estimated_start_time": None}
    )
    changed = {
        "observed_generation": upload.generation,
        # Also of an upload in flight: what was asked for before its end is answered by its end.
        "last_handled_retry_at": upload.retry_token or upload.status.last_handled_retry_at,
        "phase": draft.phase,
        "reason": draft.reason,
        "message": draft.message,
        "conditions": renew_conditions(upload.status.conditions, draft.wishes, upload.generation, format_time(now)),
    }
    status = kept.model_copy(update={**changed, **draft.fields})
    return status if draft.phase.is_terminal else status.model_copy(update={"completion_time": None})


def busy(reason: str, message: str, *, admitted: bool) -> tuple[Wish, ...]:
    """Return the conditions of an upload that is not at its end."""
    return (
        Wish(ConditionType.SUCCEEDED, "Unknown", reason, message),
        Wish(ConditionType.ADMITTED, str(admitted), Reason.LAUNCHED if admitted else reason, ""),
        Wish(ConditionType.RECONCILING, "True", reason, ""),
    )


def row_reported(*, is_done: bool, row_status: str = FAILED_ROW) -> Wish:
    """Return the condition that says whether the row was written, or found to be final or gone."""
    kind = ConditionType.ROW_REPORTED
    if not is_done:
        return Wish(kind, "False", Reason.ROW_NOT_WRITTEN, "The row of the upload is not written yet.")
    if row_status == FAILED_ROW:
        return Wish(kind, "True", Reason.ROW_WRITTEN, "The row of the upload says so too.")
    if row_status:
        return Wish(kind, "True", Reason.ROW_KEPT, f"The row of the upload is `{row_status}` and was left as it is.")
    return Wish(kind, "True", Reason.ROW_MISSING, "There is no row for this upload.")


def attempt_fields(upload: UploadFact, attempt: AttemptFacts) -> dict[str, object]:
    """Return what every status of an upload says of its newest attempt."""
    admitted_at = attempt.job.admitted_at if attempt.job else None
    return {
        "attempts": attempt.number,
        "job_name": attempt.job.name if attempt.job else upload.status.job_name,
        "start_time": upload.status.start_time or (format_time(admitted_at) if admitted_at else None),
        "timeline": build_timeline(upload, attempt),
    }
