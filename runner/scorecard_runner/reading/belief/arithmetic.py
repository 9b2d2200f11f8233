"""The identities of cricket as soft checks: they raise or lower belief and choose between readings, nothing more.

Printed cards lie (economy on decimal overs, extras whose parts do not add up, retirements without a wicket), so a
failing check never changes a value. A check that lacks a number is untried.
"""

import itertools
from collections.abc import Callable, Sequence
from functools import partial

from scorecard_runner.reading.belief.checks import Check, decide, untried
from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings, PlayerLine
from scorecard_runner.reading.grammar.dismissals import HowOut
from scorecard_runner.reading.grammar.overs import Overs
from scorecard_runner.reading.grammar.scores import ALL_OUT_WICKETS
from scorecard_runner.reading.tables.vocabulary import Column

_MOST_WICKETS = 10
CREDITED_TO_BOWLERS = frozenset({HowOut.BOWLED, HowOut.CAUGHT, HowOut.LBW, HowOut.STUMPED, HowOut.HIT_WICKET})
"""Dismissals that count among a bowler's wickets."""

_MOST_BATTERS = 11
_ALL_PARTS = ("byes", "leg_byes", "wides", "no_balls")
NOT_OF_BOWLERS = ("byes", "leg_byes", "penalty")
"""Parts of the extras that no bowler concedes."""


def check_innings(innings: Innings) -> tuple[Check, ...]:
    """Return every check of the innings as a whole, tried or not."""
    return tuple(check(innings) for check in _CHECKS)


def sum_of(lines: Sequence[PlayerLine], column: Column) -> int | None:
    """Return the sum of a column; None where a cell that should hold a number was not read."""
    values = [line.value(column) for line in lines]
    if not lines or any(value is None for value in values):
        return None
    return round(sum(value for value in values if value is not None))


def _places(table: str, lines: Sequence[PlayerLine], column: Column) -> list[CellPlace]:
    return [CellPlace(table, row, column.value) for row in range(len(lines))]


def extras_of(innings: Innings, part: str) -> int | None:
    """Return the extras of that kind, or their `total`; None if they were not read."""
    cell = innings.extras.get(part)
    return round(cell.value) if cell and cell.value is not None else None


def extras_said(innings: Innings) -> int | None:
    """Return the extras as printed, or else what all their parts make; None if parts may be missing."""
    total, parts = extras_of(innings, "total"), [extras_of(innings, part) for part in _ALL_PARTS]
    return sum(part or 0 for part in parts) if total is None and None not in parts else total


def number_of(innings: Innings, part: str) -> int | None:
    """Return `total` or `wickets`, or completed `overs`; None if it was not read."""
    cell = getattr(innings, part)
    return round(cell.value) if cell is not None and cell.value is not None else None


def _batting_total(innings: Innings) -> Check:
    name = "batters and extras make the total"
    total, extras = number_of(innings, "total"), extras_said(innings)
    runs = sum_of([line for line in innings.batting if has_batted(line)], Column.RUNS)
    if total is None or runs is None:
        return untried(name)
    if extras is None:
        # Without a line of extras only too many runs say something is wrong.
        return untried(name) if runs <= total else decide(name, holds=False, detail=f"{runs} > {total}", cells=())
    cells = [CellPlace("total"), CellPlace("extras", part="total"), *_places("batting", innings.batting, Column.RUNS)]
    sign = "=" if runs + extras == total else "≠"
    return decide(name, holds=runs + extras == total, detail=f"{runs} + {extras} {sign} {total}", cells=cells)


def has_batted(line: BattingLine) -> bool:
    """Whether runs are printed in the row."""
    return not (line.dismissal and line.dismissal.how_out in {HowOut.DID_NOT_BAT, HowOut.ABSENT_HURT})


def _extras_parts(innings: Innings) -> Check:
    name = "parts of the extras make their total"
    total = extras_of(innings, "total")
    parts = [cell for part, cell in innings.extras.items() if part != "total" and cell.value is not None]
    if total is None or not parts:
        return untried(name)
    added = round(sum(cell.value for cell in parts if cell.value is not None))
    cells = [CellPlace("extras", part=part) for part in innings.extras]
    return decide(name, holds=added == total, detail=f"{added} {'=' if added == total else '≠'} {total}", cells=cells)


def _bowling_runs(innings: Innings) -> Check:
    name = "bowlers' runs make the total without byes"
    total, conceded = number_of(innings, "total"), sum_of(innings.bowling, Column.RUNS)
    if total is None or conceded is None or not innings.extras:
        return untried(name)
    byes = sum(extras_of(innings, part) or 0 for part in NOT_OF_BOWLERS)
    if len(innings.extras) == 1 and extras_of(innings, "total"):
        return untried(name)
    cells = [CellPlace("total"), *_places("bowling", innings.bowling, Column.RUNS)]
    cells += [CellPlace("extras", part=part) for part in NOT_OF_BOWLERS if part in innings.extras]
    sign = "=" if conceded + byes == total else "≠"
    return decide(name, holds=conceded + byes == total, detail=f"{conceded} + {byes} {sign} {total}", cells=cells)


