"""Waiting with an end. Refuses to wait for anything forever."""

import time
from collections.abc import Callable


def wait_until(
    is_done: Callable[[], bool],
    *,
    timeout_s: float,
    interval_s: float = 0.1,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> bool:
    """Ask again and again; True once the answer is yes, False when the time is over."""
    end = clock() + timeout_s
    while not is_done():
        if clock() >= end:
            return False
        sleep(interval_s)
    return True
