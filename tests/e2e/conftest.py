"""The real thing: fixtures that give each module its own release of the chart on the local cluster."""

import json
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from dev.backend import Backend, connect
from dev.cluster.kubectl import Kubectl
from dev.cluster.provider import current_provider
from dev.paths import ROOT
from dev.progress import Progress
from dev.release import Release

LIVE_SETTINGS = "scorecard-scorecard-ocr-live"
TAKEN_OVER_WITHIN_S = 10.0
TERMINAL = {"Succeeded", "Failed", "Cancelled"}


@pytest.fixture(scope="session")
def kubectl() -> Kubectl:
    """Return the way to the cluster that `make cluster` started."""
    found = current_provider().kubectl(Progress())
    assert found.api_is_ready(), "no cluster answers: make cluster"
    return found


@pytest.fixture(scope="session")
def backend(kubectl: Kubectl) -> Iterator[Backend]:
    """Return somebody who plays the backend."""
    with connect(kubectl) as found:
        yield found


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the sample picture."""
    path = tmp_path_factory.mktemp("sample") / "sample.png"
    subprocess.run([sys.executable, "-m", "dev.sample", str(path)], check=True, cwd=ROOT)
    return path.read_bytes()


@pytest.fixture(scope="session")
def crd(kubectl: Kubectl) -> None:
    """Apply the CRD, so that every release of the tests can leave it alone."""
    crd_file = str(ROOT / "crds" / "scorecarduploads.yaml")
    kubectl.run("apply", "--server-side", "--force-conflicts", "-f", crd_file)
    kubectl.run("wait", "--for=condition=Established", "crd/scorecarduploads.scorecards.cricksy.io", "--timeout=30s")


@pytest.fixture(scope="module")
def namespace(request: pytest.FixtureRequest) -> str:
    """Return a namespace name of the module's own."""
    name = request.module.__name__.rsplit(".", 1)[-1].removeprefix("test_").replace("_", "-")
    return f"e2e-{name}-{uuid.uuid4().hex[:5]}"


class Cluster:
    """What a test does with one installed release."""

    def __init__(self, kubectl: Kubectl, release: Release, backend: Backend) -> None:
        self.kubectl = kubectl
        self.release = release
        self.backend = backend
        self.namespace = release.namespace

    def submit(self, data: bytes | None, **row: Any) -> str:
        """Upload a picture and ask for it to be read."""
        upload_id = self.backend.upload(data, **row)
        self.backend.request(self.namespace, upload_id)
        return upload_id

    def get(self, *words: str) -> dict[str, Any]:
        """Return objects of the namespace."""
        return self.kubectl.get("-n", self.namespace, *words)

    def status(self, upload_id: str) -> dict[str, Any]:
        """Return the status of an upload."""
        status: dict[str, Any] = self.get("scorecardupload", upload_id).get("status", {})
        return status

    def wait_for(
        self, upload_id: str, is_there: Callable[[dict[str, Any]], bool], timeout_s: float = 120
    ) -> dict[str, Any]:
        """Wait until a status is as wanted, and return it."""
        deadline_s = time.monotonic() + timeout_s
        while True:
            status = self.status(upload_id)
            if is_there(status):
                return status
            if time.monotonic() > deadline_s:
                pytest.fail(f"not there within {timeout_s:.0f} s; the status is {status}")
            time.sleep(0.5)

    def wait_for_end(self, upload_id: str, timeout_s: float = 120) -> dict[str, Any]:
        """Wait for a terminal phase, and return the status."""
        return self.wait_for(upload_id, lambda status: status.get("phase") in TERMINAL, timeout_s)

    def set_live(self, **data: str | None) -> None:
        """Change keys of the live settings, and wait until the operator says that it has seen them."""
        before = self._wait_for_live_settings(more_than=0)
        patch = json.dumps({"data": data})
        self.kubectl.run("-n", self.namespace, "patch", "configmap", LIVE_SETTINGS, "-p", patch)
        self._wait_for_live_settings(more_than=before)

    def _wait_for_live_settings(self, *, more_than: int) -> int:
        """Wait until the operator has logged more lines on its live settings, and return how many."""
        deadline_s = time.monotonic() + TAKEN_OVER_WITHIN_S
        while True:
            log = self.kubectl.run("-n", self.namespace, "logs", "deployment/scorecard-scorecard-ocr-operator")
            told = log.count("live settings in force") + log.count("invalid live setting")
            if told > more_than:
                return told
            assert time.monotonic() < deadline_s, "the operator has not seen the live settings"
            time.sleep(0.3)


@pytest.fixture(scope="module")
def make_cluster(
    kubectl: Kubectl,
    backend: Backend,
    crd: None,  # noqa: ARG001 - must be there first
    namespace: str,
) -> Iterator[Callable[..., Cluster]]:
    """Return a function that installs the chart with values of one's own; its namespace goes at the end."""
    release = Release(kubectl, namespace)

    def make(**values: Any) -> Cluster:
        release.install({"crds": {"enabled": False}, **values})
        return Cluster(kubectl, release, backend)

    yield make
    release.helm("uninstall", "scorecard", "--ignore-not-found", "--wait", "--timeout=90s")
    release.delete_namespace()
