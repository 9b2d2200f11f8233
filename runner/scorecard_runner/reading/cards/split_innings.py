"""One innings whose batting table was torn in two, as text beside it tears tables: the halves put together again.

The first half has neither extras nor bowlers, both say the same score or the first says none, and the batters of both with
the extras of the second make its total. Refuses to join what does not add up.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.vocabulary import Column

_MOST_BATTERS = 11


def with_halves_joined(innings: Sequence[Innings]) -> list[Innings]:
    """Return the innings in printed order, with those joined that are halves of one."""
    found: list[Innings] = []
    for each in innings:
        is_half = bool(found) and _are_halves(found[-1], each)
        found.append(_joined(found.pop(), each) if is_half else each)
    return found


def _are_halves(upper: Innings, lower: Innings) -> bool:
    if not upper.batting or not lower.batting or upper.extras or upper.bowling:
        return False
    if len(upper.batting) + len(lower.batting) > _MOST_BATTERS or _names(upper) & _names(lower):
        return False
    return _value(upper.total) in {None, _value(lower.total)} and _make_total(upper, lower)


def _make_total(upper: Innings, lower: Innings) -> bool:
    total, extras = _value(lower.total), _value(lower.extras.get("total"))
    runs = [line.value(Column.RUNS) for line in (*upper.batting, *lower.batting)]
    return None not in {total, extras, *runs} and sum(each or 0 for each in (*runs, extras)) == total


def _joined(upper: Innings, lower: Innings) -> Innings:
    return replace(
        lower,
        team=upper.team if upper.total or not lower.team else lower.team,
        batting=(*upper.batting, *lower.batting),
        did_not_bat=(*upper.did_not_bat, *lower.did_not_bat),
        fall_of_wickets=lower.fall_of_wickets or upper.fall_of_wickets,
    )


def _names(innings: Innings) -> set[str]:
    return {line.name.text.casefold() for line in innings.batting if line.name}


def _value(cell: Cell | None) -> float | None:
    return cell.value if cell else None
