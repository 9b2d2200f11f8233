"""`python -m dev.stack up|down`: MinIO, PostgreSQL and, where the cluster has none, a DNS."""

import argparse
import sys

from dev.cluster.kubectl import Kubectl
from dev.cluster.provider import current_provider
from dev.command_line import ending
from dev.errors import CommandFailed, NotReady
from dev.paths import ROOT
from dev.progress import Progress

FOLDER = ROOT / "dev" / "stack"
NAMESPACE = "scorecard-stack"
READY_TIMEOUT_S = 120


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m dev.stack", description=__doc__)
    parser.add_argument("command", choices=["up", "down"])
    command = parser.parse_args().command
    return ending(lambda: _up(Progress()) if command == "up" else _down(Progress()))


def _up(progress: Progress) -> None:
    provider = current_provider()
    kubectl = provider.kubectl(progress)
    if not provider.has_dns:
        with progress.step("CoreDNS"):
            kubectl.run("apply", "-f", str(FOLDER / "coredns.yaml"))
            wait_rolled_out(kubectl, "kube-system", "coredns")
    with progress.step("MinIO and PostgreSQL"):
        kubectl.run("apply", "-f", str(FOLDER / "services.yaml"))
        for name in ("postgres", "minio"):
            wait_rolled_out(kubectl, NAMESPACE, name)


def _down(progress: Progress) -> None:
    with progress.step("MinIO and PostgreSQL", "removed"):
        current_provider().kubectl(progress).run("delete", "namespace", NAMESPACE, "--ignore-not-found", timeout_s=120)


def wait_rolled_out(kubectl: Kubectl, namespace: str, deployment: str) -> None:
    """Wait until a Deployment is ready.

    Raises:
        NotReady: it was not in time; with its pods and the last events.
    """
    limit = f"--timeout={READY_TIMEOUT_S}s"
    try:
        kubectl.run(
            "-n", namespace, "rollout", "status", f"deployment/{deployment}", limit, timeout_s=READY_TIMEOUT_S + 10
        )
    except CommandFailed as error:
        pods = kubectl.run("-n", namespace, "get", "pods", "-o", "wide")
        events = kubectl.run("-n", namespace, "get", "events", "--sort-by=.lastTimestamp").splitlines()[-8:]
        raise NotReady(
            f"{deployment} in {namespace} was not ready within {READY_TIMEOUT_S} s\n{pods}\n" + "\n".join(events),
            f"kubectl -n {namespace} describe pods",
        ) from error


if __name__ == "__main__":
    sys.exit(main())
