"""Another run of a finished upload because somebody asked for it, by the annotation `retryRequestedAt`.

Pure. The annotation is a token, as Flux has it: a value that was not answered yet asks once, and the answer is to write it
into `status.lastHandledRetryAt`, so that neither a restart nor an old event starts a second run. Budgets and history begin
anew behind `status.retriedAfter`; attempts go on being counted, for their Jobs have names. Refuses to run again what was
cancelled, which cannot be taken back.
"""

import datetime as dt

from scorecard_operator.conditions import Wish
from scorecard_operator.drafts import Draft, busy
from scorecard_operator.facts import UploadFact
from scorecard_operator.history import format_time
from scorecard_operator.resource import Timeline
from scorecard_operator.standing import RetryAsked
from scorecard_operator.vocabulary import ConditionType, Phase, Reason

ASKED = "Another run was asked for; waiting for a free slot."
REFUSED = "A retry was asked for, but a cancelled upload is not run again: delete it and create it anew."


def draft_retry(upload: UploadFact, standing: RetryAsked, now: dt.datetime) -> Draft:
    """Draft the status of a finished upload that is to be run again, or the answer that it cannot be."""
    return _draft_queued_again(upload, now) if standing.is_possible else _draft_refused(upload)


def _draft_queued_again(upload: UploadFact, now: dt.datetime) -> Draft:
    return Draft(
        Phase.QUEUED,
        Reason.RETRY_REQUESTED,
        ASKED,
        busy(Reason.RETRY_REQUESTED, ASKED, admitted=False),
        {
            "retried_at": format_time(now),
            "retried_after": upload.status.attempts,
            "history": [],
            "failure": None,
            "next_attempt_at": None,
            "start_time": None,
            "duration": None,
            "duration_seconds": None,
            "timeline": Timeline(queued=format_time(now)),
        },
    )


def _draft_refused(upload: UploadFact) -> Draft:
    kept = tuple(
        Wish(ConditionType(each.type), each.status, each.reason, each.message) for each in upload.status.conditions
    )
    return Draft(upload.status.phase or Phase.CANCELLED, Reason.CANCELLED, REFUSED, kept)
