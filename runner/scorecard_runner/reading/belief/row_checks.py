"""The identities of one row as soft checks: strike rate, economy, boundaries within the runs.

Rates are printed rounded, cut off, or divided by 3.4 as if it were a decimal: what sources do passes.
"""

from collections.abc import Iterator

from scorecard_runner.reading.belief.arithmetic import balls_of
from scorecard_runner.reading.belief.checks import Check, CheckResult, decide, untried
from scorecard_runner.reading.cards.card import BattingLine, BowlingLine, CellPlace, Innings
from scorecard_runner.reading.grammar.overs import BALLS_PER_OVER
from scorecard_runner.reading.tables.vocabulary import Column

_STRIKE_RATE_TOLERANCE = 1.0  # some sources print whole numbers, cut off
_ECONOMY_TOLERANCE = 0.11  # some print one decimal, cut off


def check_rows(innings: Innings) -> Iterator[Check]:
    """Yield the tried checks of single rows: strike rate, economy, boundaries within runs."""
    for row in range(len(innings.batting)):
        yield from check_row(innings, "batting", row)
    for row in range(len(innings.bowling)):
        yield from check_row(innings, "bowling", row)


def check_row(innings: Innings, table: str, row: int) -> Iterator[Check]:
    """Yield the tried checks of one row of `batting` or `bowling`; none for any other table."""
    if table == "batting":
        yield from _tried(_strike_rate(innings.batting[row], row), _boundaries(innings.batting[row], row))
    elif table == "bowling":
        yield from _tried(_economy(innings.bowling[row], row))


def _tried(*checks: Check) -> Iterator[Check]:
    return (check for check in checks if check.result is not CheckResult.UNTRIED)


def _strike_rate(line: BattingLine, row: int) -> Check:
    name = "strike rate"
    rate, runs, balls = (line.value(column) for column in (Column.STRIKE_RATE, Column.RUNS, Column.BALLS))
    if rate is None or runs is None or balls is None:
        return untried(name)
    expected = 100 * runs / balls if balls else 0.0
    cells = [CellPlace("batting", row, each.value) for each in (Column.STRIKE_RATE, Column.RUNS, Column.BALLS)]
    holds = abs(rate - expected) < _STRIKE_RATE_TOLERANCE
    return decide(name, holds=holds, detail=f"100 x {runs:g} / {balls:g} and {rate:g}", cells=cells)


def _boundaries(line: BattingLine, row: int) -> Check:
    name = "boundaries within the runs"
    runs = line.value(Column.RUNS)
    fours, sixes = line.value(Column.FOURS), line.value(Column.SIXES)
    if runs is None or (fours is None and sixes is None):
        return untried(name)
    scored = 4 * (fours or 0) + 6 * (sixes or 0)
    cells = [CellPlace("batting", row, each.value) for each in (Column.RUNS, Column.FOURS, Column.SIXES)]
    return decide(name, holds=scored <= runs, detail=f"{scored:g} of {runs:g}", cells=cells)


def _economy(line: BowlingLine, row: int) -> Check:
    name = "economy"
    economy, runs, balls = line.value(Column.ECONOMY), line.value(Column.RUNS), balls_of(line)
    if economy is None or runs is None or not balls:
        return untried(name)
    overs = line.value(Column.OVERS) or 0.0
    # Some sources divide by 3.4 as if it were three and four tenths.
    holds = min(abs(economy - BALLS_PER_OVER * runs / balls), abs(economy - runs / overs)) < _ECONOMY_TOLERANCE
    cells = [CellPlace("bowling", row, each.value) for each in (Column.ECONOMY, Column.RUNS, Column.OVERS)]
    return decide(name, holds=holds, detail=f"{runs:g} off {balls} balls and {economy:g}", cells=cells)
