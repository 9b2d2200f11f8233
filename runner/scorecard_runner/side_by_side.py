"""Does several readings at a time and hands over what came of them in the order in which they were asked for.

Threads only wait here: each reading runs in a process of its own. Whatever breaks off the one who waits for the results
ends all those processes, with their children.
"""

import os
import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import IO, TypeVar

from scorecard_runner.errors import Terminated
from scorecard_runner.reading.files.sandbox import ReadingProcess, start_process

Asked = TypeVar("Asked")
Result = TypeVar("Result")


def cpu_count() -> int:
    """Return how many CPUs this process may use."""
    return len(os.sched_getaffinity(0))


class ReadingProcesses:
    """The reading processes that run now."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._started: list[ReadingProcess] = []
        self._is_over = False

    def start(self, given: IO[bytes], folder: str) -> ReadingProcess:
        """Start one; see `sandbox.start_process`.

        Raises:
            Terminated: all of them were ended before.
        """
        with self._lock:
            if self._is_over:
                raise Terminated
            self._started = [each for each in self._started if each.exit_code is None]
            self._started.append(start_process(given, folder))
            return self._started[-1]

    def end(self) -> None:
        """Kill those that run, with all their children, and start no more."""
        with self._lock:
            self._is_over = True
            for process in self._started:
                # One that was waited for has given its number back.
                if process.exit_code is None:
                    with suppress(ProcessLookupError):
                        os.killpg(process.pid, signal.SIGKILL)


def side_by_side(
    work: Callable[[Asked], Result], asked: Sequence[Asked], *, at_a_time: int, processes: ReadingProcesses
) -> Generator[Result]:
    """Yield what the work returns, in order; ends the processes when it is closed early, or left by an exception."""
    pool = ThreadPoolExecutor(max_workers=at_a_time)
    try:
        yield from pool.map(work, asked)
    except BaseException:
        processes.end()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
