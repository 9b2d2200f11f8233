"""What becomes of rows that nobody works on: one without a ScorecardUpload gets one, one whose upload ended is failed.

Pure, and from the facts alone: the rows that wait, and what the cluster holds of their uploads, Jobs and pods. A row that
was never read is read, whoever lost it; one that was begun and whose upload a person deleted is not begun again. Refuses
whatever is not sure: an upload that is being deleted, a row whose report is under way, a pod that may still commit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_operator.conditions import find_condition
from scorecard_operator.facts import Facts, UploadFact
from scorecard_operator.manifest import upload_of
from scorecard_operator.resource import LONGEST_TIMEOUT_S
from scorecard_operator.settings import Settings
from scorecard_operator.standing import is_alive
from scorecard_operator.vocabulary import ConditionType, Phase, Reason

MOST_AT_ONCE = 50
"""Uploads created, and rows failed, in one sweep: thousands of old rows must not flood the API server."""

GONE = "The reading of this file was stopped before it was done. Please upload it again."
LOST = "The file was read, but its result was lost. Please upload it again."
WAITING = {None, Phase.QUEUED, Phase.RETRYING}


@dataclass(frozen=True)
class OpenRow:
    """A row that is not final; `newest_attempt` is None if no runner ever claimed it."""

    upload_id: str
    age_s: float
    newest_attempt: int | None = None


@dataclass(frozen=True)
class CreateUpload:
    """Ask for a row to be read, because nobody did."""

    upload_id: str


@dataclass(frozen=True)
class HealRow:
    """Fail a row that nobody will finish, unless an attempt newer than `newest_attempt` has begun."""

    upload_id: str
    reason: str
    message: str
    newest_attempt: int | None


SweepAction = CreateUpload | HealRow


def find_busy(facts: Facts) -> list[str]:
    """Return the ids of rows that are in good hands: their upload is not over, or the operator still writes the row."""
    return [upload.name for upload in facts.uploads if not _is_over(upload)]


def sweep(rows: Sequence[OpenRow], facts: Facts, settings: Settings) -> tuple[SweepAction, ...]:
    """Return what is to be done about `rows`, the oldest first: few enough for the queue and the API server."""
    uploads = {upload.name: upload for upload in facts.uploads}
    at_work = _find_at_work(facts)
    longest_run_s = LONGEST_TIMEOUT_S + settings.start_deadline_s
    idle = [row for row in rows if row.upload_id not in at_work or row.age_s > longest_run_s]
    actions = [action for row in idle if (action := _judge(row, uploads.get(row.upload_id))) is not None]
    creates = [action for action in actions if isinstance(action, CreateUpload)]
    heals = [action for action in actions if isinstance(action, HealRow)]
    room = min(MOST_AT_ONCE, settings.sweep_queue_limit - _count_waiting(facts))
    return (*creates[: max(0, room)], *heals[:MOST_AT_ONCE])


def _judge(row: OpenRow, upload: UploadFact | None) -> SweepAction | None:
    if upload is not None:
        return HealRow(row.upload_id, *_end_in_words(upload), row.newest_attempt) if _is_over(upload) else None
    if row.newest_attempt is None:
        return CreateUpload(row.upload_id)
    return HealRow(row.upload_id, Reason.UPLOAD_GONE, GONE, row.newest_attempt)


def _end_in_words(upload: UploadFact) -> tuple[str, str]:
    """Return reason and sentence for the row of an upload that ended; a success that left no result in it is none."""
    if upload.status.phase is Phase.SUCCEEDED:
        return Reason.RESULT_LOST, LOST
    return upload.status.reason or Reason.RESULT_LOST, upload.status.message or LOST


def _is_over(upload: UploadFact) -> bool:
    """Whether nothing more happens to an upload, to its row neither; one that is being deleted is waited for."""
    phase = upload.status.phase
    reported = find_condition(upload.status.conditions, ConditionType.ROW_REPORTED)
    is_row_due = reported is not None and reported.status != "True"
    is_ended = phase is not None and phase.is_terminal
    return is_ended and not is_row_due and not upload.is_retry_asked and not upload.is_deleting


def _find_at_work(facts: Facts) -> set[str]:
    """Return the uploads with a Job or a pod that may still claim or commit, be it an orphan."""
    jobs = {name for name, jobs in facts.jobs.items() for job in jobs if is_alive(job, facts.pod_of(job.name, job))}
    pods = {
        upload_of(pod.job)
        for pod in facts.pods.values()
        if pod.termination is None and pod.phase not in {"Succeeded", "Failed"}
    }
    return jobs | pods


def _count_waiting(facts: Facts) -> int:
    return sum(1 for upload in facts.uploads if upload.status.phase in WAITING)
