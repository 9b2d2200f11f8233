"""Which mounts belong to the node."""

from pathlib import Path

from dev.cluster.node.mounts import parse_mountinfo, points_below

MOUNTINFO = r"""21 1 254:0 / / rw - ext4 /dev/vda rw
30 21 0:26 / /state/kubelet rw shared:1 - tmpfs tmpfs rw
31 30 0:27 / /state/kubelet/pods/with\040space rw - tmpfs tmpfs rw
32 21 0:28 / /state-of-another rw - tmpfs tmpfs rw
"""


def test_mounts_below_a_folder_come_innermost_first_and_no_neighbour_is_among_them() -> None:
    found = points_below([Path("/state")], parse_mountinfo(MOUNTINFO))
    assert found == [Path("/state/kubelet/pods/with space"), Path("/state/kubelet")]
