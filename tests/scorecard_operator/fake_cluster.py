"""A namespace in memory behind the operator's own face of the Kubernetes API, so that any call can be made to fail."""

import asyncio
import copy
import datetime as dt
import itertools
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scorecard_operator.cluster import CallCounter, Cluster
from scorecard_operator.errors import ObjectChanged, ObjectExists, ObjectMissing, OperatorError, RowError
from scorecard_operator.resource import API_VERSION, KIND
from scorecard_operator.rows import Rows
from scorecard_operator.sweep import OpenRow
from tests.builders import JobBuilder, PodBuilder, UploadBuilder

Raw = dict[str, Any]
AnyBuilder = UploadBuilder | JobBuilder | PodBuilder


def _by_name(objects: tuple[AnyBuilder, ...], kind: type[AnyBuilder]) -> dict[str, Raw]:
    bodies = [each.raw() for each in objects if isinstance(each, kind)]
    return {body["metadata"]["name"]: body for body in bodies}


class FakeCluster(Cluster):
    """Holds objects by name; a call named in `faults` fails with that error until the fault is taken out."""

    def __init__(self, *objects: AnyBuilder) -> None:
        self.namespace = "cards"
        self.counter = CallCounter({})
        self.calls: list[str] = []
        self.faults: dict[str, OperatorError] = {}
        self.events: list[str] = []
        self.sent: list[Raw] = []
        self.versions = itertools.count(100)
        self.config_maps: dict[str, Raw] = {}
        self.uploads = _by_name(objects, UploadBuilder)
        self.jobs = _by_name(objects, JobBuilder)
        self.pods = _by_name(objects, PodBuilder)

    def count(self, call: str) -> int:
        """Return how often a call was made."""
        return self.calls.count(call)

    async def _called(self, call: str) -> None:
        self.calls.append(call)
        await asyncio.sleep(0)
        if call in self.faults:
            raise self.faults[call]

    async def list_uploads(self) -> AsyncIterator[Raw]:
        """Yield all uploads."""
        await self._called("list")
        for body in copy.deepcopy(list(self.uploads.values())):
            yield body

    async def list_jobs(self) -> AsyncIterator[Raw]:
        """Yield all Jobs."""
        for body in copy.deepcopy(list(self.jobs.values())):
            yield body

    async def list_pods(self) -> AsyncIterator[Raw]:
        """Yield all pods."""
        for body in copy.deepcopy(list(self.pods.values())):
            yield body

    async def get_upload(self, name: str) -> Raw:
        """Return one upload."""
        await self._called("get upload")
        if name not in self.uploads:
            raise ObjectMissing(name)
        return copy.deepcopy(self.uploads[name])

    async def create_upload(self, manifest: Mapping[str, Any]) -> Raw:
        """Create an upload."""
        await self._called("create upload")
        upload = copy.deepcopy(dict(manifest))
        name = upload["metadata"]["name"]
        if name in self.uploads:
            raise ObjectExists(name)
        now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        upload["metadata"] |= {"uid": f"made-{name}", "resourceVersion": str(next(self.versions)), "namespace": "cards"}
        upload["metadata"]["creationTimestamp"] = now
        upload["status"] = {}
        self.uploads[name] = upload
        return copy.deepcopy(upload)

    async def delete_upload(self, name: str, uid: str, resource_version: str) -> None:
        """Delete an upload in exactly this state, and the Jobs that it owns."""
        await self._called("delete upload")
        found = self.uploads.get(name)
        if found is None:
            return
        if (found["metadata"]["uid"], found["metadata"]["resourceVersion"]) != (uid, resource_version):
            raise ObjectChanged(name)
        del self.uploads[name]
        owned = [job for job, body in self.jobs.items() if body["metadata"]["ownerReferences"][0]["uid"] == uid]
        for job in owned:
            del self.jobs[job]

    async def get_job(self, name: str) -> Raw:
        """Return one Job."""
        await self._called("get job")
        if name not in self.jobs:
            raise ObjectMissing(name)
        return copy.deepcopy(self.jobs[name])

    async def get_config_map(self, name: str) -> Raw:
        """Return one ConfigMap."""
        await self._called("get config map")
        if name not in self.config_maps:
            raise ObjectMissing(name)
        return copy.deepcopy(self.config_maps[name])

    def put_config_map(self, name: str, **data: str) -> None:
        """Write a ConfigMap as an admin would."""
        metadata = {"name": name, "uid": f"map-{name}", "resourceVersion": str(next(self.versions))}
        self.config_maps[name] = {"metadata": metadata, "data": data}

    async def create_job(self, manifest: Mapping[str, Any]) -> Raw:
        """Create a Job."""
        await self._called("create job")
        job = copy.deepcopy(dict(manifest))
        name = job["metadata"]["name"]
        if name in self.jobs:
            raise ObjectExists(name)
        now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        job["metadata"] |= {"uid": f"made-{name}", "resourceVersion": str(next(self.versions))}
        job["metadata"]["creationTimestamp"] = now
        self.jobs[name] = job
        return copy.deepcopy(job)

    async def delete_job(self, name: str, uid: str) -> None:
        """Delete a Job."""
        await self._called("delete job")
        if self.jobs.get(name, {}).get("metadata", {}).get("uid") == uid:
            del self.jobs[name]

    async def apply_status(self, name: str, status: Mapping[str, Any], resource_version: str) -> Raw:
        """Write a status beside what the runner wrote."""
        await self._called("apply status")
        if name not in self.uploads:
            raise ObjectMissing(name)
        if self.uploads[name]["metadata"]["resourceVersion"] != resource_version:
            raise ObjectChanged(name)
        self.sent.append(copy.deepcopy(dict(status)))
        body = self.uploads[name]
        runners = {key: body["status"][key] for key in ("progress", "result") if key in body["status"]}
        body["status"] = {**copy.deepcopy(dict(status)), **runners}
        body["metadata"]["resourceVersion"] = str(next(self.versions))
        return copy.deepcopy(body)

    async def post_warning(  # noqa: D102 - the signature is the real one's
        self,
        name: str,  # noqa: ARG002 - as above
        uid: str,  # noqa: ARG002 - as above
        reason: str,
        message: str,
        now: dt.datetime,  # noqa: ARG002 - as above
        *,
        kind: tuple[str, str] = (API_VERSION, KIND),  # noqa: ARG002 - as above
    ) -> None:
        await self._called("post warning")
        self.events.append(f"{reason}: {message}")


