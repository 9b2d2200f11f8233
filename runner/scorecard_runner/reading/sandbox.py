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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import InternalError, OutOfMemory, RunnerError, SoftTimeLimit
from scorecard_runner.reading.message import (
    LONGEST_LINE_BYTES,
    Failed,
    Finished,
    Message,
    Order,
    PageRead,
    parse_message,
)

MODULE = "scorecard_runner.reading.sandboxed"
PASSED_ON = ("PATH", "LANG", "TMPDIR", "TESSDATA_PREFIX", "OMP_THREAD_LIMIT", "HOME")
"""All of our environment that the reading process gets."""

_CHUNK_BYTES = 65_536
_KILLED_FOR = {signal.SIGKILL: OutOfMemory, signal.SIGXCPU: SoftTimeLimit}
"""Nobody but the kernel kills it before its time is over."""


def read_apart(
    data: bytes, *, languages: str, deadline: Deadline, on_page: Callable[[int, int], None]
) -> ScorecardDocument:
    """Return the scorecard that the file shows, as `pipeline.read_scorecard`.

    Raises:
        InputError, SoftTimeLimit, InvalidConfiguration: as `read_scorecard`.
        OutOfMemory: the reading needed more memory than there is.
        InternalError: the reading process broke, or said something that is no message.
    """
    order = Order(languages, deadline.left_s(), len(data))
    # A file, not a pipe: a process that does not take what it is given cannot hold us up.
    with tempfile.TemporaryFile() as given:
        given.write(order.to_line() + data)
        given.seek(0)
        return _listen(given, deadline, on_page)


def _listen(given: IO[bytes], deadline: Deadline, on_page: Callable[[int, int], None]) -> ScorecardDocument:
    with _started(given) as process:
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
def _started(given: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    process = subprocess.Popen(
        # Isolated: neither the working directory nor PYTHON* variables decide what is loaded.
        [sys.executable, "-I", "-m", MODULE],
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        if process.stdout is not None:
            process.stdout.close()
        process.wait()


def _messages(pipe: IO[bytes] | None, deadline: Deadline) -> Iterator[Message]:
    """Yield messages until the pipe ends; raise SoftTimeLimit when the deadline passes first."""
    received = b""
    while pipe is not None:
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


def _silent_end(process: subprocess.Popen[bytes]) -> RunnerError:
    code = process.wait()
    return _KILLED_FOR.get(signal.Signals(-code), InternalError)() if code < 0 else InternalError()
