"""Reads a file in a process of its own: without our credentials, within hard limits, and killed with all its children.

A picture that takes over its decoder gets a process that knows no password and has nowhere to send it; a picture that eats
memory or time ends that process and not the run. The process can be there before the file is, to load what it needs meanwhile.
Refuses to open the file itself.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, cast

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import CorruptPicture, InternalError, OutOfMemory, RunnerError, SoftTimeLimit
from scorecard_runner.exchange import exchange
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.files.message import (
    LONGEST_LINE_BYTES,
    Delivery,
    Failed,
    Finished,
    Message,
    Order,
    PageRead,
    parse_message,
)
from scorecard_runner.reading.files.sandboxed import MEMORY_LIMIT_BYTES

MODULE = "scorecard_runner.reading.files.sandboxed"
PASSED_ON = ("PATH", "LANG", "TMPDIR", "TESSDATA_PREFIX", "OMP_THREAD_LIMIT", "HOME")
"""All of our environment that the reading process gets."""

_KIB = 1024
_KILLED_FOR: Mapping[int, type[RunnerError]] = {signal.SIGKILL: OutOfMemory, signal.SIGXCPU: SoftTimeLimit}
"""Nobody but the kernel kills it before its time is over."""

_DECODER_BROKE = frozenset(
    {signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGSEGV, signal.SIGTRAP, signal.SIGSYS}
)
_NO_MEMORY_FROM_BYTES = MEMORY_LIMIT_BYTES // 2
"""PDFium gives up by a signal too when it gets no memory; what it held by then tells the one from the other."""


@dataclass
class ReadingProcess:
    """A process that was started, the leader of a group of its own; how it ended is known once it was waited for."""

    pid: int
    stdout: IO[bytes]
    exit_code: int | None = None
    """A negative one names a signal."""
    peak_bytes: int = 0
    """Of the largest of it and of the processes that it waited for itself."""

    def wait(self) -> None:
        """Wait for its end."""
        if self.exit_code is None:
            _, status, usage = os.wait4(self.pid, 0)
            self.exit_code = os.waitstatus_to_exitcode(status)
            self.peak_bytes = usage.ru_maxrss * _KIB


Start = Callable[[IO[bytes], str], ReadingProcess]
"""Starts a reading process on what it is given as input, with a folder for its temporary files."""


def start_process(given: IO[bytes], folder: str) -> ReadingProcess:
    """Start the process that reads, with nothing of ours but what it needs."""
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    process = subprocess.Popen(
        # Isolated: neither the working directory nor PYTHON* variables decide what is loaded.
        [sys.executable, "-I", "-m", MODULE],
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment | {"TMPDIR": folder},
        start_new_session=True,
    )
    process.returncode = 0  # it is waited for here, by somebody who wants to know what it took
    return ReadingProcess(process.pid, cast("IO[bytes]", process.stdout))


class Sandbox:
    """A process that was told how to read and makes itself ready for the one file that it will be given."""

    def __init__(self, process: ReadingProcess, into: IO[bytes], deadline: Deadline) -> None:
        """Speak to this process, which listens behind `into`."""
        self._process = process
        self._into = into
        self._deadline = deadline

    def read(self, data: bytes, on_page: Callable[[int, int], None]) -> ScorecardDocument:
        """Return the scorecard that the file shows.

        Args:
            data: the bytes of the file.
            on_page: called with pages read so far and pages in all.

        Raises:
            InputError, SoftTimeLimit, InvalidConfiguration: as `pipeline.read_scorecard`; also `CorruptPicture` if the
                file broke its decoder, which it would do again.
            OutOfMemory: the reading needed more memory than there is.
            InternalError: the reading process broke, or said something that is no message.
        """
        said = (Delivery(len(data)).to_line(), data)
        for message in _messages(exchange(said, self._into, self._process.stdout, self._deadline)):
            match message:
                case PageRead(done=done, total=total):
                    on_page(done, total)
                case Finished(document=document):
                    return document
                case Failed(error=error):
                    raise error
        raise _silent_end(self._process)


@contextmanager
def prepared(
    *, languages: str, reader: ReaderMode, deadline: Deadline, start: Start = start_process
) -> Iterator[Sandbox]:
    """Hold a process that loads what reads a file, while the file is fetched; nothing of it is left afterwards.

    Raises:
        SoftTimeLimit: the deadline passed before.
    """
    order = Order(languages, reader, deadline.left_s())
    # A folder of its own: a process that is killed removes nothing. What it had started may write for a moment longer.
    scratch = tempfile.TemporaryDirectory(prefix="reading-", ignore_cleanup_errors=True)
    with scratch as folder, _pipe() as (given, into), _ended_after(start(given, folder)) as process:
        given.close()  # while we hold it, nobody tells us that the process takes nothing any more
        with suppress(BrokenPipeError):  # `read` finds out why
            os.write(into.fileno(), order.to_line())
        yield Sandbox(process, into, deadline)


def read_apart(
    data: bytes,
    *,
    languages: str,
    reader: ReaderMode,
    deadline: Deadline,
    on_page: Callable[[int, int], None],
    start: Start = start_process,
) -> ScorecardDocument:
    """Return the scorecard that a file shows which is there already; see `Sandbox.read`."""
    with prepared(languages=languages, reader=reader, deadline=deadline, start=start) as sandbox:
        return sandbox.read(data, on_page)


@contextmanager
def _pipe() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Hold a pipe: where it is read, and where it is written."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", buffering=0) as given, os.fdopen(writing, "wb", buffering=0) as into:
        yield given, into


@contextmanager
def _ended_after(process: ReadingProcess) -> Iterator[ReadingProcess]:
    """Kill the process with its group in the end, whatever came of it."""
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()
        process.wait()


def _messages(chunks: Iterator[bytes]) -> Iterator[Message]:
    """Yield the messages that the chunks make."""
    received = b""
    for chunk in chunks:
        *lines, received = (received + chunk).split(b"\n")
        if len(received) > LONGEST_LINE_BYTES:
            raise InternalError
        yield from map(parse_message, lines)


def _silent_end(process: ReadingProcess) -> RunnerError:
    process.wait()
    killed_by = -(process.exit_code or 0)
    if killed_by not in _DECODER_BROKE:
        return _KILLED_FOR.get(killed_by, InternalError)()
    if process.peak_bytes > _NO_MEMORY_FROM_BYTES:
        return OutOfMemory()
    return CorruptPicture("The picture is damaged in a way that breaks the program that opens it.")
