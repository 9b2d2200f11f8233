"""One file of this machine to its document, or to the sentence why there is none.

Refuses to print anything: several files may be on their way at the same time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import RunnerError
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.files.sandbox import Start, read_apart
from scorecard_runner.usage import WRONG_USAGE

TIME_LIMIT_S = 240.0
OnPage = Callable[[int, int], None]
ReadBytes = Callable[[bytes], ScorecardDocument]


@dataclass(frozen=True)
class Refusal:
    """Why there is no document."""

    message: str
    hint: str
    exit_code: int


Outcome = ScorecardDocument | Refusal


def outcome_of(path: Path, read: ReadBytes) -> Outcome:
    """Return what comes of the file."""
    try:
        return read(path.read_bytes())
    except OSError as error:
        return Refusal(f"cannot be opened: {error.strerror}.", "Check the path.", WRONG_USAGE)
    except ValidationError:
        return Refusal("this is no result document.", "Make one with `scorecard-runner read --json`.", WRONG_USAGE)
    except RunnerError as error:
        return Refusal(error.message, error.hint, int(error.exit_code))


def stored_document(data: bytes) -> ScorecardDocument:
    """Return a document that was written before."""
    return ScorecardDocument.model_validate_json(data)


def picture_apart(
    data: bytes, *, languages: str, reader: ReaderMode, on_page: OnPage, start: Start
) -> ScorecardDocument:
    """Return the scorecard of a picture, read in a process without access to anything."""
    deadline = Deadline.after(TIME_LIMIT_S)
    return read_apart(data, languages=languages, reader=reader, deadline=deadline, on_page=on_page, start=start)
