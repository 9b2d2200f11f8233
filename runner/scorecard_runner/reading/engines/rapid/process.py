"""The process of the second reader, as the one that asks sees it: started, asked within a deadline, killed.

It stays in our group of processes, so whoever kills that ends it too; it has no children. Refuses to wait longer than the
deadline for anything, be it that pictures are taken or that an answer comes.
"""

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterable, Mapping
from typing import IO

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import InternalError, OutOfMemory, RunnerError, SoftTimeLimit
from scorecard_runner.exchange import exchange
from scorecard_runner.reading.engines.rapid.wire import LONGEST_LINE_BYTES

MODULE = "scorecard_runner.reading.engines.rapid.worker"
PASSED_ON = ("PATH", "LANG", "TMPDIR", "HOME")
"""All of our environment that the process gets."""

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
"""More threads gain little on one page and starve the other pods of the node; each takes address space, too."""

_ENDED_FOR: Mapping[int, type[RunnerError]] = {signal.SIGKILL: OutOfMemory, signal.SIGXCPU: SoftTimeLimit}
"""Nobody but the kernel kills it before its time is over."""


FOR_PAGES = "pages"
"""What the program is told when whole pages are to come for sure."""


def command(*, for_pages: bool = False) -> list[str]:
    """Return the program of the second reader."""
    # Isolated: neither the working directory nor PYTHON* variables decide what is loaded.
    return [sys.executable, "-I", "-m", MODULE, *([FOR_PAGES] if for_pages else [])]


class ReaderProcess:
    """A process that was started; gone when this object is, at the latest."""

    def __init__(self, argv: list[str]) -> None:
        """Start it; it loads what it needs while nobody waits."""
        environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        process = subprocess.Popen(
            argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=environment | ONE_THREAD,
        )
        self._process = process
        self._into, self._from = _opened(process.stdin), _opened(process.stdout)
        self._end: Callable[[], object] = weakref.finalize(self, _kill, process)

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    def ask(self, said: Iterable[bytes], deadline: Deadline) -> bytes:
        """Say something and return the line that it answers.

        Raises:
            SoftTimeLimit: the deadline passed.
            OutOfMemory: it was killed for what it took.
            InternalError: it broke, or its line has no end.
        """
        received = bytearray()
        for chunk in exchange(said, self._into, self._from, deadline):
            received += chunk
            if received.endswith(b"\n"):
                return bytes(received)
            if len(received) > LONGEST_LINE_BYTES:
                raise InternalError
        raise self._silent_end(deadline)

    def end(self) -> None:
        """Kill it, if it lives."""
        self._end()

    def _silent_end(self, deadline: Deadline) -> RunnerError:
        try:
            code = self._process.wait(deadline.left_s())
        except subprocess.TimeoutExpired:
            return SoftTimeLimit()
        return _ENDED_FOR.get(-code, InternalError)()


def _opened(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "asked for above"  # noqa: S101 - tells the type checker what PIPE means
    return pipe


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
