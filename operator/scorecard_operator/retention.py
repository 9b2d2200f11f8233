"""Which finished uploads are past their time and go, with the Jobs and pods that they own.

Pure. An upload goes only when nobody waits for anything of it: its row is written, no other run was asked for, no Job of
it is at work. Its result stays in the row and its attempts in the database. Only so many go at once, the oldest first, so
that thousands that run out on one day do not flood the API server. Refuses to guess: an upload without a time of
completion stays.
"""

import datetime as dt
from collections.abc import Sequence

from scorecard_operator.conditions import find_condition
from scorecard_operator.decisions import DeleteUpload
from scorecard_operator.facts import Facts, UploadFact, parse_time
from scorecard_operator.settings import Settings
from scorecard_operator.standing import is_alive, own_jobs
from scorecard_operator.vocabulary import ConditionType, Phase

MOST_AT_ONCE = 20
"""Uploads deleted in one pass; each takes a Job or more with it."""


def choose_expired(
    finished: Sequence[UploadFact], facts: Facts, settings: Settings, now: dt.datetime
) -> list[DeleteUpload]:
    """Return those of the `finished` uploads that are to go now, the oldest first."""
    due = [
        (expires_at, upload)
        for upload in finished
        if (expires_at := find_expiry(upload, settings)) is not None
        and expires_at <= now
        and not _is_at_work(upload, facts)
    ]
    due.sort(key=lambda pair: (pair[0], pair[1].name))
    return [DeleteUpload(upload) for _, upload in due[:MOST_AT_ONCE]]


def find_next_expiry(finished: Sequence[UploadFact], settings: Settings, now: dt.datetime) -> dt.datetime | None:
    """Return when the next of the `finished` uploads runs out, if nothing happens to it until then."""
    moments = [find_expiry(upload, settings) for upload in finished]
    return min((moment for moment in moments if moment is not None and moment > now), default=None)


def find_expiry(upload: UploadFact, settings: Settings) -> dt.datetime | None:
    """Return when a finished upload runs out; None if it is kept for ever, or for now."""
    is_failed = upload.status.phase is Phase.FAILED
    ttl_s = settings.failed_upload_ttl_s if is_failed else settings.upload_ttl_s
    completed_at = parse_time(upload.status.completion_time)
    if not ttl_s or completed_at is None or upload.is_retry_asked or not _is_row_settled(upload):
        return None
    return completed_at + dt.timedelta(seconds=ttl_s)


def _is_row_settled(upload: UploadFact) -> bool:
    reported = find_condition(upload.status.conditions, ConditionType.ROW_REPORTED)
    return reported is None or reported.status == "True"


def _is_at_work(upload: UploadFact, facts: Facts) -> bool:
    return any(is_alive(job, facts.pod_of(job.name, job)) for job in own_jobs(upload, facts))
