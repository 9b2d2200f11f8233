"""Which Go programs there are and with which flags each is compiled. Knows facts only; compiles nothing."""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dev.errors import WrongUsage

MODULES = Path(__file__).resolve().parent


class Target(StrEnum):
    """Where a program runs."""

    HOST = "host"
    IMAGE = "image"


@dataclass(frozen=True)
class Program:
    """A program of a Go module in this folder."""

    name: str
    module: str
    package: str
    versioned: str
    """Module path whose pinned version the program reports."""
    version_flags: tuple[str, ...] = ()
    """`-X` assignments; `{version}`, `{major}` and `{minor}` are filled in."""
    target: Target = Target.HOST
    cold_minutes: int = 1
    """Measured on two cores with an empty compiler cache; only for telling people how long they will wait."""

    @property
    def module_dir(self) -> Path:
        """Folder with `go.mod` and `go.sum`."""
        return MODULES / self.module

    def linker_flags(self) -> str:
        """The value of `-ldflags`: no symbol tables, and the version that the program reports."""
        version = pinned_version((self.module_dir / "go.mod").read_text(), self.versioned)
        major, minor, *_ = version.removeprefix("v").split(".")
        assignments = (flag.format(version=version, major=major, minor=minor) for flag in self.version_flags)
        return " ".join(["-s", "-w", *(f"-X {assignment}" for assignment in assignments)])

    def cache_key(self, *, go_version: str, goos: str, goarch: str) -> str:
        """Changes whenever the compiled program could."""
        parts = [self.linker_flags(), go_version, goos, goarch]
        files = [(self.module_dir / name).read_bytes() for name in ("go.mod", "go.sum")]
        return hashlib.sha256(b"\0".join([*files, *(part.encode() for part in parts)])).hexdigest()[:16]


def pinned_version(go_mod: str, module: str) -> str:
    """The version of `module` that a `go.mod` requires, such as `v1.37.2`.

    Raises:
        WrongUsage: The file does not require that module.
    """
    found = re.search(rf"^(?:require\s+|\s+){re.escape(module)}\s+(v\S+)", go_mod, re.MULTILINE)
    if found is None:
        raise WrongUsage(f"go.mod does not require {module}", "run `go get` and `go mod tidy` in that folder")
    return found[1]


_KUBERNETES_VERSION = tuple(
    f"k8s.io/component-base/version.{name}={value}"
    for name, value in (("gitVersion", "{version}"), ("gitMajor", "{major}"), ("gitMinor", "{minor}"))
)


def _kubernetes(name: str, cold_minutes: int = 1) -> Program:
    return Program(
        name,
        "kubernetes",
        f"k8s.io/kubernetes/cmd/{name}",
        "k8s.io/kubernetes",
        _KUBERNETES_VERSION,
        Target.HOST,
        cold_minutes,
    )


PROGRAMS = {
    program.name: program
    for program in (
        _kubernetes("kube-apiserver", cold_minutes=8),
        _kubernetes("kube-controller-manager", cold_minutes=3),
        _kubernetes("kube-scheduler"),
        _kubernetes("kubelet"),
        _kubernetes("kubectl"),
        _kubernetes("kube-proxy"),
        Program(
            "helm",
            "helm",
            "helm.sh/helm/v4/cmd/helm",
            "helm.sh/helm/v4",
            ("helm.sh/helm/v4/internal/version.version={version}",),
            cold_minutes=3,
        ),
        Program("kind", "kind", "sigs.k8s.io/kind", "sigs.k8s.io/kind"),
        Program(
            "coredns",
            "coredns",
            "github.com/coredns/coredns",
            "github.com/coredns/coredns",
            target=Target.IMAGE,
            cold_minutes=3,
        ),
        Program(
            "minio", "minio", "github.com/minio/minio", "github.com/minio/minio", target=Target.IMAGE, cold_minutes=3
        ),
    )
}

NODE_PROGRAMS = ("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "kube-proxy", "kubectl")


def program_named(name: str) -> Program:
    """The program of that name.

    Raises:
        WrongUsage: There is none.
    """
    if name not in PROGRAMS:
        raise WrongUsage(f"there is no program {name!r}", f"choose from {', '.join(PROGRAMS)}")
    return PROGRAMS[name]
