"""Doing one thing again while it fails for a passing reason, with growing pauses and an end."""

from collections.abc import Callable
from typing import TypeVar

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import RunnerError

FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 5.0

Answer = TypeVar("Answer")


def persist(
    action: Callable[[], Answer],
    passing: type[RunnerError],
    until: Deadline,
    pause: Callable[[float], None],
) -> Answer:
    """Do `action` until it succeeds and return its answer; raise its last `passing` error when the next pause would outlast `until`."""
    pause_s = FIRST_PAUSE_S
    while True:
        try:
            return action()
        except passing:
            if until.clock() + pause_s >= until.expires_at_s:
                raise
        pause(pause_s)
        pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
