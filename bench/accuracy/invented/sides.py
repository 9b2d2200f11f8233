"""Invented teams: their names, their players, who leads and who keeps wicket."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.lists import words_of
from bench.accuracy.invented.names import PersonName, invent_name, invent_single_name, invent_surname

_PLACES = words_of(
    "Harbour Moorland Thornbury Kestrel Ashcombe Wexcombe Larkfield Northgate Riverside Saltmarsh Copperhill "
    "Pinewood Highbridge Eastmoor Oldcastle Stonebeck Meridian Palmgrove Kingsmead Lakeview Silverton Newhaven"
)
_ENDINGS = words_of(
    "Wanderers|Casuals|CC|Cricket Club|Strikers|Royals|Tigers|XI|CC 2nd XI|Gymkhana|Warriors|Eagles|Sports Club"
    "|Titans|Lions|Hurricanes|United|Women|Under 17s|& District CC|Old Boys|1st XI",
    "|",
)


@dataclass(frozen=True)
class Player:
    """One of a side."""

    name: PersonName
    is_captain: bool = False
    is_keeper: bool = False


@dataclass(frozen=True)
class Side:
    """A team in batting order; `bench` lends substitutes for the field."""

    name: str
    players: tuple[Player, ...]
    bench: tuple[Player, ...] = ()

    @property
    def keeper(self) -> Player:
        """Who stands behind the stumps."""
        return next(player for player in self.players if player.is_keeper)

    @property
    def code(self) -> str:
        """The short form on a score bug."""
        return "".join(word[0] for word in self.name.split())[:3].upper() if " " in self.name else self.name[:3].upper()

    def shares_surname(self, player: Player) -> bool:
        """Whether a surname alone could be somebody else."""
        people = (*self.players, *self.bench)
        return sum(other.name.surname == player.name.surname for other in people) > 1


def invent_sides(dice: Dice, count: int) -> tuple[Side, Side]:
    """Return two sides of `count` players with different names."""
    single = dice.chance(0.06)
    first, second = dice.some(_PLACES, 2)
    return _side(dice, first, count, single=single), _side(dice, second, count, single=single)


def invent_team_names(dice: Dice, count: int) -> list[str]:
    """Return different team names, for lists and tables."""
    return [f"{place} {dice.pick(_ENDINGS)}" for place in dice.some(_PLACES, count)]


def _side(dice: Dice, place: str, count: int, *, single: bool) -> Side:
    names = _names(dice, count + 2, single=single)
    if not single and dice.chance(0.25):
        brother, other = dice.some(range(count), 2)
        names[brother] = replace(names[brother], surname=names[other].surname)
        names = _told_apart(names)
    captain = dice.whole(0, count - 1)
    keeper = dice.whole(0, min(count, 7) - 1)
    players = [Player(name, number == captain, number == keeper) for number, name in enumerate(names)]
    title = place if dice.chance(0.15) else f"{place} {dice.pick(_ENDINGS)}"
    return Side(title, tuple(players[:count]), tuple(players[count:]))


def _names(dice: Dice, count: int, *, single: bool) -> list[PersonName]:
    names: list[PersonName] = []
    while len(names) < count:
        name = invent_single_name(dice) if single else invent_name(dice)
        if all(name.surname != other.surname for other in names):
            names.append(name)
    return names


def _told_apart(names: list[PersonName]) -> list[PersonName]:
    """Give brothers different initials."""
    seen: set[tuple[str, str]] = set()
    apart: list[PersonName] = []
    for name in names:
        letters = "ABCDEFGHJKLMNPRSTW"
        initials = name.initials
        first = name.first
        while (initials[0], name.surname) in seen:
            start = letters[(letters.find(initials[0]) + 1) % len(letters)]
            initials, first = start + initials[1:], start + first[1:].lower()
        seen.add((initials[0], name.surname))
        apart.append(replace(name, initials=initials, first=first))
    return apart


def invent_official(dice: Dice) -> str:
    """Return an umpire's or a scorer's name."""
    return f"{dice.pick('ABCDGHJKLMPRSTW')} {invent_surname(dice)}"
