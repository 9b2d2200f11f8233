"""What one run needs from the world, each behind a small protocol, so that a test can make any step fail.

Refuses to do anything: the order is `run`, the real things are put together in `run_command`.
"""

import datetime as dt
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from scorecard_runner.claim import ClaimedUpload, FailedBefore, NothingToDo, Reading
from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import RunnerError
from scorecard_runner.interruption import alarm_after
from scorecard_runner.progress import Progress, ResultSummary
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.termination import LastWord


class Summary(Protocol):
    """What a document says about itself without telling its content."""

    @property
    def verdict(self) -> str:
        """Verified or NeedsReview."""

    @property
    def confidence(self) -> float:
        """From 0 to 1."""

    @property
    def innings(self) -> int:
        """Number of innings found."""

    @property
    def checks(self) -> str:
        """Sums that hold / sums that could be tried."""


class Document(Protocol):
    """A scorecard that was read."""

    def summary(self) -> Summary:
        """Return what may be shown outside of the row."""

    def with_upload_id(self, upload_id: UUID, /) -> "Document":
        """Return the document with the id of its upload."""

    def to_json_object(self) -> dict[str, Any]:
        """Return what the row stores."""


class Rows(Protocol):
    """The row and our claim on it (`database.claims`)."""

    def claim(self) -> ClaimedUpload | NothingToDo | FailedBefore:
        """Take the row, or find that it is final."""

    def commit(self, reading: Reading) -> ResultSummary:
        """Store the result, if the claim still holds and the row holds none that is as good; return what it holds."""

    def reuse(self, content_sha256: str, engine: str) -> ResultSummary | None:
        """Store the result of an earlier upload of the same file instead, if there is one, as `commit` does."""

    def fail(self, error: RunnerError) -> None:
        """Make the row failed, if the claim still holds."""

    def give_back(self, error: RunnerError) -> None:
        """Leave the row to the next attempt."""


class Pictures(Protocol):
    """Object storage (`storage`)."""

    def fetch(self, bucket: str, key: str, deadline: Deadline) -> bytes:
        """Return the bytes of the picture."""


class Reader(Protocol):
    """What reads the one picture (`reading.files.sandbox`), and makes itself ready until it is there."""

    def read(self, data: bytes, on_page: Callable[[int, int], None]) -> Document:
        """Return the scorecard; raise an `InputError` when there is none in `data`.

        Calls `on_page(done, total)` after each page.
        """


class Prepare(Protocol):
    """Starts a reader, without waiting until it is ready; it ends with the context, be it with or without a picture."""

    def __call__(self, *, languages: str, reader: ReaderMode, deadline: Deadline) -> AbstractContextManager[Reader]:
        """Return the reader."""


class Reporter(Protocol):
    """The ScorecardUpload (`report`)."""

    def report(self, progress: Progress, result: ResultSummary | None = None) -> None:
        """Replace progress and result."""


@dataclass(frozen=True)
class Order:
    """What is to be done; times in seconds. `may_reuse`: the result of the same file is as good as reading it."""

    upload_id: UUID
    attempt: int
    languages: str
    reader: ReaderMode
    soft_time_limit_s: float
    engine: str
    may_reuse: bool = False


@dataclass(frozen=True)
class Effects:
    """Everything a run does to the world."""

    rows: Rows
    pictures: Pictures
    prepare: Prepare
    reporter: Reporter
    say_last_word: Callable[[LastWord], None]
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    alarm: Callable[[float], AbstractContextManager[None]] = alarm_after
