"""The faults, each a function that does harm and undoes what does not heal by itself.

They strike one release and the local stack. Nothing is sent but what an admin or a broken machine would do.
"""

import contextlib
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dev.backend import STACK
from dev.cluster.kubectl import Kubectl
from dev.cluster.node.provider import NodeProvider
from dev.cluster.provider import Provider
from dev.errors import CommandFailed
from dev.signals import kill_container

OUTAGE_S = 15.0
DRAIN_S = 10.0
MOST_VICTIMS = 3
RUNNERS = "app.kubernetes.io/managed-by=scorecard-operator"
OPERATOR = "app.kubernetes.io/component=operator"


@dataclass(frozen=True)
class Scene:
    """Where the faults strike."""

    provider: Provider
    kubectl: Kubectl
    namespace: str
    chance: random.Random


Fault = Callable[[Scene], None]


def kill_operator(scene: Scene) -> None:
    """SIGKILL for the operator."""
    _kill(scene, scene.namespace, _running(scene, scene.namespace, OPERATOR))


def kill_runners(scene: Scene) -> None:
    """SIGKILL for some runners."""
    names = _running(scene, scene.namespace, RUNNERS)
    _kill(scene, scene.namespace, scene.chance.sample(names, min(len(names), MOST_VICTIMS)))


def delete_runners(scene: Scene) -> None:
    """Delete some pods without grace, as for a node that is gone."""
    names = _running(scene, scene.namespace, RUNNERS)
    for name in scene.chance.sample(names, min(len(names), MOST_VICTIMS)):
        with contextlib.suppress(CommandFailed):
            scene.kubectl.run(
                "-n", scene.namespace, "delete", "pod", name, "--grace-period=0", "--force", "--wait=false"
            )


def stop_database(scene: Scene) -> None:
    """PostgreSQL is killed, and reached again after a while only."""
    with _unreachable(scene, "postgres"):
        _kill(scene, STACK, _running(scene, STACK, "app=postgres"))
        time.sleep(OUTAGE_S)


def stop_storage(scene: Scene) -> None:
    """MinIO is killed, and reached again after a while only."""
    with _unreachable(scene, "minio"):
        _kill(scene, STACK, _running(scene, STACK, "app=minio"))
        time.sleep(OUTAGE_S)


def drain_node(scene: Scene) -> None:
    """Nothing is scheduled for a while, and all runners and the operator are evicted."""
    (node,) = (item["metadata"]["name"] for item in scene.kubectl.get("nodes")["items"])
    scene.kubectl.run("cordon", node)
    try:
        for selector in (RUNNERS, OPERATOR):
            with contextlib.suppress(CommandFailed):
                scene.kubectl.run(
                    "drain", node, f"--pod-selector={selector}", "--force", "--ignore-daemonsets",
                    "--delete-emptydir-data", "--timeout=20s",
                )  # fmt: skip
        time.sleep(DRAIN_S)
    finally:
        scene.kubectl.run("uncordon", node)


def stop_api_server(scene: Scene) -> None:
    """The API server is killed, and started again after a while."""
    if isinstance(scene.provider, NodeProvider):
        scene.provider.interrupt_api_server(OUTAGE_S)


FAULTS: dict[str, Fault] = {
    "operator killed": kill_operator,
    "runner pods killed": kill_runners,
    "runner pods deleted by force": delete_runners,
    "PostgreSQL killed, away for 15 s": stop_database,
    "MinIO killed, away for 15 s": stop_storage,
    "node drained": drain_node,
}
ON_THE_NODE: dict[str, Fault] = {"API server killed, away for 15 s": stop_api_server}


def choose_faults(provider: Provider) -> dict[str, Fault]:
    """Return what can be done to a cluster of this kind."""
    return FAULTS | ON_THE_NODE if isinstance(provider, NodeProvider) else FAULTS


def _running(scene: Scene, namespace: str, selector: str) -> list[str]:
    pods = scene.kubectl.get("-n", namespace, "pods", "-l", selector)["items"]
    return sorted(pod["metadata"]["name"] for pod in pods if pod["status"]["phase"] == "Running")


def _kill(scene: Scene, namespace: str, names: list[str]) -> None:
    for name in names:
        # It may have ended by itself meanwhile.
        with contextlib.suppress(CommandFailed, KeyError):
            kill_container(scene.kubectl, namespace, name)


@contextlib.contextmanager
def _unreachable(scene: Scene, service: str) -> Iterator[None]:
    def point_to(app: str) -> None:
        patch = f'{{"spec":{{"selector":{{"app":"{app}"}}}}}}'
        scene.kubectl.run("-n", STACK, "patch", "service", service, "-p", patch)

    point_to("nobody")
    try:
        yield
    finally:
        point_to(service)
        scene.kubectl.run("-n", STACK, "rollout", "status", f"deployment/{service}", "--timeout=90s", timeout_s=100)
