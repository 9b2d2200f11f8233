"""`make demo`: cluster, images, stack, chart, then one upload watched from the queue to the parsed scorecard."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dev.backend import Backend, connect
from dev.cluster.kubectl import Kubectl
from dev.cluster.provider import current_provider
from dev.command_line import ending
from dev.commands import run
from dev.errors import DevError
from dev.paths import ROOT
from dev.progress import Progress
from dev.release import Release

NAMESPACE = "scorecards"
TIMEOUT_S = 180.0
POLL_S = 0.25
TERMINAL = {"Succeeded", "Failed", "Cancelled"}


def prepare(progress: Progress) -> Kubectl:
    """Bring up everything that a demo needs and return the way to the cluster.

    Raises:
        DevError: a part did not come up.
    """
    for module, words in (("dev.cluster", ["up"]), ("dev.images", []), ("dev.stack", ["up"])):
        if subprocess.run([sys.executable, "-m", module, *words], check=False, cwd=ROOT).returncode:
            raise DevError(f"{module} did not come up", "the reason stands above; `make demo` again goes on from here")
    return current_provider().kubectl(progress)


def watch(kubectl: Kubectl, upload_id: str) -> dict[str, object]:
    """Print each change of the upload until it ends.

    Raises:
        DevError: it did not end in time.
    """
    started_s, last = time.monotonic(), ""
    while time.monotonic() - started_s < TIMEOUT_S:
        status = kubectl.get("-n", NAMESPACE, "scorecardupload", upload_id).get("status", {})
        stage = status.get("progress", {}).get("stage", "")
        shown = f"{status.get('phase', 'Created'):<10} {status.get('reason', ''):<16} {stage}"
        if shown != last:
            print(f"  {time.monotonic() - started_s:5.1f} s  {shown}", flush=True)
            last = shown
        if status.get("phase") in TERMINAL:
            return dict(status)
        time.sleep(POLL_S)
    raise DevError(f"The upload did not end within {TIMEOUT_S:.0f} s: kubectl -n {NAMESPACE} describe scup {upload_id}")


def make_sample() -> bytes:
    """Return the picture of the sample scorecard."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.png"
        run([sys.executable, "-m", "dev.sample", str(path)], cwd=ROOT, timeout_s=60)
        return path.read_bytes()


def show_result(kubectl: Kubectl, backend: Backend, upload_id: str) -> None:
    """Print what people look at: the list, and the scorecard in the row."""
    print("\n$ kubectl get scorecarduploads", flush=True)
    print(kubectl.run("-n", NAMESPACE, "get", "scorecarduploads"))
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(backend.row(upload_id).parsed, file)
        file.flush()
        subprocess.run([sys.executable, "-m", "scorecard_runner", "read", "--document", file.name], check=True)


def show_next(kubectl: Kubectl, upload_id: str) -> None:
    """Print the next commands to try."""
    print(f"""
Next:
  export KUBECONFIG={kubectl.kubeconfig}
  kubectl -n {NAMESPACE} get scorecarduploads -w
  kubectl -n {NAMESPACE} describe scup {upload_id}
  kubectl explain scorecardupload.status
  make test          every check
  make clean         stop the cluster
""")


def demonstrate() -> None:
    """Do everything, from the cluster to the table.

    Raises:
        DevError: a step failed, or the sample was not parsed.
    """
    progress = Progress()
    kubectl = prepare(progress)
    progress.headline("\nChart")
    with progress.step("helm install"):
        Release(kubectl, NAMESPACE).install()
    sample = make_sample()
    progress.headline("\nOne upload")
    with connect(kubectl) as backend:
        upload_id = backend.upload(sample)
        progress.note(f"picture in MinIO, row in PostgreSQL, ScorecardUpload {upload_id}")
        backend.request(NAMESPACE, upload_id)
        status = watch(kubectl, upload_id)
        if status["phase"] != "Succeeded":
            raise DevError(kubectl.run("-n", NAMESPACE, "describe", "scorecardupload", upload_id))
        show_result(kubectl, backend, upload_id)
    show_next(kubectl, upload_id)


def main() -> int:
    """Entry point."""
    return ending(demonstrate)


if __name__ == "__main__":
    sys.exit(main())
