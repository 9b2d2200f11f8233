"""Connections: every wait ends, every error has our words, signals are heard."""

import os
import signal
import socket
import threading
import time

import pytest

from scorecard_runner.database.connection import Database, Timeouts
from scorecard_runner.errors import DatabaseAccessDenied, DatabaseUnreachable, InternalError, RunnerError, SchemaMissing
from scorecard_runner.interruption import Interruption, raise_on_sigterm
from tests.databases import QUICK, Backend

SHORT = Timeouts(connect_s=0.3, transaction_s=0.3, lock_s=0.2)


def run_sql(address: str, statement: str, timeouts: Timeouts = QUICK) -> None:
    with Database(address, timeouts).transaction() as sql:
        sql.execute(statement)


def test_a_server_that_accepts_and_says_nothing_is_given_up_on() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        with pytest.raises(DatabaseUnreachable):
            run_sql(f"postgresql://u@127.0.0.1:{silent.getsockname()[1]}/d", "SELECT 1", SHORT)
    assert time.monotonic() - started < 1.5


def test_a_statement_that_takes_too_long_is_given_up_on(backend: Backend) -> None:
    started = time.monotonic()
    with pytest.raises(DatabaseUnreachable):
        run_sql(backend.address, "SELECT pg_sleep(20)", SHORT)
    assert time.monotonic() - started < 1.5


def test_a_closed_port_is_unreachable() -> None:
    with pytest.raises(DatabaseUnreachable):
        run_sql("postgresql://u@127.0.0.1:1/d", "SELECT 1")


def test_a_server_that_ends_our_connection_is_unreachable(backend: Backend) -> None:
    with pytest.raises(DatabaseUnreachable):
        run_sql(backend.address, "SELECT pg_terminate_backend(pg_backend_pid())")


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        pytest.param("SELECT filename FROM uploads", DatabaseAccessDenied, id="a column we have no grant on"),
        pytest.param("SELECT 1 FROM scorecard_ocr.nothing", SchemaMissing, id="a table of ours that is not there"),
        pytest.param("SELECT 1 / 0", InternalError, id="a fault of our own"),
    ],
)
def test_errors_become_ours(backend: Backend, statement: str, error: type[RunnerError]) -> None:
    with pytest.raises(error):
        run_sql(backend.address, statement)


def test_an_unknown_role_or_database_is_access_denied(backend: Backend) -> None:
    with pytest.raises(DatabaseAccessDenied):
        run_sql(backend.address.replace("reader@", "stranger@"), "SELECT 1")
    with pytest.raises(DatabaseAccessDenied):
        run_sql(backend.address.replace("/backend_", "/nowhere_"), "SELECT 1")


def test_nothing_is_kept_of_a_block_that_fails(backend: Backend) -> None:
    upload_id = backend.add_row()

    def break_in_the_middle() -> None:
        with Database(backend.address, QUICK).transaction() as sql:
            sql.execute("UPDATE uploads SET status = 'failed' WHERE id = %s", [str(upload_id)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_in_the_middle()
    assert backend.row(upload_id)[0] == "uploaded"


def test_sigterm_is_heard_while_a_statement_runs(backend: Backend) -> None:
    before = signal.getsignal(signal.SIGTERM)
    raise_on_sigterm()
    threading.Timer(0.3, os.kill, [os.getpid(), signal.SIGTERM]).start()
    started = time.monotonic()
    try:
        with pytest.raises(Interruption):
            run_sql(backend.address, "SELECT pg_sleep(5)", Timeouts(5, 8, 5))
    finally:
        signal.signal(signal.SIGTERM, before)
    assert time.monotonic() - started < 1.5
