"""An API server in memory: objects with versions, a log of events for watches, and answers that get lost.

Knows no policy. What may go wrong with a request is drawn by the test, one fate for each request; without one it is served.
"""

import copy
import datetime as dt
import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.builders import NOW

Raw = dict[str, Any]
Event = tuple[str, Raw]


class Fate(StrEnum):
    """What becomes of a request."""

    SERVED = "served"
    REFUSED = "429 or 500, nothing was done"
    FORBIDDEN = "403, nothing was done"
    LOST = "done, but the answer got lost"
    SLOW = "done after five seconds"
    LATE = "the caller gave up, and it is done three seconds later"
    CRASH_BEFORE = "the caller is killed before it arrives"
    CRASH_AFTER = "the caller is killed before the answer"


class Kind(StrEnum):
    """The resources that are watched."""

    UPLOADS = "uploads"
    JOBS = "jobs"
    PODS = "pods"


@dataclass
class ApiServer:
    """Objects by kind and name; every change gets a version and an event."""

    clock_s: Callable[[], float]
    objects: dict[Kind, dict[str, Raw]] = field(default_factory=lambda: {kind: {} for kind in Kind})
    log: dict[Kind, list[Event]] = field(default_factory=lambda: {kind: [] for kind in Kind})
    fates: deque[Fate] = field(default_factory=deque)
    is_away: bool = False
    names_created: set[str] = field(default_factory=set)
    expired: list[Raw] = field(default_factory=list)
    """Uploads that the operator has deleted, as they were."""
    listeners: list[Callable[[], None]] = field(default_factory=list)
    """Called after every change."""
    _versions: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    @property
    def now(self) -> dt.datetime:
        """The moment."""
        return NOW + dt.timedelta(seconds=self.clock_s())

    def take_fate(self) -> Fate:
        """Return what becomes of the next request."""
        if self.is_away:
            return Fate.REFUSED
        return self.fates.popleft() if self.fates else Fate.SERVED

    def put(self, kind: Kind, body: Raw) -> Raw:
        """Store an object, new or changed, and tell the watches."""
        name = body["metadata"]["name"]
        verb = "MODIFIED" if name in self.objects[kind] else "ADDED"
        body["metadata"]["resourceVersion"] = str(next(self._versions))
        self.objects[kind][name] = body
        self._tell(kind, verb, body)
        return copy.deepcopy(body)

    def remove(self, kind: Kind, name: str) -> None:
        """Remove an object, with what it owns, and tell the watches."""
        body = self.objects[kind].pop(name, None)
        if body is None:
            return
        body["metadata"]["resourceVersion"] = str(next(self._versions))
        self._tell(kind, "DELETED", body)
        uid = body["metadata"]["uid"]
        for owned_kind in (Kind.JOBS, Kind.PODS):
            for owned in [each for each in self.objects[owned_kind].values() if _is_owned(each, uid)]:
                self.remove(owned_kind, owned["metadata"]["name"])

    def _tell(self, kind: Kind, verb: str, body: Raw) -> None:
        self.log[kind].append((verb, copy.deepcopy(body)))
        for listener in self.listeners:
            listener()

    def list(self, kind: Kind) -> list[Raw]:
        """Return all objects of a kind."""
        return copy.deepcopy(list(self.objects[kind].values()))


def _is_owned(body: Raw, uid: str) -> bool:
    return any(owner["uid"] == uid for owner in body["metadata"].get("ownerReferences", []))
