"""Starts the node's programs and knows whether they still run.

A process id alone says little: the kernel uses it again. A pid file therefore also holds the time at which the process
started and the boot in which it did, and a process counts as ours only if all three agree.
"""

import json
import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from dev.cluster.node.layout import Layout
from dev.deadline import wait_until
from dev.errors import NotReady

Question = Callable[[], bool]

LOG_TAIL_LINES = 12
_PROC = Path("/proc")
_JOIN_GROUP_AND_RUN = 'cd / && echo $$ > "$0" && exec "$@"'


@dataclass(frozen=True)
class Command:
    """A program of the node and its arguments."""

    name: str
    argv: tuple[str, ...]


@dataclass(frozen=True)
class ProcessIdentity:
    """One process, never another one that got the same id later."""

    pid: int
    start_ticks: int
    """Clock ticks from boot to the start of the process; field 22 of proc_pid_stat(5)."""
    boot_id: str

    def is_running(self, proc: Path = _PROC) -> bool:
        """Whether this very process still runs; one that ended but was not waited for does not."""
        return identify(self.pid, proc) == self

    def write(self, path: Path) -> None:
        """Save for a later command; the file is complete or absent."""
        unfinished = path.with_suffix(".new")
        unfinished.write_text(json.dumps(asdict(self)))
        unfinished.replace(path)


def identify(pid: int, proc: Path = _PROC) -> ProcessIdentity | None:
    """The process that has this id now, or None if there is none or it is a zombie."""
    try:
        stat = (proc / str(pid) / "stat").read_text()
        boot_id = (proc / "sys/kernel/random/boot_id").read_text().strip()
    except (FileNotFoundError, ProcessLookupError):
        return None
    after_name = stat.rpartition(")")[2].split()  # the name may hold spaces and parentheses
    state, start_ticks = after_name[0], int(after_name[19])
    return None if state in "ZX" else ProcessIdentity(pid, start_ticks, boot_id)


def read_identity(path: Path) -> ProcessIdentity | None:
    """What a pid file says, or None if it is absent or damaged."""
    try:
        return ProcessIdentity(**json.loads(path.read_text()))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def start(command: Command, layout: Layout, join_group: Path) -> None:
    """Start a program in the node's control group, with its output in the log folder.

    Args:
        command: What to run.
        layout: Where log and pid file go.
        join_group: `cgroup.procs` file; joined before the program begins, so that nothing it starts can be missed.
    """
    log = f"{layout.logs}/{command.name}.log"
    pid = os.posix_spawn(
        "/bin/sh",
        ["/bin/sh", "-c", _JOIN_GROUP_AND_RUN, str(join_group), *command.argv],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
        setsid=True,  # Ctrl-C at the terminal is not meant for the cluster
        setsigdef=[signal.SIGPIPE],  # Python ignores it, and what is ignored is inherited
    )
    if identity := identify(pid):
        identity.write(pid_file(layout, command.name))


def wait_until_ready(name: str, layout: Layout, is_ready: Question, *, timeout_s: float) -> None:
    """Wait for a started program; its early end is noticed at once.

    Raises:
        NotReady: It ended, or is not ready in time; the end of its log is in the message.
    """

    def answered() -> bool:
        return is_ready() or not is_running(layout, name)

    in_time = wait_until(answered, timeout_s=timeout_s)
    if is_running(layout, name) and in_time:
        return
    what = f"is not ready after {timeout_s:.0f} s" if is_running(layout, name) else "ended right after its start"
    raise NotReady(
        f"{name} {what}; the end of its log:\n{log_tail(layout, name)}", f"the whole log: {layout.logs}/{name}.log"
    )


def is_running(layout: Layout, name: str) -> bool:
    """Whether the program of this name runs."""
    identity = read_identity(pid_file(layout, name))
    return identity is not None and identity.is_running()


def log_tail(layout: Layout, name: str) -> str:
    """The last lines a program wrote."""
    log = layout.logs / f"{name}.log"
    lines: Sequence[str] = log.read_text(errors="replace").splitlines() if log.exists() else []
    return "\n".join(f"    {line[:300]}" for line in lines[-LOG_TAIL_LINES:]) or "    (empty)"


def pid_file(layout: Layout, name: str) -> Path:
    """Where the identity of a program is kept."""
    return layout.pids / f"{name}.json"
