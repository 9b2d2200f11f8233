"""Signs that players stand where they cannot: what dismissals, bowling figures and fall of wickets say about each other.

Who bats does not bowl in the same innings; who took a wicket stands among the bowlers, with as many wickets; whoever fell is
out. Refuses to judge by a single name, which may be misread, and bowlers of whom only the best are listed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from scorecard_runner.reading.belief.doubt import Doubt, places_of_column, places_of_row, places_of_table
from scorecard_runner.reading.belief.evidence import DISMISSAL, NAME
from scorecard_runner.reading.cards.card import Innings, PlayerLine
from scorecard_runner.reading.cards.dealing import may_be_same
from scorecard_runner.reading.grammar.dismissals import HowOut
from scorecard_runner.reading.tables.vocabulary import Column

_SEVERAL, _MOST_MISREAD = 2, 3
_MANY = 0.5
"""Share of the dismissals that name a bowler."""


def link_doubts(innings: Innings) -> Iterator[Doubt]:
    """Yield what the players of the innings say against each other."""
    both = _bat_and_bowl(innings)
    if sum(" " in _name(innings.batting[row]) for row in both) >= _SEVERAL:
        yield Doubt("its batters are its bowlers.")
    for row in _standing_twice(innings, both):
        yield Doubt("a batter stands twice, and among the bowlers.", places_of_row(innings, "batting", row))
    if _has_unknown_bowlers(innings):
        yield Doubt("its dismissals name bowlers who are not listed.", places_of_table(innings, "batting"))
    if _with_too_few_wickets(innings) >= _SEVERAL:
        yield Doubt("its bowlers took other wickets.", places_of_table(innings, "bowling"))
    if _fell_and_stayed(innings):
        names, ways = (places_of_column(innings, "batting", part) for part in (NAME, DISMISSAL))
        yield Doubt("a batter who fell is not out.", names | ways)


def _bat_and_bowl(innings: Innings) -> list[int]:
    """Return the rows of batters who stand among the bowlers under the same name."""
    bowlers = {_name(line) for line in innings.bowling if line.name}
    return [row for row, line in enumerate(innings.batting) if line.name and _name(line) in bowlers]


def _standing_twice(innings: Innings, rows: Sequence[int]) -> list[int]:
    """Return those of the rows whose name another row has too: first names meet on both sides, hardly three times."""
    names = Counter(map(_name, innings.batting))
    return [row for row in rows if names[_name(innings.batting[row])] > 1]


def _name(line: PlayerLine) -> str:
    return line.name.text.casefold() if line.name else ""


def _named(innings: Innings) -> Counter[str]:
    return Counter(line.dismissal.bowler for line in innings.batting if line.dismissal and line.dismissal.bowler)


def _rows_of(name: str, innings: Innings) -> list[int]:
    return [row for row, line in enumerate(innings.bowling) if line.name and may_be_same(name, line.name.text)]


def _has_unknown_bowlers(innings: Innings) -> bool:
    """Whether many dismissals name somebody who is not among bowlers that took as many wickets together."""
    named = _named(innings)
    unknown = sum(count for name, count in named.items() if not _rows_of(name, innings))
    taken = sum(line.value(Column.WICKETS) or 0 for line in innings.bowling)
    return taken >= named.total() and unknown >= max(_MOST_MISREAD, _MANY * named.total())


def _with_too_few_wickets(innings: Innings) -> int:
    """Return how many bowlers have fewer wickets than dismissals name them alone."""
    credited: Counter[int] = Counter()
    for name, count in _named(innings).items():
        rows = _rows_of(name, innings)
        if len(rows) == 1:
            credited[rows[0]] += count
    taken = {row: innings.bowling[row].value(Column.WICKETS) for row in credited}
    return sum(wickets is not None and credited[row] > wickets for row, wickets in taken.items())


def _fell_and_stayed(innings: Innings) -> bool:
    """Whether the fall of wickets names a batter whose row says that he was not out."""
    fallen = [fall.batter for fall in innings.fall_of_wickets if fall.batter]
    for name in fallen:
        rows = [line for line in innings.batting if line.name and may_be_same(name, line.name.text)]
        if len(rows) == 1 and rows[0].dismissal and rows[0].dismissal.how_out is HowOut.NOT_OUT:
            return True
    return False
