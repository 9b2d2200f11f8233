"""The real storage of the runner's tests: one MinIO for the whole session."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.config import Config

from tests.minio import MinioServer, running_minio

if TYPE_CHECKING:
    from mypy_boto3_s3.client import S3Client


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
