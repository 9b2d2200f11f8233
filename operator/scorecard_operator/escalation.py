"""Whether an upload that was read is read once more by the strongest reader, and which of its attempts do that.

Pure. There is one escalation an upload, whatever becomes of it: it is known by the history (a success that did not end
the upload) and by the label of its Job, so that neither a restart nor a status that somebody deleted starts a second one.
Its failures spend the budgets of the upload; none of them can take away the result that is there.
"""

from collections.abc import Sequence

from scorecard_operator.dependencies import is_excused
from scorecard_operator.facts import JobFact, UploadFact
from scorecard_operator.outcome import Succeeded
from scorecard_operator.resource import Attempt
from scorecard_operator.settings import Settings
from scorecard_operator.vocabulary import Reader, Reason

STRONGEST = Reader.RAPID
# Of any class: a second reading is a favour, and its tries take slots from uploads that have no result yet.
MAX_TRIES = 3


def is_success(attempt: Attempt) -> bool:
    """Whether an ended attempt left the row with a result."""
    return attempt.class_ is None and attempt.exit_code == 0


def find_escalated(history: Sequence[Attempt]) -> int | None:
    """Return the first attempt that succeeded, or None: in an upload that goes on it is the one that is read again."""
    return next((attempt.attempt for attempt in history if is_success(attempt)), None)


def find_target(upload: UploadFact, job: JobFact | None = None) -> int | None:
    """Return the attempt whose result an attempt with this Job, or the next one, is to better; None for a first reading."""
    if job is not None and job.escalates is not None:
        return job.escalates
    escalated = find_escalated(upload.status.history)
    result = upload.status.result
    # A runner that found the row done has told the result of an attempt before it: that one wrote the row.
    return result.attempt if escalated is not None and result is not None and result.attempt else escalated


def since_escalation(history: Sequence[Attempt]) -> Sequence[Attempt]:
    """Return the attempts that ended after the first success; all of them when there was none."""
    escalated = find_escalated(history) or 0
    return [attempt for attempt in history if attempt.attempt > escalated]


def may_be_tried_again(history: Sequence[Attempt]) -> bool:
    """Whether a second reading that broke may have another try, as far as its budget of a class allows."""
    return sum(not is_excused(attempt) for attempt in since_escalation(history)) < MAX_TRIES


def is_worth_another(upload: UploadFact, outcome: Succeeded, settings: Settings) -> bool:
    """Whether a first result calls for the strongest reader: it needs review, and that reader has not read it."""
    result = upload.status.result
    return (
        settings.is_escalating
        and not upload.spec.cancelled
        and outcome.reason == Reason.PARSED
        and result is not None
        and result.verdict == Reason.NEEDS_REVIEW
        and result.reader != STRONGEST
    )
