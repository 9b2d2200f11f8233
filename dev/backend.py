"""Plays the backend: puts a picture into the bucket, a row into `uploads`, and asks for it to be read."""

import contextlib
import importlib.util
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import boto3
import psycopg2
from botocore.config import Config
from kubernetes import client, config

from dev.cluster.kubectl import Kubectl
from dev.forwarding import forward
from dev.paths import ROOT
from dev.release import BUCKET, SECRETS

STACK = "scorecard-stack"
POSTGRES_PASSWORD = "local-postgres-password"  # noqa: S105 - of the local stack, reachable from this machine alone
INSERT = """
    INSERT INTO uploads (id, filename, uploader_name, content_type, file_size, s3_bucket, s3_key, status, uploaded_at)
    VALUES (%s, %s, 'A person', 'image/png', %s, %s, %s, %s, now())
"""


@dataclass(frozen=True)
class Row:
    """What a test or a person wants to know of a row."""

    status: str
    parsed: dict[str, Any]
    error_message: str | None


class Backend:
    """A backend connected to the stack of the local cluster."""

    def __init__(self, kubectl: Kubectl, database_port: int, storage_port: int) -> None:
        self._database = psycopg2.connect(
            host="127.0.0.1", port=database_port, dbname="cricksy", user="postgres", password=POSTGRES_PASSWORD
        )
        self._database.autocommit = True
        keys = SECRETS["scorecard-storage"]
        self._storage = boto3.client(
            "s3",
            endpoint_url=f"http://127.0.0.1:{storage_port}",
            region_name="us-east-1",
            aws_access_key_id=keys["S3_ACCESS_KEY_ID"],
            aws_secret_access_key=keys["S3_SECRET_ACCESS_KEY"],
            config=Config(s3={"addressing_style": "path"}),
        )
        settings = client.Configuration()
        load: Any = config.load_kube_config  # ships without types
        load(str(kubectl.kubeconfig), client_configuration=settings)
        self._objects = client.CustomObjectsApi(client.ApiClient(settings))

    def upload(self, data: bytes | None, *, status: str = "uploaded") -> str:
        """Store a picture (or only pretend to, with None) and its row; return the id of the upload."""
        upload_id = str(uuid.uuid4())
        if data is not None:
            self.store(upload_id, data)
        self.execute(INSERT, (upload_id, "card.png", len(data or b""), BUCKET, _key(upload_id), status))
        return upload_id

    def store(self, upload_id: str, data: bytes) -> None:
        """Put a picture where the row says that it lies, in place of another."""
        self._storage.put_object(Bucket=BUCKET, Key=_key(upload_id), Body=data)

    def request(self, namespace: str, upload_id: str) -> None:
        """Ask for the upload to be read, by the very snippet that the README shows."""
        _snippet().request_reading(self._objects, namespace, upload_id)

    def row(self, upload_id: str) -> Row:
        """Return the row of an upload."""
        found = self.query("SELECT status, parsed_data, error_message FROM uploads WHERE id = %s", (upload_id,))
        return Row(*found[0])

    def query(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self._database.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    def execute(self, sql: str, values: tuple[object, ...] = ()) -> None:
        """Run a statement."""
        with self._database.cursor() as cursor:
            cursor.execute(sql, values)

    def close(self) -> None:
        """Hang up."""
        self._database.close()
        self._storage.close()


def _key(upload_id: str) -> str:
    return f"uploads/{upload_id}/card.png"


@contextlib.contextmanager
def connect(kubectl: Kubectl) -> Iterator[Backend]:
    """Yield a backend; the connections live as long as the block."""
    with (
        forward(kubectl, STACK, "service/postgres", 5432) as database_port,
        forward(kubectl, STACK, "service/minio", 9000) as storage_port,
    ):
        backend = Backend(kubectl, database_port, storage_port)
        try:
            yield backend
        finally:
            backend.close()


def _snippet() -> Any:  # noqa: ANN401 - a module
    spec = importlib.util.spec_from_file_location("backend_snippet", ROOT / "examples" / "backend_snippet.py")
    assert spec is not None  # noqa: S101 - the file is part of the project
    assert spec.loader is not None  # noqa: S101 - as above
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
