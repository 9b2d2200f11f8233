"""Connections whose every wait is bounded, and errors in the runner's own words.

The driver would block inside C, deaf to SIGTERM and to a network that swallows packets. Therefore it waits through
`_wait` here, which returns to Python (signals are heard) and gives up when the time is over.
"""

import select
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import psycopg2
import psycopg2.extensions
from psycopg2 import errorcodes
from psycopg2.extensions import connection, cursor

from scorecard_runner.errors import (
    DatabaseAccessDenied,
    DatabaseUnreachable,
    InternalError,
    RunnerError,
    SchemaMissing,
)

APPLICATION_NAME = "scorecard-runner"
DENIED = {
    errorcodes.INSUFFICIENT_PRIVILEGE,
    errorcodes.INVALID_PASSWORD,
    errorcodes.INVALID_AUTHORIZATION_SPECIFICATION,
    errorcodes.INVALID_CATALOG_NAME,
}
NOT_PREPARED = {errorcodes.UNDEFINED_TABLE, errorcodes.UNDEFINED_COLUMN, errorcodes.INVALID_SCHEMA_NAME}
# While a connection is being made libpq gives no SQLSTATE, only these English words of the server.
DENIED_AT_LOGIN = (
    "authentication failed",
    "no pg_hba.conf entry",
    "does not exist",
    "permission denied",
    "no password",
)


@dataclass(frozen=True)
class Timeouts:
    """How long each kind of wait may take, in seconds."""

    connect_s: float = 5.0
    transaction_s: float = 15.0
    lock_s: float = 10.0


LONGEST_WAIT_S = 3600.0
# For the last step of a process that was told to stop: the kubelet kills it soon, and nothing depends on the answer.
HURRIED = Timeouts(connect_s=0.6, transaction_s=0.6, lock_s=0.3)


_expires_at_s: ContextVar[float] = ContextVar("expires_at_s", default=float("inf"))


@contextmanager
def _allowing(seconds: float) -> Iterator[None]:
    token = _expires_at_s.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _expires_at_s.reset(token)


def _wait(db: connection) -> None:
    while (state := db.poll()) != psycopg2.extensions.POLL_OK:
        reads = [db.fileno()] if state == psycopg2.extensions.POLL_READ else []
        writes = [] if reads else [db.fileno()]
        left = _expires_at_s.get() - time.monotonic()
        if left <= 0 or not any(select.select(reads, writes, [], min(left, LONGEST_WAIT_S))):
            raise psycopg2.OperationalError("no answer in time")


psycopg2.extensions.set_wait_callback(_wait)


class Database:
    """Opens one short connection per transaction: a run has three, minutes apart, and an idle one is a cost."""

    def __init__(self, address: str, timeouts: Timeouts | None = None) -> None:
        self._address = address
        self._timeouts = timeouts or Timeouts()

    @contextmanager
    def transaction(self) -> Iterator[cursor]:
        """Give the cursor of one transaction: committed at the end of the block, rolled back by an exception.

        Raises:
            DatabaseError: a leaf that says what is wrong.
        """
        with (
            _our_words(),
            closing(self._connect()) as db,
            _allowing(self._timeouts.transaction_s),
            db.cursor() as sql,
        ):
            # Not as start-up options: connection poolers refuse those.
            sql.execute(
                "SELECT set_config('statement_timeout', %s, true), set_config('lock_timeout', %s, true)",
                [_milliseconds(self._timeouts.transaction_s), _milliseconds(self._timeouts.lock_s)],
            )
            yield sql
            # Without a commit the end of the connection is the rollback, which also works on a broken one.
            db.commit()

    def _connect(self) -> connection:
        with _allowing(self._timeouts.connect_s):
            return psycopg2.connect(self._address, application_name=APPLICATION_NAME)


def _milliseconds(seconds: float) -> str:
    return str(int(seconds * 1000))


@contextmanager
def _our_words() -> Iterator[None]:
    try:
        yield
    except psycopg2.Error as error:
        raise _translated(error) from error


def _translated(error: psycopg2.Error) -> RunnerError:
    if error.pgcode in DENIED or (error.pgcode is None and any(words in str(error) for words in DENIED_AT_LOGIN)):
        return DatabaseAccessDenied()
    if error.pgcode in NOT_PREPARED:
        return _missing(str(error))
    if _is_passing(error):
        return DatabaseUnreachable()
    return InternalError(f"The database refused a statement of the reader (SQLSTATE {error.pgcode}).")


def _missing(said: str) -> SchemaMissing:
    if "uploads" in said:
        return SchemaMissing("The table of uploads was not found.", "Let DATABASE_URL name the backend's database.")
    return SchemaMissing()


def _is_passing(error: psycopg2.Error) -> bool:
    # Classes: 08 connection, 25 read-only, 40 rollback, 53 resources, 55 locks, 57 shut down or timed out, 58 disk.
    is_broken = error.pgcode is None and isinstance(error, (psycopg2.OperationalError, psycopg2.InterfaceError))
    return is_broken or (error.pgcode or "")[:2] in {"08", "25", "40", "53", "55", "57", "58"}
