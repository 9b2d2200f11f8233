"""Whose picture is past its time: rows that are final, were not changed for so many days, and still have their object.

One object at a time, under the lock of its row: nobody opens the row again while its picture goes. Refuses rows that name
another bucket than ours, and an object that another row still needs. Changes nothing but our own `deleted_objects`.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from psycopg2.extensions import cursor

from scorecard_runner.database.connection import Database, Timeouts

# The storage is asked while the row is locked: longer than all its tries together.
PRUNING_TIMEOUTS = Timeouts(transaction_s=90.0, lock_s=5.0)

IS_OVER = """
    uploads.status IN ('parsed', 'applied', 'rejected', 'failed')
    AND uploads.updated_at < now() - %(days)s * INTERVAL '1 day'
    AND uploads.s3_bucket = ANY(%(buckets)s)
    AND NOT EXISTS (SELECT 1 FROM scorecard_ocr.deleted_objects AS gone
                    WHERE gone.upload_id = uploads.id AND gone.deleted_at >= uploads.updated_at)
"""
IS_NEEDED = """
    SELECT 1 FROM uploads AS other WHERE other.s3_bucket = uploads.s3_bucket AND other.s3_key = uploads.s3_key
    AND other.id <> uploads.id AND (other.status NOT IN ('parsed', 'applied', 'rejected', 'failed')
                                    OR other.updated_at >= now() - %(days)s * INTERVAL '1 day')
"""
FIND = f"SELECT uploads.id FROM uploads WHERE {IS_OVER} AND NOT EXISTS ({IS_NEEDED}) LIMIT %(limit)s"  # noqa: S608 - constants
COUNT = f"SELECT count(*) FROM uploads WHERE {IS_OVER} AND NOT EXISTS ({IS_NEEDED})"  # noqa: S608 - constants
HOLD = f"""
    SELECT uploads.s3_bucket, uploads.s3_key FROM uploads WHERE uploads.id = %(id)s AND {IS_OVER}
    AND NOT EXISTS ({IS_NEEDED}) FOR UPDATE OF uploads SKIP LOCKED
"""  # noqa: S608 - constants
NOTE = """
    INSERT INTO scorecard_ocr.deleted_objects (upload_id) VALUES (%(id)s)
    ON CONFLICT (upload_id) DO UPDATE SET deleted_at = now()
"""
FORGET = """
    DELETE FROM scorecard_ocr.deleted_objects AS gone
    WHERE NOT EXISTS (SELECT 1 FROM uploads WHERE uploads.id = gone.upload_id)
"""


@dataclass(frozen=True)
class StoredObject:
    """Where a picture is."""

    bucket: str
    key: str


class OldObjects:
    """The pictures of one database that are past their time."""

    def __init__(self, database: Database, buckets: Sequence[str], older_than_days: int) -> None:
        self._database = database
        self._values = {"buckets": list(buckets), "days": older_than_days}

    def count(self) -> int:
        """Return how many there are."""
        with self._database.transaction() as sql:
            sql.execute(COUNT, self._values)
            (count,) = sql.fetchone() or (0,)
            return int(count)

    def find(self, limit: int) -> list[UUID]:
        """Return the uploads of at most `limit` of them."""
        with self._database.transaction() as sql:
            sql.execute(FIND, {**self._values, "limit": limit})
            return [UUID(str(upload_id)) for (upload_id,) in sql.fetchall()]

    @contextmanager
    def hold(self, upload_id: UUID) -> Iterator[StoredObject | None]:
        """Give the object of an upload to be deleted, and note at the end of the block that it was.

        None if by now the picture is needed, gone, or the row is in somebody else's hands. A block that breaks notes nothing.
        """
        with self._database.transaction() as sql:
            found = self._lock(sql, upload_id)
            yield found
            if found is not None:
                sql.execute(NOTE, {"id": str(upload_id)})

    def _lock(self, sql: cursor, upload_id: UUID) -> StoredObject | None:
        sql.execute(HOLD, {**self._values, "id": str(upload_id)})
        row = sql.fetchone()
        return StoredObject(*row) if row else None

    def forget_lost_rows(self) -> None:
        """Forget what was noted of rows that are gone."""
        with self._database.transaction() as sql:
            sql.execute(FORGET)
