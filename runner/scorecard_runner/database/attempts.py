"""Our own table `scorecard_ocr.attempts`: the claims, how each ended, and the result that the row holds.

Statements only, each inside a transaction of `claims`, which also decides. Refuses to touch the backend's table.
"""

from typing import cast
from uuid import UUID

from psycopg2.extensions import cursor
from psycopg2.extras import Json

from scorecard_runner.claim import FIRST_RESULT_KEPT, Claimant, Reading
from scorecard_runner.database.documents import hash_document
from scorecard_runner.errors import Superseded
from scorecard_runner.progress import ResultSummary


def take_claim(sql: cursor, claimant: Claimant) -> None:
    """Make `claimant` the one that may write the result, or find that it has been so far.

    Raises:
        Superseded: a newer attempt, or another pod of this one, has the claim.
    """
    newest = lock_newest(sql, claimant.upload_id)
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


def lock_newest(sql: cursor, upload_id: UUID) -> tuple[int, str, str] | None:
    """Return attempt, pod and outcome of the newest attempt, and hold it until the transaction ends."""
    sql.execute(
        "SELECT attempt, pod_uid, outcome FROM scorecard_ocr.attempts WHERE upload_id = %s"
        " ORDER BY attempt DESC LIMIT 1 FOR UPDATE",
        [str(upload_id)],
    )
    return cast("tuple[int, str, str] | None", sql.fetchone())


def finish(sql: cursor, claimant: Claimant, outcome: str, reason: str) -> None:
    """Note how the attempt ended, if it still has its claim."""
    sql.execute(
        "UPDATE scorecard_ocr.attempts SET outcome = %s, reason = %s, finished_at = now()"
        " WHERE upload_id = %s AND attempt = %s AND pod_uid = %s AND outcome = 'running'",
        [outcome, reason, str(claimant.upload_id), claimant.attempt, claimant.pod_uid],
    )


def note_reading(sql: cursor, claimant: Claimant, reading: Reading) -> None:
    """Note what the attempt read and by what, be it in the row or not."""
    sql.execute(
        "UPDATE scorecard_ocr.attempts SET content_sha256 = %s, engine = %s, summary = %s, tenant = %s,"
        " document_sha256 = %s, reused_from = %s WHERE upload_id = %s AND attempt = %s",
        [
            reading.content_sha256,
            reading.engine,
            Json(reading.summary.to_json_object()),
            claimant.tenant,
            hash_document(reading.document),
            str(reading.reused_from) if reading.reused_from else None,
            str(claimant.upload_id),
            claimant.attempt,
        ],
    )


def find_result(sql: cursor, upload_id: UUID) -> ResultSummary | None:
    """Return what is known of the result in the row, if it is ours."""
    sql.execute(
        "SELECT summary FROM scorecard_ocr.attempts WHERE upload_id = %s AND outcome = 'parsed'"
        " ORDER BY attempt DESC LIMIT 1",
        [str(upload_id)],
    )
    row = sql.fetchone()
    return ResultSummary.from_json_object(row[0]) if row and row[0] else None


def find_refusal(sql: cursor, upload_id: UUID) -> str | None:
    """Return the reason of the last attempt that failed."""
    sql.execute(
        "SELECT reason FROM scorecard_ocr.attempts WHERE upload_id = %s AND outcome = 'failed'"
        " ORDER BY attempt DESC LIMIT 1",
        [str(upload_id)],
    )
    row = sql.fetchone()
    return row[0] if row else None


def has_been_read(sql: cursor, upload_id: UUID, *, since: int) -> bool:
    """Whether an attempt after `since` was read to its end: its result is in the row, or was no better."""
    sql.execute(
        "SELECT 1 FROM scorecard_ocr.attempts WHERE upload_id = %s AND attempt > %s AND (outcome = 'parsed' OR reason = %s)",
        [str(upload_id), since, FIRST_RESULT_KEPT],
    )
    return sql.fetchone() is not None
