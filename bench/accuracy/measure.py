"""Runs one program and tells what it cost; the only module of the bench that starts processes.

CPU time is the kernel's own count for the process and all it waited for. Memory is what the process and its
descendants held at the same moment, sampled: the kernel's count is of each alone, and begins with what the bench itself
held when it started the process.
"""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dev.errors import ProgramMissing

_SAMPLE_EVERY_S = 0.01
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
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
    """Run the program to its end and return what came of it; past the time limit it and its children are killed.

    Raises:
        ProgramMissing: it is not installed.
    """
    # Files, not pipes: nobody has to empty them while the process runs.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began_s = time.monotonic()
        try:
            process = subprocess.Popen(
                command, stdout=output, stderr=errors, env=environment, cwd=folder, start_new_session=True
            )
        except FileNotFoundError:
            raise ProgramMissing(f"{command[0]} is not installed") from None
        status, cpu_s, peak_bytes = _wait(process.pid, began_s + time_limit_s)
        # Reaped already; the object would wait for it once more.
        process.returncode = os.waitstatus_to_exitcode(status)
        wall_s = time.monotonic() - began_s
        return Run(process.returncode, _text(output), _text(errors), cpu_s, wall_s, peak_bytes)


def _wait(pid: int, deadline_s: float) -> tuple[int, float, int]:
    """Return the process's status, CPU seconds and peak bytes once it has ended."""
    peak_bytes = 0
    while True:
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if ended:
            return status, usage.ru_utime + usage.ru_stime, peak_bytes
        peak_bytes = max(peak_bytes, _resident_bytes(pid))
        if time.monotonic() > deadline_s:
            os.killpg(pid, signal.SIGKILL)
        time.sleep(_SAMPLE_EVERY_S)


def _resident_bytes(pid: int) -> int:
    """Return what the process and its descendants hold in memory now."""
    # Between fork and exec a child shows the memory of its parent, to the page: counted once.
    pages = set(_memory_pages(pid))
    return sum(int(line.split()[1]) for line in pages) * _PAGE_BYTES


def _memory_pages(pid: int) -> Iterator[str]:
    """Yield the kernel's line of sizes in pages for the process and each descendant."""
    try:
        yield Path(f"/proc/{pid}/statm").read_text(encoding="ascii")
        children = [path.read_text(encoding="ascii") for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return  # ended while we looked
    for child in " ".join(children).split():
        yield from _memory_pages(int(child))


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")
