"""Connections to PostgreSQL whose every wait is bounded, on this side too.

A server that stops in the middle of an answer must not hold up the one thread that all rows wait for. Therefore the
driver is used without blocking, and this module waits for it. Knows no statement; `rows` does.
"""

import select
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any, Protocol

import psycopg2
import psycopg2.extensions

from scorecard_operator.errors import RowError

APPLICATION_NAME = "scorecard-operator"
CONNECT_LIMIT_S = 5.0
TRANSACTION_LIMIT_S = 10.0
STATEMENT_TIMEOUT_MS = 5000

Values = Mapping[str, object]
Row = tuple[Any, ...]


class Session(Protocol):
    """One transaction."""

    def execute(self, statement: str, values: Values) -> None:
        """Send a statement and wait until it is done."""

    def fetch(self) -> list[Row]:
        """Return the rows of the last statement."""


class Database:
    """Opens one short connection a transaction: they are minutes apart, and an idle one is a cost."""

    def __init__(self, address: str, limit_s: float = TRANSACTION_LIMIT_S) -> None:
        self._address = address
        self._limit_s = limit_s

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give one transaction: committed at the end of the block, rolled back by an exception.

        Raises:
            RowError: the database did not do it, or its answer got lost; worth another try later.
        """
        try:
            with closing(psycopg2.connect(self._address, application_name=APPLICATION_NAME, async_=1)) as db:
                _wait(db, time.monotonic() + min(CONNECT_LIMIT_S, self._limit_s))
                session = _Session(db, time.monotonic() + self._limit_s)
                session.execute("BEGIN", {})
                # Not as start-up options: connection poolers refuse those.
                session.execute(
                    "SELECT set_config('statement_timeout', %(ms)s, true), set_config('lock_timeout', %(ms)s, true)",
                    {"ms": str(STATEMENT_TIMEOUT_MS)},
                )
                yield session
                session.execute("COMMIT", {})
        except psycopg2.Error as error:
            # The type alone: the text may quote the address.
            raise RowError(f"the database did not do it: {type(error).__name__}") from error


class _Session:
    def __init__(self, db: psycopg2.extensions.connection, expires_at_s: float) -> None:
        self._db = db
        self._cursor = db.cursor()
        self._expires_at_s = expires_at_s

    def execute(self, statement: str, values: Values) -> None:
        self._cursor.execute(statement, values)
        _wait(self._db, self._expires_at_s)

    def fetch(self) -> list[Row]:
        return self._cursor.fetchall()


def _wait(db: psycopg2.extensions.connection, expires_at_s: float) -> None:
    while (state := db.poll()) != psycopg2.extensions.POLL_OK:
        reads = [db.fileno()] if state == psycopg2.extensions.POLL_READ else []
        writes = [] if reads else [db.fileno()]
        left_s = expires_at_s - time.monotonic()
        if left_s <= 0 or not any(select.select(reads, writes, [], left_s)):
            raise psycopg2.OperationalError("no answer in time")
