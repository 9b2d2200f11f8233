"""The real outside world of the runner's tests: one PostgreSQL and one MinIO for the whole session."""

import itertools
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import boto3
import psycopg2
import pytest
from botocore.config import Config

from scorecard_runner.claim import Claimant
from scorecard_runner.database.claims import Claims
from scorecard_runner.database.connection import Database, Timeouts
from scorecard_runner.database.migrate import migrate
from tests.minio import MinioServer, running_minio
from tests.postgres import running_postgres

if TYPE_CHECKING:
    from mypy_boto3_s3.client import S3Client

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
GRANT SELECT (id, status, content_type, file_size, s3_bucket, s3_key) ON uploads TO reader;
GRANT UPDATE (status, parsed_data, error_message, processed_at, updated_at) ON uploads TO reader;
"""
QUICK = Timeouts(connect_s=3, transaction_s=3, lock_s=1)
_numbers = itertools.count()


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

    def pod(self, upload_id: UUID, attempt: int = 1, uid: str | None = None) -> Claims:
        """Return the claims of another pod."""
        return Claims(Database(self.address, QUICK), Claimant(upload_id, attempt, uid or f"pod-{next(self.pods)}"))

    def row(self, upload_id: UUID) -> tuple[Any, ...]:
        """Return status, parsed_data and error_message."""
        return self.ask("SELECT status, parsed_data, error_message FROM uploads WHERE id = %s", upload_id)[0]

    def outcomes(self, upload_id: UUID) -> list[tuple[Any, ...]]:
        """Return attempt, outcome and reason of every attempt."""
        return self.ask(
            "SELECT attempt, outcome, reason FROM scorecard_ocr.attempts WHERE upload_id = %s ORDER BY 1", upload_id
        )


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


@pytest.fixture(scope="session")
def minio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MinioServer]:
    """A fresh MinIO; fails, saying what to do, where there is none."""
    with running_minio(tmp_path_factory.mktemp("minio")) as server:
        yield server


@pytest.fixture(scope="session")
def bucket(minio: MinioServer) -> "S3Client":
    """A client of the MinIO with the bucket `scorecards` in it."""
    client = boto3.client(
        "s3",
        endpoint_url=minio.url,
        region_name="us-east-1",
        aws_access_key_id=minio.access_key_id,
        aws_secret_access_key=minio.secret_access_key,
        config=Config(s3={"addressing_style": "path"}),
    )
    client.create_bucket(Bucket="scorecards")
    return client
