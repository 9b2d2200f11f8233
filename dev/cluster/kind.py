"""kind: a cluster inside Docker. Nothing but ordinary commands of `docker`, `kind` and `kubectl`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dev.binaries.build import installed_or_built
from dev.cluster.kubectl import Kubectl
from dev.commands import run
from dev.deadline import wait_until
from dev.images.builder import Builder
from dev.images.docker import DockerBuilder
from dev.paths import state_dir
from dev.progress import Progress

CLUSTER_NAME = "scorecard-ocr"
_CREATE_TIMEOUT_S = 600.0
_LOAD_TIMEOUT_S = 600.0
_TIMEOUT_S = 60.0


@dataclass(frozen=True)
class KindProvider:
    """A kind cluster of a fixed name, with a kubeconfig of its own."""

    kubeconfig: Path
    restart_timeout_s: float = 30.0
    """How long an existing cluster may take to answer, for instance after Docker was restarted."""
    name: str = "kind"
    has_dns: bool = True
    audit_log: Path | None = None

    @property
    def builder(self) -> Builder | None:
        """Docker."""
        return DockerBuilder()

    def kubectl(self, progress: Progress) -> Kubectl:
        """The installed kubectl, else a compiled one."""
        return Kubectl(installed_or_built("kubectl", progress), self.kubeconfig)

    def up(self, progress: Progress) -> None:
        """Create the cluster unless it is there and answers; one that does not answer is replaced."""
        kind = self._kind(progress)
        if self._exists(kind):
            run([kind, "export", "kubeconfig", *self._cluster(), *self._config()], timeout_s=_TIMEOUT_S)
            if wait_until(self.kubectl(progress).api_is_ready, timeout_s=self.restart_timeout_s, interval_s=1):
                progress.note("already up and healthy")
                return
            with progress.step("cluster that does not answer", "removed"):
                run([kind, "delete", "cluster", *self._cluster(), *self._config()], timeout_s=_TIMEOUT_S)
        self.kubeconfig.parent.mkdir(parents=True, exist_ok=True)
        with progress.step("kind cluster", announce="is created; the first time Docker pulls its image"):
            run(
                [kind, "create", "cluster", *self._cluster(), *self._config(), "--wait", "180s"],
                timeout_s=_CREATE_TIMEOUT_S,
            )

    def down(self, progress: Progress) -> None:
        """Delete the cluster; an absent one is fine."""
        with progress.step("kind cluster", "removed"):
            command = [self._kind(progress), "delete", "cluster", *self._cluster(), *self._config()]
            run(command, timeout_s=_TIMEOUT_S)

    def status(self, progress: Progress) -> list[tuple[str, str]]:
        """What runs."""
        if not self._exists(self._kind(progress)):
            return [("state", "down")]
        kubectl = self.kubectl(progress)
        if not kubectl.api_is_ready():
            return [("state", "broken: the API server does not answer")]
        return [("state", "up"), ("version", kubectl.server_version()), ("kubectl", str(kubectl.program))]

    def load(self, tags: Sequence[str], progress: Progress) -> None:
        """Copy images from Docker; kind leaves out those that the cluster has."""
        if tags:
            with progress.step(f"{len(tags)} images", "loaded"):
                command = [self._kind(progress), "load", "docker-image", *tags, *self._cluster()]
                run(command, timeout_s=_LOAD_TIMEOUT_S)

    def _exists(self, kind: str) -> bool:
        return CLUSTER_NAME in run([kind, "get", "clusters"], timeout_s=_TIMEOUT_S).split()

    def _cluster(self) -> list[str]:
        return ["--name", CLUSTER_NAME]

    def _config(self) -> list[str]:
        return ["--kubeconfig", str(self.kubeconfig)]

    def _kind(self, progress: Progress) -> str:
        return str(installed_or_built("kind", progress))


def kind_provider() -> KindProvider:
    """The kind cluster of this user."""
    return KindProvider(state_dir() / "kind" / "kubeconfig")
