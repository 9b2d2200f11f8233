"""Runs one program as a pod runs its first process, and says what all of it took: `reaper.py REPORT TIME_LIMIT_S COMMAND...`.

When the first process has ended, or the time limit has passed, whatever it left behind is killed. Orphans are given to this process, so
that it can wait for them: the kernel counts the CPU time of a child for whoever waits for it, and nobody waits for the children
of a process that was killed. Its own time and memory are nobody's. Writes one JSON object to the file descriptor REPORT, nothing
if the program is not there. Imports nothing of ours: it has to start fast.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
"""From <linux/prctl.h>."""

NOT_THERE = 127
"""The exit code if the program is not installed, as shells have it."""


def main(argv: Sequence[str]) -> int:
    """Run the program to its end and return 0, whatever came of it."""
    report, time_limit_s, *command = argv
    # The program must not keep the report open, or write to it.
    os.set_inheritable(int(report), False)  # noqa: FBT003 - the only way to call it
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        first = os.posix_spawnp(command[0], command, os.environ)
    except FileNotFoundError:
        return NOT_THERE
    signal.signal(signal.SIGALRM, lambda _number, _frame: _kill(first))
    signal.setitimer(signal.ITIMER_REAL, float(time_limit_s))
    status = _reap(first)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = {"exit_code": os.waitstatus_to_exitcode(status), "cpu_s": usage.ru_utime + usage.ru_stime}
    os.write(int(report), json.dumps(said).encode())
    return 0


def _reap(first: int) -> int:
    """Wait for every process there is and return the status of the first."""
    first_status = None
    while True:
        try:
            pid, status = os.wait()
        except ChildProcessError:
            return first_status or 0
        if pid == first:
            first_status = status
            signal.setitimer(signal.ITIMER_REAL, 0)
        if first_status is not None:
            # The children of one that ends become ours before its end is told: none is missed.
            for child in _children():
                _kill(child)


def _children() -> Iterator[int]:
    for path in Path("/proc/self/task").glob("*/children"):
        yield from map(int, path.read_text(encoding="ascii").split())


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
