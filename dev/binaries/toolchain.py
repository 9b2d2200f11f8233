"""The Go compiler: the one on this machine, or the one in the public `golang` image where Docker answers."""

import os
import platform
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dev.binaries.catalog import Program, Target
from dev.commands import is_installed, run, succeeds
from dev.errors import ProgramMissing
from dev.paths import cache_dir

MINIMUM_GO = (1, 26)
GOLANG_IMAGE = "golang:1.26"
BUILD_TIMEOUT_S = 3600.0
_ARCHITECTURES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}


class Toolchain(Protocol):
    """Compiles programs."""

    @property
    def version(self) -> str:
        """Name and version, part of the cache key."""

    def compile(self, program: Program, output: Path) -> None:
        """Write the program to `output`."""


def platform_of(program: Program) -> tuple[str, str]:
    """`GOOS` and `GOARCH` that the program is compiled for; images are always Linux."""
    host = platform.system().lower()
    machine = platform.machine().lower()
    return ("linux" if program.target is Target.IMAGE else host), _ARCHITECTURES.get(machine, machine)


def go_environment(program: Program) -> dict[str, str]:
    """Settings of the compiler: static programs, and no download of another compiler."""
    goos, goarch = platform_of(program)
    return {"CGO_ENABLED": "0", "GOTOOLCHAIN": "local", "GOOS": goos, "GOARCH": goarch}


def build_command(program: Program, output: str) -> list[str]:
    """The `go build` that every toolchain runs in the program's module folder."""
    return ["go", "build", "-trimpath", "-ldflags", program.linker_flags(), "-o", output, program.package]


@dataclass(frozen=True)
class LocalGo:
    """The compiler on PATH."""

    version: str

    def compile(self, program: Program, output: Path) -> None:
        """Write the program to `output`."""
        run(
            build_command(program, str(output)),
            env={**os.environ, **go_environment(program)},
            cwd=program.module_dir,
            timeout_s=BUILD_TIMEOUT_S,
        )


@dataclass(frozen=True)
class DockerGo:
    """The compiler in the public image; its caches are kept between programs."""

    version: str = GOLANG_IMAGE

    def compile(self, program: Program, output: Path) -> None:
        """Write the program to `output`."""
        caches = cache_dir() / "golang"
        caches.mkdir(parents=True, exist_ok=True)
        environment = {**go_environment(program), "GOCACHE": "/caches/build", "GOMODCACHE": "/caches/modules"}
        mounts = (f"{program.module_dir}:/module:ro", f"{output.parent}:/output", f"{caches}:/caches")
        options = [f"--volume={mount}" for mount in mounts] + [f"--env={k}={v}" for k, v in environment.items()]
        user = f"--user={os.getuid()}:{os.getgid()}"
        compile_command = build_command(program, f"/output/{output.name}")
        run(
            ["docker", "run", "--rm", "--workdir=/module", user, *options, GOLANG_IMAGE, *compile_command],
            timeout_s=BUILD_TIMEOUT_S,
        )


def find_toolchain() -> Toolchain:
    """The compiler to use.

    Raises:
        ProgramMissing: Neither a new enough Go nor Docker is there.
    """
    found = ""
    if is_installed("go"):
        found = run(["go", "env", "GOVERSION"], env={**os.environ, "GOTOOLCHAIN": "local"}, timeout_s=30).strip()
        if _release(found) >= MINIMUM_GO:
            return LocalGo(found)
    if succeeds(["docker", "info"], timeout_s=15):
        return DockerGo()
    wanted = ".".join(str(part) for part in MINIMUM_GO)
    raise ProgramMissing(
        f"the cluster's programs are compiled with Go {wanted} or later; "
        + (f"{found} is too old" if found else "there is none"),
        f"install Go {wanted} from https://go.dev/dl/, or start Docker",
    )


def _release(version: str) -> tuple[int, ...]:
    numbers = re.match(r"go(\d+)\.(\d+)", version)
    return tuple(int(number) for number in numbers.groups()) if numbers else (0, 0)
