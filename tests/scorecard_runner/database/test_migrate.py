"""`scorecard-runner migrate` and the facts `check` asks for, against a real PostgreSQL."""

import threading
from importlib import resources

import pytest

from scorecard_runner.database.connection import Database
from scorecard_runner.database.grants import inspect_database
from scorecard_runner.database.migrate import VERSION_TABLE, known_migrations, migrate
from scorecard_runner.errors import DatabaseAccessDenied, SchemaMissing
from tests.databases import QUICK, Backend


def test_migrating_twice_changes_nothing_the_second_time(bare_backend: Backend) -> None:
    database = Database(bare_backend.address, QUICK)
    assert migrate(database) == list(known_migrations()) != []
    assert migrate(database) == []


def test_no_two_migrations_have_the_same_number() -> None:
    files = (resources.files("scorecard_runner.database") / "migrations").iterdir()
    assert len(known_migrations()) == len([file for file in files if file.name.endswith(".sql")])


def test_two_migrations_at_once_both_end_well(bare_backend: Backend) -> None:
    applied: list[list[int]] = []
    threads = [
        threading.Thread(target=lambda: applied.append(migrate(Database(bare_backend.address, QUICK))))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(applied) == [[], [], [], list(known_migrations())]


def test_a_role_that_may_not_create_is_told_what_to_grant(bare_backend: Backend) -> None:
    ((name,),) = bare_backend.ask("SELECT current_database()")
    bare_backend.ask(f"REVOKE CREATE ON DATABASE {name} FROM reader")
    with pytest.raises(DatabaseAccessDenied) as refusal:
        migrate(Database(bare_backend.address, QUICK))
    assert "GRANT CREATE ON DATABASE" in refusal.value.hint

    bare_backend.ask("CREATE SCHEMA scorecard_ocr AUTHORIZATION reader")
    assert migrate(Database(bare_backend.address, QUICK)) == list(known_migrations())


def test_nobody_else_is_granted_anything(backend: Backend) -> None:
    (rights,) = backend.ask(
        "SELECT has_schema_privilege('public', 'scorecard_ocr', 'USAGE'),"
        " has_table_privilege('public', 'scorecard_ocr.attempts', 'SELECT')"
    )
    assert rights == (False, False)


def test_a_claim_without_the_schema_says_what_to_run(bare_backend: Backend) -> None:
    with pytest.raises(SchemaMissing) as missing:
        bare_backend.pod(bare_backend.add_row()).claim()
    assert "scorecard-runner migrate" in missing.value.hint


def test_a_prepared_database_lacks_nothing(backend: Backend) -> None:
    state = inspect_database(Database(backend.address, QUICK))
    assert (state.has_uploads, state.missing_columns, state.missing_grants, state.missing_migrations) == (
        True,
        (),
        (),
        (),
    )


def test_what_is_missing_is_named(bare_backend: Backend) -> None:
    bare_backend.ask("REVOKE SELECT (s3_key), UPDATE (parsed_data) ON uploads FROM reader")
    bare_backend.ask("ALTER TABLE uploads DROP COLUMN file_size")
    state = inspect_database(Database(bare_backend.address, QUICK))
    assert state.missing_columns == ("file_size",)
    assert state.missing_grants == ("SELECT (s3_key)", "UPDATE (parsed_data)")
    assert state.missing_migrations == tuple(known_migrations())


def test_documents_need_not_be_readable_if_no_result_is_reused(backend: Backend) -> None:
    backend.ask("REVOKE SELECT (parsed_data) ON uploads FROM reader")
    database = Database(backend.address, QUICK)
    assert inspect_database(database).missing_grants == ("SELECT (parsed_data)",)
    assert inspect_database(database, reuses_results=False).missing_grants == ()


def test_attempts_of_an_older_version_are_kept(bare_backend: Backend) -> None:
    (first, *_) = known_migrations().values()
    bare_backend.ask(f"SET ROLE reader; CREATE SCHEMA scorecard_ocr; {first}")
    insert = "INSERT INTO scorecard_ocr.attempts (upload_id, attempt, pod_uid) VALUES (%s, 1, 'p') RETURNING 1"
    upload_id = bare_backend.add_row()
    bare_backend.ask(insert, upload_id)
    bare_backend.ask(f"SET ROLE reader; {VERSION_TABLE}")
    bare_backend.ask("INSERT INTO scorecard_ocr.schema_versions VALUES (1)")
    assert migrate(Database(bare_backend.address, QUICK)) == list(known_migrations())[1:]
    assert bare_backend.outcomes(upload_id) == [(1, "running", None)]


def test_a_database_without_uploads_is_seen_as_such(bare_backend: Backend) -> None:
    bare_backend.ask("DROP TABLE uploads")
    assert not inspect_database(Database(bare_backend.address, QUICK)).has_uploads