@dataclass
class FakeRows(Rows):
    """Rows that are written at once, never, or when the test says so."""

    status: str = "failed"
    is_away: bool = False
    gate: asyncio.Event | None = None
    failed: list[str] = field(default_factory=list)
    tries: int = 0
    open: list[OpenRow] = field(default_factory=list)
    healed: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    old_attempts: int = 0
    batches: list[int] = field(default_factory=list)

    async def fail(self, upload_id: str, reason: str, message: str) -> str:  # noqa: ARG002 - the signature is the real one's
        """Write a row."""
        self.tries += 1
        if self.gate is not None:
            await self.gate.wait()
        if self.is_away:
            raise RowError("the row was not written: OperationalError")
        self.failed.append(f"{upload_id} {reason}")
        return self.status

    async def find_open(self, older_than_s: float, known: Sequence[str], limit: int) -> list[OpenRow]:
        """Return the rows that wait."""
        if self.is_away:
            raise RowError("the database did not do it: OperationalError")
        self.passed_over = list(known)
        return [row for row in self.open if row.age_s > older_than_s and row.upload_id not in known][:limit]

    async def heal(self, upload_id: str, reason: str, message: str, newest_attempt: int | None) -> str:  # noqa: ARG002 - the signature is the real one's
        """Fail a row."""
        self.healed.append(f"{upload_id} {reason}")
        return self.status

    async def delete_attempts(self, older_than_days: int, limit: int) -> int:  # noqa: ARG002 - the signature is the real one's
        """Delete attempts."""
        if self.is_away:
            raise RowError("the database did not do it: OperationalError")
        count = min(limit, self.old_attempts)
        self.old_attempts -= count
        self.batches.append(count)
        return count
