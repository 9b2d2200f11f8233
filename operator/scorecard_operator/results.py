"""The status of an upload whose row holds a result: that it ended so, or that it is read again to better it.

Pure. Says what came out in numbers only; names and texts of the scorecard stay in the row.
"""

from scorecard_operator.conditions import Wish
from scorecard_operator.drafts import Draft, attempt_fields, busy, row_reported
from scorecard_operator.facts import UploadFact
from scorecard_operator.failures import cut
from scorecard_operator.standing import Escalated, Settled, Won
from scorecard_operator.timeline import describe_completion
from scorecard_operator.vocabulary import ConditionType, Phase, Reason


def draft_read(upload: UploadFact, standing: Won | Escalated | Settled) -> Draft:
    """Draft the status of an upload whose row holds a result: the end, unless it is to be bettered."""
    match standing:
        case Won():
            return _draft_succeeded(upload, standing)
        case Escalated():
            return _draft_escalated(upload, standing)
        case Settled():
            return _draft_settled(upload, standing)


def _draft_succeeded(upload: UploadFact, standing: Won) -> Draft:
    said = _result_in_words(upload)
    is_kept = standing.outcome.reason == Reason.FIRST_RESULT_KEPT
    message = f"{said} Reading it again brought nothing better." if is_kept else said
    reason = Reason.RESULT_REUSED if _is_reused(upload, standing) else standing.outcome.reason
    return Draft(
        Phase.SUCCEEDED,
        reason,
        message,
        (Wish(ConditionType.SUCCEEDED, "True", reason, message), *_verified(upload, said)),
        {
            **attempt_fields(upload, standing.attempt),
            **describe_completion(upload, standing.attempt, standing.outcome.finished_at),
            "history": list(standing.history),
            "next_attempt_at": None,
            "failure": None,
        },
    )


def _draft_escalated(upload: UploadFact, standing: Escalated) -> Draft:
    message = f"{_result_in_words(upload)} It needs review and is read again with the stronger reader."
    return Draft(
        Phase.RETRYING,
        Reason.ESCALATED,
        message,
        busy(Reason.ESCALATED, message, admitted=False),
        {
            **attempt_fields(upload, standing.attempt),
            "history": list(standing.history),
            "next_attempt_at": None,
            "failure": None,
        },
    )


def _draft_settled(upload: UploadFact, standing: Settled) -> Draft:
    said = _result_in_words(upload)
    message = cut(f"{said} Reading it again came to nothing: {standing.why}")
    reason = Reason.FIRST_RESULT_KEPT
    return Draft(
        Phase.SUCCEEDED,
        reason,
        message,
        (
            Wish(ConditionType.SUCCEEDED, "True", reason, message),
            *_verified(upload, said),
            # A runner of ours may still hold its claim: the row is looked at once more.
            row_reported(is_done=False),
        ),
        {
            **attempt_fields(upload, standing.attempt),
            **describe_completion(upload, standing.attempt, standing.finished_at),
            "history": list(standing.history),
            "next_attempt_at": None,
            "failure": None,
        },
    )


def _result_in_words(upload: UploadFact) -> str:
    result = upload.status.result
    if result is None:
        return "The row holds what is known; there was nothing to do."
    how = "Taken over from an earlier upload of the same file:" if result.cached else "Read"
    return f"{how} {result.innings} innings with confidence {result.confidence:.2f}; checks {result.checks}."


def _is_reused(upload: UploadFact, standing: Won) -> bool:
    result = upload.status.result
    return standing.outcome.reason == Reason.PARSED and result is not None and result.cached


def _verified(upload: UploadFact, said: str) -> tuple[Wish, ...]:
    result = upload.status.result
    if result is None:
        return ()
    return (Wish(ConditionType.VERIFIED, str(result.verdict == Reason.VERIFIED), result.verdict, said),)
