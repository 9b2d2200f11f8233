"""What is counted: which cells of a scorecard, and what a judgement of one of them says.

Refuses to compare anything; `scoring` does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Fields = Mapping[str, Any]
"""A row, an innings or a whole card as in its JSON file; what is not printed is absent."""


class Part(StrEnum):
    """The part of an innings that a cell belongs to."""

    INNINGS = "innings"
    BATTING = "batting"
    BOWLING = "bowling"
    EXTRAS = "extras"


COUNTED: Mapping[Part, tuple[str, ...]] = {
    Part.INNINGS: ("total", "wickets", "overs"),
    Part.BATTING: ("name", "kind", "bowler", "runs", "balls", "fours", "sixes"),
    Part.BOWLING: ("name", "overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"),
    Part.EXTRAS: ("total", "byes", "leg_byes", "wides", "no_balls", "penalty"),
}
"""The cells that count, in the order in which reports list them."""


class Outcome(StrEnum):
    """How the answer for a cell compares with what is printed."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class JudgedCell:
    """One cell that is printed, or answered, or both.

    `place` names innings and row for people; `confidence` is from 0 to 1; `is_certain` is None where the reader says
    nothing of its certainty.
    """

    part: Part
    field: str
    place: str
    truth: Any
    answer: Any
    outcome: Outcome
    confidence: float | None = None
    is_certain: bool | None = None

    @property
    def is_answered(self) -> bool:
        """Whether the reader gave a value, right or not."""
        return self.outcome is not Outcome.MISSING


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of cells by outcome. A wrong value costs twice: one cell too many, and one not found."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    invented: int = 0

    @classmethod
    def of(cls, cells: Iterable[JudgedCell]) -> "Counts":
        """Count the cells."""
        numbers = dict.fromkeys(Outcome, 0)
        for cell in cells:
            numbers[cell.outcome] += 1
        return cls(*(numbers[outcome] for outcome in Outcome))

    @property
    def false_positives(self) -> int:
        """Answers that are not in the picture."""
        return self.wrong + self.invented

    @property
    def false_negatives(self) -> int:
        """Printed cells without their right answer."""
        return self.wrong + self.missing

    @property
    def printed(self) -> int:
        """Cells in the picture."""
        return self.right + self.false_negatives

    @property
    def answered(self) -> int:
        """Cells with an answer."""
        return self.right + self.false_positives

    @property
    def precision(self) -> float | None:
        """Share of the answers that are right; None without answers."""
        return share(self.right, self.answered)

    @property
    def recall(self) -> float | None:
        """Share of the printed cells that are right; None where nothing is printed."""
        return share(self.right, self.printed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where nothing is printed or answered."""
        return share(2 * self.right, self.printed + self.answered)


def share(part: float, whole: float) -> float | None:
    """Return part / whole, or None where there is no whole to have a share of."""
    return part / whole if whole else None
