"""The control group in which everything of the node runs: its programs, the container shims, and every pod.

A process cannot leave it, so it finds everything that a crash left behind, without ever guessing by name. Works with
both versions of control groups; version 1 has one hierarchy per controller, version 2 a single one.
"""

import os
import signal
from contextlib import suppress
from pathlib import Path

from dev.cluster.node.layout import CGROUP
from dev.cluster.node.mounts import Mount, current_mounts
from dev.deadline import wait_until
from dev.errors import NotReady

PROGRAMS_GROUP = "programs"
_KUBELET_CONTROLLERS = {"cpu", "cpuset", "memory", "pids", "hugetlb", "io"}
KILL_TIMEOUT_S = 20.0


def hierarchies(mounts: list[Mount]) -> list[Path]:
    """Roots of all hierarchies; a machine that runs version 1 often has one of version 2 beside them."""
    return [mount.point for mount in mounts if mount.filesystem in ("cgroup", "cgroup2")]


def create_groups() -> Path:
    """Make the node's group in every hierarchy; the kubelet refuses to start without.

    Returns:
        The `cgroup.procs` file through which a program joins.

    Raises:
        NotReady: This machine does not let us divide its control groups.
    """
    mounts = current_mounts()
    is_version_2_alone = not any(mount.filesystem == "cgroup" for mount in mounts)
    for root in hierarchies(mounts):
        group = root / CGROUP
        if is_version_2_alone:
            _hand_down_controllers(root)
        group.mkdir(exist_ok=True)
        _inherit_cpuset(root, group)
        if is_version_2_alone:
            _hand_down_controllers(group)
    programs = _tracking_root() / CGROUP / PROGRAMS_GROUP
    programs.mkdir(exist_ok=True)
    return programs / "cgroup.procs"


def processes() -> set[int]:
    """Every process of the node."""
    found: set[int] = set()
    for root in _roots():
        for members in (root / CGROUP).rglob("cgroup.procs"):
            with suppress(OSError):  # the group ended between finding and reading it
                found.update(int(pid) for pid in members.read_text().split())
    return found


def kill_processes() -> int:
    """End every process of the node at once and wait until none is left.

    Returns:
        How many there were.

    Raises:
        NotReady: Some did not end.
    """
    before = len(processes())
    if not wait_until(_none_left, timeout_s=KILL_TIMEOUT_S, interval_s=0.05):
        raise NotReady(
            f"processes {sorted(processes())} of the node do not end", "look at them with `ps`, then try again"
        )
    return before


def remove_groups() -> None:
    """Remove the node's group from every hierarchy; it must be empty."""
    for root in _roots():
        groups = [group for group in (root / CGROUP).rglob("*") if group.is_dir()]
        for group in [*sorted(groups, reverse=True), root / CGROUP]:
            _remove(group)


def _remove(group: Path) -> None:
    def removed() -> bool:
        with suppress(OSError):  # busy for a moment after the last process
            group.rmdir()
        return not group.exists()

    if not wait_until(removed, timeout_s=5, interval_s=0.05):
        raise NotReady(f"the control group {group} cannot be removed", "run the same command again")


def _none_left() -> bool:
    pids = processes()
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return not pids


def _roots() -> list[Path]:
    return hierarchies(current_mounts())


def _tracking_root() -> Path:
    roots = _roots()
    return next((root for root in roots if root.name == "pids"), roots[0])


def _inherit_cpuset(parent: Path, group: Path) -> None:
    """Version 1 gives a new group no CPUs; a process cannot enter it until it has some."""
    for name in ("cpuset.cpus", "cpuset.mems"):
        if (parent / name).exists() and (group / name).exists() and not (group / name).read_text().strip():
            (group / name).write_text((parent / name).read_text())


def _hand_down_controllers(group: Path) -> None:
    """Version 2 gives a group only those controllers that its parent hands down."""
    available = set((group / "cgroup.controllers").read_text().split())
    wanted = " ".join(f"+{name}" for name in sorted(available & _KUBELET_CONTROLLERS))
    try:
        (group / "cgroup.subtree_control").write_text(wanted)
    except OSError as error:
        raise NotReady(
            f"{group} does not hand down control of {wanted}: {error.strerror}",
            "inside a container this needs `--privileged --cgroupns=host`",
        ) from error
