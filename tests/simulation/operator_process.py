"""The operator's own loop, cache and actions as one process that can be killed, with watches that may be late or repeat.

Everything of the operator is real but the two modules at its borders: the Kubernetes API and the rows.
"""

import asyncio
import contextlib
import copy
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, TypeVar

from scorecard_operator.actions import Actor
from scorecard_operator.cache import Cache, Shelf
from scorecard_operator.cluster import CallCounter, Cluster
from scorecard_operator.errors import ClusterError, ObjectChanged, ObjectExists, ObjectMissing, RequestRefused
from scorecard_operator.handlers import feed
from scorecard_operator.loop import Loop
from scorecard_operator.manifest import Templates
from scorecard_operator.settings import Settings
from tests.builders import at
from tests.simulation.api_server import ApiServer, Fate, Kind, Raw
from tests.simulation.rows import Tables

Answer = TypeVar("Answer")

TEMPLATE = {"spec": {"containers": [{"name": "runner", "image": "runner:1"}]}}
LATENCY_S = 0.01
WATCH_LATENCY_S = 0.02
SLOW_S = 5.0
GIVEN_UP_S = 3.0


class Process:
    """One life of the operator after another, against one API server."""

    def __init__(self, server: ApiServer, tables: Tables, settings: Settings) -> None:
        self._server = server
        self._tables = tables
        self._settings = settings
        self._tasks: list[asyncio.Task[None]] = []
        self._dying: list[asyncio.Task[None]] = []
        self._frozen: set[Kind] = set()
        self._seen: dict[Kind, int] = {}
        self._news = {kind: asyncio.Event() for kind in Kind}
        server.listeners.append(self.look_up)

    async def start(self) -> None:
        """Begin a new life, which knows nothing of the one before."""
        clock_s = self._server.clock_s
        cache = Cache()
        cluster = SimulatedCluster(self._server, self._die)
        actor = Actor(cluster, self._tables, cache, Templates(TEMPLATE), self._settings, clock_s=clock_s)
        loop = Loop(cluster, actor, cache, self._settings, lambda: self._server.now, clock_s=clock_s)
        shelves: dict[Kind, Shelf[Any]] = {Kind.UPLOADS: cache.uploads, Kind.JOBS: cache.jobs, Kind.PODS: cache.pods}
        self._frozen.clear()
        self._tasks = [asyncio.create_task(loop.run())]
        self._tasks += [asyncio.create_task(self._watch(kind, shelf, loop)) for kind, shelf in shelves.items()]

    async def kill(self) -> None:
        """End this life, wherever it is."""
        self._die()
        dying, self._dying = self._dying, []
        for task in dying:
            with contextlib.suppress(asyncio.CancelledError):
                await task

    @property
    def is_alive(self) -> bool:
        """Whether it runs; a fault of its own is raised here."""
        for task in self._tasks:
            if task.done() and not task.cancelled():
                task.result()
        return bool(self._tasks)

    def freeze(self, kind: Kind) -> None:
        """Let a watch fall behind until it is thawed."""
        self._frozen.add(kind)

    def thaw(self) -> None:
        """Let all watches catch up."""
        self._frozen.clear()
        self.look_up()

    def look_up(self) -> None:
        """Let the watches see whether there is something to tell."""
        for news in self._news.values():
            news.set()

    def repeat(self, kind: Kind, events: int) -> None:
        """Send a watch back: it tells again what it has told."""
        self._seen[kind] = max(0, self._seen.get(kind, 0) - events)
        self.look_up()

    def expire(self, kind: Kind) -> None:
        """Break a watch with 410: what it has not told yet it never tells, it lists instead."""
        self._seen[kind] = -1
        self.look_up()

    def _die(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._dying += self._tasks
        self._tasks = []

    async def _watch(self, kind: Kind, shelf: Shelf[Any], loop: Loop) -> None:
        handle: Callable[..., Awaitable[None]] = feed(shelf, loop)
        self._seen[kind] = -1
        self.look_up()
        while True:
            await self._news[kind].wait()
            self._news[kind].clear()
            await asyncio.sleep(WATCH_LATENCY_S)
            if kind not in self._frozen and not self._server.is_away:
                await self._deliver(kind, handle)

    async def _deliver(self, kind: Kind, handle: Callable[..., Awaitable[None]]) -> None:
        if self._seen[kind] < 0:
            # kopf lists and watches on from there; a deletion before that is never told.
            self._seen[kind] = len(self._server.log[kind])
            for body in self._server.list(kind):
                await handle(event={"type": None, "object": body})
        while self._seen[kind] < len(self._server.log[kind]):
            verb, body = self._server.log[kind][self._seen[kind]]
            self._seen[kind] += 1
            await handle(event={"type": verb, "object": copy.deepcopy(body)})


class SimulatedCluster(Cluster):
    """The operator's face of the Kubernetes API before the server in memory."""

    def __init__(self, server: ApiServer, die: Callable[[], None]) -> None:
        self.namespace = "cards"
        self.counter = CallCounter({})
        self._server = server
        self._die = die

    def list_uploads(self) -> AsyncIterator[Raw]:
        """Yield all uploads."""
        return self._listed(Kind.UPLOADS)

    def list_jobs(self) -> AsyncIterator[Raw]:
        """Yield all Jobs."""
        return self._listed(Kind.JOBS)

    def list_pods(self) -> AsyncIterator[Raw]:
        """Yield all pods."""
        return self._listed(Kind.PODS)

    async def _listed(self, kind: Kind) -> AsyncIterator[Raw]:
        for body in await self._request(lambda: self._server.list(kind)):
            yield body

    async def get_upload(self, name: str) -> Raw:
        """Return one upload."""
        return await self._request(lambda: self._get(Kind.UPLOADS, name))

    async def get_job(self, name: str) -> Raw:
        """Return one Job."""
        return await self._request(lambda: self._get(Kind.JOBS, name))

    async def create_job(self, manifest: Mapping[str, Any]) -> Raw:
        """Create a Job."""
        return await self._request(lambda: self._create_job(manifest))

    async def delete_job(self, name: str, uid: str) -> None:
        """Delete a Job."""
        await self._request(lambda: self._delete_job(name, uid))

    async def delete_upload(self, name: str, uid: str, resource_version: str) -> None:
        """Delete an upload in exactly this state."""
        await self._request(lambda: self._delete_upload(name, uid, resource_version), may_be_late=True)

    async def apply_status(self, name: str, status: Mapping[str, Any], resource_version: str) -> Raw:
        """Write a status beside what the runner wrote."""
        return await self._request(lambda: self._apply(name, status, resource_version), may_be_late=True)

    async def post_warning(self, *_: object, **__: object) -> None:
        """Take an Event."""
        await self._request(lambda: None)

    async def _request(self, effect: Callable[[], Answer], *, may_be_late: bool = False) -> Answer:
        fate = self._server.take_fate()
        await asyncio.sleep(SLOW_S if fate is Fate.SLOW else LATENCY_S)
        match fate:
            case Fate.REFUSED:
                raise ClusterError("the server is currently unable to handle the request")
            case Fate.FORBIDDEN:
                raise RequestRefused("exceeded quota: ocr")
            case Fate.CRASH_BEFORE:
                self._die()
                await asyncio.sleep(0)
            case Fate.LATE if may_be_late:
                asyncio.get_running_loop().call_later(GIVEN_UP_S, self._do_late, effect)
                raise ClusterError("the API server did not answer: TimeoutError")
        answer = effect()
        if fate is Fate.LOST:
            raise ClusterError("the API server did not answer: ServerDisconnectedError")
        if fate is Fate.CRASH_AFTER:
            self._die()
        await asyncio.sleep(LATENCY_S)
        return answer

    @staticmethod
    def _do_late(effect: Callable[[], Any]) -> None:
        with contextlib.suppress(ClusterError):
            effect()

    def _get(self, kind: Kind, name: str) -> Raw:
        if name not in self._server.objects[kind]:
            raise ObjectMissing(name)
        return copy.deepcopy(self._server.objects[kind][name])

    def _create_job(self, manifest: Mapping[str, Any]) -> Raw:
        job = copy.deepcopy(dict(manifest))
        name = job["metadata"]["name"]
        if name in self._server.objects[Kind.JOBS]:
            raise ObjectExists(name)
        assert name not in self._server.names_created, f"{name} was made a second time"
        self._server.names_created.add(name)
        job["metadata"] |= {"uid": f"uid-of-{name}", "creationTimestamp": at(self._server.clock_s())}
        job["status"] = {}
        return self._server.put(Kind.JOBS, job)

    def _delete_job(self, name: str, uid: str) -> None:
        job = self._server.objects[Kind.JOBS].get(name)
        if job is not None and job["metadata"]["uid"] == uid:
            self._server.remove(Kind.JOBS, name)

    def _delete_upload(self, name: str, uid: str, resource_version: str) -> None:
        body = self._server.objects[Kind.UPLOADS].get(name)
        if body is None:
            return
        if (body["metadata"]["uid"], body["metadata"]["resourceVersion"]) != (uid, resource_version):
            raise ObjectChanged(name)
        self._server.expired.append(copy.deepcopy(body))
        self._server.remove(Kind.UPLOADS, name)

    def _apply(self, name: str, status: Mapping[str, Any], resource_version: str) -> Raw:
        body = self._get(Kind.UPLOADS, name)
        if body["metadata"]["resourceVersion"] != resource_version:
            raise ObjectChanged(name)
        runners = {key: body["status"][key] for key in ("progress", "result") if key in body["status"]}
        body["status"] = {**copy.deepcopy(dict(status)), **runners}
        return self._server.put(Kind.UPLOADS, body)
