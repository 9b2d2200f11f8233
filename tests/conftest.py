"""One real PostgreSQL for the whole session, a database of its own for each test."""

import itertools
from collections.abc import Iterator
from contextlib import closing

import psycopg2
import pytest

from scorecard_runner.database.connection import Database
from scorecard_runner.database.migrate import migrate
from tests.databases import GRANTS, QUICK, UPLOADS, Backend
from tests.postgres import running_postgres

_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Address of a fresh PostgreSQL server; fails, saying what to install, where there is none."""
    with running_postgres() as address:
        with closing(psycopg2.connect(address)) as db, db, db.cursor() as sql:
            sql.execute("CREATE ROLE reader LOGIN")
        yield address


@pytest.fixture
def bare_backend(postgres: str) -> Backend:
    """The backend's database before `scorecard-runner migrate`."""
    name = f"backend_{next(_numbers)}"
    with closing(psycopg2.connect(postgres)) as db:
        db.autocommit = True
        with db.cursor() as sql:
            sql.execute(f"CREATE DATABASE {name}")
            sql.execute(f"GRANT CREATE ON DATABASE {name} TO reader")
    admin_address = postgres.replace("/postgres?", f"/{name}?")
    backend = Backend(admin_address, admin_address.replace("postgres@", "reader@"))
    backend.ask(UPLOADS + ";" + GRANTS)
    return backend


@pytest.fixture
def backend(bare_backend: Backend) -> Backend:
    """The backend's database, migrated by the role that runs use."""
    migrate(Database(bare_backend.address, QUICK))
    return bare_backend
