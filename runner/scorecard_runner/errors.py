"""Every way a run can end badly, with what the operator and the reader of the row need to know.

The exit code decides whether the operator retries (`docs/contract.md`), the message is shown to people on the upload
page, the hint to admins in `kubectl describe`. Messages are fixed sentences with numbers in them: a text that came
from the picture, a file name, a bucket or a key never belongs here.
"""

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What the operator learns from the end of the process."""

    DONE = 0
    INPUT = 10
    STORAGE = 20
    DATABASE = 21
    API_SERVER = 22
    TIME_LIMIT = 30
    MEMORY = 31
    INTERNAL = 70
    TERMINATED = 143


class RunnerError(Exception):
    """Base of all failures; each leaf names its exit code, its reason, and the sentences people read."""

    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL
    reason: ClassVar[str] = "InternalError"
    message: str = "The reader stopped because of a fault of its own."
    hint: str = "Look at the log of the pod; please report it with the version of the runner."

    def __init__(self, message: str | None = None, hint: str | None = None) -> None:
        self.message = message or type(self).message
        self.hint = hint or type(self).hint
        super().__init__(self.message)

    @property
    def is_retryable(self) -> bool:
        """Whether another attempt on the same upload can end differently."""
        return self.exit_code is not ExitCode.INPUT

    @property
    def row_text(self) -> str:
        """The text for `uploads.error_message`, shown as it is on the upload page."""
        return f"{self.reason}: {self.message}"


class InternalError(RunnerError):
    """Anything nobody thought of; the log names its type."""


class InvalidConfiguration(RunnerError):
    """A variable of the environment is missing or makes no sense; the message names it."""

    reason = "InvalidConfiguration"
    message = "The reader is not configured correctly."
    hint = "Run `scorecard-runner check` with the same environment; it names what to mend."


class InputError(RunnerError):
    """The upload itself cannot be read: final, no retry."""

    exit_code = ExitCode.INPUT
    hint = "Upload a picture or PDF of the scorecard again."


class UnsupportedFormat(InputError):
    """The first bytes belong to no format that we read."""

    reason = "UnsupportedFormat"
    message = "The file is not a picture that can be read."
    hint = "Upload the scorecard as PNG, JPEG, WebP, TIFF, HEIC or PDF."


class EmptyFile(InputError):
    """The object has no bytes."""

    reason = "EmptyFile"
    message = "The uploaded file is empty."


class FileTooLarge(InputError):
    """The object has more bytes than MAX_UPLOAD_SIZE_MB allows."""

    reason = "FileTooLarge"
    message = "The uploaded file is larger than allowed."
    hint = "Save the picture with stronger compression, or ask for a higher MAX_UPLOAD_SIZE_MB."


class PictureTooLarge(InputError):
    """The picture has more pixels, or a longer side, than the reader decodes."""

    reason = "PictureTooLarge"
    message = "The picture has more pixels than can be read safely."
    hint = "Scale the picture down; 3,000 pixels across are plenty for a scorecard."


class CorruptPicture(InputError):
    """The format is known, the content cannot be decoded."""

    reason = "CorruptPicture"
    message = "The picture is damaged and cannot be opened."
    hint = "Open the picture, save it again and upload the new file."


class EncryptedDocument(InputError):
    """A PDF that asks for a password."""

    reason = "EncryptedDocument"
    message = "The document is protected by a password."
    hint = "Save the document without a password and upload it again."


class DocumentTooLong(InputError):
    """A PDF or TIFF with more pages than are read."""

    reason = "DocumentTooLong"
    message = "The document has more pages than are read."
    hint = "Upload the pages with the scorecard only."


class NotAScorecard(InputError):
    """The picture was read, and there is no innings in it."""

    reason = "NotAScorecard"
    message = "No cricket scorecard was found in the picture."
    hint = "Upload a picture that shows the batting and bowling tables of an innings."


class RowFailed(InputError):
    """The row was failed before this attempt: only the backend, or an asked retry, can open it again."""

    reason = "RowFailed"
    message = "The upload had failed before this attempt."
    hint = "Upload the file again; error_message of the row says why it failed."


class BucketNotAllowed(InputError):
    """The row names a bucket outside S3_UPLOAD_BUCKET."""

    reason = "BucketNotAllowed"
    message = "The upload is stored where the reader is not allowed to look."
    hint = "Add the bucket to S3_UPLOAD_BUCKET (chart: storage.buckets), or correct the row."


class StorageError(RunnerError):
    """Object storage did not give us the picture."""

    exit_code = ExitCode.STORAGE


class ObjectNotFound(StorageError):
    """The row names an object that is not there, perhaps not yet."""

    reason = "ObjectNotFound"
    message = "The uploaded file was not found in storage."
    hint = "The upload may not have finished: upload the file again."


class StorageAccessDenied(StorageError):
    """The storage refused our credentials for this object."""

    reason = "StorageAccessDenied"
    message = "The storage refused access to the uploaded file."
    hint = "Check the storage Secret and its policy: s3:GetObject on the bucket is needed."


class StorageUnreachable(StorageError):
    """No usable answer from the storage."""

    reason = "StorageUnreachable"
    message = "The storage of uploaded files did not answer."
    hint = "Check S3_ENDPOINT_URL (chart: storage.endpoint) and the network policies."


class DatabaseError(RunnerError):
    """The row could not be read or written."""

    exit_code = ExitCode.DATABASE


class DatabaseUnreachable(DatabaseError):
    """No connection, or one that broke."""

    reason = "DatabaseUnreachable"
    message = "The database did not answer."
    hint = "Check DATABASE_URL (chart: database.existingSecret) and the network policies."


class DatabaseAccessDenied(DatabaseError):
    """The role may not log in, or lacks a grant."""

    reason = "DatabaseAccessDenied"
    message = "The database refused access."
    hint = "Run `scorecard-runner check`: it lists the missing grants."


class SchemaMissing(DatabaseError):
    """The schema scorecard_ocr is absent or older than this program."""

    reason = "SchemaMissing"
    message = "The database has not been prepared for the reader."
    hint = "Run `scorecard-runner migrate` (the chart does it on install and upgrade)."


class RowNotFound(DatabaseError):
    """No row of that id, perhaps not committed yet."""

    reason = "RowNotFound"
    message = "There is no upload with this id."
    hint = "Create the ScorecardUpload only after the row was committed."


class RowNotUploaded(DatabaseError):
    """The row is still `pending`: the backend has not seen the upload complete."""

    reason = "RowNotUploaded"
    message = "The upload has not been completed yet."
    hint = "Complete the upload (status `uploaded`) before creating the ScorecardUpload."


class ApiServerError(RunnerError):
    """The result is in the row, but the ScorecardUpload could not be told."""

    exit_code = ExitCode.API_SERVER


class ApiServerUnreachable(ApiServerError):
    """No usable answer from the Kubernetes API."""

    reason = "ApiServerUnreachable"
    message = "The Kubernetes API did not answer."
    hint = "Check the network policies of the runner and the API server."


class ApiServerRefused(ApiServerError):
    """The Kubernetes API refused our report."""

    reason = "ApiServerRefused"
    message = "The Kubernetes API refused the status report."
    hint = "Check the runner's RoleBinding and the admission policy of the chart."


class SoftTimeLimit(RunnerError):
    """The soft time limit passed before the picture was read."""

    exit_code = ExitCode.TIME_LIMIT
    reason = "SoftTimeLimit"
    message = "Reading the picture took too long."
    hint = "Scale the picture down or crop it to the scorecard."


class OutOfMemory(RunnerError):
    """Reading needed more memory than it may have; the next attempt gets twice as much."""

    exit_code = ExitCode.MEMORY
    reason = "OutOfMemory"
    message = "Reading the picture needed more memory than there is."
    hint = "Raise the memory limit in runner.profiles, or scale the picture down."


class Terminated(RunnerError):
    """The kubelet asked us to stop (SIGTERM): the pod was deleted, evicted, or ran past its hard limit."""

    exit_code = ExitCode.TERMINATED
    reason = "Terminated"
    message = "The reader was told to stop before it was done."
    hint = "Look at the events of the pod: it was deleted or evicted, or its deadline passed."


class Superseded(RunnerError):
    """Another pod or a newer attempt owns this upload: commit nothing, end quietly."""

    exit_code = ExitCode.DONE
    reason = "Superseded"
    message = "Another attempt has taken over this upload."
    hint = "Nothing to do."


def refusal_called(reason: str | None) -> InputError:
    """Return the refusal of that name, as an earlier attempt left it behind; `RowFailed` for every other word."""
    return next((leaf() for leaf in InputError.__subclasses__() if leaf.reason == reason), RowFailed())
