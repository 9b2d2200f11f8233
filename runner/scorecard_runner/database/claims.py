"""The row of an upload and our claim on it: one pod of the newest attempt may write the result, nobody else.

Each function is one transaction. All lock the row of `uploads` first and the attempt second, so that two pods, or a
pod and the operator, wait for each other and never deadlock. Only the columns in `docs/contract.md` are touched.
A row that is read again to better its result stays `parsed` all the time, and gets another result only if it is better; one
that somebody asked to be read again gets whatever comes out, and keeps what it has if nothing does.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from psycopg2.extensions import cursor
from psycopg2.extras import Json

from scorecard_runner.claim import (
    FIRST_RESULT_KEPT,
    RESULT_REUSED,
    Claimant,
    ClaimedUpload,
    FailedBefore,
    NothingToDo,
    Reading,
)
from scorecard_runner.comparison import is_better
from scorecard_runner.database import attempts
from scorecard_runner.database.connection import Database
from scorecard_runner.database.documents import without_nul
from scorecard_runner.database.reuse import find_reading
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
        upload_id = self._claimant.upload_id
        with self._database.transaction() as sql:
            status, upload = _lock_row(sql, upload_id)
            if status == "pending":
                raise RowNotUploaded
            if status == "failed" and not self._is_asked_again(sql):
                return FailedBefore(refusal_called(attempts.find_refusal(sql, upload_id)))
            if status not in {*CLAIMABLE, "failed"}:
                held = attempts.find_result(sql, upload_id) if status in HOLDS_A_RESULT else None
                return self._claim_again(sql, upload, held) if held and status == "parsed" else NothingToDo(held)
            attempts.take_claim(sql, self._claimant)
            sql.execute(
                "UPDATE uploads SET status = 'processing', error_message = NULL, updated_at = now() WHERE id = %s",
                [str(upload_id)],
            )
            return upload

    def _claim_again(self, sql: cursor, upload: ClaimedUpload, held: ResultSummary) -> ClaimedUpload | NothingToDo:
        since = self._claimant.retries_after if self._claimant.escalates is None else self._claimant.escalates
        if since is None or attempts.has_been_read(sql, self._claimant.upload_id, since=since):
            return NothingToDo(held)
        attempts.take_claim(sql, self._claimant)
        return replace(upload, has_result=True)

    def _is_asked_again(self, sql: cursor) -> bool:
        """Whether somebody asked for another run since the row was failed; that run may have one end only."""
        newest = attempts.lock_newest(sql, self._claimant.upload_id)
        after = self._claimant.retries_after
        return after is not None and (newest is None or newest[0] <= after)

    def commit(self, reading: Reading) -> ResultSummary:
        """Write the result into the row, unless that holds one which is no worse, and return what it holds now.

        Doing it twice is harmless: the answer to a commit may get lost.

        Raises:
            Superseded: the claim is not ours any more; nothing was written.
            DatabaseError: the database did not do it, or its answer got lost.
        """
        claimant = self._claimant
        with self._database.transaction() as sql:
            if _is_claim_already(sql, claimant, "parsed"):
                return attempts.find_result(sql, claimant.upload_id) or reading.summary
            return self._store(sql, reading)

    def reuse(self, content_sha256: str, engine: str) -> ResultSummary | None:
        """Give the row the result that an earlier upload of the same file has, as `commit` does; None if there is none.

        Raises:
            Superseded: the claim is not ours any more; nothing was written.
            DatabaseError: the database did not do it, or its answer got lost; reading on is harmless.
        """
        claimant = self._claimant
        with self._database.transaction() as sql:
            if _is_claim_already(sql, claimant, "parsed"):
                return attempts.find_result(sql, claimant.upload_id)
            reading = find_reading(sql, claimant, content_sha256, engine)
            return self._store(sql, reading) if reading is not None else None

    def _store(self, sql: cursor, reading: Reading) -> ResultSummary:
        claimant = self._claimant
        held = _lock_result(sql, claimant.upload_id) if claimant.may_replace else None
        if held is not None and claimant.escalates is not None and not is_better(reading.summary, held):
            attempts.finish(sql, claimant, "abandoned", FIRST_RESULT_KEPT)
            attempts.note_reading(sql, claimant, reading)
            return held
        before = "processing" if held is None else "parsed"
        _finish_row(sql, claimant.upload_id, "parsed", before=before, document=reading.document)
        attempts.finish(sql, claimant, "parsed", "Parsed" if reading.reused_from is None else RESULT_REUSED)
        attempts.note_reading(sql, claimant, reading)
        return reading.summary

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
            attempts.finish(sql, self._claimant, "failed", error.reason)

    def give_back(self, error: RunnerError) -> None:
        """Note how this attempt ended and leave the row `processing` for the next one.

        Raises:
            DatabaseError: the database did not do it.
        """
        with self._hurried.transaction() as sql:
            attempts.finish(sql, self._claimant, "failed", error.reason)


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


def _lock_result(sql: cursor, upload_id: UUID) -> ResultSummary | None:
    """Return our result if the row still holds it unused, None while it holds none."""
    status, _ = _lock_row(sql, upload_id)
    return attempts.find_result(sql, upload_id) if status == "parsed" else None


def _is_claim_already(sql: cursor, claimant: Claimant, outcome: str) -> bool:
    """Lock the claim; say whether it has `outcome` already, which happens when the answer to a commit got lost."""
    status, _ = _lock_row(sql, claimant.upload_id)
    newest = attempts.lock_newest(sql, claimant.upload_id)
    if newest == (claimant.attempt, claimant.pod_uid, "running"):
        return False
    if newest is None or newest[:2] != (claimant.attempt, claimant.pod_uid) or status != outcome:
        raise Superseded
    # Abandoned by ourselves, when the row held the better result; by anybody else the claim is gone.
    is_kept = newest[2] == "abandoned" and attempts.has_been_read(sql, claimant.upload_id, since=claimant.attempt - 1)
    if newest[2] != outcome and not is_kept:
        raise Superseded
    return True


def _finish_row(
    sql: cursor,
    upload_id: UUID,
    status: str,
    *,
    before: str = "processing",
    document: dict[str, Any] | None = None,
    error_message: str | None = None,
) -> None:
    # parsed_data is named only when it is written: we have no grant to read it.
    document_column = "" if document is None else "parsed_data = %(document)s, "
    sql.execute(
        f"UPDATE uploads SET status = %(status)s, {document_column}error_message = %(error_message)s,"  # noqa: S608 - one of two constants
        " processed_at = now(), updated_at = now() WHERE id = %(id)s AND status = %(before)s",
        {
            "status": status,
            "before": before,
            "document": Json(without_nul(document)),
            "error_message": error_message,
            "id": str(upload_id),
        },
    )
    if sql.rowcount != 1:
        raise Superseded
