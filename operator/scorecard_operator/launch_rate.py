"""How many Jobs may be created now so that there are never more than so many in a minute.

Pure: the Jobs of the cluster themselves tell when they were created, so that a restart forgets nothing. Keeps a burst of
uploads from becoming a burst of pods, image pulls and connections to the database.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from scorecard_operator.facts import JobFact

WINDOW = dt.timedelta(minutes=1)


def count_launches_left(jobs: Mapping[str, Sequence[JobFact]], per_minute: int, now: dt.datetime) -> int:
    """Return how many Jobs may be created at `now`."""
    return max(0, per_minute - len(_recent(jobs, now)))


def find_next_launch_time(
    jobs: Mapping[str, Sequence[JobFact]], per_minute: int, now: dt.datetime
) -> dt.datetime | None:
    """Return when the next Job may be created; None if one may be created now."""
    recent = _recent(jobs, now)
    return recent[-per_minute] + WINDOW if len(recent) >= per_minute else None


def _recent(jobs: Mapping[str, Sequence[JobFact]], now: dt.datetime) -> list[dt.datetime]:
    """Return when the Jobs of the last minute were created, the newest last."""
    return sorted(job.created_at for each in jobs.values() for job in each if job.created_at > now - WINDOW)
