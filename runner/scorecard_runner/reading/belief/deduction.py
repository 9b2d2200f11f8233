"""Numbers that nobody could read and that follow from the others: a total from its parts, a part from the total.

What two independent sums say alike may also take the place of a total that was badly read and contradicts both; one that was
well read is printed so, and cards may be wrong. Everything here is told as a
correction, never passed off as read, and never certain. Refuses to
deduce anything from a value that was deduced, but for a total that both sums prove.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.belief.arithmetic import (
    CREDITED_TO_BOWLERS,
    NOT_OF_BOWLERS,
    balls_of,
    extras_of,
    extras_said,
    has_batted,
    number_of,
    sum_of,
)
from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings, PlayerLine
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.overs import BALLS_PER_OVER, Overs
from scorecard_runner.reading.tables.cells import Cell, Reading
from scorecard_runner.reading.tables.vocabulary import Column

PROVED = 0.94
"""Confidence in what two sums say alike: just below certain."""

FOLLOWS = 0.85
"""Confidence in what one sum says."""

_WELL_READ = 0.9
_NOWHERE = Box(0, 0, 0, 0)
_MOST_WICKETS = 10
_MOST_EXTRAS = 80


@dataclass(frozen=True)
class Deduction:
    """A number that follows from others; `read` is what was believed before, None if nothing was."""

    place: CellPlace
    read: float | None
    became: float
    because: str
    confidence: float


def deduce_total(innings: Innings) -> Deduction | None:
    """Return the total that batting and bowling say alike where none was read, or badly and another; None otherwise."""
    by_batting, by_bowling = _by_batting(innings), _by_bowling(innings)
    read = number_of(innings, "total")
    if by_batting is None or by_batting != by_bowling or by_batting == read or _is_well_read(innings.total):
        return None
    because = "batters and extras, and bowlers' runs and byes, make it"
    return Deduction(CellPlace("total"), read, by_batting, because, PROVED)


def deduce_rest(innings: Innings) -> tuple[Deduction, ...]:
    """Return what else was not read and follows from what was."""
    ways = (_total, _extras, _wickets, _overs, _batting_runs, _bowling_runs, _bowling_wickets)
    return tuple(found for way in ways for found in way(innings))


def with_deduced(innings: Innings, deductions: Sequence[Deduction]) -> Innings:
    """Return the innings with these numbers believed."""
    for each in deductions:
        innings = innings.with_cell(each.place, _believing(_cell_at(innings, each.place), each))
    return innings


def _cell_at(innings: Innings, place: CellPlace) -> Cell:
    return next((cell for at, cell in innings.cells() if at == place), Cell(Column.OTHER, _NOWHERE))


def _believing(cell: Cell, deduction: Deduction) -> Cell:
    readings = (*cell.readings, Reading(deduction.became, deduction.confidence))
    return replace(cell, readings=readings, chosen=len(readings) - 1)


def _by_batting(innings: Innings) -> int | None:
    """Return the runs of all batters with the extras."""
    extras, runs = extras_of(innings, "total"), sum_of(_batters(innings), Column.RUNS)
    return None if extras is None or runs is None else runs + extras


def _by_bowling(innings: Innings) -> int | None:
    """Return what all bowlers conceded with the extras that are not theirs."""
    conceded = sum_of(innings.bowling, Column.RUNS)
    parts = [part for part in innings.extras if part != "total"]
    if conceded is None or not (parts or extras_of(innings, "total") == 0):
        return None
    return conceded + sum(extras_of(innings, part) or 0 for part in NOT_OF_BOWLERS)


def _is_well_read(cell: Cell | None) -> bool:
    return cell is not None and cell.value is not None and cell.readings[cell.chosen].confidence >= _WELL_READ


def _total(innings: Innings) -> Iterator[Deduction]:
    if number_of(innings, "total") is not None:
        return
    by_batting, by_bowling = _by_batting(innings), _by_bowling(innings)
    highest = max((fall.runs for fall in innings.fall_of_wickets), default=0)
    for runs, because in ((by_batting, "batters and extras make it"), (by_bowling, "bowlers' runs and byes make it")):
        if runs is not None and runs >= highest and None in (by_batting, by_bowling):
            yield Deduction(CellPlace("total"), None, runs, because, FOLLOWS)


def _extras(innings: Innings) -> Iterator[Deduction]:
    total, runs = number_of(innings, "total"), sum_of(_batters(innings), Column.RUNS)
    if not innings.extras or extras_of(innings, "total") is not None or total is None or runs is None:
        return  # what is not printed stays absent
    parts = [cell.value for part, cell in innings.extras.items() if part != "total" and cell.value is not None]
    rest = total - runs
    made = extras_said(innings)
    if made is not None and made != rest:
        yield Deduction(CellPlace("extras", part="total"), None, made, "its parts make it", FOLLOWS)
    elif sum(parts) <= rest <= _MOST_EXTRAS:
        sure = PROVED if parts and sum(parts) == rest else FOLLOWS
        yield Deduction(CellPlace("extras", part="total"), None, rest, "total without the batters' runs", sure)


def _wickets(innings: Innings) -> Iterator[Deduction]:
    if number_of(innings, "wickets") is not None or number_of(innings, "total") is None:
        return
    dismissals = [line.dismissal for line in innings.batting]
    if not dismissals or any(dismissal is None for dismissal in dismissals):
        return
    out = sum(dismissal.how_out.is_out for dismissal in dismissals if dismissal)
    fallen = len(innings.fall_of_wickets)
    if out <= _MOST_WICKETS and fallen in (0, out):
        sure = PROVED if fallen else FOLLOWS
        yield Deduction(CellPlace("wickets"), None, out, "so many batters are out", sure)


def _overs(innings: Innings) -> Iterator[Deduction]:
    bowled = [balls_of(line) for line in innings.bowling]
    if number_of(innings, "overs") is not None or not bowled or _by_bowling(innings) != number_of(innings, "total"):
        return
    if all(balls is not None for balls in bowled):
        balls = sum(each for each in bowled if each is not None)
        overs = Overs(*divmod(balls, BALLS_PER_OVER)).number
        yield Deduction(CellPlace("overs"), None, overs, "the bowlers' overs make it", PROVED)


def _batting_runs(innings: Innings) -> Iterator[Deduction]:
    total, extras = number_of(innings, "total"), extras_of(innings, "total")
    if total is not None and extras is not None:
        yield from _missing(innings, "batting", Column.RUNS, total - extras, "what the total wants")


def _bowling_runs(innings: Innings) -> Iterator[Deduction]:
    total = number_of(innings, "total")
    if total is not None and any(part != "total" for part in innings.extras):
        wanted = total - sum(extras_of(innings, part) or 0 for part in NOT_OF_BOWLERS)
        yield from _missing(innings, "bowling", Column.RUNS, wanted, "what the total wants")


def _bowling_wickets(innings: Innings) -> Iterator[Deduction]:
    dismissals = [line.dismissal for line in innings.batting]
    if dismissals and all(dismissals):
        wanted = sum(each.how_out in CREDITED_TO_BOWLERS for each in dismissals if each)
        yield from _missing(innings, "bowling", Column.WICKETS, wanted, "what the dismissals want")


def _missing(innings: Innings, table: str, column: Column, wanted: int, because: str) -> Iterator[Deduction]:
    """Yield the one number of a column that was not read: the rest of what its sum must be."""
    lines: Sequence[PlayerLine] = getattr(innings, table)
    played = [(row, line) for row, line in enumerate(lines) if not isinstance(line, BattingLine) or has_batted(line)]
    cells = [line.cell(column) for _, line in played]
    unread = [at for at, cell in enumerate(cells) if cell is not None and cell.value is None and not cell.is_blank]
    if len(unread) != 1 or None in cells:
        return
    row, line = played[unread[0]]
    rest = wanted - sum(cell.value for cell in cells if cell is not None and cell.value is not None)
    if _is_possible(line, column, rest):
        yield Deduction(CellPlace(table, row, column.value), None, rest, because, FOLLOWS)


def _is_possible(line: PlayerLine, column: Column, value: float) -> bool:
    hit = 4 * (line.value(Column.FOURS) or 0) + 6 * (line.value(Column.SIXES) or 0)
    least = hit if column is Column.RUNS and isinstance(line, BattingLine) else 0
    return value >= least and (column is not Column.WICKETS or value <= _MOST_WICKETS)


def _batters(innings: Innings) -> list[PlayerLine]:
    return [line for line in innings.batting if has_batted(line)]
