"""What the process that reads and the one that waits for it say to each other: one JSON object a line.

Pure. The reading process handles bytes from strangers, so nothing it says is believed beyond its form: reasons are those
we know, sentences are printable and short, the document is checked by its model.
"""

import json
from dataclasses import dataclass
from typing import Any

from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import InternalError, RunnerError
from scorecard_runner.reader_mode import ReaderMode

LONGEST_LINE_BYTES = 4_000_000
_LONGEST_SENTENCE = 400
_MOST_PAGES = 1000  # far above what is read, and short to write down


@dataclass(frozen=True)
class Order:
    """How a file is to be read that is still to come."""

    languages: str
    reader: ReaderMode
    time_limit_s: float

    def to_line(self) -> bytes:
        """Return the line."""
        return _line(vars(self))

    @classmethod
    def from_line(cls, line: bytes) -> "Order":
        """Return the order of a line that `to_line` made."""
        said = json.loads(line)
        return cls(**said | {"reader": ReaderMode(said["reader"])})


@dataclass(frozen=True)
class Delivery:
    """The file; its bytes follow the line."""

    size_bytes: int

    def to_line(self) -> bytes:
        """Return the line."""
        return _line(vars(self))

    @classmethod
    def from_line(cls, line: bytes) -> "Delivery":
        """Return the delivery of a line that `to_line` made."""
        return cls(**json.loads(line))


@dataclass(frozen=True)
class PageRead:
    """Another page was read."""

    done: int
    total: int

    def to_line(self) -> bytes:
        """Return the line."""
        return _line({"page": [self.done, self.total]})


@dataclass(frozen=True)
class Failed:
    """The reading ended with this error."""

    error: RunnerError

    def to_line(self) -> bytes:
        """Return the line."""
        return _line({"error": {"reason": self.error.reason, "message": self.error.message, "hint": self.error.hint}})


@dataclass(frozen=True)
class Finished:
    """The reading ended with this document."""

    document: ScorecardDocument

    def to_line(self) -> bytes:
        """Return the line."""
        return _line({"document": self.document.to_json_object()})


Message = PageRead | Failed | Finished


def parse_message(line: bytes) -> Message:
    """Return what a line of the reading process says; whatever is no message of ours is an internal error."""
    try:
        said = json.loads(line)
        if "page" in said:
            return _page_of(said["page"])
        if "error" in said:
            return Failed(_error_of(said["error"]))
        return Finished(ScorecardDocument.model_validate(said["document"]))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return Failed(InternalError())


def _page_of(said: list[Any]) -> PageRead:
    done, total = (int(number) for number in said)
    if not 0 < done <= total <= _MOST_PAGES:
        raise ValueError("no such page")
    return PageRead(done, total)


def _error_of(said: dict[str, Any]) -> RunnerError:
    known = {kind.reason: kind for kind in _leaves(RunnerError)}
    kind = known.get(str(said["reason"]), InternalError)
    return kind(_sentence(said["message"]), _sentence(said["hint"]))


def _leaves(kind: type[RunnerError]) -> list[type[RunnerError]]:
    below = kind.__subclasses__()
    return [leaf for each in below for leaf in _leaves(each)] if below else [kind]


def _sentence(text: object) -> str:
    return "".join(letter for letter in str(text) if letter.isprintable())[:_LONGEST_SENTENCE]


def _line(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=True).encode() + b"\n"
