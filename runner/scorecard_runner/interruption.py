"""Signals that end a run: SIGTERM from the kubelet, SIGALRM when the soft time limit was overrun inside C code.

Both become an exception that no library swallows, because it is no `Exception`. Refuses to decide what it means.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from scorecard_runner.errors import RunnerError, SoftTimeLimit, Terminated


class Interruption(BaseException):
    """A signal arrived; `error` is what the run ends with."""

    def __init__(self, error: RunnerError) -> None:
        self.error = error
        super().__init__(error.message)


def _raise_terminated(_number: int, _frame: FrameType | None) -> None:
    # Once is enough: a second SIGTERM must not hit the last words.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0)
    raise Interruption(Terminated())


def _raise_time_limit(_number: int, _frame: FrameType | None) -> None:
    raise Interruption(SoftTimeLimit())


def raise_on_sigterm() -> None:
    """From here on SIGTERM raises `Interruption` in the main thread."""
    signal.signal(signal.SIGTERM, _raise_terminated)


@contextmanager
def alarm_after(seconds: float) -> Iterator[None]:
    """Raise `Interruption` in the main thread when the block takes longer than `seconds`."""
    before = signal.signal(signal.SIGALRM, _raise_time_limit)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
