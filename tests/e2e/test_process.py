"""The operator as a process of its own, outside of the cluster: it starts, answers the probe, and stops at once."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import urllib3

from dev.cluster.kubectl import Kubectl

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(120), pytest.mark.usefixtures("crd")]
TEMPLATE = "spec:\n  containers:\n    - name: runner\n      image: runner:1\n"
STOP_LIMIT_S = 3.0


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def operator(kubectl: Kubectl, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start an operator for the namespace `default`, whose database never answers."""
    template = tmp_path / "runner-pod.yaml"
    template.write_text(TEMPLATE)
    port = free_port()
    environment = {
        **os.environ,
        "KUBECONFIG": str(kubectl.kubeconfig),
        "SCORECARD_NAMESPACE": "default",
        "DATABASE_URL": "postgresql://nobody@198.18.0.1:1/none",
        "SCORECARD_RUNNER_TEMPLATE_FILE": str(template),
        "SCORECARD_HEALTH_PORT": str(port),
    }
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "scorecard_operator"], env=environment, stderr=log)
    yield process, f"http://127.0.0.1:{port}/healthz"
    process.kill()
    process.wait(timeout=10)


def test_it_is_healthy_and_stops_within_three_seconds_of_sigterm(
    operator: tuple[subprocess.Popen[bytes], str],
) -> None:
    process, url = operator
    wait_until_healthy(url, process)
    asked_s = time.monotonic()
    process.send_signal(signal.SIGTERM)
    code = process.wait(timeout=60)
    assert (code, time.monotonic() - asked_s < STOP_LIMIT_S) == (0, True)


def wait_until_healthy(url: str, process: subprocess.Popen[bytes], timeout_s: float = 60) -> None:
    deadline_s = time.monotonic() + timeout_s
    with urllib3.PoolManager() as pool:
        while time.monotonic() < deadline_s and process.poll() is None:
            try:
                if pool.request("GET", url, retries=False, timeout=2).status == 200:
                    return
            except urllib3.exceptions.HTTPError:
                pass
            time.sleep(0.2)
    pytest.fail("the operator did not become healthy")
