"""What the node needs of Debian. Installs what is missing where it may, else names it."""

import os
import platform
import shutil
from collections.abc import Mapping
from pathlib import Path

from dev.commands import is_installed, run
from dev.errors import ProgramMissing, WrongUsage
from dev.progress import Progress

PACKAGES = {
    "containerd": "containerd",
    "runc": "runc",
    "/usr/lib/cni/bridge": "containernetworking-plugins",
    "etcd": "etcd-server",
    "buildah": "buildah",
    "debootstrap": "debootstrap",
    "catatonit": "catatonit",
    "ip": "iproute2",
    "nft": "nftables",
    "openssl": "openssl",
    "mount": "mount",
}
"""Program or file -> Debian package that brings it."""


def missing_packages(packages: Mapping[str, str] = PACKAGES) -> list[str]:
    """Packages whose program is not there."""
    return sorted(package for program, package in packages.items() if not _is_there(program))


def require_root_on_linux() -> None:
    """Refuse early where a node cannot run.

    Raises:
        WrongUsage: Not Linux, or not root.
    """
    if platform.system() != "Linux":
        raise WrongUsage(
            "without Docker the cluster runs on Linux only", "start Docker, then run the same command again"
        )
    if os.geteuid() != 0:
        raise WrongUsage(
            "without Docker the cluster needs root on Debian", "start Docker, or run the same command as root"
        )


def ensure_packages(progress: Progress, packages: Mapping[str, str] = PACKAGES) -> None:
    """Install what is missing.

    Raises:
        ProgramMissing: There is no apt-get to install it with.
        CommandFailed: apt-get refused.
    """
    missing = missing_packages(packages)
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise ProgramMissing(
            f"missing: {', '.join(missing)} (names of Debian packages)", "install them, then try again"
        )
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with progress.step("packages", "installed", announce=f"are installed with apt-get: {' '.join(missing)}"):
        run(["apt-get", "update", "-q"], timeout_s=300, env=environment)
        run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], timeout_s=900, env=environment)
    if still := missing_packages(packages):
        raise ProgramMissing(f"apt-get did not bring {', '.join(still)}", "install them by hand, then try again")


def _is_there(program: str) -> bool:
    return Path(program).exists() if program.startswith("/") else is_installed(program)
