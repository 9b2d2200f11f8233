"""The row of an upload that no pod could report on, and the only module of the operator that knows SQL.

Runs in one worker thread, never on the event loop. Touches `uploaded` and `processing` rows only and, in the same
transaction, takes the claim away from any pod that may still be alive (`docs/contract.md`). Locks the row first and its
attempts second, as the runners do, so that nobody waits for the other for ever.
"""

from scorecard_operator.address import libpq_address
from scorecard_operator.database import Database, Session
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

    def _fail(self, upload_id: str, reason: str, message: str) -> str:
        values = {"id": upload_id, "reason": reason, "text": f"{reason}: {message}"}
        with self._database.transaction() as sql:
            status = _lock(sql, values)
            sql.execute(ABANDON, values)
            if status not in OPEN:
                return status
            sql.execute(FAIL, values)
            return "failed"


def _lock(sql: Session, values: dict[str, str]) -> str:
    sql.execute(LOCK, values)
    rows = sql.fetch()
    return str(rows[0][0]) if rows else ""
