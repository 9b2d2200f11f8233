"""Reads a file in a process of its own: without our credentials, within hard limits, and killed with all its children.

A picture that takes over its decoder gets a process that knows no password and has nowhere to send it; a picture that eats
memory or time ends that process and not the run. Refuses to open the file itself.
"""

import os
import select
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
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.files.message import (
    LONGEST_LINE_BYTES,
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

_CHUNK_BYTES = 65_536
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


def read_apart(
    data: bytes,
    *,
    languages: str,
    reader: ReaderMode,
    deadline: Deadline,
    on_page: Callable[[int, int], None],
    start: Start = start_process,
) -> ScorecardDocument:
    """Return the scorecard that the file shows, as `pipeline.read_scorecard`.

    Raises:
        InputError, SoftTimeLimit, InvalidConfiguration: as `read_scorecard`; also `CorruptPicture` if the file broke
            its decoder, which it would do again.
        OutOfMemory: the reading needed more memory than there is.
        InternalError: the reading process broke, or said something that is no message.
    """
    order = Order(languages, reader, deadline.left_s(), len(data))
    # A file, not a pipe: a process that does not take what it is given cannot hold us up.
    # A folder of its own: a process that is killed removes nothing. What it had started may write for a moment longer.
    scratch = tempfile.TemporaryDirectory(prefix="reading-", ignore_cleanup_errors=True)
    with scratch as folder, tempfile.TemporaryFile() as given:
        given.write(order.to_line() + data)
        given.seek(0)
        with _ended_after(start(given, folder)) as process:
            return _listen(process, deadline, on_page)


def _listen(process: ReadingProcess, deadline: Deadline, on_page: Callable[[int, int], None]) -> ScorecardDocument:
    for message in _messages(process.stdout, deadline):
        match message:
            case PageRead(done=done, total=total):
                on_page(done, total)
            case Finished(document=document):
                return document
            case Failed(error=error):
                raise error
    raise _silent_end(process)


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


def _messages(pipe: IO[bytes], deadline: Deadline) -> Iterator[Message]:
    """Yield messages until the pipe ends; raise SoftTimeLimit when the deadline passes first."""
    received = b""
    while True:
        ready, _, _ = select.select([pipe], [], [], deadline.left_s())
        if not ready:
            raise SoftTimeLimit
        chunk = os.read(pipe.fileno(), _CHUNK_BYTES)
        if not chunk:
            return
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
