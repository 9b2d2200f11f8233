"""Doing one thing again while it fails for a passing reason, with growing pauses and an end."""

from collections.abc import Callable

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import RunnerError

FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 5.0


def persist(
    action: Callable[[], None],
    passing: type[RunnerError],
    until: Deadline,
    pause: Callable[[float], None],
) -> None:
    """Do `action` until it succeeds; raise its last `passing` error when the next pause would outlast `until`."""
    pause_s = FIRST_PAUSE_S
    while True:
        try:
            action()
        except passing:
            if until.clock() + pause_s >= until.expires_at_s:
                raise
        else:
            return
        pause(pause_s)
        pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
