"""The row of an upload that no pod could report on, and the only module of the operator that knows SQL.

Runs in one worker thread, never on the event loop. Touches `uploaded` and `processing` rows only and, in the same
transaction, takes the claim away from any pod that may still be alive (`docs/contract.md`).
"""

import psycopg2

from scorecard_operator.address import libpq_address
from scorecard_operator.errors import RowError
from scorecard_operator.worker import Worker

CONNECT_TIMEOUT_S = 5
STATEMENT_TIMEOUT_MS = 5000
ABANDON = """
    UPDATE scorecard_ocr.attempts SET outcome = 'abandoned', finished_at = now(), reason = %(reason)s
    WHERE upload_id = %(id)s AND outcome = 'running'
"""
FAIL = """
    UPDATE uploads SET status = 'failed', error_message = %(text)s, processed_at = now(), updated_at = now()
    WHERE id = %(id)s AND status IN ('uploaded', 'processing')
"""

LOOK = "SELECT status FROM uploads WHERE id = %(id)s"


class Rows:
    """The `uploads` table, as far as the operator may write it."""

    def __init__(self, database_url: str) -> None:
        self._dsn = libpq_address(database_url)
        self._worker = Worker("rows")

    async def fail(self, upload_id: str, reason: str, message: str) -> str:
        """Mark the row failed unless it is final already; return the status it has now, or "" if there is no row.

        Raises:
            RowError: the database did not take it; worth another try later.
        """
        return await self._worker.call(self._fail, upload_id, reason, message)

    def _fail(self, upload_id: str, reason: str, message: str) -> str:
        values = {"id": upload_id, "reason": reason, "text": f"{reason}: {message}"}
        try:
            connection = psycopg2.connect(
                self._dsn,
                connect_timeout=CONNECT_TIMEOUT_S,
                application_name="scorecard-operator",
                options=f"-c statement_timeout={STATEMENT_TIMEOUT_MS} -c lock_timeout={STATEMENT_TIMEOUT_MS}",
            )
            try:
                with connection, connection.cursor() as cursor:
                    cursor.execute(ABANDON, values)
                    cursor.execute(FAIL, values)
                    cursor.execute(LOOK, values)
                    row = cursor.fetchone()
                    return str(row[0]) if row else ""
            finally:
                connection.close()
        except psycopg2.Error as error:
            raise RowError(f"the row was not written: {type(error).__name__}") from error
