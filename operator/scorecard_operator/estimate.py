"""When an upload will probably start, from how long the last ones took.

Pure, and rough on purpose: a status that names the minute is not worth a write when the minute changes. Says nothing where
nothing was measured yet.
"""

import datetime as dt
from collections.abc import Sequence
from statistics import median

from scorecard_operator.dependencies import BLAMED_BY
from scorecard_operator.facts import UploadFact, parse_time
from scorecard_operator.vocabulary import Phase

_RECENT = 20
"""Runs that count: as many as tell today's pictures from those of last week."""


def typical_run_s(uploads: Sequence[UploadFact]) -> float | None:
    """Return how long the last runs took, in seconds from launch to end; None if none has ended yet."""
    ended = [
        (ended_at, upload.status.duration_seconds)
        for upload in uploads
        if upload.status.duration_seconds is not None
        # What somebody stopped, maybe before it had started, tells nothing.
        and upload.status.phase is not Phase.CANCELLED
        # What waited for a dependency took as long as that was away.
        and not any(attempt.reason in BLAMED_BY for attempt in upload.status.history)
        and (ended_at := parse_time(upload.status.completion_time))
    ]
    recent = [duration_s for _, duration_s in sorted(ended)[-_RECENT:]]
    return median(recent) if recent else None


def estimate_start(rounds: int, minutes: int, run_s: float | None, now: dt.datetime) -> dt.datetime | None:
    """Return the full minute in which an upload will probably start; None if nobody knows.

    Args:
        rounds: how many runs, one after another, end before its slot is free.
        minutes: how many minutes of launches at the highest rate come before it.
        run_s: how long a run takes.
        now: the moment of asking.
    """
    if run_s is None:
        return None
    start = now + dt.timedelta(seconds=max(rounds * run_s, minutes * 60))
    return start.replace(second=0, microsecond=0) + dt.timedelta(minutes=1)