def _wickets_fallen(innings: Innings) -> Check:
    name = "dismissed batters make the wickets"
    wickets = number_of(innings, "wickets")
    if wickets is None or not innings.batting or any(line.dismissal is None for line in innings.batting):
        return untried(name)
    fallen = sum(line.dismissal.how_out.is_out for line in innings.batting if line.dismissal)
    # A side that is all out may have lost a batter to an injury instead of the tenth wicket.
    holds = fallen == wickets or (wickets == ALL_OUT_WICKETS and len(innings.batting) < _MOST_BATTERS > fallen)
    return decide(
        name,
        holds=holds,
        detail=f"{fallen} {'=' if fallen == wickets else '≠'} {wickets}",
        cells=[CellPlace("wickets")],
    )


def _bowlers_wickets(innings: Innings) -> Check:
    name = "bowlers' wickets fit the dismissals"
    taken = sum_of(innings.bowling, Column.WICKETS)
    if taken is None or not innings.batting or any(line.dismissal is None for line in innings.batting):
        return untried(name)
    credited = sum(line.dismissal.how_out in CREDITED_TO_BOWLERS for line in innings.batting if line.dismissal)
    cells = _places("bowling", innings.bowling, Column.WICKETS)
    return decide(
        name, holds=taken == credited, detail=f"{taken} {'=' if taken == credited else '≠'} {credited}", cells=cells
    )


def _bowling_overs(innings: Innings) -> Check:
    name = "bowlers' overs make the overs"
    bowled = [balls_of(line) for line in innings.bowling]
    total = Overs.from_number(innings.overs.value) if innings.overs and innings.overs.value is not None else None
    if total is None or not bowled or any(balls is None for balls in bowled):
        return untried(name)
    balls = sum(each for each in bowled if each is not None)
    cells = [CellPlace("overs"), *_places("bowling", innings.bowling, Column.OVERS)]
    sign = "=" if balls == total.total_balls else "≠"
    return decide(
        name, holds=balls == total.total_balls, detail=f"{balls} {sign} {total.total_balls} balls", cells=cells
    )


def _balls_faced(innings: Innings) -> Check:
    name = "balls faced make the overs"
    faced = sum_of([line for line in innings.batting if has_batted(line)], Column.BALLS)
    total = Overs.from_number(innings.overs.value) if innings.overs and innings.overs.value is not None else None
    no_balls = extras_of(innings, "no_balls") or 0
    if faced is None or total is None or not innings.extras:
        return untried(name)
    cells = [CellPlace("overs"), *_places("batting", innings.batting, Column.BALLS)]
    sign = "=" if faced == total.total_balls + no_balls else "≠"
    detail = f"{faced} {sign} {total.total_balls} + {no_balls}"
    return decide(name, holds=faced == total.total_balls + no_balls, detail=detail, cells=cells)


def _bowlers_extras(innings: Innings, column: Column) -> Check:
    """Return a check that can only hold: bowlers' columns count balls, extras count runs, and both are right."""
    name = f"bowlers' {column.value.replace('_', '-')} make those of the extras"
    bowled, printed = sum_of(innings.bowling, column), extras_of(innings, column.value)
    if bowled is None or printed is None or bowled != printed:
        return untried(name)
    cells = [CellPlace("extras", part=column.value), *_places("bowling", innings.bowling, column)]
    return decide(name, holds=True, detail=f"{bowled} = {printed}", cells=cells)


def _fall_of_wickets(innings: Innings) -> Check:
    name = "fall of wickets climbs to the total"
    total, wickets = number_of(innings, "total"), number_of(innings, "wickets")
    falls = innings.fall_of_wickets
    if total is None or not falls:
        return untried(name)
    climbs = all(low.runs <= high.runs for low, high in itertools.pairwise(falls))
    within = falls[-1].runs <= total and (wickets is None or len(falls) <= wickets)
    return decide(
        name,
        holds=climbs and within,
        detail=f"{len(falls)} wickets, last at {falls[-1].runs} of {total}",
        cells=[CellPlace("total")],
    )


_CHECKS: tuple[Callable[[Innings], Check], ...] = (
    _batting_total,
    _extras_parts,
    _bowling_runs,
    _wickets_fallen,
    _bowlers_wickets,
    _bowling_overs,
    _balls_faced,
    partial(_bowlers_extras, column=Column.WIDES),
    partial(_bowlers_extras, column=Column.NO_BALLS),
    _fall_of_wickets,
)


def balls_of(line: PlayerLine) -> int | None:
    """Return the balls that a bowler bowled; None if the overs were not read."""
    value = line.value(Column.OVERS)
    overs = Overs.from_number(value) if value is not None else None
    return overs.total_balls if overs else None
