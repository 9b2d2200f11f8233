"""What an upload that waits is told of its turn: its place in the queue, and when it will probably start.

Pure. Places go down by one with every launch, and nobody waits for that: what is told moves in steps, so that waiting costs
an upload three writes at most, however long the queue. Refuses to put anything in order: that is `order.py`.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_operator.breaker import Outage
from scorecard_operator.estimate import estimate_start, typical_run_s
from scorecard_operator.facts import UploadFact
from scorecard_operator.order import tenant_of
from scorecard_operator.resource import Status
from scorecard_operator.settings import Settings

STEPS = (10, 100)
STEPS_WITH_KUEUE = (10,)  # its wait comes on top, and is told too


@dataclass(frozen=True)
class Turn:
    """The place that an upload is told, from 1, and when it will probably start; or why nothing is launched."""

    place: int
    starts_at: dt.datetime | None = None
    outage: Outage | None = None
    pause: str = ""


def find_turns(
    waiting: Sequence[UploadFact], uploads: Sequence[UploadFact], settings: Settings, now: dt.datetime
) -> dict[str, Turn]:
    """Return the turn of each upload of `waiting`, which are in order; `uploads` tell how long runs take."""
    # Nobody knows how long a pause lasts.
    run_s = None if settings.is_paused else typical_run_s(uploads)
    steps = STEPS_WITH_KUEUE if settings.kueue_queue_name else STEPS
    of_tenant, of_namespace = Counter[str](), Counter[str]()
    turns = {}
    for place, upload in enumerate(waiting, start=1):
        of_tenant[tenant_of(upload)] += 1
        of_namespace[upload.namespace] += 1
        rounds = max(
            math.ceil(place / settings.max_concurrent_jobs),
            math.ceil(of_tenant[tenant_of(upload)] / settings.max_jobs_per_tenant),
            math.ceil(of_namespace[upload.namespace] / settings.max_jobs_per_namespace),
        )
        minutes = place // settings.launches_per_minute
        starts_at = estimate_start(rounds, minutes, run_s, now)
        turns[upload.name] = Turn(_told_place(place, upload.status, steps), starts_at, pause=settings.pause)
    return turns


def _told_place(place: int, status: Status, steps: Sequence[int]) -> int:
    """Keep the written place until it comes a step nearer: a move by one is not worth a write, one to the back neither."""
    told = status.queue_position
    return told if told is not None and _step(told, steps) <= _step(place, steps) else place


def _step(place: int, steps: Sequence[int]) -> int:
    return sum(place > step for step in steps)
