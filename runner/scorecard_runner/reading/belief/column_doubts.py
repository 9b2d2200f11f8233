"""Signs that a column of a table is another one than its name says.

Refuses to say which one it is, and to take a lost row for a wrong column: sums count only where others show that no row
is missing.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from scorecard_runner.reading.belief.arithmetic import (
    balls_of,
    check_innings,
    extras_of,
    has_batted,
    number_of,
)
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.belief.doubt import Doubt, places_of_column
from scorecard_runner.reading.belief.row_checks import check_rows
from scorecard_runner.reading.cards.card import Innings, PlayerLine
from scorecard_runner.reading.grammar.overs import Overs
from scorecard_runner.reading.tables.vocabulary import Column

_FAR = 0.2
_FAR_OVERS = 0.3
_FAR_WICKETS = 3
_MORE_BALLS = 1.1
_MOST_OF_A_BALL = 6
_LEAST_ROWS = 4
_LEAST_VALUES = 3
"""Different ones, from which two columns that say the same are one."""

_PROVED_SHARE = 0.5
_ALL_ROWS = "dismissed batters make the wickets"
_ALL_BOWLERS = "bowlers' runs make the total without byes"


def column_doubts(innings: Innings) -> Iterator[Doubt]:
    """Yield the columns of the innings that may be other ones."""
    for table in ("batting", "bowling"):
        lines: Sequence[PlayerLine] = getattr(innings, table)
        for column in _numberings(lines):
            yield Doubt("a column counts its rows.", places_of_column(innings, table, column))
        for column in _copies(lines):
            yield Doubt("two columns say the same.", places_of_column(innings, table, column))
    for table, column in (*_of_batting(innings), *_of_bowling(innings)):
        yield Doubt(f"its {column.value} are other figures.", places_of_column(innings, table, column))


def _numberings(lines: Sequence[PlayerLine]) -> Iterator[Column]:
    """Yield the columns that go up by one from row to row."""
    for column in _columns(lines):
        values = [value for line in lines if (value := line.value(column)) is not None]
        if len(values) >= _LEAST_ROWS and all(later - earlier == 1 for earlier, later in pairwise(values)):
            yield column


def _copies(lines: Sequence[PlayerLine]) -> Iterator[Column]:
    """Yield the columns that hold what another one holds."""
    for pair in combinations(_columns(lines), 2):
        first, second = ([line.value(column) for line in lines] for column in pair)
        if first == second and None not in first and len(set(first)) >= _LEAST_VALUES:
            yield from pair


def _columns(lines: Sequence[PlayerLine]) -> list[Column]:
    return list(dict.fromkeys(cell.column for line in lines for cell in line.cells))


def _of_batting(innings: Innings) -> Iterator[tuple[str, Column]]:
    if _is_rate_proved(innings):
        return
    if _has_too_many_balls(innings) or _has_impossible_rates(innings):
        yield "batting", Column.BALLS
    if _has_other_runs(innings):
        yield "batting", Column.RUNS
        yield "batting", Column.BALLS


def _of_bowling(innings: Innings) -> Iterator[tuple[str, Column]]:
    """Yield the columns that do not fit although the runs prove that no bowler is missing."""
    if not _holds(innings, _ALL_BOWLERS):
        return
    overs, bowled = _balls_of_overs(innings), sum(balls_of(line) or 0 for line in innings.bowling)
    if overs is not None and abs(bowled - overs) > _FAR_OVERS * overs:
        yield "bowling", Column.OVERS
    fallen = number_of(innings, "wickets")
    taken = sum(line.value(Column.WICKETS) or 0 for line in innings.bowling)
    if fallen is not None and (taken > fallen or fallen - taken > _FAR_WICKETS):
        yield "bowling", Column.WICKETS
        yield "bowling", Column.MAIDENS


def _holds(innings: Innings, name: str) -> bool:
    return any(check.name == name and check.result is CheckResult.HOLDS for check in check_innings(innings))


def _is_rate_proved(innings: Innings) -> bool:
    """Whether strike rates say the same of runs and balls in most rows."""
    rates = [check for check in check_rows(innings) if check.name == "strike rate"]
    held = sum(check.result is CheckResult.HOLDS for check in rates)
    return bool(rates) and held > _PROVED_SHARE * len(rates)


def _has_other_runs(innings: Innings) -> bool:
    """Whether the batters' runs are far from the total although no batter is missing and the bowlers prove it."""
    total, extras = number_of(innings, "total"), extras_of(innings, "total")
    if total is None or extras is None or not (_holds(innings, _ALL_ROWS) and _holds(innings, _ALL_BOWLERS)):
        return False
    if any(has_batted(line) and line.value(Column.RUNS) is None for line in innings.batting):
        return False  # what was not read is what lacks
    scored = sum(line.value(Column.RUNS) or 0 for line in innings.batting)
    return abs(scored + extras - total) > _FAR * total


def _has_too_many_balls(innings: Innings) -> bool:
    """Whether more balls were faced than were bowled."""
    overs, bowled = _balls_of_overs(innings), sum(balls_of(line) or 0 for line in innings.bowling)
    faced = sum(line.value(Column.BALLS) or 0 for line in innings.batting if has_batted(line))
    most = bowled if overs is None else overs
    return most > 0 and faced > _MORE_BALLS * most + (extras_of(innings, "no_balls") or 0)


def _balls_of_overs(innings: Innings) -> int | None:
    overs = Overs.from_number(innings.overs.value) if innings.overs and innings.overs.value is not None else None
    return overs.total_balls if overs else None


def _has_impossible_rates(innings: Innings) -> bool:
    """Whether somebody scored more than can be scored of so many balls; one overthrow is not too much."""
    return any(
        runs > _MOST_OF_A_BALL * (balls + 1)
        for line in innings.batting
        if (runs := line.value(Column.RUNS)) is not None and (balls := line.value(Column.BALLS)) is not None
    )
