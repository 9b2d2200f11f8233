"""What is mounted, read from the kernel; and the end of everything mounted below a folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dev.commands import run, succeeds
from dev.errors import NotReady


@dataclass(frozen=True)
class Mount:
    """One line of `/proc/self/mountinfo`."""

    point: Path
    filesystem: str
    options: str


def parse_mountinfo(text: str) -> list[Mount]:
    """Mounts in the order in which they were made (proc_pid_mountinfo(5))."""
    mounts = []
    for line in text.splitlines():
        place, _, kind = line.partition(" - ")
        filesystem, _, options = kind.split(" ", 2)
        mounts.append(Mount(Path(_unescape(place.split(" ")[4])), filesystem, options))
    return mounts


def current_mounts() -> list[Mount]:
    """What is mounted now."""
    return parse_mountinfo(Path("/proc/self/mountinfo").read_text())


def points_below(folders: Iterable[Path], mounts: Iterable[Mount]) -> list[Path]:
    """Mount points in or at one of the folders, innermost first."""
    wanted = tuple(folders)
    found = [mount.point for mount in mounts if any(mount.point.is_relative_to(folder) for folder in wanted)]
    return list(reversed(found))


def unmount_below(folders: Iterable[Path]) -> None:
    """Unmount everything in or at the folders.

    Raises:
        NotReady: Something stayed; deleting the folder would then delete what is mounted there.
    """
    wanted = tuple(folders)
    for point in points_below(wanted, current_mounts()):
        if not succeeds(["umount", str(point)], timeout_s=10):
            run(["umount", "--lazy", str(point)], timeout_s=10)
    if left := points_below(wanted, current_mounts()):
        raise NotReady(f"{left[0]} is still mounted", f"find out who uses it (`fuser -vm {left[0]}`), then try again")


def _unescape(path: str) -> str:
    for code, character in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        path = path.replace(code, character)
    return path
