"""Removes everything of a node from this machine, whatever state it is in: running, half started, crashed, rebooted.

`down` is this, and `up` begins with it. Every part is found by what the kernel says (control group, mounts, links), not
by what an earlier run remembered to write down.
"""

import shutil
from pathlib import Path

from dev.cluster.node import cgroups
from dev.cluster.node.containerd import shim_sockets
from dev.cluster.node.layout import Layout
from dev.cluster.node.mounts import current_mounts, points_below, unmount_below
from dev.cluster.node.network import link_exists, remove_network

_LOG_LINKS = Path("/var/log/containers")


def are_present(layout: Layout) -> bool:
    """Whether anything of a node is there."""
    folders = (layout.state, layout.run)
    return (
        any(folder.exists() for folder in folders)
        or link_exists()
        or bool(cgroups.processes())
        or bool(points_below(folders, current_mounts()))
    )


def remove(layout: Layout) -> int:
    """Remove everything.

    Returns:
        How many processes ran.

    Raises:
        NotReady: Something does not go away; it is named.
    """
    ended = cgroups.kill_processes()
    sockets = shim_sockets(layout)
    unmount_below((layout.state, layout.run))
    remove_network()
    cgroups.remove_groups()
    for socket in sockets:
        socket.unlink(missing_ok=True)
    for link in _LOG_LINKS.glob("*.log"):
        if link.is_symlink() and link.readlink().is_relative_to(layout.pod_logs):
            link.unlink()
    for folder in (layout.run, layout.state):
        if folder.exists():
            shutil.rmtree(folder)
    return ended
