"""What a sum that fails leaves of its figures: one of them is wrong and nobody knows which, so none is certain.

However well each was read: a figure that both readers cut short is as clear to them as any other. Refuses figures that a rate
of their row proves, a total that another sum makes, and sums that lack a whole row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from scorecard_runner.reading.belief.arithmetic import has_batted, number_of
from scorecard_runner.reading.belief.checks import Check, CheckResult
from scorecard_runner.reading.belief.row_checks import check_rows
from scorecard_runner.reading.cards.card import CellPlace, Innings

AT_MOST = 0.94
"""Just below certain."""

_BATTERS = "batters and extras make the total"
_SUMS = frozenset({_BATTERS, "bowlers' runs make the total without byes"})
_RATES = frozenset({"strike rate", "economy"})
_AT_THE_WICKET, _SIDE = 2, 11
"""Batters who are in at one time, and of a side."""


def without_certainty(
    confidences: Mapping[CellPlace, float], innings: Innings, sums: Sequence[Check]
) -> dict[CellPlace, float]:
    """Return the confidences with those in a failed sum lowered.

    Args:
        confidences: of numbers.
        innings: in which they stand.
        sums: the checks of the innings.
    """
    failed = _SUMS - ({_BATTERS} if _lacks_batters(innings) else set())
    suspects = set(_cells(sums, failed, CheckResult.FAILS))
    suspects -= {*_cells(sums, _SUMS, CheckResult.HOLDS), *_cells(check_rows(innings), _RATES, CheckResult.HOLDS)}
    return {place: min(sure, AT_MOST) if place in suspects else sure for place, sure in confidences.items()}


def _lacks_batters(innings: Innings) -> bool:
    """Whether fewer batters stand there than must have batted: then the sum lacks a row rather than a figure."""
    wickets = number_of(innings, "wickets")
    batted = sum(map(has_batted, innings.batting))
    return wickets is not None and batted < min(wickets + _AT_THE_WICKET, _SIDE)


def _cells(checks: Iterable[Check], names: AbstractSet[str], result: CheckResult) -> Iterator[CellPlace]:
    for check in checks:
        if check.name in names and check.result is result:
            yield from check.cells
