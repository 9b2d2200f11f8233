"""Overs as cricket writes them: `19.3` is nineteen overs and three balls, never nineteen and three tenths."""

import re
from dataclasses import dataclass

BALLS_PER_OVER = 6

_OVERS = re.compile(r"(\d{1,3})(?:\.(\d))?")


@dataclass(frozen=True, slots=True)
class Overs:
    """Completed overs and the balls of one that was not completed."""

    completed: int
    balls: int = 0

    @property
    def total_balls(self) -> int:
        """Legal balls in all."""
        return self.completed * BALLS_PER_OVER + self.balls

    @property
    def number(self) -> float:
        """As printed, 19.3."""
        return float(f"{self.completed}.{self.balls}")

    @classmethod
    def from_number(cls, number: float) -> "Overs | None":
        """Return the overs printed as this number; None where no over has that many balls."""
        return parse_overs(f"{number:g}")


def parse_overs(text: str) -> Overs | None:
    """Return the overs, or None if these cannot be overs.

    `12.6` is taken: some sources count to the sixth ball before they turn the over.
    """
    matched = _OVERS.fullmatch(text.strip())
    if not matched:
        return None
    balls = int(matched[2] or 0)
    return Overs(int(matched[1]), balls) if balls <= BALLS_PER_OVER else None
