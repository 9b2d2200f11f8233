"""Every place of a card that names a player, side by side; and a card with other spellings in those places.

Refuses to compare names; it only knows where they stand and whose players may stand there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median
from typing import TypeVar

from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings, PlayerLine

_OF_LIST = 0.75
"""How much less sure than a row of the table a name in a list is: readers' opinions on its words are not kept."""

_TWO_INNINGS = 2
_Line = TypeVar("_Line", bound=PlayerLine)


def fielder_part(index: int) -> str:
    """Return what a fielder is called in places, the first being 0."""
    return f"fielder_{index}"


class Role(StrEnum):
    """As what a place names a player."""

    BATTER = "batter"
    WAITING = "waiting"
    BOWLING_ROW = "bowling row"
    FALLEN = "fallen"
    BOWLER = "bowler"
    FIELDER = "fielder"

    @property
    def is_row(self) -> bool:
        """Whether each player stands in such a place once, by his name in full."""
        return self in (Role.BATTER, Role.WAITING, Role.BOWLING_ROW)


@dataclass(frozen=True)
class Mention:
    """A player's name as read in one place, 0 to 1 sure; `innings` counts from 0."""

    innings: int
    place: CellPlace
    role: Role
    text: str
    confidence: float


def mentions_by_side(innings: Sequence[Innings]) -> list[list[Mention]]:
    """Return for each side all mentions of its players, in the order of the card."""
    return list(_by_side(innings).values())


def in_the_field(innings: Sequence[Innings], number: int) -> list[Mention]:
    """Return all mentions of the side that bowls in the innings, counted from 0."""
    return _by_side(innings)[_sides(innings, number)[1]]


def _by_side(innings: Sequence[Innings]) -> dict[str, list[Mention]]:
    sides: dict[str, list[Mention]] = {}
    for number, each in enumerate(innings):
        batting, bowling = _sides(innings, number)
        sides.setdefault(batting, []).extend(_of_batting_side(number, each))
        sides.setdefault(bowling, []).extend(_of_bowling_side(number, each))
    return sides


def _sides(innings: Sequence[Innings], number: int) -> tuple[str, str]:
    """Return keys for who bats and who bowls. Of two innings, each side bats one, whatever became of their names."""
    if len(innings) == _TWO_INNINGS:
        return str(number), str(1 - number)
    team, other = innings[number].team, innings[number].bowling_team
    batting = team.text if team else f"batting {number}"
    bowling = other.text if other and other.text != batting else f"bowling {number}"
    return batting, bowling


def _of_batting_side(number: int, innings: Innings) -> Iterator[Mention]:
    yield from _rows(number, "batting", Role.BATTER, innings.batting)
    sure = _OF_LIST * median([line.name_confidence for line in innings.batting if line.name] or [1.0])
    for row, name in enumerate(innings.did_not_bat):
        yield Mention(number, CellPlace("did_not_bat", row, "name"), Role.WAITING, name.text, sure)
    for row, fall in enumerate(innings.fall_of_wickets):
        if fall.batter:
            yield Mention(number, CellPlace("fall_of_wickets", row, "name"), Role.FALLEN, fall.batter, sure)


def _of_bowling_side(number: int, innings: Innings) -> Iterator[Mention]:
    yield from _rows(number, "bowling", Role.BOWLING_ROW, innings.bowling)
    for row, line in enumerate(innings.batting):
        if line.dismissal and line.dismissal_text:
            sure = line.dismissal_text.confidence
            if line.dismissal.bowler:
                place = CellPlace("batting", row, "bowler")
                yield Mention(number, place, Role.BOWLER, line.dismissal.bowler, sure)
            for index, fielder in enumerate(line.dismissal.fielders):
                if fielder == line.dismissal.bowler:
                    continue  # `c & b` says one name once
                place = CellPlace("batting", row, fielder_part(index))
                yield Mention(number, place, Role.FIELDER, fielder, sure)


def _rows(number: int, table: str, role: Role, lines: Sequence[PlayerLine]) -> Iterator[Mention]:
    for row, line in enumerate(lines):
        if line.name:
            yield Mention(number, CellPlace(table, row, "name"), role, line.name.text, line.name_confidence)


def with_names(innings: Innings, names: Mapping[CellPlace, str]) -> Innings:
    """Return the innings with these names in these places."""
    if not names:
        return innings
    return replace(
        innings,
        batting=tuple(_with_dismissal(_renamed(line, "batting", row, names), row, names) for row, line in enumerate(innings.batting)),
        bowling=tuple(_renamed(line, "bowling", row, names) for row, line in enumerate(innings.bowling)),
        did_not_bat=tuple(
            replace(name, text=names.get(CellPlace("did_not_bat", row, "name"), name.text))
            for row, name in enumerate(innings.did_not_bat)
        ),
        fall_of_wickets=tuple(
            replace(fall, batter=names.get(CellPlace("fall_of_wickets", row, "name"), fall.batter))
            for row, fall in enumerate(innings.fall_of_wickets)
        ),
    )  # fmt: skip


def _renamed(line: _Line, table: str, row: int, names: Mapping[CellPlace, str]) -> _Line:
    new = names.get(CellPlace(table, row, "name"))
    return replace(line, name=replace(line.name, text=new)) if new and line.name else line


def _with_dismissal(line: BattingLine, row: int, names: Mapping[CellPlace, str]) -> BattingLine:
    if line.dismissal is None:
        return line
    old = line.dismissal.bowler
    bowler = names.get(CellPlace("batting", row, "bowler"), old or "") or None
    fielders = tuple(
        bowler if bowler and fielder == old else names.get(CellPlace("batting", row, fielder_part(index)), fielder)
        for index, fielder in enumerate(line.dismissal.fielders)
    )
    return replace(line, dismissal=replace(line.dismissal, bowler=bowler, fielders=fielders))
