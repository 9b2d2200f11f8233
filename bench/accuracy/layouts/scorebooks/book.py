"""One make of scorebook and who writes in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.accuracy.invented.dice import Dice
from bench.accuracy.layouts.scorebooks.pen import Pen

MARK = 0.7
"""How large the mark of a ball is beside a name."""

NAME_EM = 9.4
HOW_EM = 7.2
"""Widths of boxes in sizes of the pen."""


@dataclass(frozen=True)
class Book:
    """One make of book: its captions, how many rows and boxes are ruled, where the strokes stand, and who writes in it."""

    pen: Pen
    dice: Dice
    order: tuple[str, ...]
    batter: str
    log: str
    total: str
    rows: int
    overs: int
    dot: str
    has_totals_of_overs: bool
    is_short: bool

    def over_mark(self, marks: Sequence[str]) -> str:
        """Return what stands in the box of an over."""
        half = (len(marks) + 1) // 2
        if len(marks) <= 1:
            return self.pen.write(" ".join(marks), 1.2)
        lines = (" ".join(marks[:half]), " ".join(marks[half:]))
        return "<br>".join(self.pen.write(line, 0.85 * MARK) for line in lines)
