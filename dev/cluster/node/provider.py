"""The node of this machine as a provider: up, down, status, load."""

import json
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dev.binaries.build import ensure
from dev.binaries.catalog import NODE_PROGRAMS
from dev.cluster.kubectl import Kubectl
from dev.cluster.node import cgroups, containerd, control_plane, leftovers, processes
from dev.cluster.node.keys import ADMIN
from dev.cluster.node.layout import Layout, node_layout
from dev.cluster.node.packages import ensure_packages, require_root_on_linux
from dev.cluster.node.startup import PROGRAMS, node_is_ready, start_node
from dev.errors import NotReady
from dev.images.base import ensure_pause_image
from dev.images.buildah import own_store
from dev.images.builder import Builder
from dev.images.without_docker import BuildahBuilder
from dev.lock import exclusive
from dev.progress import Progress

_LOCK_TIMEOUT_S = 1800.0
_API_SERVER_TIMEOUT_S = 90.0
API_SERVER = "kube-apiserver"


@dataclass(frozen=True)
class NodeProvider:
    """One node on this machine."""

    layout: Layout
    name: str = "node"
    has_dns: bool = False

    @property
    def kubeconfig(self) -> Path:
        """Credentials of the administrator."""
        return self.layout.kubeconfig(ADMIN)

    @property
    def audit_log(self) -> Path | None:
        """Every write to the API server."""
        return self.layout.audit_log

    @property
    def builder(self) -> Builder | None:
        """The builder is buildah."""
        return BuildahBuilder(own_store())

    def kubectl(self, progress: Progress) -> Kubectl:
        """The kubectl of the cluster's own version."""
        return Kubectl(ensure(["kubectl"], progress)["kubectl"], self.kubeconfig)

    def up(self, progress: Progress) -> None:
        """Start the node, unless it runs and is healthy.

        Raises:
            DevError: A package, program or start failed; the message names it.
        """
        require_root_on_linux()
        with self._locked(progress):
            if self._all_run() and node_is_ready(self.kubectl(progress)):
                progress.note("already up and healthy")
                return
            ensure_packages(progress)
            binaries = ensure(NODE_PROGRAMS, progress)
            ensure_pause_image(own_store(), progress)
            if leftovers.are_present(self.layout):
                with progress.step("leftovers of an earlier run", "removed"):
                    leftovers.remove(self.layout)
            start_node(self.layout, binaries, progress)

    def down(self, progress: Progress) -> None:
        """Stop the node and remove every trace; images and programs stay in the cache."""
        require_root_on_linux()
        with self._locked(progress):
            if not leftovers.are_present(self.layout):
                progress.note("nothing to remove")
                return
            with progress.step("node", "removed") as step:
                step.outcome = f"removed ({leftovers.remove(self.layout)} processes ended)"

    def status(self, progress: Progress) -> list[tuple[str, str]]:
        """What runs, as names and values."""
        if not self.layout.state.exists():
            return [("state", "down")]
        dead = [name for name in PROGRAMS if not processes.is_running(self.layout, name)]
        if dead:
            ended = "everything" if len(dead) == len(PROGRAMS) else ", ".join(dead)
            return [("state", f"broken: {ended} ended; `up` starts afresh"), ("logs", str(self.layout.logs))]
        kubectl = self.kubectl(progress)
        ready = node_is_ready(kubectl)
        return [
            ("state", "up, node ready" if ready else "up, node not ready"),
            ("version", kubectl.server_version() if ready else "unknown"),
            ("kubectl", str(kubectl.program)),
            ("logs", str(self.layout.logs)),
        ]

    def load(self, tags: Sequence[str], progress: Progress) -> None:
        """Load images from buildah's store; those that the node already has cost nothing.

        Raises:
            NotReady: The node is not up.
        """
        with self._locked(progress):
            if not self._all_run():
                raise NotReady("the node is not up, so it cannot take images", "start it: python -m dev.cluster up")
            for tag in tags:
                self._load(tag, progress)

    def interrupt_api_server(self, seconds: float) -> None:
        """Kill the API server, and start it again after so many seconds.

        Raises:
            NotReady: It did not come back.
        """
        identity = processes.read_identity(processes.pid_file(self.layout, API_SERVER))
        if identity is not None and identity.is_running():
            os.kill(identity.pid, signal.SIGKILL)
        time.sleep(seconds)
        binaries = ensure(NODE_PROGRAMS, Progress())
        command = control_plane.api_server(self.layout, binaries["kube-apiserver"])
        processes.start(command, self.layout, cgroups.create_groups())
        is_ready = self.kubectl(Progress()).api_is_ready
        processes.wait_until_ready(API_SERVER, self.layout, is_ready, timeout_s=_API_SERVER_TIMEOUT_S)

    def _load(self, tag: str, progress: Progress) -> None:
        loaded = self._loaded()
        image_id, archive = own_store().archive(tag)
        if loaded.get(tag) == image_id:
            return
        with progress.step(tag, "loaded"):
            containerd.import_archive(self.layout, archive)
        self.layout.loaded_images.write_text(json.dumps({**loaded, tag: image_id}))

    def _loaded(self) -> dict[str, str]:
        try:
            loaded: dict[str, str] = json.loads(self.layout.loaded_images.read_text())
        except (FileNotFoundError, ValueError):
            return {}
        return loaded

    def _all_run(self) -> bool:
        return all(processes.is_running(self.layout, name) for name in PROGRAMS)

    @contextmanager
    def _locked(self, progress: Progress) -> Iterator[None]:
        lock = self.layout.state.with_name("node.lock")
        with exclusive(lock, timeout_s=_LOCK_TIMEOUT_S, on_wait=progress.note):
            yield


def node_provider() -> NodeProvider:
    """The node of this machine."""
    return NodeProvider(node_layout())
