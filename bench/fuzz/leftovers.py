"""What a reading leaves behind: processes that still run, files that nobody removed."""

import ctypes
import os
import shutil
import signal
import time
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_GRACE_S = 3.0
"""A process that was killed takes a moment to go."""


def adopt_orphans() -> None:
    """Become the parent of whatever a killed process leaves behind, so that it can be counted."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)


def end_processes() -> int:
    """Return how many processes were left behind and would not go; they are ended now.

    Every child of this process counts: call it while none is meant to run.
    """
    deadline_s = time.monotonic() + _GRACE_S
    while _children() and time.monotonic() < deadline_s:
        gone, _ = os.waitpid(-1, os.WNOHANG)
        if not gone:
            time.sleep(0.002)
    left = _children()
    for number in left:
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
    return len(left)


def remove_files(folder: Path) -> int:
    """Return how many files and folders were left in the folder, which is empty now."""
    left = list(folder.iterdir())
    for path in left:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return len(left)


def _children() -> list[int]:
    listed = [path.read_text(encoding="ascii") for path in Path("/proc/self/task").glob("*/children")]
    return [int(number) for number in " ".join(listed).split()]
