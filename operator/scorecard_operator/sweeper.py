"""Sweeps up what fell through: looks at the rows every so often, beside the loop and never in its way.

Holds no policy (`sweep`) and no SQL (`rows`). Nothing is done while the cache may be wrong, and before a row is failed its
upload is asked for at the API server itself: a watch may be late, a failed row is final.
"""

import asyncio
import logging
import time
from collections.abc import Sequence

from scorecard_operator.cache import Cache
from scorecard_operator.cluster import Cluster
from scorecard_operator.errors import ObjectExists, ObjectMissing, OperatorError, RequestRefused
from scorecard_operator.loop import Loop
from scorecard_operator.manifest import build_upload
from scorecard_operator.rows import Rows
from scorecard_operator.settings import Settings
from scorecard_operator.sweep import CreateUpload, HealRow, OpenRow, find_busy, sweep

log = logging.getLogger(__name__)

MOST_ROWS = 500
"""Rows looked at in one sweep: more than are acted on, so that those to be failed are seen behind those to be read."""

REST_S = 600.0
"""How long a row is passed over whose upload was refused or is there unseen: it must not take the place of others."""


class Sweeper:
    """Sweeps the rows of one database for one namespace."""

    def __init__(self, cluster: Cluster, rows: Rows, cache: Cache, loop: Loop, settings: Settings) -> None:
        self._cluster = cluster
        self._rows = rows
        self._cache = cache
        self._loop = loop
        self._settings = settings
        self._rests: dict[str, float] = {}

    async def run(self) -> None:
        """Sweep for ever."""
        while True:
            await asyncio.sleep(self._settings.sweep_interval_s)
            try:
                await self.sweep_once()
            except OperatorError as error:
                log.warning("sweep failed", extra={"reason": str(error)})
            except Exception:
                # A fault of ours in here must not stop the launches beside it.
                log.exception("sweep broke")

    async def sweep_once(self) -> None:
        """Look at the rows that wait, and do what is to be done about them.

        Raises:
            OperatorError: the database or the API server did not answer; the next sweep finds the rest.
        """
        if not self._loop.is_synced:
            return
        rows = await self._rows.find_open(self._settings.sweep_after_s, self._passed_over(), MOST_ROWS)
        for action in self._decide(rows):
            if isinstance(action, HealRow):
                await self._look_up(action.upload_id)
        for action in self._decide(rows):
            if isinstance(action, CreateUpload):
                await self._create(action.upload_id)
            else:
                await self._heal(action)

    def _passed_over(self) -> list[str]:
        now_s = time.monotonic()
        self._rests = {upload_id: until_s for upload_id, until_s in self._rests.items() if until_s > now_s}
        return [*find_busy(self._cache.facts()), *self._rests]

    def _decide(self, rows: Sequence[OpenRow]) -> Sequence[CreateUpload | HealRow]:
        # Asked anew after each wait: what the cache tells by then is newer than the rows.
        return sweep(rows, self._cache.facts(), self._settings) if self._loop.is_synced else ()

    async def _look_up(self, upload_id: str) -> None:
        try:
            self._cache.uploads.put(await self._cluster.get_upload(upload_id))
        except ObjectMissing:
            self._cache.uploads.drop(upload_id)

    async def _create(self, upload_id: str) -> None:
        try:
            body = await self._cluster.create_upload(build_upload(upload_id, self._settings.sweep_tenant))
        except ObjectExists:
            # Somebody was faster: that is all that was wanted.
            self._rests[upload_id] = time.monotonic() + REST_S
            return
        except RequestRefused as error:
            self._rests[upload_id] = time.monotonic() + REST_S
            log.warning("upload not created", extra={"upload": upload_id, "reason": str(error), "rest_s": REST_S})
            return
        self._cache.uploads.put(body)
        self._loop.note_change()
        log.info("upload created", extra={"upload": upload_id})

    async def _heal(self, action: HealRow) -> None:
        row = await self._rows.heal(action.upload_id, action.reason, action.message, action.newest_attempt)
        log.info("row healed", extra={"upload": action.upload_id, "reason": action.reason, "row": row})
