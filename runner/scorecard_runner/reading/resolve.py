"""Chooses between readings of a cell by the checks that hold; never a value that nobody read.

Every change of what was believed first is kept as a `Choice`: what was read, what it became, which check said so.
"""

from dataclasses import dataclass

from scorecard_runner.reading.arithmetic import Check, CheckResult, check_innings, check_rows
from scorecard_runner.reading.card import CellPlace, Innings
from scorecard_runner.reading.cells import Cell

_ROUNDS = 2
_MOST_OPEN_CELLS = 60
_CHECK_OF_INNINGS = 1.0
_CHECK_OF_ROW = 0.8
_CONFIDENCE = 0.5
"""What full confidence of the reader weighs against a check."""


@dataclass(frozen=True)
class Choice:
    """A cell whose believed value is not the first that was read."""

    place: CellPlace
    read: float
    became: float
    because: str


def resolve_innings(innings: Innings) -> tuple[Innings, tuple[Choice, ...]]:
    """Return the innings with the readings that satisfy most checks, and what was chosen against the first reading."""
    for _ in range(_ROUNDS):
        chosen = _one_round(innings)
        if chosen == innings:
            break
        innings = chosen
    return innings, _choices(innings)


def _one_round(innings: Innings) -> Innings:
    open_cells = [(place, cell) for place, cell in innings.cells() if len(cell.candidates) > 1][:_MOST_OPEN_CELLS]
    for place, cell in open_cells:
        options = [innings.with_cell(place, cell.choosing(index)) for index in cell.candidates]
        innings = max([innings, *options], key=lambda option: _score(option, place))
    return innings


def _score(innings: Innings, place: CellPlace) -> float:
    """Return what speaks for the innings as it stands; only checks with this cell can differ."""
    score = sum(_CHECK_OF_INNINGS * _sign(check) for check in check_innings(innings))
    score += sum(_CHECK_OF_ROW * _sign(check) for check in check_rows(innings) if place in check.cells)
    cell = _cell_at(innings, place)
    return score + _CONFIDENCE * (cell.readings[cell.chosen].confidence + 0.2 * (cell.agreement - 1))


def _sign(check: Check) -> int:
    return {CheckResult.HOLDS: 1, CheckResult.FAILS: -1, CheckResult.UNTRIED: 0}[check.result]


def _cell_at(innings: Innings, place: CellPlace) -> Cell:
    return next(cell for where, cell in innings.cells() if where == place)


def _choices(innings: Innings) -> tuple[Choice, ...]:
    checks = [*check_innings(innings), *check_rows(innings)]
    found = []
    for place, cell in innings.cells():
        if cell.value is None or cell.value == cell.readings[0].value:
            continue
        held = next((c.name for c in checks if c.result is CheckResult.HOLDS and place in c.cells), "")
        found.append(Choice(place, cell.readings[0].value, cell.value, held or "a second look"))
    return tuple(found)
