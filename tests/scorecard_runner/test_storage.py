"""Storage against a real MinIO, and against servers that misbehave."""

import socket
import time
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from scorecard_runner import storage
from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import (
    BucketNotAllowed,
    EmptyFile,
    FileTooLarge,
    ObjectNotFound,
    RunnerError,
    SoftTimeLimit,
    StorageAccessDenied,
    StorageUnreachable,
)
from scorecard_runner.settings import StorageSettings
from scorecard_runner.storage import Storage
from tests.minio import MinioServer

if TYPE_CHECKING:
    from mypy_boto3_s3.client import S3Client

MB = 1024 * 1024


def make_settings(url: str, **changes: object) -> StorageSettings:
    settings = StorageSettings.model_validate(
        {
            "S3_ENDPOINT_URL": url,
            "S3_UPLOAD_BUCKET": "scorecards,missing-bucket",
            "S3_USE_PATH_STYLE": "1",
            "S3_ACCESS_KEY_ID": "test-access-key",
            "S3_SECRET_ACCESS_KEY": "test-secret-key",
            "MAX_UPLOAD_SIZE_MB": 1,
        }
    )
    return settings.model_copy(update=changes)


@pytest.fixture(autouse=True)
def objects(bucket: "S3Client") -> None:
    for key, body in {"a": b"x" * 700_000, "empty": b"", "full": b"y" * MB, "large": b"y" * (MB + 1)}.items():
        bucket.put_object(Bucket="scorecards", Key=key, Body=body)


def test_an_object_arrives_whole(minio: MinioServer) -> None:
    fetched = Storage(make_settings(minio.url)).fetch("scorecards", "a", Deadline.after(5))
    assert fetched == b"x" * 700_000


def test_an_object_of_exactly_the_limit_is_allowed(minio: MinioServer) -> None:
    assert len(Storage(make_settings(minio.url)).fetch("scorecards", "full", Deadline.after(5))) == MB


def test_a_deleted_object_is_gone_and_deleting_it_again_is_fine(minio: MinioServer) -> None:
    storage_ = Storage(make_settings(minio.url))
    storage_.delete("scorecards", "a")
    storage_.delete("scorecards", "a")
    storage_.delete("missing-bucket", "a")
    with pytest.raises(ObjectNotFound):
        storage_.fetch("scorecards", "a", Deadline.after(5))


def test_nothing_is_deleted_in_a_bucket_outside_the_allow_list(minio: MinioServer) -> None:
    with pytest.raises(BucketNotAllowed):
        Storage(make_settings(minio.url)).delete("private", "a")


def test_whoever_may_not_delete_is_told_which_right_it_takes(minio: MinioServer) -> None:
    with pytest.raises(StorageAccessDenied) as refusal:
        Storage(make_settings(minio.url, secret_access_key=SecretStr("wrong"))).delete("scorecards", "a")
    assert "s3:DeleteObject" in refusal.value.hint


@pytest.mark.parametrize(
    ("bucket_name", "key", "changes", "error"),
    [
        pytest.param("scorecards", "nothing", {}, ObjectNotFound, id="no such object"),
        pytest.param("missing-bucket", "a", {}, ObjectNotFound, id="no such bucket"),
        pytest.param("private", "a", {}, BucketNotAllowed, id="a bucket outside the allow-list"),
        pytest.param("scorecards", "empty", {}, EmptyFile, id="an object without bytes"),
        pytest.param("scorecards", "large", {}, FileTooLarge, id="one byte too many"),
        pytest.param(
            "scorecards", "a", {"secret_access_key": SecretStr("wrong")}, StorageAccessDenied, id="a wrong secret"
        ),
        pytest.param(
            "scorecards", "a", {"access_key_id": SecretStr("stranger")}, StorageAccessDenied, id="an unknown key id"
        ),
    ],
)
def test_refusals(
    minio: MinioServer, bucket_name: str, key: str, changes: dict[str, object], error: type[RunnerError]
) -> None:
    with pytest.raises(error):
        Storage(make_settings(minio.url, **changes)).fetch(bucket_name, key, Deadline.after(5))


def test_an_object_replaced_between_question_and_download_is_read_again_later(
    minio: MinioServer, bucket: "S3Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket.put_object(Bucket="scorecards", Key="replaced", Body=b"first")
    judge_size = Storage._judge_size

    def replace_then_judge(self: Storage, size_bytes: int) -> None:
        bucket.put_object(Bucket="scorecards", Key="replaced", Body=b"second")
        judge_size(self, size_bytes)

    monkeypatch.setattr(Storage, "_judge_size", replace_then_judge)
    with pytest.raises(StorageUnreachable, match="replaced"):
        Storage(make_settings(minio.url)).fetch("scorecards", "replaced", Deadline.after(5))


def test_no_time_left_means_no_download(minio: MinioServer) -> None:
    with pytest.raises(SoftTimeLimit):
        Storage(make_settings(minio.url)).fetch("scorecards", "a", Deadline.after(-1))


def test_a_closed_port_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "TOTAL_ATTEMPTS", 1)
    with pytest.raises(StorageUnreachable):
        Storage(make_settings("http://127.0.0.1:1")).fetch("scorecards", "a", Deadline.after(5))


def test_a_silent_server_is_given_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "TOTAL_ATTEMPTS", 2)
    monkeypatch.setattr(storage, "READ_TIMEOUT_S", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        with pytest.raises(StorageUnreachable):
            Storage(make_settings(f"http://127.0.0.1:{silent.getsockname()[1]}")).fetch(
                "scorecards", "a", Deadline.after(5)
            )
    assert time.monotonic() - started < 4


def test_probing_a_bucket(minio: MinioServer) -> None:
    Storage(make_settings(minio.url)).probe("scorecards")
    with pytest.raises(ObjectNotFound, match="bucket"):
        Storage(make_settings(minio.url)).probe("missing-bucket")
    with pytest.raises(StorageAccessDenied):
        Storage(make_settings(minio.url, secret_access_key=SecretStr("wrong"))).probe("scorecards")
