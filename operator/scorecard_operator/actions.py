"""Carries out what the plan asks for, and puts every answer into the cache at once.

The only place where decisions become requests. An action that failed rests for a while, so that a broken dependency is
not hammered; it is never lost, because the next plan asks again.
"""

import datetime as dt
import logging
import time
from collections.abc import Callable, Iterable
from typing import Any

from scorecard_operator.cache import Cache
from scorecard_operator.cluster import Cluster
from scorecard_operator.decisions import Action, ConfirmGone, CreateJob, DeleteJob, DeleteUpload, ReportRow, WriteStatus
from scorecard_operator.errors import ObjectChanged, ObjectExists, ObjectMissing, OperatorError, RequestRefused
from scorecard_operator.manifest import Templates, build_job, job_name
from scorecard_operator.resource import Status
from scorecard_operator.rows import Rows
from scorecard_operator.settings import Settings

log = logging.getLogger(__name__)

FIRST_REST_S = 1.0
LONGEST_REST_S = 60.0
OWNED_BY_RUNNER = {"progress", "result"}


class Actor:
    """Performs actions against one cluster and one database."""

    def __init__(
        self,
        cluster: Cluster,
        rows: Rows,
        cache: Cache,
        templates: Templates,
        settings: Settings,
        *,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._cluster = cluster
        self._rows = rows
        self._cache = cache
        self._templates = templates
        self._settings = settings
        self._clock_s = clock_s
        self._rests: dict[str, tuple[float, float]] = {}

    def next_retry_s(self, wanted: Iterable[Action]) -> float:
        """Return in how many seconds the first of `wanted` may be tried again; what nobody wants any more is forgotten."""
        keys = {_key(action) for action in wanted}
        self._rests = {key: rest for key, rest in self._rests.items() if key in keys}
        now_s = self._clock_s()
        return max(0.0, min((until - now_s for until, _ in self._rests.values()), default=float("inf")))

    def is_resting(self, action: Action) -> bool:
        """Whether an action failed so recently that it is not tried yet."""
        until_s, _ = self._rests.get(_key(action), (0.0, 0.0))
        return self._clock_s() < until_s

    async def perform(self, action: Action, now: dt.datetime) -> bool:
        """Carry out one action; return whether the cache has changed."""
        if self.is_resting(action):
            return False
        key = _key(action)
        try:
            await self._perform(action, now)
        except OperatorError as error:
            _, rest_s = self._rests.get(key, (0.0, 0.0))
            rest_s = min(max(FIRST_REST_S, 2 * rest_s), LONGEST_REST_S)
            self._rests[key] = (self._clock_s() + rest_s, rest_s)
            log.warning("action failed", extra={"action": key, "reason": str(error), "rest_s": rest_s})
            return self._note_refusal(action, error)
        self._rests.pop(key, None)
        return True

    async def _perform(self, action: Action, now: dt.datetime) -> None:
        match action:
            case CreateJob():
                await self._create_job(action)
            case WriteStatus():
                await self._write_status(action, now)
            case DeleteJob(job=job):
                await self._cluster.delete_job(job.name, job.uid)
                self._cache.jobs.drop(job.name)
                log.info("job deleted", extra={"upload": job.upload, "attempt": job.attempt})
            case ConfirmGone():
                await self._confirm_gone(action)
            case DeleteUpload(upload=upload):
                await self._cluster.delete_upload(upload.name, upload.uid, upload.resource_version)
                self._cache.uploads.drop(upload.name)
                log.info("upload expired", extra={"upload": upload.name, "phase": upload.status.phase})
            case ReportRow(upload=upload):
                row = await self._rows.fail(upload.spec.upload_id, upload.status.reason, upload.status.message)
                self._cache.reported_rows[upload.run_key] = row
                log.info("row reported", extra={"upload": upload.name, "reason": upload.status.reason, "row": row})

    async def _create_job(self, action: CreateJob) -> None:
        upload = action.upload
        manifest = build_job(
            upload,
            action.attempt,
            self._templates.choose(action.escalates),
            self._settings,
            memory_doublings=action.memory_doublings,
            escalates=action.escalates,
            is_probe=action.is_probe,
        )
        try:
            job = await self._cluster.create_job(manifest)
            log.info("job created", extra={"upload": upload.name, "attempt": action.attempt, "probe": action.is_probe})
        except ObjectExists:
            # Another operator, or this one before a crash, was faster: the name is the lock.
            job = await self._cluster.get_job(manifest["metadata"]["name"])
            log.info("job adopted", extra={"upload": upload.name, "attempt": action.attempt})
        self._cache.jobs.put(job)
        self._cache.refusals.pop(upload.name, None)

    async def _write_status(self, action: WriteStatus, now: dt.datetime) -> None:
        upload, status = action.upload, dump_status(action.status)
        try:
            answer = await self._cluster.apply_status(upload.name, status, upload.resource_version)
        except ObjectMissing:
            self._cache.uploads.drop(upload.name)
            return
        except ObjectChanged:
            # The runner's word, a person's, or another operator's came first: judged again with it, at once.
            self._cache.uploads.put(await self._cluster.get_upload(upload.name))
            return
        self._cache.uploads.put(answer)
        log.info(
            "status written",
            extra={
                "upload": upload.name,
                "phase": status["phase"],
                "reason": status["reason"],
                "attempt": action.status.attempts,
            },
        )
        if action.is_warning:
            await self._warn(action, now)

    async def _warn(self, action: WriteStatus, now: dt.datetime) -> None:
        upload, status = action.upload, action.status
        try:
            await self._cluster.post_warning(upload.name, upload.uid, status.reason, status.message, now)
        except OperatorError as error:
            # The status says it all; an Event that is lost must not hold up the next status.
            log.warning("event not posted", extra={"upload": upload.name, "reason": str(error)})

    async def _confirm_gone(self, action: ConfirmGone) -> None:
        try:
            self._cache.jobs.put(await self._cluster.get_job(action.job_name))
        except ObjectMissing:
            self._cache.gone_jobs.add(action.job_name)
            return
        found = self._cache.jobs.facts.get(action.job_name)
        if found is None or found.owner_uid != action.upload.uid:
            # A Job of that name which is not ours (an upload deleted and restored): ours is gone all the same.
            self._cache.gone_jobs.add(action.job_name)

    def _note_refusal(self, action: Action, error: OperatorError) -> bool:
        if not isinstance(action, CreateJob) or not isinstance(error, RequestRefused):
            return False
        self._cache.refusals[action.upload.name] = str(error)[:1024]
        return True


def dump_status(status: Status) -> dict[str, Any]:
    """Return the operator's share of a status as the API server takes it: no nulls, nothing of the runner's."""
    return status.model_dump(by_alias=True, exclude_none=True, exclude=OWNED_BY_RUNNER, mode="json")


def _key(action: Action) -> str:
    match action:
        case DeleteJob(job=job):
            return f"delete/{job.name}"
        case CreateJob(upload=upload, attempt=attempt):
            return f"create/{job_name(upload.name, attempt)}"
        case ConfirmGone(job_name=name):
            return f"confirm/{name}"
        case DeleteUpload(upload=upload):
            return f"expire/{upload.name}"
        case ReportRow(upload=upload):
            return f"row/{upload.name}"
        case WriteStatus(upload=upload):
            return f"status/{upload.name}"
