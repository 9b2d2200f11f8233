"""A cluster that somebody else runs. Creates nothing and loads nothing; says what it must be able to pull."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dev.binaries.build import installed_or_built
from dev.cluster.kubectl import Kubectl
from dev.errors import NotReady, WrongUsage
from dev.images.builder import Builder
from dev.progress import Progress


@dataclass(frozen=True)
class ExistingProvider:
    """The cluster that `KUBECONFIG` names."""

    kubeconfig: Path
    name: str = "existing"
    has_dns: bool = True
    audit_log: Path | None = None
    builder: Builder | None = None

    def kubectl(self, progress: Progress) -> Kubectl:
        """The installed kubectl, else a compiled one."""
        return Kubectl(installed_or_built("kubectl", progress), self.kubeconfig)

    def up(self, progress: Progress) -> None:
        """Only look whether it answers.

        Raises:
            NotReady: It does not.
        """
        if not self.kubectl(progress).api_is_ready():
            raise NotReady(f"the cluster of {self.kubeconfig} does not answer", "try `kubectl get --raw=/readyz`")
        progress.note("answers; nothing was created")

    def down(self, progress: Progress) -> None:
        """Leave it alone."""
        progress.note("belongs to somebody else; nothing was removed")

    def status(self, progress: Progress) -> list[tuple[str, str]]:
        """Whether it answers."""
        kubectl = self.kubectl(progress)
        if not kubectl.api_is_ready():
            return [("state", "does not answer")]
        return [("state", "up"), ("version", kubectl.server_version()), ("kubectl", str(kubectl.program))]

    def load(self, tags: Sequence[str], progress: Progress) -> None:
        """Say which images its nodes must be able to pull."""
        for tag in tags:
            progress.note(f"must be reachable for the cluster: {tag}")


def existing_provider(environ: Mapping[str, str]) -> ExistingProvider:
    """The cluster that the environment names.

    Raises:
        WrongUsage: `KUBECONFIG` is missing or names no file.
    """
    configured = environ.get("KUBECONFIG", "")
    if not configured or not Path(configured).is_file():
        raise WrongUsage(
            "PROVIDER=existing needs KUBECONFIG, the path of one kubeconfig file",
            f"{configured} is no file" if configured else "export KUBECONFIG=$HOME/.kube/config",
        )
    return ExistingProvider(Path(configured).absolute())
