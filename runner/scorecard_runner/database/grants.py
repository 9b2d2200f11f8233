"""What the role of DATABASE_URL may do, and whether our schema is there: facts for `scorecard-runner check`."""

from dataclasses import dataclass

from psycopg2.extensions import cursor

from scorecard_runner.database.connection import Database
from scorecard_runner.database.migrate import known_migrations

NEEDED = {
    "SELECT": ("id", "status", "content_type", "file_size", "s3_bucket", "s3_key", "updated_at", "parsed_data"),
    "UPDATE": ("status", "parsed_data", "error_message", "processed_at", "updated_at"),
}


@dataclass(frozen=True)
class DatabaseState:
    """What was found; an empty `missing_grants` and `missing_migrations` is good."""

    has_uploads: bool
    missing_columns: tuple[str, ...]
    missing_grants: tuple[str, ...]
    missing_migrations: tuple[int, ...]


def inspect_database(database: Database, *, reuses_results: bool = True) -> DatabaseState:
    """Return what the database has and allows; documents need not be readable if no result is ever reused.

    Raises:
        DatabaseError: it cannot be asked.
    """
    with database.transaction() as sql:
        columns = _columns_of_uploads(sql)
        wanted = {column for names in NEEDED.values() for column in names}
        return DatabaseState(
            has_uploads=bool(columns),
            missing_columns=tuple(sorted(wanted - columns)) if columns else (),
            missing_grants=_missing_grants(sql, columns, reuses_results=reuses_results) if columns else (),
            missing_migrations=_missing_migrations(sql),
        )


def _columns_of_uploads(sql: cursor) -> set[str]:
    # Not information_schema: it hides the columns we have no grant on.
    sql.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('uploads') AND attnum > 0 AND NOT attisdropped"
    )
    return {name for (name,) in sql.fetchall()}


def _missing_grants(sql: cursor, columns: set[str], *, reuses_results: bool) -> tuple[str, ...]:
    lacking = []
    not_needed = set() if reuses_results else {("SELECT", "parsed_data")}
    for privilege, names in NEEDED.items():
        sql.execute(
            "SELECT name FROM unnest(%s::text[]) AS name WHERE NOT has_column_privilege('uploads', name, %s)",
            [[name for name in names if name in columns and (privilege, name) not in not_needed], privilege],
        )
        refused = [name for (name,) in sql.fetchall()]
        if refused:
            lacking.append(f"{privilege} ({', '.join(refused)})")
    return tuple(lacking)


def _missing_migrations(sql: cursor) -> tuple[int, ...]:
    sql.execute("SELECT to_regclass('scorecard_ocr.schema_versions') IS NOT NULL")
    (exists,) = sql.fetchone() or (False,)
    if not exists:
        return tuple(known_migrations())
    sql.execute("SELECT version FROM scorecard_ocr.schema_versions")
    applied = {version for (version,) in sql.fetchall()}
    return tuple(number for number in known_migrations() if number not in applied)
