"""Brings our schema `scorecard_ocr` to the version this program needs: `scorecard-runner migrate`.

Numbered files, each applied once, all in one transaction under one lock: running it twice, or two at once, is harmless.
Refuses to touch the backend's tables and to grant anything.
"""

from importlib import resources

from psycopg2.extensions import cursor

from scorecard_runner.database.connection import Database, Timeouts
from scorecard_runner.errors import DatabaseAccessDenied

# Any fixed number that no other program on this database is likely to use.
ADVISORY_LOCK = 7_203_141_981
MIGRATION_TIMEOUTS = Timeouts(connect_s=10, transaction_s=120, lock_s=60)
VERSION_TABLE = """
CREATE TABLE IF NOT EXISTS scorecard_ocr.schema_versions (
    version    integer     PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
)
"""


def known_migrations() -> dict[int, str]:
    """Return the statements of every migration by its number."""
    folder = resources.files("scorecard_runner.database") / "migrations"
    files = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return {int(file.name.partition("_")[0]): file.read_text(encoding="utf-8") for file in sorted(files, key=str)}


def migrate(database: Database) -> list[int]:
    """Apply what is missing and return its numbers; an empty list when the schema was up to date.

    Raises:
        DatabaseError: nothing was changed.
    """
    with database.transaction() as sql:
        sql.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
        _ensure_schema(sql)
        sql.execute(VERSION_TABLE)
        sql.execute("SELECT version FROM scorecard_ocr.schema_versions")
        applied = {version for (version,) in sql.fetchall()}
        missing = {number: text for number, text in known_migrations().items() if number not in applied}
        for number, statements in missing.items():
            sql.execute(statements)
            sql.execute("INSERT INTO scorecard_ocr.schema_versions (version) VALUES (%s)", [number])
    return list(missing)


def _ensure_schema(sql: cursor) -> None:
    # Asked first: CREATE SCHEMA IF NOT EXISTS wants the CREATE grant even when an administrator has made the schema.
    sql.execute(
        "SELECT to_regnamespace('scorecard_ocr') IS NOT NULL, has_database_privilege(current_database(), 'CREATE')"
    )
    exists, may_create = sql.fetchone() or (False, False)
    if exists:
        return
    if not may_create:
        raise DatabaseAccessDenied(
            "The role may not create the schema scorecard_ocr.",
            "GRANT CREATE ON DATABASE to the role of DATABASE_URL, or create the schema with it as AUTHORIZATION.",
        )
    sql.execute("CREATE SCHEMA scorecard_ocr")
