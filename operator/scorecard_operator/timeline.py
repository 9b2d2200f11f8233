"""When an upload reached each step, and how long it took.

Pure. A step that was seen once stays: a pod that is gone takes its times with it, and absent means not reached.
"""

import datetime as dt

from scorecard_operator.facts import UploadFact, parse_time
from scorecard_operator.history import format_time
from scorecard_operator.outcome import AttemptFacts
from scorecard_operator.resource import Timeline


def build_timeline(upload: UploadFact, attempt: AttemptFacts | None) -> Timeline:
    """Return the steps of the newest attempt; `attempt` is None while there has been none."""
    queued = upload.status.retried_at or format_time(upload.created_at)
    if attempt is None:
        return Timeline(queued=queued)
    job, pod, progress = attempt.job, attempt.pod, upload.status.progress
    is_current = progress is not None and progress.attempt == attempt.number
    written = upload.status.timeline if upload.status.attempts == attempt.number else None
    before = written or Timeline()
    return Timeline(
        queued=queued,
        admitted=format_time(job.admitted_at) if job and job.admitted_at else before.admitted,
        scheduled=format_time(pod.scheduled_at) if pod and pod.scheduled_at else before.scheduled,
        started=format_time(pod.started_at) if pod and pod.started_at else before.started,
        fetched=progress.fetched_at if progress and is_current else before.fetched,
        recognised=progress.recognised_at if progress and is_current else before.recognised,
        stored=progress.stored_at if progress and is_current else before.stored,
    )


def describe_completion(upload: UploadFact, attempt: AttemptFacts | None, at: dt.datetime) -> dict[str, object]:
    """Return the status fields of an upload that ended at `at`."""
    started = parse_time(upload.status.start_time) or (attempt.job.admitted_at if attempt and attempt.job else at) or at
    seconds = max(0, round((at - started).total_seconds()))
    timeline = build_timeline(upload, attempt) if attempt else upload.status.timeline or build_timeline(upload, None)
    return {
        "completion_time": format_time(at),
        "duration_seconds": seconds,
        "duration": format_duration(seconds),
        "timeline": timeline.model_copy(update={"finished": format_time(at)}),
    }


def format_duration(seconds: int) -> str:
    """Return seconds as kubectl writes them: 48s, 1m12s, 2h05m."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}h{minutes:02d}m"
    return f"{minutes}m{rest:02d}s" if minutes else f"{rest}s"
