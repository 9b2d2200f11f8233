"""One deadline for a whole run, so that every wait inside it is bounded by what is left.

Refuses to know the wall clock: the caller passes a monotonic one.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from scorecard_runner.errors import SoftTimeLimit


@dataclass(frozen=True)
class Deadline:
    """A point on a monotonic clock, in seconds."""

    expires_at_s: float
    clock: Callable[[], float] = time.monotonic

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float] = time.monotonic) -> "Deadline":
        """Return the deadline that passes `seconds` from now."""
        return cls(clock() + seconds, clock)

    def left_s(self, at_most_s: float = float("inf")) -> float:
        """Return the seconds left, never more than `at_most_s`.

        Raises:
            SoftTimeLimit: nothing is left.
        """
        left = self.expires_at_s - self.clock()
        if left <= 0:
            raise SoftTimeLimit
        return min(left, at_most_s)
