"""The images of the project and of its local stack: name, Dockerfile, and what a change of means a new build."""

from dataclasses import dataclass, replace
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
    """One image; one that carries `programs` is built from these alone, the others from the repository.

    Two images of one name are two variants of it: `suffix` ends the tag, `build_args` make the difference.
    """

    name: str
    dockerfile: Path
    inputs: tuple[Path, ...] = ()
    programs: tuple[str, ...] = ()
    is_for_dns: bool = False
    suffix: str = ""
    build_args: tuple[tuple[str, str], ...] = ()

    @property
    def tag(self) -> str:
        """The name as manifests use it."""
        return f"localhost/{self.name}:dev{self.suffix}"


RUNNER = Image("scorecard-runner", ROOT / "runner" / "Dockerfile", (*SHARED_INPUTS, ROOT / "runner"))
IMAGES = (
    Image("scorecard-operator", ROOT / "operator" / "Dockerfile", (*SHARED_INPUTS, ROOT / "operator")),
    RUNNER,
    # After the small one, whose layers it takes over as far as they go.
    replace(RUNNER, suffix="-rapid", build_args=(("EXTRAS", "runner rapid"),)),
    Image("scorecard-dev/minio", STACK / "minio.Dockerfile", programs=("minio",)),
    Image("scorecard-dev/postgres", STACK / "postgres.Dockerfile"),
    Image("scorecard-dev/coredns", STACK / "coredns.Dockerfile", programs=("coredns",), is_for_dns=True),
)
