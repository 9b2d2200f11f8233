"""Batters of whom nothing says how they got out, although the card says it of the others: a reader lost their lines.

Told by the wickets, or by who is printed as not out. Refuses to count in cards that leave most dismissals out, and those
few that a card may leave blank because the batters were not out.
"""

from collections.abc import Iterator, Sequence

from scorecard_runner.reading.belief.doubt import Doubt, places_of_column
from scorecard_runner.reading.belief.evidence import DISMISSAL, NAME
from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings
from scorecard_runner.reading.grammar.dismissals import HowOut
from scorecard_runner.reading.tables.vocabulary import Column

_LEAST_TOLD, _LEAST_SHARE = 3, 0.3
"""Batters whose way out is printed, and their share of those who batted: fewer are no custom of the card."""

_AT_THE_CREASE = 2
_SEVERAL = 2
"""Rows without their dismissals: names may then have lost letters to lines that were taken for one."""


def count_lost_dismissals(innings: Innings) -> int:
    """Return how many dismissals must be printed that nobody read; 0 where the card may have none."""
    batted = [line for line in innings.batting if line.value(Column.RUNS) is not None]
    outs = sum(line.dismissal is not None and line.dismissal.how_out.is_out for line in batted)
    untold = len(_untold(batted))
    if outs < max(_LEAST_TOLD, _LEAST_SHARE * len(batted)):
        return 0
    if any(line.dismissal and line.dismissal.how_out is HowOut.NOT_OUT for line in batted):
        return untold
    wickets = innings.wickets.value if innings.wickets else None
    if wickets is None:
        return max(0, untold - _AT_THE_CREASE)
    return max(0, min(untold, round(wickets) - outs))


def lost_dismissal_doubts(innings: Innings) -> Iterator[Doubt]:
    """Yield the doubt that dismissals are missing."""
    lost = count_lost_dismissals(innings)
    if lost >= _SEVERAL:
        names, ways = (places_of_column(innings, "batting", part) for part in (NAME, DISMISSAL))
        yield Doubt("dismissals are missing.", names | ways)
    elif lost:
        rows = [row for row, line in enumerate(innings.batting) if line in _untold(innings.batting)]
        yield Doubt("a dismissal is missing.", frozenset(CellPlace("batting", row, DISMISSAL) for row in rows))


def _untold(lines: Sequence[BattingLine]) -> list[BattingLine]:
    return [line for line in lines if line.dismissal is None and line.value(Column.RUNS) is not None]
