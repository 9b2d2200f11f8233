"""One command at a time on the same state. The kernel releases the lock of a process that dies, however it dies."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dev.deadline import wait_until
from dev.errors import NotReady


@contextmanager
def exclusive(path: Path, *, timeout_s: float, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock file at `path` while inside; `on_wait` is told once if another process has it.

    Raises:
        NotReady: Another process held it for the whole of `timeout_s`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as lock:
        if not _taken(lock):
            holder = f"process {_holder(lock)}"
            on_wait(f"waiting for another command ({holder}) to end")
            if not wait_until(lambda: _taken(lock), timeout_s=timeout_s):
                raise NotReady(
                    f"another command ({holder}) has held {path} for {timeout_s:.0f} s",
                    "wait for it to end, then try again",
                )
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _holder(lock: IO[str]) -> str:
    lock.seek(0)
    return lock.read().strip() or "unknown"


def _taken(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
