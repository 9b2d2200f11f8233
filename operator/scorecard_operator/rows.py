"""The rows of uploads that no pod could report on or nobody asks about, and the only module of the operator that knows SQL.

Runs in one worker thread, never on the event loop. Touches `uploaded` and `processing` rows only and, in the same
transaction, takes the claim away from any pod that may still be alive (`docs/contract.md`). Locks the row first and its
attempts second, as the runners do, so that nobody waits for the other for ever.
"""

from collections.abc import Sequence

from scorecard_operator.address import libpq_address
from scorecard_operator.database import Database, Session
from scorecard_operator.sweep import OpenRow
from scorecard_operator.worker import Worker

LOCK = "SELECT status FROM uploads WHERE id = %(id)s FOR UPDATE"
ABANDON = """
    UPDATE scorecard_ocr.attempts SET outcome = 'abandoned', finished_at = now(), reason = %(reason)s
    WHERE upload_id = %(id)s AND outcome = 'running'
"""
FAIL = """
    UPDATE uploads SET status = 'failed', error_message = %(text)s, processed_at = now(), updated_at = now()
    WHERE id = %(id)s AND status IN ('uploaded', 'processing')
"""
# Nothing but ids, statuses and times: whose upload it is, and what the file is called, is no business of the operator.
FIND_OPEN = """
    SELECT id, EXTRACT(EPOCH FROM now() - updated_at) FROM uploads
    WHERE status IN ('uploaded', 'processing') AND updated_at < now() - %(age_s)s * INTERVAL '1 second'
    AND NOT id = ANY(%(known)s::UUID[]) ORDER BY updated_at LIMIT %(limit)s
"""
FIND_ATTEMPTS = """
    SELECT upload_id, max(attempt) FROM scorecard_ocr.attempts WHERE upload_id = ANY(%(ids)s::uuid[]) GROUP BY upload_id
"""
NEWEST = "SELECT attempt FROM scorecard_ocr.attempts WHERE upload_id = %(id)s ORDER BY attempt DESC LIMIT 1 FOR UPDATE"
# What nothing rests on: not the claim of a pod, nothing of a row that is not final, nor the result that a row holds, by which we
# know that it is ours and other uploads of the same file get theirs.
DELETE_ATTEMPTS = """
    WITH past AS MATERIALIZED (
        SELECT old.upload_id, old.attempt FROM scorecard_ocr.attempts AS old
        LEFT JOIN uploads ON uploads.id = old.upload_id
        LEFT JOIN (SELECT upload_id, max(attempt) AS attempt FROM scorecard_ocr.attempts WHERE outcome = 'parsed'
                   GROUP BY upload_id) AS held ON held.upload_id = old.upload_id
        WHERE old.outcome <> 'running' AND old.finished_at < now() - %(days)s * INTERVAL '1 day'
        AND (uploads.id IS NULL OR uploads.status IN ('applied', 'rejected', 'failed')
             OR uploads.status = 'parsed' AND old.attempt IS DISTINCT FROM held.attempt)
        LIMIT %(limit)s FOR UPDATE OF old SKIP LOCKED),
    gone AS (
        DELETE FROM scorecard_ocr.attempts AS each USING past
        WHERE each.upload_id = past.upload_id AND each.attempt = past.attempt RETURNING 1)
    SELECT count(*) FROM gone
"""
OPEN = {"uploaded", "processing"}


class Rows:
    """The `uploads` table, as far as the operator may write it."""

    def __init__(self, database_url: str) -> None:
        self._database = Database(libpq_address(database_url))
        self._worker = Worker("rows")

    async def fail(self, upload_id: str, reason: str, message: str) -> str:
        """Mark the row failed unless it is final already; return the status it has now, or "" if there is no row.

        Raises:
            RowError: the database did not take it; worth another try later.
        """
        return await self._worker.call(self._fail, upload_id, reason, message)

    async def find_open(self, older_than_s: float, known: Sequence[str], limit: int) -> list[OpenRow]:
        """Return the rows that are not final and were not changed for so long, the oldest first, but for the `known`.

        Raises:
            RowError: the database did not answer.
        """
        return await self._worker.call(self._find_open, older_than_s, known, limit)

    async def heal(self, upload_id: str, reason: str, message: str, newest_attempt: int | None) -> str:
        """Mark the row failed as `fail` does, but not if there is a newer attempt by now; return the status it has now.

        Raises:
            RowError: the database did not take it; worth another try later.
        """
        return await self._worker.call(self._heal, upload_id, reason, message, newest_attempt)

    async def delete_attempts(self, older_than_days: int, limit: int) -> int:
        """Delete ended attempts of that age which nothing rests on, at most `limit`; return how many those were.

        Raises:
            RowError: the database did not do it.
        """
        return await self._worker.call(self._delete_attempts, older_than_days, limit)

    def _fail(self, upload_id: str, reason: str, message: str) -> str:
        values = {"id": upload_id, "reason": reason, "text": f"{reason}: {message}"}
        with self._database.transaction() as sql:
            status = _lock(sql, values)
            sql.execute(ABANDON, values)
            return _fail_locked(sql, status, values)

    def _heal(self, upload_id: str, reason: str, message: str, newest_attempt: int | None) -> str:
        values = {"id": upload_id, "reason": reason, "text": f"{reason}: {message}"}
        with self._database.transaction() as sql:
            status = _lock(sql, values)
            sql.execute(NEWEST, values)
            if sql.fetch() != ([] if newest_attempt is None else [(newest_attempt,)]):
                return status
            sql.execute(ABANDON, values)
            return _fail_locked(sql, status, values)

    def _find_open(self, older_than_s: float, known: Sequence[str], limit: int) -> list[OpenRow]:
        with self._database.transaction() as sql:
            sql.execute(FIND_OPEN, {"age_s": older_than_s, "known": list(known), "limit": limit})
            ages_s = {str(upload_id): float(age_s) for upload_id, age_s in sql.fetch()}
            sql.execute(FIND_ATTEMPTS, {"ids": list(ages_s)})
            attempts = {str(upload_id): int(attempt) for upload_id, attempt in sql.fetch()}
        return [OpenRow(upload_id, age_s, attempts.get(upload_id)) for upload_id, age_s in ages_s.items()]

    def _delete_attempts(self, older_than_days: int, limit: int) -> int:
        with self._database.transaction() as sql:
            sql.execute(DELETE_ATTEMPTS, {"days": older_than_days, "limit": limit})
            ((count,),) = sql.fetch()
        return int(count)


def _fail_locked(sql: Session, status: str, values: dict[str, str]) -> str:
    if status not in OPEN:
        return status
    sql.execute(FAIL, values)
    return "failed"


def _lock(sql: Session, values: dict[str, str]) -> str:
    sql.execute(LOCK, values)
    rows = sql.fetch()
    return str(rows[0][0]) if rows else ""
