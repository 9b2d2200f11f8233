"""When an upload will probably start, from how long the last ones took.

Pure, and rough on purpose: a status that names the minute is not worth a write when the minute changes. Says nothing where
nothing was measured yet.
"""

import datetime as dt
import math
from collections.abc import Sequence
from statistics import median

from scorecard_operator.facts import UploadFact, parse_time

_RECENT = 20
"""Runs that count: as many as tell today's pictures from those of last week."""


def typical_run_s(uploads: Sequence[UploadFact]) -> float | None:
    """Return how long the last runs took, in seconds from launch to end; None if none has ended yet."""
    ended = [
        (ended_at, upload.status.duration_seconds)
        for upload in uploads
        if upload.status.duration_seconds is not None and (ended_at := parse_time(upload.status.completion_time))
    ]
    recent = [duration_s for _, duration_s in sorted(ended)[-_RECENT:]]
    return median(recent) if recent else None


def estimate_start(place: int, slots: int, run_s: float | None, now: dt.datetime) -> dt.datetime | None:
    """Return the full minute in which the upload at this place, counted from 1, will probably start; None if nobody knows."""
    if run_s is None:
        return None
    start = now + dt.timedelta(seconds=math.ceil(place / slots) * run_s)
    return start.replace(second=0, microsecond=0) + dt.timedelta(minutes=1)
