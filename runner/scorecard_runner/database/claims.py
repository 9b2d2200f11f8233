"""The row of an upload and our claim on it: one pod of the newest attempt may write the result, nobody else.

Each function is one transaction. All lock the row of `uploads` first and the attempt second, so that two pods, or a
pod and the operator, wait for each other and never deadlock. Only the columns in `docs/contract.md` are touched.
"""

from typing import Any, cast
from uuid import UUID

from psycopg2.extensions import cursor
from psycopg2.extras import Json

from scorecard_runner.claim import Claimant, ClaimedUpload, FailedBefore, NothingToDo, Reading
from scorecard_runner.database.connection import Database
from scorecard_runner.errors import RowNotFound, RowNotUploaded, RunnerError, Superseded, refusal_called
from scorecard_runner.progress import ResultSummary

CLAIMABLE = {"uploaded", "processing"}
HOLDS_A_RESULT = {"parsed", "applied", "rejected"}


class Claims:
    """The claim of one pod, from taking it to giving it back."""

    def __init__(self, database: Database, claimant: Claimant, hurried: Database | None = None) -> None:
        """Use `hurried`, with short time-outs, for what the end of the process should hardly wait for."""
        self._database = database
        self._hurried = hurried or database
        self._claimant = claimant

    def claim(self) -> ClaimedUpload | NothingToDo | FailedBefore:
        """Take the row for this pod, or find that it is final.

        Raises:
            RowNotFound, RowNotUploaded: the backend is not that far.
            Superseded: a newer attempt, or another pod of this one, has the claim.
            DatabaseError: the database did not do it.
        """
        with self._database.transaction() as sql:
            status, upload = _lock_row(sql, self._claimant.upload_id)
            if status == "pending":
                raise RowNotUploaded
            if status == "failed":
                return FailedBefore(refusal_called(_stored_refusal(sql, self._claimant.upload_id)))
            if status not in CLAIMABLE:
                return NothingToDo(_stored_summary(sql, self._claimant.upload_id) if status in HOLDS_A_RESULT else None)
            _take_claim(sql, self._claimant)
            sql.execute(
                "UPDATE uploads SET status = 'processing', updated_at = now() WHERE id = %s",
                [str(self._claimant.upload_id)],
            )
            return upload

    def commit(self, reading: Reading) -> None:
        """Write the result into the row. Doing it twice is harmless: the answer to a commit may get lost.

        Raises:
            Superseded: the claim is not ours any more; nothing was written.
            DatabaseError: the database did not do it, or its answer got lost.
        """
        with self._database.transaction() as sql:
            if _is_claim_already(sql, self._claimant, "parsed"):
                return
            _finish_row(sql, self._claimant.upload_id, "parsed", document=reading.document)
            _finish_attempt(sql, self._claimant, "parsed", "Parsed")
            sql.execute(
                "UPDATE scorecard_ocr.attempts SET content_sha256 = %s, engine = %s, summary = %s"
                " WHERE upload_id = %s AND attempt = %s",
                [
                    reading.content_sha256,
                    reading.engine,
                    Json(reading.summary.to_json_object()),
                    str(self._claimant.upload_id),
                    self._claimant.attempt,
                ],
            )

    def fail(self, error: RunnerError) -> None:
        """Make the row `failed`, for good: the upload itself cannot be read.

        Raises:
            Superseded: the claim is not ours any more; nothing was written.
            DatabaseError: the database did not do it, or its answer got lost.
        """
        with self._database.transaction() as sql:
            if _is_claim_already(sql, self._claimant, "failed"):
                return
            _finish_row(sql, self._claimant.upload_id, "failed", error_message=error.row_text)
            _finish_attempt(sql, self._claimant, "failed", error.reason)

    def give_back(self, error: RunnerError) -> None:
        """Note how this attempt ended and leave the row `processing` for the next one.

        Raises:
            DatabaseError: the database did not do it.
        """
        with self._hurried.transaction() as sql:
            _finish_attempt(sql, self._claimant, "failed", error.reason)


