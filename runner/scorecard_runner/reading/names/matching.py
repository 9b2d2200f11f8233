"""Which mentions of a side's players mean the same one.

Rows of two tables are paired one to one, and only where no other row comes near; a short form belongs to a player whom
nobody else on the side resembles as much. Refuses brothers: where two could be meant, none is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from scorecard_runner.reading.names.likeness import (
    blemishes,
    contradict,
    endings,
    given_name,
    has_initials,
    has_lost_its_capital,
    has_mark_more,
    letters_of,
    likeness,
    surname,
)
from scorecard_runner.reading.names.mentions import Mention, Role

_ALIKE_FROM = 0.66
"""Likeness of two readings of one player of which one is doubtful."""

_BOTH_SURE_FROM = 0.8
_SURE = 0.75
"""The reader's opinion from which a reading without blemishes is no doubtful one."""

_MARGIN = 0.12
"""How much less alike everybody else must be."""

_MARKED = 0.95
"""Of a reading that is another with a mark before or behind it: single letters would be far apart otherwise."""

_LEAST_FIRST_NAME, _LONGEST_SHORT_NAME = 4, 4  # letters


@dataclass
class Player:
    """One of a side with all places that name him."""

    rows: list[Mention] = field(default_factory=list)
    shorts: list[Mention] = field(default_factory=list)
    has_one_word: bool = False
    """Whether his side is named without initials and first names."""

    @property
    def mentions(self) -> list[Mention]:
        """All of them."""
        return [*self.rows, *self.shorts]

    def stands(self, role: Role, innings: int) -> bool:
        """Whether he has a row of that sort in that innings."""
        return any(row.role is role and row.innings == innings for row in self.rows)


def players_of(mentions: Sequence[Mention]) -> list[Player]:
    """Return the players of a side by its tables and lists; short forms that could be anybody's are with none."""
    rows = sorted((each for each in mentions if each.role.is_row), key=_table)
    players: list[Player] = []
    for _, table in groupby(rows, key=_table):
        _join(players, list(table))
    for mention in mentions:
        if not mention.role.is_row and (meant := _meant(mention, players)):
            meant.shorts.append(mention)
    with_first_names = sum(bool(given_name(row.text)) for row in rows)
    for player in players:
        player.has_one_word = 2 * with_first_names < len(rows)
    return players


def _table(mention: Mention) -> tuple[int, bool]:
    """Return what rows of one table have in common: whoever waits is none of those who batted."""
    return mention.innings, mention.role is Role.BOWLING_ROW


def _join(players: list[Player], table: Sequence[Mention]) -> None:
    """Add the rows of a table to the players they mean; the others are new players."""
    known = list(players)
    pairs = _same_letters(table, known)
    rows = [number for number in range(len(table)) if number not in pairs]
    others = [number for number in range(len(known)) if number not in pairs.values()]
    found = _pairs([[_row_likeness(table[row], known[other]) for other in others] for row in rows])
    pairs |= {rows[row]: others[other] for row, other in found.items()}
    for number, row in enumerate(table):
        if number in pairs:
            known[pairs[number]].rows.append(row)
        else:
            players.append(Player([row]))


def _same_letters(table: Sequence[Mention], players: Sequence[Player]) -> dict[int, int]:
    """Return the player of each row that is read as his, letter by letter, where nobody else is read so."""
    said = [{letters_of(row.text) for row in player.rows} for player in players]
    alike = {
        number: [at for at, letters in enumerate(said) if letters_of(row.text) in letters]
        for number, row in enumerate(table)
    }
    taken = [found[0] for found in alike.values() if len(found) == 1]
    return {number: found[0] for number, found in alike.items() if len(found) == 1 and taken.count(found[0]) == 1}


def _row_likeness(row: Mention, player: Player) -> float:
    return max(_credible(_alike(row.text, other.text), row, other) for other in player.rows)


def _credible(alike: float, one: Mention, other: Mention) -> float:
    """Return the likeness, or none where two readings differ more than sure ones do."""
    both_sure = all(each.confidence >= _SURE and not blemishes(each.text) for each in (one, other))
    both_sure |= max(len(letters_of(each.text)) for each in (one, other)) <= _LONGEST_SHORT_NAME
    return 0.0 if alike < (_BOTH_SURE_FROM if both_sure else _ALIKE_FROM) else alike


def _alike(first: str, second: str) -> float:
    if letters_of(first) == letters_of(second):
        return 1.0
    if contradict(first, second):
        return 0.0
    if has_initials(first) != has_initials(second) and given_name(first) and given_name(second):
        return max(likeness(first, second), likeness(surname(first), surname(second)))
    pairs = ((first, second), (second, first))
    if any(has_mark_more(*pair) or has_lost_its_capital(*pair) for pair in pairs):
        return _MARKED
    return likeness(first, second)


def _pairs(likenesses: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return column by row, the surest pair first; who has found his counterpart is nobody's rival any more."""
    rows, columns = set(range(len(likenesses))), set(range(len(likenesses[0]) if likenesses else 0))
    found: dict[int, int] = {}
    while pair := _surest(likenesses, rows, columns):
        row, column = pair
        found[row] = column
        rows.remove(row)
        columns.remove(column)
    return found


def _surest(likenesses: Sequence[Sequence[float]], rows: set[int], columns: set[int]) -> tuple[int, int] | None:
    for row, column in sorted(((r, c) for r in rows for c in columns), key=lambda at: -likenesses[at[0]][at[1]]):
        alike = likenesses[row][column]
        if not alike:
            return None
        rivals = [likenesses[row][c] for c in columns if c != column] + [
            likenesses[r][column] for r in rows if r != row
        ]
        if alike - max(rivals, default=0.0) >= _MARGIN:
            return row, column
    return None


def _meant(mention: Mention, players: Sequence[Player]) -> Player | None:
    candidates = _candidates(mention, players)
    exact = [each for each in candidates if _is_read_as(mention.text, each)]
    if exact:
        return exact[0] if len(exact) == 1 else None
    ranked = sorted(((_short_likeness(mention, each), number) for number, each in enumerate(candidates)), reverse=True)
    if not ranked or not ranked[0][0]:
        return None
    rival = ranked[1][0] if len(ranked) > 1 else 0.0
    return candidates[ranked[0][1]] if ranked[0][0] - rival >= _MARGIN else None


def _is_read_as(short: str, player: Player) -> bool:
    """Whether the short form is the end of the name, letter by letter."""
    letters = letters_of(short)
    return any(letters == letters_of(ending) for row in player.rows for ending in endings(row.text))


def _candidates(mention: Mention, players: Sequence[Player]) -> Sequence[Player]:
    """Return who can be meant: a bowler has bowled and a fallen batter batted, if there is a table of those."""
    needed = {Role.BOWLER: Role.BOWLING_ROW, Role.FALLEN: Role.BATTER}.get(mention.role)
    fitting = [each for each in players if needed and each.stands(needed, mention.innings)]
    return fitting or players


def _short_likeness(short: Mention, player: Player) -> float:
    """Return how well the short form fits the end of the player's name, in any reading of it."""
    return max((_credible(_short_alike(short.text, row.text), short, row) for row in player.rows), default=0.0)


def _short_alike(short: str, full: str) -> float:
    if given_name(short):
        return _alike(short, full)
    if letters_of(short) == letters_of(given_name(full)) and len(short) >= _LEAST_FIRST_NAME:
        return _MARKED  # the surname was not read
    return max(_alike(short, ending) for ending in endings(full))
