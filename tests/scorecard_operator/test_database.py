"""The operator's connections: a whole transaction or nothing, and no wait without an end."""

import contextlib
import socket
import time
from contextlib import closing

import pytest

from scorecard_operator.database import Database
from scorecard_operator.errors import RowError
from tests.databases import Backend

CHANGE = "UPDATE uploads SET status = 'failed' WHERE id = %(id)s"


def test_a_transaction_is_committed_at_its_end(backend: Backend) -> None:
    upload_id = backend.add_row()
    with Database(backend.address).transaction() as sql:
        sql.execute(CHANGE, {"id": str(upload_id)})
    assert backend.row(upload_id)[0] == "failed"


def test_a_transaction_that_breaks_changes_nothing(backend: Backend) -> None:
    upload_id = backend.add_row()
    with contextlib.suppress(ZeroDivisionError), Database(backend.address).transaction() as sql:
        sql.execute(CHANGE, {"id": str(upload_id)})
        raise ZeroDivisionError
    assert backend.row(upload_id)[0] == "uploaded"


def test_what_the_server_refuses_is_our_error(backend: Backend) -> None:
    with pytest.raises(RowError, match="InsufficientPrivilege"), Database(backend.address).transaction() as sql:
        sql.execute("SELECT filename FROM uploads", {})


def test_a_pooler_that_refuses_start_up_options_is_given_none(backend: Backend) -> None:
    with Database(backend.address).transaction() as sql:
        sql.execute("SELECT current_setting('statement_timeout'), current_setting('lock_timeout')", {})
        assert sql.fetch() == [("5s", "5s")]
    with Database(backend.address).transaction() as sql:
        sql.execute("SELECT setting FROM pg_settings WHERE name = 'statement_timeout' AND source = 'client'", {})
        assert sql.fetch() == []


def test_an_answer_that_does_not_come_is_not_waited_for_for_ever(backend: Backend) -> None:
    began_s = time.monotonic()
    with pytest.raises(RowError), Database(backend.address, limit_s=0.2).transaction() as sql:
        sql.execute("SELECT pg_sleep(4)", {})
    assert time.monotonic() - began_s < 3


def test_a_server_that_takes_the_connection_and_says_nothing_is_not_waited_for_for_ever() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        address = f"postgresql://me:secret@127.0.0.1:{silent.getsockname()[1]}/x"
        with pytest.raises(RowError) as raised, Database(address, limit_s=0.2).transaction():
            pytest.fail("nobody has answered")
    assert "secret" not in str(raised.value)
