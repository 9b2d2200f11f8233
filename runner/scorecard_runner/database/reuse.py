"""The result of an earlier upload of the same file, so that the same bytes are not read twice by the same engine.

Only of the same tenant, only while the row of the earlier upload holds what we wrote into it: never what was rejected, nor
what somebody has changed. Statements only, inside a transaction of `claims`. Without the right to read documents nothing
is found, and the file is read.
"""

import logging
from dataclasses import replace
from typing import Any
from uuid import UUID

from psycopg2.extensions import cursor

from scorecard_runner.claim import FIRST_RESULT_KEPT, Claimant, Reading
from scorecard_runner.database.documents import for_upload, hash_document
from scorecard_runner.logs import log
from scorecard_runner.progress import ResultSummary

# Each may turn out to be deleted, rejected or changed; an upload that has none of these is nearly always the first.
MOST_CANDIDATES = 3

# Whoever was read by this engine counts, with whatever its row has held since, if that comes from the same bytes: a better
# reading by the strongest reader, or the first result where that brought nothing.
FIND_SAME_FILE = """
    SELECT held.upload_id, held.summary, held.document_sha256
    FROM (SELECT DISTINCT upload_id FROM scorecard_ocr.attempts
          WHERE content_sha256 = %(content)s AND engine = %(engine)s AND tenant = %(tenant)s AND upload_id <> %(id)s
          AND (outcome = 'parsed' OR reason = %(kept)s)) AS same
    JOIN LATERAL (SELECT * FROM scorecard_ocr.attempts WHERE upload_id = same.upload_id AND outcome = 'parsed'
                  ORDER BY attempt DESC LIMIT 1) AS held ON true
    WHERE held.content_sha256 = %(content)s AND held.tenant = %(tenant)s AND held.document_sha256 IS NOT NULL
    ORDER BY held.finished_at DESC LIMIT %(limit)s
"""


def find_reading(sql: cursor, claimant: Claimant, content_sha256: str, engine: str) -> Reading | None:
    """Return what this upload would be read as, from an earlier one of the same file; None if there is none to be had."""
    values = {"content": content_sha256, "engine": engine, "tenant": claimant.tenant, "id": str(claimant.upload_id)}
    sql.execute(FIND_SAME_FILE, {**values, "kept": FIRST_RESULT_KEPT, "limit": MOST_CANDIDATES})
    candidates = sql.fetchall()
    if not candidates or not _may_read_documents(sql):
        return None
    for upload_id, stored, document_sha256 in candidates:
        document = _find_document(sql, upload_id)
        if document is not None and hash_document(document) == document_sha256:
            summary = replace(ResultSummary.from_json_object(stored), attempt=claimant.attempt, cached=True)
            own = for_upload(document, claimant.upload_id)
            return Reading(own, summary, content_sha256, engine, reused_from=UUID(str(upload_id)))
    return None


def _may_read_documents(sql: cursor) -> bool:
    sql.execute("SELECT has_column_privilege('uploads', 'parsed_data', 'SELECT')")
    (is_granted,) = sql.fetchone() or (False,)
    if not is_granted:
        log("the result of the same file cannot be reused: SELECT (parsed_data) is not granted", logging.WARNING)
    return bool(is_granted)


def _find_document(sql: cursor, upload_id: object) -> dict[str, Any] | None:
    sql.execute("SELECT parsed_data FROM uploads WHERE id = %s AND status IN ('parsed', 'applied')", [str(upload_id)])
    row = sql.fetchone()
    return row[0] if row is not None and isinstance(row[0], dict) else None
