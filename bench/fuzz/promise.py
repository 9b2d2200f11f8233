"""How a reading ended, and what it must have kept: a document or a clear refusal, within limits, with nothing left behind.

Pure: endings in, broken promises out.
"""

import signal
from collections.abc import Iterator
from dataclasses import dataclass

from scorecard_runner.errors import InputError, NotAScorecard, OutOfMemory, RunnerError, SoftTimeLimit

GRACE_S = 4.0
"""Past the deadline a reading must be over; the rest is for killing and waiting on a busy machine."""

_DOCUMENT = "document"
_AFTER_DECODING = (NotAScorecard, SoftTimeLimit, OutOfMemory, type(None))


@dataclass(frozen=True)
class Limits:
    """What a reading may use: seconds of time, bytes of memory in one process."""

    time_s: float
    memory_bytes: int


@dataclass(frozen=True)
class Ending:
    """How the reading of one file ended; `error` is None if there was a document."""

    error: Exception | None
    seconds: float
    peak_bytes: int
    exit_code: int | None = None
    """Of the reading process; a negative one names a signal."""
    last_words: str = ""
    processes_left: int = 0
    files_left: int = 0

    @property
    def name(self) -> str:
        """The reason that people are told, or that there is a document."""
        if self.error is None:
            return _DOCUMENT
        return self.error.reason if isinstance(self.error, RunnerError) else type(self.error).__name__

    @property
    def is_document(self) -> bool:
        """Whether there was a document."""
        return self.error is None

    @property
    def is_refusal(self) -> bool:
        """Whether the file was refused."""
        return isinstance(self.error, InputError)


def broken_promises(ending: Ending, limits: Limits) -> Iterator[str]:
    """Yield what the reading of one file did that it must not do."""
    if not isinstance(ending.error, InputError | SoftTimeLimit | OutOfMemory | None):
        yield f"{ending.name}, which is no answer to a file{_as_far_as_known(ending)}"
    elif ending.error is not None and not (_is_sentence(ending.error.message) and _is_sentence(ending.error.hint)):
        yield f"{ending.name} without sentences that say what to do"
    if ending.seconds > limits.time_s + GRACE_S:
        yield f"over after {ending.seconds:.1f} s only"
    if ending.peak_bytes > limits.memory_bytes:
        yield f"{ending.peak_bytes / 2**20:.0f} MiB of memory"
    if ending.processes_left:
        yield f"{ending.processes_left} processes left behind"
    if ending.files_left:
        yield f"{ending.files_left} files left behind"


def disagreement(quick: Ending, whole: Ending) -> str | None:
    """Return how the real reading ended otherwise than the quick one, if it did; words may be found by the real one only."""
    if isinstance(whole.error, SoftTimeLimit | OutOfMemory):
        return None
    if isinstance(quick.error, _AFTER_DECODING) and isinstance(whole.error, _AFTER_DECODING):
        return None
    return None if quick.name == whole.name else f"{whole.name} in the real process, {quick.name} in the forked one"


def _as_far_as_known(ending: Ending) -> str:
    if ending.last_words:
        *_, last = ending.last_words.splitlines()
        return f" ({last})"
    # Killed by the waiting side, which has heard enough: says nothing.
    return "" if ending.exit_code in {None, 0, -signal.SIGKILL} else f" (exit code {ending.exit_code})"


def _is_sentence(text: str) -> bool:
    return text.isprintable() and text.endswith(".")
