"""The order in which the node comes up. Begins on a clean machine; `leftovers` sees to that."""

from collections.abc import Mapping
from pathlib import Path

from dev.cluster.kubectl import Kubectl
from dev.cluster.node import cgroups, containerd, control_plane, kubelet, processes
from dev.cluster.node.keys import ADMIN, create_credentials
from dev.cluster.node.layout import NODE_NAME, Layout
from dev.cluster.node.network import create_network
from dev.cluster.node.processes import Command
from dev.errors import CommandFailed, NotReady
from dev.images.base import PAUSE_IMAGE
from dev.images.buildah import own_store
from dev.progress import Progress

PROGRAMS = (
    "etcd",
    "containerd",
    "kube-apiserver",
    "kube-controller-manager",
    "kube-scheduler",
    "kubelet",
    "kube-proxy",
)
_READY_TIMEOUT_S = 90.0


def start_node(layout: Layout, binaries: Mapping[str, Path], progress: Progress) -> None:
    """Start every program and wait until the node takes pods.

    Raises:
        NotReady: A program ended or is not ready in time; the end of its log is in the message.
    """
    kubectl = Kubectl(binaries["kubectl"], layout.kubeconfig(ADMIN))
    with progress.step("network, keys and settings", "made"):
        _write_files(layout)
        create_network(layout)
        join_group = cgroups.create_groups()
    for command in _first_commands(layout, binaries):
        processes.start(command, layout, join_group)
    with progress.step("containerd"):
        _wait("containerd", layout, lambda: containerd.is_ready(layout))
        containerd.import_archive(layout, own_store().archive(PAUSE_IMAGE)[1])
    with progress.step("etcd and kube-apiserver"):
        _wait("kube-apiserver", layout, kubectl.api_is_ready)
    for command in _second_commands(layout, binaries):
        processes.start(command, layout, join_group)
    with progress.step("node"):
        _wait("kubelet", layout, lambda: node_is_ready(kubectl))
    _require_all_run(layout)


def node_is_ready(kubectl: Kubectl) -> bool:
    """Whether the node takes pods: it says Ready, and namespaces get the service account that pods need."""
    ready = '{range .items[*]}{.status.conditions[?(@.type=="Ready")].status}{end}'
    what = [f"node/{NODE_NAME}", "serviceaccount/default"]
    try:
        return kubectl.run("get", *what, "-o", f"jsonpath={ready}", "--request-timeout=3s", timeout_s=5) == "True"
    except CommandFailed:
        return False


def _first_commands(layout: Layout, binaries: Mapping[str, Path]) -> list[Command]:
    """What depends on nothing; the API server waits for etcd by itself."""
    return [
        control_plane.etcd(layout),
        containerd.command(layout),
        control_plane.api_server(layout, binaries["kube-apiserver"]),
    ]


def _second_commands(layout: Layout, binaries: Mapping[str, Path]) -> list[Command]:
    """What ends, or waits long, without an API server."""
    return [
        control_plane.controller_manager(layout, binaries["kube-controller-manager"]),
        control_plane.scheduler(layout, binaries["kube-scheduler"]),
        kubelet.kubelet(layout, binaries["kubelet"]),
        kubelet.proxy(layout, binaries["kube-proxy"]),
    ]


def _wait(name: str, layout: Layout, is_ready: processes.Question) -> None:
    processes.wait_until_ready(name, layout, is_ready, timeout_s=_READY_TIMEOUT_S)


def _write_files(layout: Layout) -> None:
    for folder in layout.folders():
        folder.mkdir(parents=True, mode=0o700)
    create_credentials(layout)
    (layout.configs / "containerd.toml").write_text(containerd.config_text(layout))
    (layout.configs / "kubelet.yaml").write_text(kubelet.kubelet_config(layout))
    (layout.configs / "kube-proxy.yaml").write_text(kubelet.proxy_config(layout))
    (layout.configs / "audit-policy.yaml").write_text(control_plane.audit_policy())


def _require_all_run(layout: Layout) -> None:
    for name in PROGRAMS:
        if not processes.is_running(layout, name):
            tail = processes.log_tail(layout, name)
            raise NotReady(f"{name} ended right after its start; the end of its log:\n{tail}", f"logs: {layout.logs}")
