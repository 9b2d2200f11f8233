"""Signs that a sum is another one than it was taken for.

Three say what a side made: the total, its batters with the extras, and the bowlers of the others; whoever stands alone
against the other two is in doubt. Refuses to look at columns; `column_doubts` does.
"""

from collections.abc import Iterator
from dataclasses import replace

from scorecard_runner.reading.belief.arithmetic import (
    NOT_OF_BOWLERS,
    balls_of,
    check_innings,
    extras_of,
    has_batted,
    number_of,
)
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.belief.doubt import SUMMARY, Doubt, places_of_row, places_of_table
from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.grammar.overs import Overs
from scorecard_runner.reading.tables.vocabulary import Column

_SUMS_OF_BOWLERS = frozenset(
    {
        "bowlers' runs make the total without byes",
        "bowlers' wickets fit the dismissals",
        "bowlers' overs make the overs",
    }
)
_BYES = frozenset({CellPlace("extras", part="byes")})
_FAR_MORE = 1.3
_FAR = 0.3
_SEVERAL_SUMS = 3


def sum_doubts(innings: Innings) -> Iterator[Doubt]:
    """Yield what the sums of the innings say against its figures."""
    if _has_too_much_conceded(innings):
        yield from _who_is_wrong(innings)
    if _fails(innings, "parts of the extras make their total"):
        parts = frozenset(CellPlace("extras", part=part) for part in innings.extras if part != "total")
        yield Doubt("parts of its extras do not make their total.", parts)
    # The thin first letter of `lb` is easily lost, and every sum holds without it.
    if extras_of(innings, "byes") and "leg_byes" not in innings.extras:
        yield Doubt("its byes may be leg byes.", _BYES)


def has_sums_far_off(innings: Innings) -> bool:
    """Whether rows of both sides are far from the total and the overs: no misread figure and no printed error does that.

    Where no dismissal is printed, only the best may be listed, and no sum can hold.
    """
    far = sum(abs(found - wanted) > _FAR * wanted for found, wanted in _sums_and_wishes(innings))
    is_full = any(line.dismissal for line in innings.batting)
    return far >= _SEVERAL_SUMS and is_full and not _proves_total(innings) and not _is_total_alone(innings)


def _sums_and_wishes(innings: Innings) -> Iterator[tuple[float, float]]:
    """Yield the sums of the rows, each with what is printed for it."""
    total, overs = number_of(innings, "total"), _balls_of_overs(innings)
    if total is not None:
        yield _scored(innings) + (extras_of(innings, "total") or 0), total
        if innings.bowling:
            yield _conceded(innings) + sum(extras_of(innings, part) or 0 for part in NOT_OF_BOWLERS), total
    if overs is not None and innings.bowling:
        yield sum(balls_of(line) or 0 for line in innings.bowling), overs
    if overs is not None and any(line.cell(Column.BALLS) for line in innings.batting):
        yield _faced(innings), overs


def _is_total_alone(innings: Innings) -> bool:
    """Whether the total is far below what its batters and the bowlers of the others say alike."""
    return _has_too_much_conceded(innings) and _scored(innings) > (number_of(innings, "total") or 0)


def _proves_total(innings: Innings) -> bool:
    """Whether the batters and the extras make the total."""
    name = "batters and extras make the total"
    return any(check.name == name and check.result is CheckResult.HOLDS for check in check_innings(innings))


def _who_is_wrong(innings: Innings) -> Iterator[Doubt]:
    """Yield the doubt about bowlers who conceded far more than the total: the total if the batters say so too."""
    if _is_total_alone(innings):
        yield Doubt("batters and bowlers say another total.", SUMMARY)
    elif (intruder := _intruder(innings)) is not None:
        yield Doubt("a bowler too many.", places_of_row(innings, "bowling", intruder))
    elif _proves_total(innings):
        yield Doubt("its bowlers conceded far more than was scored.", places_of_table(innings, "bowling"))
    else:
        yield Doubt("its bowlers conceded far more than was scored.")


def _intruder(innings: Innings) -> int | None:
    """Return the one row without which all sums of the bowlers hold that can be tried."""
    rows = range(len(innings.bowling))
    without = [replace(innings, bowling=innings.bowling[:row] + innings.bowling[row + 1 :]) for row in rows]
    found = [row for row, rest in zip(rows, without, strict=True) if _bowlers_fit(rest)]
    return found[0] if len(found) == 1 else None


def _bowlers_fit(innings: Innings) -> bool:
    results = [check.result for check in check_innings(innings) if check.name in _SUMS_OF_BOWLERS]
    return CheckResult.HOLDS in results and CheckResult.FAILS not in results


def _scored(innings: Innings) -> float:
    return sum(line.value(Column.RUNS) or 0 for line in innings.batting)


def _faced(innings: Innings) -> float:
    return sum(line.value(Column.BALLS) or 0 for line in innings.batting if has_batted(line))


def _conceded(innings: Innings) -> float:
    return sum(line.value(Column.RUNS) or 0 for line in innings.bowling)


def _balls_of_overs(innings: Innings) -> int | None:
    overs = Overs.from_number(innings.overs.value) if innings.overs and innings.overs.value is not None else None
    return overs.total_balls if overs else None


def _has_too_much_conceded(innings: Innings) -> bool:
    total = number_of(innings, "total")
    return total is not None and _conceded(innings) > _FAR_MORE * max(total, 1)


def _fails(innings: Innings, name: str) -> bool:
    return any(check.name == name and check.result is CheckResult.FAILS for check in check_innings(innings))
