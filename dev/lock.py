"""One command at a time on the same state. The kernel releases the lock of a process that dies, however it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dev.deadline import wait_until
from dev.errors import NotReady


@contextmanager
def exclusive(path: Path, *, timeout_s: float) -> Iterator[None]:
    """Hold the lock file at `path` while inside.

    Raises:
        NotReady: Another process held it for the whole of `timeout_s`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as lock:
        if not wait_until(lambda: _taken(lock), timeout_s=timeout_s):
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            raise NotReady(
                f"another command (process {holder}) has been working on {path.parent} for {timeout_s:.0f} s",
                "wait for it to end, then try again",
            )
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _taken(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