def _lock_row(sql: cursor, upload_id: UUID) -> tuple[str, ClaimedUpload]:
    sql.execute(
        "SELECT status, s3_bucket, s3_key, content_type, file_size FROM uploads WHERE id = %s FOR UPDATE",
        [str(upload_id)],
    )
    row = sql.fetchone()
    if row is None:
        raise RowNotFound
    status, bucket, key, content_type, size_bytes = row
    return status, ClaimedUpload(bucket, key, content_type, size_bytes)


def _take_claim(sql: cursor, claimant: Claimant) -> None:
    newest = _lock_newest_attempt(sql, claimant.upload_id)
    if newest == (claimant.attempt, claimant.pod_uid, "running"):
        return
    if newest and newest[0] >= claimant.attempt:
        raise Superseded
    sql.execute(
        "UPDATE scorecard_ocr.attempts SET outcome = 'abandoned', finished_at = now()"
        " WHERE upload_id = %s AND outcome = 'running'",
        [str(claimant.upload_id)],
    )
    sql.execute(
        "INSERT INTO scorecard_ocr.attempts (upload_id, attempt, pod_uid) VALUES (%s, %s, %s)",
        [str(claimant.upload_id), claimant.attempt, claimant.pod_uid],
    )


def _is_claim_already(sql: cursor, claimant: Claimant, outcome: str) -> bool:
    """Lock the claim; say whether it has `outcome` already, which happens when the answer to a commit got lost."""
    status, _ = _lock_row(sql, claimant.upload_id)
    newest = _lock_newest_attempt(sql, claimant.upload_id)
    if newest == (claimant.attempt, claimant.pod_uid, outcome) and status == outcome:
        return True
    if newest != (claimant.attempt, claimant.pod_uid, "running"):
        raise Superseded
    return False


def _lock_newest_attempt(sql: cursor, upload_id: UUID) -> tuple[int, str, str] | None:
    sql.execute(
        "SELECT attempt, pod_uid, outcome FROM scorecard_ocr.attempts WHERE upload_id = %s"
        " ORDER BY attempt DESC LIMIT 1 FOR UPDATE",
        [str(upload_id)],
    )
    return cast("tuple[int, str, str] | None", sql.fetchone())


def _finish_row(
    sql: cursor,
    upload_id: UUID,
    status: str,
    *,
    document: dict[str, Any] | None = None,
    error_message: str | None = None,
) -> None:
    # parsed_data is named only when it is written: we have no grant to read it.
    document_column = "" if document is None else "parsed_data = %(document)s, "
    sql.execute(
        f"UPDATE uploads SET status = %(status)s, {document_column}error_message = %(error_message)s,"  # noqa: S608 - one of two constants
        " processed_at = now(), updated_at = now() WHERE id = %(id)s AND status = 'processing'",
        {
            "status": status,
            "document": Json(without_nul(document)),
            "error_message": error_message,
            "id": str(upload_id),
        },
    )
    if sql.rowcount != 1:
        raise Superseded


def _finish_attempt(sql: cursor, claimant: Claimant, outcome: str, reason: str) -> None:
    sql.execute(
        "UPDATE scorecard_ocr.attempts SET outcome = %s, reason = %s, finished_at = now()"
        " WHERE upload_id = %s AND attempt = %s AND pod_uid = %s AND outcome = 'running'",
        [outcome, reason, str(claimant.upload_id), claimant.attempt, claimant.pod_uid],
    )


def _stored_summary(sql: cursor, upload_id: UUID) -> ResultSummary | None:
    sql.execute(
        "SELECT summary FROM scorecard_ocr.attempts WHERE upload_id = %s AND outcome = 'parsed'"
        " ORDER BY attempt DESC LIMIT 1",
        [str(upload_id)],
    )
    row = sql.fetchone()
    return ResultSummary.from_json_object(row[0]) if row and row[0] else None


def _stored_refusal(sql: cursor, upload_id: UUID) -> str | None:
    sql.execute(
        "SELECT reason FROM scorecard_ocr.attempts WHERE upload_id = %s AND outcome = 'failed'"
        " ORDER BY attempt DESC LIMIT 1",
        [str(upload_id)],
    )
    row = sql.fetchone()
    return row[0] if row else None


def without_nul(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return the JSON value without NUL characters: PostgreSQL stores all of Unicode but this one."""
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, dict):
        return {without_nul(name): without_nul(part) for name, part in value.items()}
    return [without_nul(part) for part in value] if isinstance(value, list) else value
