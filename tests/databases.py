"""The backend's database as the tests need it: its table, our grants on it, and a look from outside."""

import itertools
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import psycopg2

from scorecard_runner.claim import Claimant
from scorecard_runner.database.claims import Claims
from scorecard_runner.database.connection import Database, Timeouts

# The backend's table, as its own migrations leave it.
UPLOADS = """
CREATE TABLE uploads (
    id uuid PRIMARY KEY, uploader_name text, uploader_session_id text, filename text NOT NULL, content_type text,
    file_size bigint, s3_bucket text NOT NULL, s3_key text NOT NULL, status text NOT NULL,
    parsed_data jsonb NOT NULL DEFAULT '{}', error_message text, game_id text,
    created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT '2020-01-01',
    uploaded_at timestamptz, processed_at timestamptz, applied_at timestamptz)
"""
GRANTS = """
GRANT SELECT (id, status, content_type, file_size, s3_bucket, s3_key, updated_at, parsed_data) ON uploads TO reader;
GRANT UPDATE (status, parsed_data, error_message, processed_at, updated_at) ON uploads TO reader;
"""
QUICK = Timeouts(connect_s=3, transaction_s=3, lock_s=1)


@dataclass(frozen=True)
class Backend:
    """A database as the backend leaves it: seen by us as `address`, by a test as the administrator."""

    admin_address: str
    address: str
    pods: Iterator[int] = field(default_factory=itertools.count)

    def ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a statement as the administrator and return its rows."""
        with closing(psycopg2.connect(self.admin_address)) as db, db, db.cursor() as sql:
            sql.execute(statement, [str(value) for value in values])
            return sql.fetchall() if sql.description else []

    def add_row(self, status: str = "uploaded") -> UUID:
        """Add an upload and return its id."""
        upload_id = uuid4()
        self.ask(
            "INSERT INTO uploads (id, filename, content_type, file_size, s3_bucket, s3_key, status)"
            " VALUES (%s, 'f.png', 'image/png', 10, 'scorecards', 'uploads/f.png', %s)",
            upload_id,
            status,
        )
        return upload_id

    def pod(
        self,
        upload_id: UUID,
        attempt: int = 1,
        uid: str | None = None,
        *,
        escalates: int | None = None,
        retries_after: int | None = None,
        tenant: str = "",
    ) -> Claims:
        """Return the claims of another pod."""
        claimant = Claimant(upload_id, attempt, uid or f"pod-{next(self.pods)}", escalates, retries_after, tenant)
        return Claims(Database(self.address, QUICK), claimant)

    def row(self, upload_id: UUID) -> tuple[Any, ...]:
        """Return status, parsed_data and error_message."""
        return self.ask("SELECT status, parsed_data, error_message FROM uploads WHERE id = %s", upload_id)[0]

    def outcomes(self, upload_id: UUID) -> list[tuple[Any, ...]]:
        """Return attempt, outcome and reason of every attempt."""
        return self.ask(
            "SELECT attempt, outcome, reason FROM scorecard_ocr.attempts WHERE upload_id = %s ORDER BY 1", upload_id
        )
