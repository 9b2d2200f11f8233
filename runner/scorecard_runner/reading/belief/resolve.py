"""Chooses between readings of a cell by the checks that hold; never a value that nobody read.

Every change of what was believed first is kept as a `Choice`: what was read, what it became, which check said so.
"""

from dataclasses import dataclass

from scorecard_runner.reading.belief.arithmetic import check_innings, number_of
from scorecard_runner.reading.belief.checks import Check, CheckResult
from scorecard_runner.reading.belief.row_checks import check_row, check_rows
from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.vocabulary import Column

_ROUNDS = 2
_MOST_OPEN_CELLS = 60
_CHECK_OF_INNINGS = 1.0
_CHECK_OF_ROW = 0.8
_CONFIDENCE = 0.5
"""What full confidence of the reader weighs against a check."""


@dataclass(frozen=True)
class Choice:
    """A cell whose believed value is not the first that was read; `read` is None if nothing was."""

    place: CellPlace
    read: float | None
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
        others = (cell.choosing(index) for index in cell.candidates if index != cell.chosen)
        options = [(innings, cell), *((innings.with_cell(place, other), other) for other in others)]
        innings, _ = max(options, key=lambda option: _score(place, *option))
    return innings


def _score(place: CellPlace, innings: Innings, cell: Cell) -> float:
    """Return what speaks for the innings with the cell at that place; only checks with this cell can differ."""
    score = sum(_CHECK_OF_INNINGS * _sign(check) for check in check_innings(innings))
    rows = check_row(innings, place.where, place.row) if place.row is not None else ()
    score += sum(_CHECK_OF_ROW * _sign(check) for check in rows if place in check.cells)
    score -= _CHECK_OF_ROW * _is_more_than_all_made(place, innings, cell)
    return score + _CONFIDENCE * (cell.readings[cell.chosen].confidence + 0.2 * (cell.agreement - 1))


def _is_more_than_all_made(place: CellPlace, innings: Innings, cell: Cell) -> bool:
    """Whether a player alone made or conceded more than the total: two columns were read in one go."""
    total = number_of(innings, "total")
    is_runs = place.row is not None and place.part == Column.RUNS.value
    return is_runs and total is not None and cell.value is not None and cell.value > total


def _sign(check: Check) -> int:
    return {CheckResult.HOLDS: 1, CheckResult.FAILS: -1, CheckResult.UNTRIED: 0}[check.result]


def _choices(innings: Innings) -> tuple[Choice, ...]:
    checks = [*check_innings(innings), *check_rows(innings)]
    found = []
    for place, cell in innings.cells():
        if cell.value is None or cell.value == cell.readings[0].value:
            continue
        held = next((c.name for c in checks if c.result is CheckResult.HOLDS and place in c.cells), "")
        found.append(Choice(place, cell.readings[0].value, cell.value, held or "a second look"))
    return tuple(found)
