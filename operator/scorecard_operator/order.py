"""Whose turn it is: priority that grows with waiting, fair shares between tenants, then age, then name.

Pure, and from the facts alone: nothing is remembered between two plans. Uploads of one priority share the slots by tenant;
of the priorities that one is next whose longest-waiting upload is most pressing, where `ageing_s` of waiting count as much
as one step of priority. Second readings stand behind the first readings of their priority, as if they came later.

So nothing waits for ever. Subtract from the moment since when an upload waits `ageing_s` for each step of its priority: the
upload with the earliest such moment leads. While it waits nothing of another priority starts, and nothing else of its tenant;
so it starts at the latest when the runs that its tenant has going have ended. That is the bound: **an upload starts after at
most as many of the longest runs as there are uploads that lead before it, itself included**. Of a priority `q` steps higher
those lead before it that came no more than `q * ageing_s` after it; of its own priority, those that came before it.

Refuses to know what a slot is, and how many are free.
"""

import datetime as dt
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scorecard_operator.escalation import find_escalated
from scorecard_operator.facts import UploadFact, parse_time

SECOND_READING_WAITS_S = 600
"""Whoever has a result that may become better lets those go first who came up to so many seconds later."""

NO_TENANT = ""


@dataclass(frozen=True)
class Shares:
    """How slots are shared: a tenant with weight 2 gets two for each one of a tenant with weight 1."""

    ageing_s: float
    weights: Mapping[str, float] = field(default_factory=dict)

    def weight_of(self, tenant: str) -> float:
        """Return the weight of a tenant; 1 where nothing is said."""
        return self.weights.get(tenant, 1.0)


def tenant_of(upload: UploadFact) -> str:
    """Return whose share an upload counts against; those without a tenant share one."""
    return upload.spec.tenant or NO_TENANT


def waits_since(upload: UploadFact) -> dt.datetime:
    """Return the moment from which an upload waits, as far as its turn goes."""
    first = find_escalated(upload.status.history)
    if first is None:
        # Whoever asks for another run is served by the moment of asking, not by the age of the upload.
        return parse_time(upload.status.retried_at) or upload.created_at
    ended = next(attempt.finished_at for attempt in upload.status.history if attempt.attempt == first)
    return (parse_time(ended) or upload.created_at) + dt.timedelta(seconds=SECOND_READING_WAITS_S)


def in_turn(
    waiting: Sequence[UploadFact], held: Mapping[str, int], shares: Shares, now: dt.datetime
) -> Iterator[UploadFact]:
    """Yield the uploads as they are to start.

    Args:
        waiting: all that wait for nothing but a slot.
        held: the slots that each tenant holds.
        shares: how slots are shared.
        now: the moment up to which they have waited.
    """
    counts = Counter(dict(held))
    queues = _by_rank(waiting)
    while queues:
        rank = max(queues, key=lambda each: (_pressure(each, queues[each], shares, now), each))
        queue = queues[rank]
        upload = queue.take_next(counts, shares)
        counts[tenant_of(upload)] += 1
        if not queue:
            del queues[rank]
        yield upload


@dataclass(frozen=True, order=True)
class _Rank:
    """Uploads that are served by share and age alone."""

    priority: int
    is_first_reading: bool


def _pressure(rank: _Rank, queue: "_Queue", shares: Shares, now: dt.datetime) -> float:
    return rank.priority + (now - queue.oldest).total_seconds() / shares.ageing_s


def _by_rank(waiting: Sequence[UploadFact]) -> dict[_Rank, "_Queue"]:
    found: defaultdict[_Rank, list[UploadFact]] = defaultdict(list)
    for upload in waiting:
        found[_Rank(upload.spec.priority, find_escalated(upload.status.history) is None)].append(upload)
    return {rank: _Queue(uploads) for rank, uploads in found.items()}


@dataclass(frozen=True, order=True)
class _Place:
    """An upload by its age."""

    since: dt.datetime
    name: str
    upload: UploadFact = field(compare=False)


class _Queue:
    """The waiting uploads of one rank, each tenant's by age.

    A heap holds the tenants by their share; it is mended when one is looked at, because slots are only added to a tenant
    while a turn lasts: thousands of uploads are put in order in milliseconds.
    """

    def __init__(self, uploads: Sequence[UploadFact]) -> None:
        self._by_age = sorted((_Place(waits_since(each), each.name, each) for each in uploads), reverse=True)
        self._taken: set[str] = set()
        self._of_tenant: defaultdict[str, list[_Place]] = defaultdict(list)
        for place in self._by_age:
            self._of_tenant[tenant_of(place.upload)].append(place)
        self._tenants = [(0.0, places[-1], tenant) for tenant, places in self._of_tenant.items()]
        heapq.heapify(self._tenants)

    def __len__(self) -> int:
        return len(self._by_age) - len(self._taken)

    @property
    def oldest(self) -> dt.datetime:
        """Since when the one that waits longest waits."""
        while self._by_age[-1].name in self._taken:
            self._taken.remove(self._by_age.pop().name)
        return self._by_age[-1].since

    def take_next(self, counts: Mapping[str, int], shares: Shares) -> UploadFact:
        """Take out the oldest upload of the tenant that is furthest below its share."""
        while True:
            known, place, tenant = self._tenants[0]
            share = counts.get(tenant, 0) / shares.weight_of(tenant)
            if share <= known:
                break
            heapq.heapreplace(self._tenants, (share, place, tenant))
        places = self._of_tenant[tenant]
        places.pop()
        if places:
            heapq.heapreplace(self._tenants, (share, places[-1], tenant))
        else:
            heapq.heappop(self._tenants)
        self._taken.add(place.name)
        return place.upload
