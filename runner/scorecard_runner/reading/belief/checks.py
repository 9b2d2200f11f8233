"""What a check is: one identity of cricket tried on an innings or a row, and how it ended.

Refuses to know the identities.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scorecard_runner.reading.cards.card import CellPlace


class CheckResult(StrEnum):
    """How a check ended."""

    HOLDS = "holds"
    FAILS = "fails"
    UNTRIED = "untried"


@dataclass(frozen=True)
class Check:
    """One identity tried on one innings; `cells` are the numbers in it, `detail` is the sum as a person writes it."""

    name: str
    result: CheckResult
    detail: str = ""
    cells: tuple[CellPlace, ...] = ()


def untried(name: str) -> Check:
    """Return the check that lacks a number."""
    return Check(name, CheckResult.UNTRIED)


def decide(name: str, *, holds: bool, detail: str, cells: Sequence[CellPlace]) -> Check:
    """Return the check that was tried on these numbers."""
    return Check(name, CheckResult.HOLDS if holds else CheckResult.FAILS, detail, tuple(cells))
