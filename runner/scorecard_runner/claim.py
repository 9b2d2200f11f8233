"""What the database and the order of a run say to each other about one upload. Pure data."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from scorecard_runner.errors import InputError
from scorecard_runner.progress import ResultSummary

FIRST_RESULT_KEPT = "FirstResultKept"
"""Why an attempt that was to better a result, and read the picture, left the row as it was."""


RESULT_REUSED = "ResultReused"
"""Why an attempt is over that did not read: an earlier upload of the same file has the result."""


@dataclass(frozen=True)
class Claimant:
    """Who claims: one pod, in one attempt, for one upload.

    `escalates` is the attempt whose result it is to better; `retries_after` the last one before somebody asked to read again;
    `tenant` is whose upload it is, as far as results may be shared.
    """

    upload_id: UUID
    attempt: int
    pod_uid: str
    escalates: int | None = None
    retries_after: int | None = None
    tenant: str = ""

    @property
    def may_replace(self) -> bool:
        """Whether the row may hold a result already, which this attempt takes the place of."""
        return self.escalates is not None or self.retries_after is not None


@dataclass(frozen=True)
class ClaimedUpload:
    """The row is ours; where its picture lies, and whether it holds a result that must survive us."""

    bucket: str
    key: str
    content_type: str | None
    size_bytes: int | None
    has_result: bool = False


@dataclass(frozen=True)
class NothingToDo:
    """The row is final already; `summary` is there when a pod of ours wrote the result."""

    summary: ResultSummary | None


@dataclass(frozen=True)
class FailedBefore:
    """The row is `failed` already; `error` is why, as far as we know."""

    error: InputError


@dataclass(frozen=True)
class Reading:
    """What is stored after a picture was read, or was found to be read before in the upload `reused_from`."""

    document: dict[str, Any]
    summary: ResultSummary
    content_sha256: str
    engine: str
    reused_from: UUID | None = None
