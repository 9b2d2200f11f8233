"""Whose bowling it is: bowling tables dealt to the innings of a page by what both say, wherever they are printed.

The bowlers whom the dismissals name took the wickets, as many as their figures say. Refuses to move a table from where the
order of printing puts it unless another innings names clearly more of its bowlers.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from scorecard_runner.reading.cards.card import BattingLine, BowlingLine, Innings
from scorecard_runner.reading.tables.vocabulary import Column

_CLEARLY = 0.5
"""Share of the wickets by which another innings must fit better than that which the order of printing says."""

_LEAST_NAMED = 3
"""Wickets of named bowlers from which an innings that shares none of them with a table is surely another one."""

_MOST_WICKETS = 10
_LEAST_SURNAME = 3  # letters
_PARTICLES = frozenset({"van", "der", "den", "ter", "von", "del"})

Batters = Sequence[BattingLine]
Bowlers = Sequence[BowlingLine]


def deal_bowling(batting: Sequence[Batters], bowling: Sequence[Bowlers], usual: Sequence[int]) -> list[int]:
    """Return the innings of each bowling table, counted from 0.

    Args:
        batting: the batters of each innings.
        bowling: the bowlers of each table.
        usual: the innings of each table by the order of printing.
    """
    fits = [[wickets_explained(batters, bowlers) for batters in batting] for bowlers in bowling]
    return [_dealt(fit, place) for fit, place in zip(fits, usual, strict=True)]


def is_bowling_of_others(batters: Batters, bowlers: Bowlers) -> bool:
    """Whether several dismissals name their bowler and none of these bowlers is among them."""
    return sum(_named(batters).values()) >= _LEAST_NAMED and wickets_explained(batters, bowlers) == 0


def wickets_explained(batters: Batters, bowlers: Bowlers) -> float:
    """Return the share of the wickets with a named bowler that the figures of these bowlers account for, 0 to 1."""
    named = _named(batters)
    explained = sum(min(count, _most(_namesakes(name, bowlers), count)) for name, count in named.items())
    return explained / named.total() if named else 0.0


def goes_on(innings: Innings, bowlers: Bowlers) -> bool:
    """Whether bowlers right behind those of an innings are the rest of them: a list in two columns.

    They have the same columns, none of them bowled already, and together they took what the dismissals say.
    """
    before = innings.bowling
    names = [line.name.text.casefold() for line in (*before, *bowlers) if line.name]
    columns = {frozenset(cell.column for cell in line.cells) for line in (*before, *bowlers)}
    wickets = [line.value(Column.WICKETS) or 0.0 for line in (*before, *bowlers)]
    if not before or len(set(names)) < len(names) or len(columns) > 1 or sum(wickets) > _MOST_WICKETS:
        return False
    took_none = not any(line.value(Column.WICKETS) for line in bowlers)
    known = wickets_explained(innings.batting, before)
    return took_none or not _named(innings.batting) or wickets_explained(innings.batting, (*before, *bowlers)) > known


def _dealt(fits: Sequence[float], usual: int) -> int:
    best = max(range(len(fits)), key=lambda place: (fits[place], place == usual))
    return best if fits[best] > fits[usual] + _CLEARLY else usual


def _named(batters: Batters) -> Counter[str]:
    bowlers = (line.dismissal.bowler for line in batters if line.dismissal)
    return Counter(bowler for bowler in bowlers if bowler)


def _namesakes(name: str, bowlers: Bowlers) -> Iterable[BowlingLine]:
    said = _surnames(name)
    return (line for line in bowlers if line.name and said & _surnames(line.name.text))


def _surnames(name: str) -> set[str]:
    """Return the words that can be the surname, which stands first or last; the whole name if it is only initials."""
    words = set(re.findall(r"[^\W\d_]+", name.casefold()))
    surnames = {word for word in words if len(word) >= _LEAST_SURNAME and word not in _PARTICLES}
    return surnames or {" ".join(sorted(words))}


def _most(bowlers: Iterable[BowlingLine], otherwise: int) -> int:
    """Return the wickets of the namesake who took most; `otherwise` for one whose wickets were not read."""
    taken = (line.value(Column.WICKETS) for line in bowlers)
    return max((otherwise if wickets is None else round(wickets) for wickets in taken), default=0)


def may_be_same(name: str, other: str) -> bool:
    """Whether both names can mean one player: they share a word that can be the surname, or one is a part of the other."""
    one, another = (set(re.findall(r"[^\W\d_]+", each.casefold())) for each in (name, other))
    return bool(_surnames(name) & _surnames(other)) or one <= another or another <= one
