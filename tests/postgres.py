"""A throw-away PostgreSQL for tests: its own directory, a Unix socket, no network, gone when the tests end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PORT = "5432"
MISSING = "No PostgreSQL server was found under /usr/lib/postgresql or on PATH: apt-get install postgresql"


def find_binaries() -> Path:
    """Return the directory of `initdb` and `pg_ctl`.

    Raises:
        RuntimeError: saying what to install.
    """
    candidates = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    found = candidates[-1:] or ([Path(on_path)] if on_path else [])
    if not found:
        raise RuntimeError(MISSING)
    return found[0].parent


@contextmanager
def running_postgres() -> Iterator[str]:
    """Give the address of a fresh server's superuser; the server ends with the block."""
    binaries = find_binaries()
    # Not below pytest's own directory: a socket's path may have 107 bytes, and the server's user must reach it.
    folder = Path(tempfile.mkdtemp(prefix="scorecard-pg-"))
    data = folder / "data"
    try:
        _give_to_server_user(folder)
        _as_server_user([binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"])
        options = f"-F -c listen_addresses='' -c unix_socket_directories={folder} -c port={PORT}"
        control: list[str | Path] = [binaries / "pg_ctl", "-D", data, "-w", "-t", "30", "-l", folder / "log"]
        _as_server_user([*control, "-o", options, "start"])
        try:
            yield f"postgresql://postgres@/postgres?host={folder}&port={PORT}"
        finally:
            _as_server_user([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _give_to_server_user(folder: Path) -> None:
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)


def _as_server_user(command: list[str | Path]) -> None:
    # The server refuses to run as root.
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*prefix, *map(str, command)],
        check=False,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed: {done.stderr[-500:]}")
