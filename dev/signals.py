"""Signals for the processes of a container, from a pod on its node: the way the kernel ends or stops one, not Kubernetes.

Inside a container nobody can kill process 1; a pod that sees the node's processes can, on any cluster.
"""

import json
import signal
import uuid

from dev.cluster.kubectl import Kubectl

IMAGE = "localhost/scorecard-runner:dev"
NAMESPACE = "kube-system"
PROGRAM = """
import os, sys
victims = []
for pid in filter(str.isdigit, os.listdir("/proc")):
    try:
        is_inside = sys.argv[1] in open(f"/proc/{pid}/cgroup").read()
    except OSError:
        continue
    if is_inside:
        os.kill(int(pid), int(sys.argv[2]))
        victims.append(pid)
sys.exit(0 if victims else 1)
"""

_WAIT_S = 60  # until the sender has run, on a busy machine


def kill_container(kubectl: Kubectl, namespace: str, pod: str) -> None:
    """End all processes of the only container of `pod` and return once that is done."""
    signal_container(kubectl, namespace, pod, signal.SIGKILL)


def signal_container(kubectl: Kubectl, namespace: str, pod: str, number: signal.Signals) -> None:
    """Send a signal to all processes of the only container of `pod` and return once that is done."""
    status = kubectl.get("-n", namespace, "pod", pod)
    container_id = status["status"]["containerStatuses"][0]["containerID"].rpartition("/")[2]
    name = f"signal-{uuid.uuid4().hex[:8]}"
    kubectl.run("-n", NAMESPACE, "create", "-f", "-", stdin=json.dumps(_sender(name, container_id, number)))
    done = ("wait", "--for=jsonpath={.status.phase}=Succeeded", f"pod/{name}", f"--timeout={_WAIT_S}s")
    kubectl.run("-n", NAMESPACE, *done, timeout_s=_WAIT_S + 10)
    kubectl.run("-n", NAMESPACE, "delete", "pod", name, "--wait=false")


def _sender(name: str, container_id: str, number: signal.Signals) -> dict[str, object]:
    container = {
        "name": "signal",
        "image": IMAGE,
        "imagePullPolicy": "IfNotPresent",
        "command": ["python3", "-c", PROGRAM, container_id, str(int(number))],
        "securityContext": {"runAsUser": 0, "privileged": True},
    }
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": name},
        "spec": {"hostPID": True, "restartPolicy": "Never", "containers": [container]},
    }
