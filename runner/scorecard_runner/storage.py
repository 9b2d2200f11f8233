"""Object storage (S3, MinIO): the only module that knows boto3.

Fetches one object, whole, into memory, bounded in size and time; deletes one for those who prune. Refuses buckets
outside the allow-list: the row is data that others write, and must not turn our credentials into a key to everything.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, PartialCredentialsError
from urllib3.exceptions import HTTPError

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import (
    BucketNotAllowed,
    EmptyFile,
    FileTooLarge,
    ObjectNotFound,
    RunnerError,
    StorageAccessDenied,
    StorageUnreachable,
)
from scorecard_runner.settings import BYTES_PER_MB, StorageSettings

if TYPE_CHECKING:
    from mypy_boto3_s3.client import S3Client
    from mypy_boto3_s3.type_defs import HeadObjectOutputTypeDef

CONNECT_TIMEOUT_S = 3
READ_TIMEOUT_S = 10
TOTAL_ATTEMPTS = 4
CHUNK_BYTES = 256 * 1024
MISSING = {"NoSuchKey", "NoSuchBucket", "404", "NotFound"}
DENIED = {
    "AccessDenied",
    "403",
    "401",
    "Forbidden",
    "InvalidAccessKeyId",
    "SignatureDoesNotMatch",
    "ExpiredToken",
    "InvalidToken",
}
DELETE_HINT = "Check the storage Secret and its policy: s3:DeleteObject on the bucket is needed to delete pictures."
CHANGED = {"PreconditionFailed", "412"}


class Storage:
    """The buckets we may read."""

    def __init__(self, settings: StorageSettings) -> None:
        self._settings = settings
        self._client = _connect(settings)

    def fetch(self, bucket: str, key: str, deadline: Deadline) -> bytes:
        """Return the object's bytes.

        Raises:
            InputError: the bucket is not ours to read, or the object is empty or too large.
            StorageError: the object did not arrive.
            SoftTimeLimit: the deadline passed meanwhile.
        """
        if bucket not in self._settings.buckets:
            raise BucketNotAllowed
        with _our_words():
            deadline.left_s()
            head = self._client.head_object(Bucket=bucket, Key=key)
            self._judge_size(head["ContentLength"])
            deadline.left_s()
            return self._download(bucket, key, head, deadline)

    def delete(self, bucket: str, key: str) -> None:
        """Delete an object; one that is gone already is fine.

        Raises:
            InputError: the bucket is not ours.
            StorageError: it may still be there.
        """
        if bucket not in self._settings.buckets:
            raise BucketNotAllowed
        with suppress(ObjectNotFound), _our_words(DELETE_HINT):
            self._client.delete_object(Bucket=bucket, Key=key)

    def probe(self, bucket: str) -> None:
        """Ask for an object that cannot exist: proves address, credentials and grant without listing anything.

        Raises:
            StorageError: what is wrong.
        """
        with _our_words():
            try:
                self._client.head_object(Bucket=bucket, Key="scorecard-runner-check")
            except ClientError as error:
                if _code(error) not in MISSING:
                    raise
            try:
                self._client.head_bucket(Bucket=bucket)
            except ClientError as error:
                # Without s3:ListBucket this is refused, although reading objects is allowed.
                if _code(error) in MISSING:
                    raise ObjectNotFound("The bucket does not exist.", "Correct S3_UPLOAD_BUCKET.") from error

    def _download(self, bucket: str, key: str, head: "HeadObjectOutputTypeDef", deadline: Deadline) -> bytes:
        # If-Match: the size that was judged and the bytes that are read belong to the same object.
        answer = self._client.get_object(Bucket=bucket, Key=key, IfMatch=head["ETag"])
        body = bytearray()
        for chunk in answer["Body"].iter_chunks(CHUNK_BYTES):
            deadline.left_s()
            body += chunk
            self._judge_size(len(body))
        return bytes(body)

    def _judge_size(self, size_bytes: int) -> None:
        if size_bytes == 0:
            raise EmptyFile
        if size_bytes > self._settings.max_size_bytes:
            size_mb, allowed_mb = size_bytes / BYTES_PER_MB, self._settings.max_size_mb
            raise FileTooLarge(f"The uploaded file has {size_mb:.1f} MB; {allowed_mb} MB are allowed.")


def _connect(settings: StorageSettings) -> "S3Client":
    keys = (settings.access_key_id, settings.secret_access_key)
    access_key_id, secret_access_key = (key.get_secret_value() if key else None for key in keys)
    return boto3.client(
        "s3",
        endpoint_url=settings.endpoint_url,
        region_name=settings.region,
        aws_access_key_id=access_key_id,
        aws_secret_access_key=secret_access_key,
        config=Config(
            connect_timeout=CONNECT_TIMEOUT_S,
            read_timeout=READ_TIMEOUT_S,
            retries={"total_max_attempts": TOTAL_ATTEMPTS, "mode": "standard"},
            s3={"addressing_style": "path" if settings.uses_path_style else "auto"},
        ),
    )


@contextmanager
def _our_words(denied_hint: str | None = None) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        raise _translated(error, denied_hint) from error
    except (NoCredentialsError, PartialCredentialsError) as error:
        raise StorageAccessDenied from error
    except (BotoCoreError, HTTPError) as error:
        raise StorageUnreachable from error


def _translated(error: ClientError, denied_hint: str | None) -> RunnerError:
    code = _code(error)
    if code in MISSING:
        return ObjectNotFound()
    if code in DENIED:
        return StorageAccessDenied(hint=denied_hint)
    if code in CHANGED:
        return StorageUnreachable("The uploaded file was replaced meanwhile.", "It is read again.")
    return StorageUnreachable()


def _code(error: ClientError) -> str:
    return error.response.get("Error", {}).get("Code", "")
