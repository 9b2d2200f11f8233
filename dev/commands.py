"""Runs other programs to their end; the only place that does. Refuses to run anything without a deadline."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from dev.errors import CommandFailed, ProgramMissing


def run(
    argv: Sequence[str],
    *,
    timeout_s: float,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    stdin: str | None = None,
) -> str:
    """Run a program and return what it wrote to standard output.

    Args:
        argv: Program and arguments.
        timeout_s: The program is killed after this long.
        env: Whole environment; this process's own by default.
        cwd: Working directory.
        stdin: Text for standard input; empty by default.

    Raises:
        ProgramMissing: There is no such program.
        CommandFailed: It ended with another status than 0 or was killed at its deadline.
    """
    try:
        ended = subprocess.run(
            argv, input=stdin or "", env=env, cwd=cwd, timeout=timeout_s, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise ProgramMissing(f"`{argv[0]}` is not installed", "install it and make sure it is on PATH") from error
    except subprocess.TimeoutExpired as error:
        raise CommandFailed(argv, f"did not end within {timeout_s:.0f} s", _text(error.stderr)) from error
    if ended.returncode != 0:
        raise CommandFailed(argv, f"ended with status {ended.returncode}", ended.stderr or ended.stdout)
    return ended.stdout


def succeeds(argv: Sequence[str], *, timeout_s: float) -> bool:
    """Whether the program exists and ends with status 0 in time."""
    try:
        run(argv, timeout_s=timeout_s)
    except (CommandFailed, ProgramMissing):
        return False
    return True


def is_installed(program: str) -> bool:
    """Whether a program of this name is on PATH."""
    return shutil.which(program) is not None


def _text(output: str | bytes | None) -> str:
    return output.decode(errors="replace") if isinstance(output, bytes) else output or ""
