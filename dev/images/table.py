"""The images of the project and of its local stack: name, Dockerfile, and what a change of means a new build."""

from dataclasses import dataclass
from pathlib import Path

from dev.paths import ROOT

STACK = ROOT / "dev" / "stack"
SHARED_INPUTS = (
    ROOT / "pyproject.toml",
    ROOT / "uv.lock",
    ROOT / "README.md",
    ROOT / "LICENSE",
    ROOT / ".dockerignore",
)


@dataclass(frozen=True)
class Image:
    """One image; one that carries `programs` is built from these alone, the others from the repository."""

    name: str
    dockerfile: Path
    inputs: tuple[Path, ...] = ()
    programs: tuple[str, ...] = ()
    is_for_dns: bool = False

    @property
    def tag(self) -> str:
        """The name as manifests use it."""
        return f"localhost/{self.name}:dev"


IMAGES = (
    Image("scorecard-operator", ROOT / "operator" / "Dockerfile", (*SHARED_INPUTS, ROOT / "operator")),
    Image("scorecard-runner", ROOT / "runner" / "Dockerfile", (*SHARED_INPUTS, ROOT / "runner")),
    Image("scorecard-dev/minio", STACK / "minio.Dockerfile", programs=("minio",)),
    Image("scorecard-dev/postgres", STACK / "postgres.Dockerfile"),
    Image("scorecard-dev/coredns", STACK / "coredns.Dockerfile", programs=("coredns",), is_for_dns=True),
)
