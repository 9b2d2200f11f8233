"""Which uploads start now: the order of the queue and the slots that are free.

Order: higher priority first, then first readings before second ones, then older, then by name. A slot is taken while a
Job may still work and its runner has not said that it is done.
"""

import datetime as dt

from scorecard_operator.budgets import count_failures
from scorecard_operator.decisions import CreateJob
from scorecard_operator.escalation import find_escalated, find_target, since_escalation
from scorecard_operator.facts import Facts, UploadFact
from scorecard_operator.outcome import has_reported_end
from scorecard_operator.settings import Settings
from scorecard_operator.standing import Standing, Waiting, count_attempts, is_alive
from scorecard_operator.vocabulary import FailureClass


def count_held_slots(facts: Facts) -> int:
    """Return how many slots are taken: Jobs that may still work and whose runner has not said it is done."""
    uploads = {upload.uid: upload for upload in facts.uploads}
    held = 0
    for jobs in facts.jobs.values():
        for job in jobs:
            upload = uploads.get(job.owner_uid)
            is_done = upload is not None and has_reported_end(upload, job.attempt)
            held += is_alive(job, facts.pod_of(job.name, job)) and not is_done
    return held


def may_start(standing: Standing, now: dt.datetime) -> bool:
    """Whether an upload waits for nothing but a slot."""
    return isinstance(standing, Waiting) and (standing.not_before is None or standing.not_before <= now)


def queue_up(uploads: list[UploadFact], standings: dict[str, Standing], now: dt.datetime) -> list[UploadFact]:
    """Return the uploads that wait for a slot, the next to start first."""
    waiting = [upload for upload in uploads if may_start(standings[upload.name], now)]
    return sorted(waiting, key=_place)


def _place(upload: UploadFact) -> tuple[int, bool, dt.datetime, str]:
    # Whoever has no result yet goes before those who have one that may become better.
    has_result = find_escalated(upload.status.history) is not None
    return (-upload.spec.priority, has_result, upload.created_at, upload.name)


def choose_launches(
    uploads: list[UploadFact], standings: dict[str, Standing], facts: Facts, settings: Settings, now: dt.datetime
) -> list[CreateJob]:
    """Return the launches that the free slots allow."""
    free = settings.max_concurrent_jobs - count_held_slots(facts)
    ready = [
        upload
        for upload in queue_up(uploads, standings, now)
        if _is_clear(standings[upload.name]) and upload.name not in facts.refusals
    ]
    return [
        CreateJob(
            upload,
            count_attempts(upload, facts) + 1,
            count_failures(since_escalation(upload.status.history), FailureClass.MEMORY),
            find_target(upload),
        )
        for upload in ready[: max(0, free)]
    ]


def _is_clear(standing: Standing) -> bool:
    return isinstance(standing, Waiting) and standing.is_clear
