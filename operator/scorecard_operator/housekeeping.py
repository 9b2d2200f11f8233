"""Lets go of ended attempts in the database that are past their age, now and then and little by little.

Beside the loop and never in its way. Which attempts nothing rests on any more says the statement (`rows`); how often and how
many at a time is said here. Two operators may do this at once: each takes what the other has not locked.
"""

import asyncio
import logging

from scorecard_operator.errors import OperatorError
from scorecard_operator.rows import Rows

log = logging.getLogger(__name__)

FIRST_WAIT_S = 120.0
INTERVAL_S = 3600.0
BATCH = 2000
MOST_BATCHES = 10
"""In one go: what is left after so many waits for the next hour, rows that must be written do not."""


class Housekeeper:
    """Keeps one database from growing for ever."""

    def __init__(self, rows: Rows, attempts_retention_days: int) -> None:
        self._rows = rows
        self._days = attempts_retention_days

    async def run(self) -> None:
        """Tidy up for ever."""
        wait_s = FIRST_WAIT_S
        while True:
            await asyncio.sleep(wait_s)
            wait_s = INTERVAL_S
            try:
                await self.tidy_up()
            except OperatorError as error:
                log.warning("attempts not deleted", extra={"reason": str(error)})
            except Exception:
                # A fault of ours in here must not stop the launches beside it.
                log.exception("housekeeping broke")

    async def tidy_up(self) -> None:
        """Delete old attempts until none is left, or until it is enough for now.

        Raises:
            RowError: the database did not do it; the next hour finds the rest.
        """
        deleted = 0
        for _ in range(MOST_BATCHES):
            count = await self._rows.delete_attempts(self._days, BATCH)
            deleted += count
            if count < BATCH:
                break
        if deleted:
            log.info("attempts deleted", extra={"count": deleted, "older_than_days": self._days})
