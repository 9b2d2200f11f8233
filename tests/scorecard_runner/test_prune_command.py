"""`scorecard-runner prune-objects` on a real PostgreSQL and MinIO: which pictures go, and what it does in trouble."""

import json
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import UUID

import psycopg2
import pytest

from scorecard_runner.__main__ import main as command_line
from scorecard_runner.prune_command import main
from tests.databases import Backend
from tests.minio import MinioServer

if TYPE_CHECKING:
    from mypy_boto3_s3.client import S3Client

DAYS = 30
Environment = dict[str, str]


@pytest.fixture
def environment(backend: Backend, minio: MinioServer) -> Environment:
    return {
        "DATABASE_URL": backend.address,
        "S3_ENDPOINT_URL": minio.url,
        "S3_USE_PATH_STYLE": "1",
        "S3_UPLOAD_BUCKET": "scorecards",
        "S3_ACCESS_KEY_ID": minio.access_key_id,
        "S3_SECRET_ACCESS_KEY": minio.secret_access_key,
        "SCORECARD_OBJECT_RETENTION_DAYS": str(DAYS),
    }


@pytest.fixture
def keys(bucket: "S3Client") -> "S3Client":
    """The bucket, empty but for what the test puts there."""
    for each in bucket.list_objects_v2(Bucket="scorecards").get("Contents", []):
        bucket.delete_object(Bucket="scorecards", Key=each["Key"])
    return bucket


def left(bucket: "S3Client") -> list[str]:
    return [each["Key"] for each in bucket.list_objects_v2(Bucket="scorecards").get("Contents", [])]


def add(backend: Backend, bucket: "S3Client", key: str, status: str = "applied", days: int = DAYS + 1) -> UUID:
    """Add a row that was not changed for so long, and its picture."""
    upload_id = backend.add_row(status)
    touch(backend, upload_id, days)
    backend.ask("UPDATE uploads SET s3_key = %s WHERE id = %s", key, upload_id)
    bucket.put_object(Bucket="scorecards", Key=key, Body=b"picture")
    return upload_id


def touch(backend: Backend, upload_id: UUID, days: int) -> None:
    backend.ask("UPDATE uploads SET updated_at = now() - %s::int * interval '1 day' WHERE id = %s", days, upload_id)


def noted(backend: Backend) -> set[str]:
    return {str(upload_id) for (upload_id,) in backend.ask("SELECT upload_id FROM scorecard_ocr.deleted_objects")}


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    line: dict[str, object] = json.loads(capsys.readouterr().err.splitlines()[-1])
    return line


@pytest.mark.parametrize("status", ["parsed", "applied", "rejected", "failed"])
def test_the_picture_of_a_row_that_was_done_with_long_ago_goes(
    backend: Backend, keys: "S3Client", environment: Environment, capsys: pytest.CaptureFixture[str], status: str
) -> None:
    upload_id = add(backend, keys, "jane.png", status)
    assert main(environment) == 0
    assert (left(keys), noted(backend)) == ([], {str(upload_id)})
    assert backend.row(upload_id)[0] == status
    text = capsys.readouterr().err
    assert json.loads(text.splitlines()[-1]).items() >= {"event": "objects deleted", "count": 1}.items()
    assert "jane" not in text


@pytest.mark.parametrize(
    ("status", "days"),
    [
        pytest.param("uploaded", 99, id="it waits"),
        pytest.param("processing", 99, id="it is at work"),
        pytest.param("pending", 99, id="it is not complete"),
        pytest.param("a status of tomorrow", 99, id="nobody knows how it stands"),
        pytest.param("applied", DAYS - 1, id="it was changed not long ago"),
    ],
)
def test_another_picture_stays(
    backend: Backend, keys: "S3Client", environment: Environment, status: str, days: int
) -> None:
    add(backend, keys, "a", status, days)
    assert main(environment) == 0
    assert (left(keys), noted(backend)) == (["a"], set())


def test_a_picture_in_another_bucket_is_not_ours_to_delete(
    backend: Backend, keys: "S3Client", environment: Environment
) -> None:
    add(backend, keys, "a")
    backend.ask("UPDATE uploads SET s3_bucket = 'private'")
    assert main(environment) == 0
    assert (left(keys), noted(backend)) == (["a"], set())


@pytest.mark.parametrize(("status", "days"), [("processing", 99), ("applied", 1)])
def test_a_picture_that_another_row_needs_stays(
    backend: Backend, keys: "S3Client", environment: Environment, status: str, days: int
) -> None:
    add(backend, keys, "a")
    add(backend, keys, "a", status, days)
    assert main(environment) == 0
    assert left(keys) == ["a"]


def test_each_is_asked_for_once_and_again_only_after_the_row_was_used_anew(
    backend: Backend, keys: "S3Client", environment: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    upload_id = add(backend, keys, "a")
    main(environment)
    capsys.readouterr()
    main(environment)
    assert said(capsys)["count"] == 0
    backend.ask("UPDATE scorecard_ocr.deleted_objects SET deleted_at = now() - interval '60 days'")
    touch(backend, upload_id, DAYS + 5)
    keys.put_object(Bucket="scorecards", Key="a", Body=b"another picture")
    main(environment)
    assert (left(keys), said(capsys)["count"]) == ([], 1)


def test_a_dry_run_only_counts(
    backend: Backend,
    keys: "S3Client",
    environment: Environment,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(3):
        add(backend, keys, str(number))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert command_line(["prune-objects", "--dry-run"]) == 0
    assert len(left(keys)) == 3
    line = said(capsys)
    assert (line["event"], line["count"]) == ("objects would be deleted", 3)


def test_a_row_in_other_hands_is_left_for_the_next_time(
    backend: Backend, keys: "S3Client", environment: Environment
) -> None:
    upload_id = add(backend, keys, "a")
    with closing(psycopg2.connect(backend.admin_address)) as db, db.cursor() as sql:
        sql.execute("SELECT 1 FROM uploads WHERE id = %s FOR UPDATE", [str(upload_id)])
        assert main(environment) == 0
        assert left(keys) == ["a"]
    assert main(environment) == 0
    assert left(keys) == []


def test_what_the_storage_refuses_is_not_noted_and_the_right_is_named(
    backend: Backend, keys: "S3Client", environment: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    add(backend, keys, "a")
    assert main({**environment, "S3_SECRET_ACCESS_KEY": "wrong"}) == 20
    assert noted(backend) == set()
    assert "s3:DeleteObject" in capsys.readouterr().err


def test_what_was_noted_of_rows_that_are_gone_is_forgotten(
    backend: Backend, keys: "S3Client", environment: Environment
) -> None:
    add(backend, keys, "a")
    main(environment)
    backend.ask("DELETE FROM uploads")
    main(environment)
    assert noted(backend) == set()


@pytest.mark.parametrize(
    ("variable", "value"), [("SCORECARD_OBJECT_RETENTION_DAYS", "0"), ("SCORECARD_OBJECT_RETENTION_DAYS", "")]
)
def test_nothing_is_old_by_default(
    environment: Environment, capsys: pytest.CaptureFixture[str], variable: str, value: str
) -> None:
    assert main({**environment, variable: value}) == 70
    assert "retention.objects.days" in capsys.readouterr().err
