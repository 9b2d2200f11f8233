"""What a process of ours does first when another one of ours started it.

Refuses to outlive that other: a process that nobody listens to any more takes memory from the next run.
"""

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Let this process be killed when the one that started it ends."""
    parent = os.getppid()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
