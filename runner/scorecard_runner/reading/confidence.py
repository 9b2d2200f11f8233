"""How sure each number is, from the reader's own opinion, agreeing readings and the checks it takes part in.

Modest: the weights are set by hand from real cards, not fitted; a value is never surer than 0.99.
"""

from collections.abc import Iterable, Mapping

from scorecard_runner.reading.arithmetic import Check, CheckResult, check_innings, check_rows
from scorecard_runner.reading.card import CellPlace, Innings
from scorecard_runner.reading.cells import Cell

_SUREST = 0.99
_DOUBT_LEFT_BY_AGREEMENT = 0.5
_DOUBT_LEFT_BY_CHECK = 0.25
_FAILED_ROW_CHECK = 0.6
_FAILED_INNINGS_CHECK = 0.93  # one wrong cell among many fails it: each of them is only a little less likely
_OTHER_READING = 0.8


def number_confidences(innings: Innings) -> dict[CellPlace, float]:
    """Return 0 to 1 for every number that is printed, 0 for those that could not be read.

    Cells whose paper is blank are left out.
    """
    row_checks = _by_cell(check_rows(innings))
    innings_checks = _by_cell(check_innings(innings))
    return {
        place: _confidence(cell, row_checks.get(place, []), innings_checks.get(place, []))
        for place, cell in innings.cells()
        if cell.value is not None or not cell.is_blank
    }


def _by_cell(checks: Iterable[Check]) -> Mapping[CellPlace, list[CheckResult]]:
    found: dict[CellPlace, list[CheckResult]] = {}
    for check in checks:
        for place in check.cells:
            found.setdefault(place, []).append(check.result)
    return found


def _confidence(cell: Cell, row_checks: list[CheckResult], innings_checks: list[CheckResult]) -> float:
    if cell.value is None:
        return 0.0
    agreeing = [reading.confidence for reading in cell.readings if reading.value == cell.value]
    doubt = 1 - max(agreeing)
    doubt *= _DOUBT_LEFT_BY_AGREEMENT ** (len(agreeing) - 1)
    held = [*row_checks, *innings_checks].count(CheckResult.HOLDS)
    sure = 1 - doubt * _DOUBT_LEFT_BY_CHECK**held
    sure *= _FAILED_ROW_CHECK ** row_checks.count(CheckResult.FAILS)
    sure *= _FAILED_INNINGS_CHECK ** innings_checks.count(CheckResult.FAILS)
    if len(cell.candidates) > 1 and not held:
        sure *= _OTHER_READING
    return max(0.01, min(_SUREST, sure))
