"""Reads the live settings every two seconds, beside the loop, and holds the settings that are in force.

Asks for one ConfigMap by name: that needs the right to get this one alone, and heals by itself from whatever cut the
connection. Refuses to forget while the API server does not answer, and to let anything start before it did once.
"""

import asyncio
import datetime as dt
import logging
from collections.abc import Callable
from typing import Any

from scorecard_operator.cluster import Cluster
from scorecard_operator.errors import ClusterError, ObjectMissing, OperatorError
from scorecard_operator.live import LiveSettings, apply, hold, read_live
from scorecard_operator.settings import Settings
from scorecard_operator.vocabulary import Reason

log = logging.getLogger(__name__)

POLL_S = 2.0
NONE_THERE: dict[str, Any] = {}

Raw = dict[str, Any]


class LiveReader:
    """The settings in force: the environment's, and over them what the ConfigMap says, if there is to be one."""

    def __init__(self, cluster: Cluster, settings: Settings) -> None:
        self._cluster = cluster
        self._settings = settings
        self._name = settings.live_config_map
        self._in_force = hold(settings) if self._name else settings
        self._last_good = LiveSettings()
        self._judged: str | None = None
        self._is_failing = False
        self._one_at_a_time = asyncio.Lock()

    @property
    def in_force(self) -> Settings:
        """The settings that hold now."""
        return self._in_force

    async def run(self, note_change: Callable[[], None]) -> None:
        """Read for ever, and tell whenever other settings are in force."""
        while self._name:
            await asyncio.sleep(POLL_S)
            if await self.read():
                note_change()

    async def read(self) -> bool:
        """Ask for the ConfigMap once; return whether other settings are in force since."""
        if not self._name:
            return False
        # An answer that was long under way must not undo a later one.
        async with self._one_at_a_time:
            try:
                body = await self._cluster.get_config_map(self._name)
            except ObjectMissing:
                body = NONE_THERE
            except ClusterError as error:
                self._note_failure(error)
                return False
            self._is_failing = False
            return await self._take_over(body)

    def _note_failure(self, error: ClusterError) -> None:
        if not self._is_failing:
            log.warning("live settings not read", extra={"config_map": self._name, "reason": str(error)})
        self._is_failing = True

    async def _take_over(self, body: Raw) -> bool:
        metadata = body.get("metadata", {})
        version = f"{metadata.get('uid')}/{metadata.get('resourceVersion')}"
        if version == self._judged:
            return False
        self._judged = version
        reading = read_live(body.get("data") or {}, self._last_good)
        self._last_good = reading.settings
        before, self._in_force = self._in_force, apply(self._settings, reading.settings)
        is_news = self._in_force != before
        if is_news:
            told = reading.settings.model_dump(by_alias=True, exclude_none=True)
            log.info("live settings in force", extra={"config_map": self._name, "live": told})
        if reading.problems:
            await self._warn(body, reading.problems)
        return is_news

    async def _warn(self, body: Raw, problems: tuple[str, ...]) -> None:
        for problem in problems:
            log.warning("invalid live setting", extra={"config_map": self._name, "problem": problem})
        try:
            await self._cluster.post_warning(
                self._name,
                body["metadata"]["uid"],
                Reason.INVALID_LIVE_SETTINGS,
                ". ".join(problems),
                dt.datetime.now(dt.UTC),
                kind=("v1", "ConfigMap"),
            )
        except OperatorError as error:
            log.warning("event not posted", extra={"config_map": self._name, "reason": str(error)})
