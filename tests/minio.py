"""A throw-away MinIO for tests, on a free loopback port."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import urllib3

MISSING = "No MinIO was found: put `minio` on PATH or name its path in SCORECARD_TEST_MINIO"
START_LIMIT_S = 20


@dataclass(frozen=True)
class MinioServer:
    """Where it is and how to log in."""

    url: str
    access_key_id: str = "test-access-key"
    secret_access_key: str = "test-secret-key"


def find_minio() -> str:
    """Return the path of the program.

    Raises:
        RuntimeError: saying what to do.
    """
    path = os.environ.get("SCORECARD_TEST_MINIO") or shutil.which("minio")
    if not path:
        raise RuntimeError(MISSING)
    return path


@contextmanager
def running_minio(folder: Path) -> Iterator[MinioServer]:
    """Give a fresh server that keeps its data in `folder`; it ends with the block."""
    address = f"127.0.0.1:{_free_port()}"
    server = MinioServer(f"http://{address}")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "MINIO_ROOT_USER": server.access_key_id,
        "MINIO_ROOT_PASSWORD": server.secret_access_key,
        "MINIO_BROWSER": "off",
    }
    command = [find_minio(), "server", "--quiet", "--address", address, str(folder / "data")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        _wait_until_ready(server.url, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_LIMIT_S
    with urllib3.PoolManager() as pool:
        while time.monotonic() < deadline and process.poll() is None:
            try:
                answer = pool.request("GET", f"{url}/minio/health/live", retries=False, timeout=1)
            except urllib3.exceptions.HTTPError:
                time.sleep(0.1)
                continue
            if answer.status == 200:
                return
            time.sleep(0.1)
    raise RuntimeError(f"MinIO did not start within {START_LIMIT_S} s")
