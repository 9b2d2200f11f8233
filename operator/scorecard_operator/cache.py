"""What the operator has seen of the cluster: facts by object name, fed by watches, LISTs and answers to its own writes.

An older object never replaces a newer one, so that a slow watch cannot undo what an answer has already told.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from scorecard_operator.facts import Facts, JobFact, PodFact, UploadFact, parse_job, parse_pod, parse_upload

Raw = Mapping[str, Any]
Fact = TypeVar("Fact")


@dataclass
class Shelf(Generic[Fact]):
    """Facts of one kind, each with the uid and version of the object it was made from."""

    parse: Callable[[Raw], Fact | None]
    facts: dict[str, Fact] = field(default_factory=dict)
    seen: dict[str, tuple[str, int]] = field(default_factory=dict)
    deleted_uids: set[str] = field(default_factory=set)
    """Objects that were deleted since the last LIST: a LIST that began before must not bring them back."""

    def put(self, body: Raw) -> None:
        """Take over an object unless a newer version of it is known, or its deletion."""
        name, uid, version = _identity(body)
        _, known_version = self.seen.get(name, ("", 0))
        if version < known_version or uid in self.deleted_uids:
            return
        fact = self.parse(body)
        if fact is None:
            self.drop(name)
            return
        self.facts[name], self.seen[name] = fact, (uid, version)

    def drop(self, name: str) -> None:
        """Forget an object."""
        self.facts.pop(name, None)
        self.seen.pop(name, None)

    def remove(self, body: Raw) -> None:
        """Forget an object that was deleted, unless a namesake has taken its place."""
        name, uid, _ = _identity(body)
        self.deleted_uids.add(uid)
        if self.seen.get(name, ("", 0))[0] == uid:
            self.drop(name)

    def forget_unlisted(self, listed: set[str], known_before: set[str]) -> None:
        """Forget what was known before a complete LIST and is not in it."""
        for name in known_before - listed:
            self.drop(name)
        self.deleted_uids.clear()


class Cache:
    """Uploads, Jobs and pods of the namespace."""

    def __init__(self) -> None:
        self.uploads: Shelf[UploadFact] = Shelf(parse_upload)
        self.jobs: Shelf[JobFact] = Shelf(parse_job)
        self.pods: Shelf[PodFact] = Shelf(parse_pod)
        self.gone_jobs: set[str] = set()
        self.reported_rows: dict[str, str] = {}
        self.refusals: dict[str, str] = {}

    def facts(self) -> Facts:
        """Return everything known as one frozen set of facts."""
        jobs: dict[str, list[JobFact]] = defaultdict(list)
        for job in self.jobs.facts.values():
            jobs[job.upload].append(job)
        return Facts(
            uploads=tuple(self.uploads.facts.values()),
            jobs={name: tuple(sorted(found, key=lambda job: job.attempt)) for name, found in jobs.items()},
            pods={pod.job: pod for pod in sorted(self.pods.facts.values(), key=_weight)},
            gone_jobs=frozenset(self.gone_jobs),
            reported_rows=dict(self.reported_rows),
            refusals=dict(self.refusals),
        )

    def forget_answers(self) -> None:
        """Forget what was asked of the API server, so that it is asked again when it still matters."""
        self.gone_jobs.clear()
        self.refusals.clear()
        known = {upload.run_key for upload in self.uploads.facts.values()}
        self.reported_rows = {run: row for run, row in self.reported_rows.items() if run in known}


def _weight(pod: PodFact) -> tuple[bool, bool, dt.datetime]:
    """Rank the pods of one Job: what still works counts before what has ended, and least who found the row taken by a twin."""
    end = pod.termination
    return end is None and pod.phase != "Failed", end is None or end.outcome != "superseded", pod.created_at


def _identity(body: Raw) -> tuple[str, str, int]:
    meta = body["metadata"]
    version = str(meta.get("resourceVersion", ""))
    return meta["name"], meta["uid"], int(version) if version.isdigit() else 0
