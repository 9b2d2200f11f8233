"""The one loop: LIST, plan, apply, sleep until something changed or is due.

Holds no policy (`plan.py`) and no knowledge of the API (`cluster.py`). A failed action is logged and left alone for a
while; the next plan asks for it again, because the facts still do. Only the database is never waited for: rows are written
beside the loop, so that a database that does not answer delays no launch.
"""

import asyncio
import contextlib
import datetime as dt
import logging
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from typing import Any, Protocol

from scorecard_operator.actions import Actor
from scorecard_operator.cache import Cache, Shelf
from scorecard_operator.cluster import Cluster
from scorecard_operator.decisions import Action, ReportRow
from scorecard_operator.errors import OperatorError
from scorecard_operator.live_reader import LiveReader
from scorecard_operator.plan import plan
from scorecard_operator.settings import Settings

log = logging.getLogger(__name__)

CONCURRENT_ACTIONS = 20
CONCURRENT_ROWS = 10
"""Rows that wait for the database at the same time: while it is away, others must get a turn at it."""

SETTLE_S = 0.05
STALL_INTERVALS = 3
LIST_RETRY_S = 2.0


class Clock(Protocol):
    """Where the loop gets its moments from."""

    def __call__(self) -> dt.datetime:
        """Return now, in UTC."""


def utc_now() -> dt.datetime:
    """Return now, in UTC."""
    return dt.datetime.now(dt.UTC)


class Loop:
    """Reconciles one namespace until it is cancelled."""

    def __init__(
        self,
        cluster: Cluster,
        actor: Actor,
        cache: Cache,
        settings: Settings,
        clock: Clock = utc_now,
        *,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._cluster = cluster
        self._actor = actor
        self._cache = cache
        self._live = LiveReader(cluster, settings)
        self._settings = settings
        self._clock = clock
        self._clock_s = clock_s
        self._changed = asyncio.Event()
        self._is_synced = False
        self._next_resync_s = 0.0
        self._last_turn_s = clock_s()
        self._rows_under_way: dict[str, asyncio.Task[None]] = {}

    def note_change(self) -> None:
        """Wake the loop: something in the cache is new."""
        self._changed.set()

    @property
    def is_healthy(self) -> bool:
        """Whether the loop came round within the last few resync intervals, be the API server there or not."""
        return self._clock_s() - self._last_turn_s < STALL_INTERVALS * self._settings.resync_interval_s

    @property
    def is_synced(self) -> bool:
        """Whether the cache rests on a complete LIST, and the last one did not fail."""
        return self._is_synced

    async def run(self) -> None:
        """Reconcile for ever."""
        async with asyncio.TaskGroup() as beside:
            beside.create_task(self._live.run(self.note_change))
            while True:
                await self._turn(beside)

    async def _turn(self, beside: asyncio.TaskGroup) -> None:
        self._changed.clear()
        if self._clock_s() >= self._next_resync_s:
            await self._resync()
        wait_s = await self._pass(beside) if self._is_synced else LIST_RETRY_S
        self._last_turn_s = self._clock_s()
        # Not wait_for: before Python 3.12 it loses a cancellation that comes together with the event.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait_s):
                await self._changed.wait()
        # Events come in bursts: a short rest makes one pass of them, and one status write instead of two.
        await asyncio.sleep(SETTLE_S)

    async def _resync(self) -> None:
        # First, so that no plan is made before it is known whether somebody paused the launches.
        await self._live.read()
        try:
            await refill(self._cache, self._cluster)
        except OperatorError as error:
            # In doubt nothing is launched: without a fresh LIST the loop waits instead of acting on old facts.
            self._is_synced = False
            self._next_resync_s = self._clock_s() + LIST_RETRY_S
            log.warning("resync failed", extra={"reason": str(error)})
            return
        self._is_synced = True
        self._next_resync_s = self._clock_s() + self._settings.resync_interval_s
        log.info("resynced", extra={"uploads": len(self._cache.uploads.facts), "writes": self._cluster.counter.writes})

    async def _pass(self, beside: asyncio.TaskGroup) -> float:
        """Do what the plan asks for, and return how long to wait at most, in seconds."""
        now = self._clock()
        wanted = plan(self._cache.facts(), self._live.in_force, now)
        for skipped in wanted.skipped:
            log.error("upload skipped", extra={"upload": skipped.upload, "reason": skipped.error})
        self._write_rows(beside, [action for action in wanted.actions if isinstance(action, ReportRow)])
        others = [self._guarded(action) for action in wanted.actions if not isinstance(action, ReportRow)]
        await run_bounded(others, CONCURRENT_ACTIONS)
        until_resync_s = max(0.0, self._next_resync_s - self._clock_s())
        until_due_s = (wanted.wake_at - now).total_seconds() if wanted.wake_at else until_resync_s
        until_retry_s = self._actor.next_retry_s(wanted.actions)
        return max(SETTLE_S, min(until_resync_s, until_due_s, until_retry_s))

    def _write_rows(self, beside: asyncio.TaskGroup, reports: list[ReportRow]) -> None:
        self._rows_under_way = {uid: task for uid, task in self._rows_under_way.items() if not task.done()}
        for report in reports:
            uid = report.upload.uid
            if len(self._rows_under_way) >= CONCURRENT_ROWS:
                return
            if uid not in self._rows_under_way and not self._actor.is_resting(report):
                self._rows_under_way[uid] = beside.create_task(self._write_row(report))

    async def _write_row(self, report: ReportRow) -> None:
        await self._actor.perform(report, self._clock())
        # Also after a failure: nobody but the next turn reckons when to try again.
        self.note_change()

    async def _guarded(self, action: Action) -> None:
        if await self._actor.perform(action, self._clock()):
            self.note_change()


async def refill(cache: Cache, cluster: Cluster) -> None:
    """Bring the cache up to date by complete LISTs.

    Raises:
        ClusterError: one of the LISTs failed; what it did not get to is as it was.
    """
    # One after the other: gather() loses a cancellation that comes together with a failure, and the process would not end.
    await _take_over(cache.uploads, cluster.list_uploads())
    await _take_over(cache.jobs, cluster.list_jobs())
    await _take_over(cache.pods, cluster.list_pods())
    cache.forget_answers()


async def _take_over(shelf: Shelf[Any], bodies: AsyncIterator[Mapping[str, Any]]) -> None:
    known_before, listed = set(shelf.facts), set()
    async for body in bodies:
        shelf.put(body)
        listed.add(body["metadata"]["name"])
    shelf.forget_unlisted(listed, known_before)


async def run_bounded(work: list[Coroutine[None, None, None]], at_once: int) -> None:
    """Run coroutines, never more than `at_once` at the same time."""
    gate = asyncio.Semaphore(at_once)

    async def gated(one: Coroutine[None, None, None]) -> None:
        async with gate:
            await one

    await asyncio.gather(*(gated(one) for one in work))
