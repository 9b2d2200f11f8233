"""Runs one program and tells what it cost; with `reaper`, the only module of the bench that starts processes.

CPU time is the kernel's own count for the process and all its descendants, whoever waited for them. Memory is what they held at
the same moment, sampled: the kernel's count is of each alone. Of what several share each has its part (PSS), so that the sum is
what a pod's limit would see, but for files that the kernel may drop. A control group would tell as much; few places let one make one.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bench.accuracy import reaper
from dev.errors import ProgramMissing

SAMPLE_EVERY_S = 0.02
HOW_MEMORY_IS_MEASURED = f"the largest sum of PSS over all its processes, sampled every {SAMPLE_EVERY_S * 1000:.0f} ms"
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
_KIB = 1024
TIME_LIMIT_EXIT_CODE = -signal.SIGKILL


@dataclass(frozen=True)
class Run:
    """How a program ended and what it cost; times in seconds, memory in bytes. A negative code names a signal."""

    exit_code: int
    output: str
    errors: str
    cpu_s: float
    wall_s: float
    peak_bytes: int


def run_measured(command: Sequence[str], *, environment: Mapping[str, str], folder: Path, time_limit_s: float) -> Run:
    """Run the program to its end and return what came of it; past the time limit it and its descendants are killed.

    Raises:
        ProgramMissing: it is not installed.
    """
    # Files, not pipes: nobody has to empty them while the process runs.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as report:
        began_s = time.monotonic()
        with subprocess.Popen(
            [sys.executable, "-I", "-S", reaper.__file__, str(report.fileno()), str(time_limit_s), *command],
            stdout=output,
            stderr=errors,
            env=environment,
            cwd=folder,
            pass_fds=(report.fileno(),),
            start_new_session=True,
        ) as process:
            peak_bytes = _wait(process)
        wall_s = time.monotonic() - began_s
        if process.returncode == reaper.NOT_THERE:
            raise ProgramMissing(f"{command[0]} is not installed")
        said = json.loads(_text(report))
        return Run(said["exit_code"], _text(output), _text(errors), said["cpu_s"], wall_s, peak_bytes)


def _wait(process: "subprocess.Popen[bytes]") -> int:
    """Return the most bytes that the descendants of the process held at once, when it has ended."""
    peak_bytes = 0
    while process.poll() is None:
        descendants = [pid for child in _children(process.pid) for pid in _family(child)]
        # To ask for shares makes the kernel walk all pages; they are never more than what is resident.
        if _resident_bytes(descendants) > peak_bytes:
            peak_bytes = max(peak_bytes, _proportional_bytes(descendants))
        time.sleep(SAMPLE_EVERY_S)
    return peak_bytes


def _family(pid: int) -> Iterator[int]:
    """Yield the process and each descendant."""
    yield pid
    for child in _children(pid):
        yield from _family(child)


def _children(pid: int) -> list[int]:
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:  # it ended while we looked
        return []
    listed = [_told(thread / "children") for thread in threads]
    return [int(child) for child in " ".join(listed).split()]


def _resident_bytes(pids: Sequence[int]) -> int:
    return sum(int(line.split()[1]) for pid in pids if (line := _told(Path(f"/proc/{pid}/statm")))) * _PAGE_BYTES


def _proportional_bytes(pids: Sequence[int]) -> int:
    # Between vfork and exec a child shows the memory of its parent, to the page: counted once.
    told = {_told(Path(f"/proc/{pid}/smaps_rollup")) for pid in pids}
    lines = [line for each in told for line in each.splitlines() if line.startswith("Pss:")]
    return sum(int(line.split()[1]) for line in lines) * _KIB


def _told(path: Path) -> str:
    """Return what the kernel says there; nothing if the process ended while we looked."""
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")
