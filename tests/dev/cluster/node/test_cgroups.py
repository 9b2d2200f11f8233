"""Where the kernel keeps the control groups."""

from pathlib import Path

import pytest

from dev.cluster.node.cgroups import hierarchies
from dev.cluster.node.mounts import Mount


def mount(point: str, filesystem: str) -> Mount:
    return Mount(Path(point), filesystem, "rw")


@pytest.mark.parametrize(
    ("mounts", "expected"),
    [
        pytest.param([mount("/sys/fs/cgroup", "cgroup2")], ["/sys/fs/cgroup"], id="version 2"),
        pytest.param(
            [mount("/sys/fs/cgroup", "tmpfs"), mount("/sys/fs/cgroup/pids", "cgroup"), mount("/proc", "proc")],
            ["/sys/fs/cgroup/pids"],
            id="version 1, one hierarchy per controller",
        ),
        pytest.param(
            [mount("/sys/fs/cgroup/pids", "cgroup"), mount("/sys/fs/cgroup/unified", "cgroup2")],
            ["/sys/fs/cgroup/pids", "/sys/fs/cgroup/unified"],
            id="both: runc makes groups in each",
        ),
    ],
)
def test_which_hierarchies_there_are(mounts: list[Mount], expected: list[str]) -> None:
    assert [str(root) for root in hierarchies(mounts)] == expected
