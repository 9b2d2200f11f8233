"""Reaches a Service inside the cluster from this machine, on kind and on our own node alike."""

import contextlib
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dev.cluster.kubectl import Kubectl
from dev.deadline import wait_until
from dev.errors import NotReady

READY_TIMEOUT_S = 20.0
STOP_TIMEOUT_S = 5.0
FORWARDING = re.compile(r"Forwarding from 127\.0\.0\.1:(\d+)")


@contextlib.contextmanager
def forward(kubectl: Kubectl, namespace: str, target: str, port: int) -> Iterator[int]:
    """Yield a local port that leads to `port` of `target` (such as service/minio) while the block runs.

    Raises:
        NotReady: The forwarding did not come up in time; with what kubectl said.
    """
    command = kubectl.argv("-n", namespace, "port-forward", "--address=127.0.0.1", target, f":{port}")
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "output"
        with said.open("w") as output:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield _local_port(process, said, target)
        finally:
            _stop(process)


def local_port(said: str) -> int | None:
    """Return the port in what `kubectl port-forward` writes once it listens, or None before."""
    found = FORWARDING.search(said)
    return int(found[1]) if found else None


def _local_port(process: subprocess.Popen[bytes], said: Path, target: str) -> int:
    wait_until(
        lambda: local_port(said.read_text()) is not None or process.poll() is not None,
        timeout_s=READY_TIMEOUT_S,
        interval_s=0.05,
    )
    port = local_port(said.read_text())
    if port is None or process.poll() is not None:
        reason = said.read_text().strip() or f"silent for {READY_TIMEOUT_S:.0f} s"
        raise NotReady(
            f"port-forward to {target} did not come up: {reason}",
            "see whether its pods are ready: kubectl get pods",
        )
    return port


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=STOP_TIMEOUT_S)
