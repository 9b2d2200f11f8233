"""Signs that one innings was taken for two.

Beside an innings that lacks batters stand rows without a side and a total, or another one of its score that lacks some too.
Refuses to join them: which rows belong to which is for `cards` to say.
"""

from collections.abc import Sequence
from itertools import pairwise

from scorecard_runner.reading.belief.arithmetic import number_of
from scorecard_runner.reading.belief.doubt import Doubt
from scorecard_runner.reading.cards.card import Innings

_SPLIT = Doubt("it may be a part of the innings beside it.")


def doubts_between(innings: Sequence[Innings]) -> tuple[tuple[Doubt, ...], ...]:
    """Return the doubts about each innings that its neighbours give rise to."""
    split: set[int] = set()
    for at, (before, behind) in enumerate(pairwise(innings)):
        lack = _lacks_batters(before), _lacks_batters(behind)
        is_one = all(lack) and _have_same_score(before, behind)
        if is_one or (lack[0] and _is_loose(behind)) or (_is_loose(before) and lack[1]):
            split |= {at, at + 1}
    return tuple((_SPLIT,) if at in split else () for at in range(len(innings)))


def _is_loose(innings: Innings) -> bool:
    """Whether nothing sums up its batters."""
    is_summed = innings.total is not None or bool(innings.extras)
    return bool(innings.batting) and not is_summed and (innings.team is None or not innings.bowling)


def _have_same_score(first: Innings, second: Innings) -> bool:
    runs, wickets = ({number_of(each, part) for each in (first, second)} for part in ("total", "wickets"))
    return None not in runs | wickets and len(runs) == len(wickets) == 1


def _lacks_batters(innings: Innings) -> bool:
    """Whether more wickets fell than its rows tell of."""
    wickets = number_of(innings, "wickets")
    return wickets is not None and sum(_may_be_out(innings)) < wickets


def _may_be_out(innings: Innings) -> Sequence[bool]:
    return [line.dismissal is None or line.dismissal.how_out.is_out for line in innings.batting]
