"""Invented matches of every format: who bats when, who declares, who wins."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BALLS_PER_OVER, Format, InningsFigures, Match
from bench.accuracy.invented.names import invent_surname
from bench.accuracy.invented.play import Ending, play_innings
from bench.accuracy.invented.sides import Side, invent_sides

T20 = Format("T20", 20, overs_of_bowler=4, pace=1.0)
FORTY = Format("40 overs", 40, overs_of_bowler=8, pace=0.6)
FIFTY = Format("50 overs", 50, overs_of_bowler=10, pace=0.55)
DECLARATION = Format("declaration match", None, pace=0.35)
TWO_INNINGS = Format("two-innings match", None, innings=4, pace=0.2)
SIX_A_SIDE = Format("6-a-side", 6, players=6, overs_of_bowler=2, pace=1.2)
FORMATS = (T20, FORTY, FIFTY, DECLARATION, TWO_INNINGS, SIX_A_SIDE)

_MATCH_BALLS = {DECLARATION.name: 100 * BALLS_PER_OVER, TWO_INNINGS.name: 230 * BALLS_PER_OVER}
_GROUNDS = ("Oval", "Park", "Recreation Ground", "Cricket Ground", "Stadium", "Green", "Road Ground", "Meadow")
_EVENTS = (
    "Division Two",
    "Premier League",
    "Friendly",
    "Challenge Cup, Final",
    "League Cup",
    "T20 Blast",
    "Sunday League",
)


def invent_match(rules: Format, dice: Dice) -> Match:
    """Return a match played under these rules."""
    sides = invent_sides(dice, rules.players)
    innings = _play(sides, rules, dice)
    winner, choice = dice.pick(sides), innings[0].side
    decided = "bat" if winner == choice else "field"
    return Match(
        format=rules,
        innings=tuple(innings),
        result=_result(innings, rules),
        toss=f"{winner.name} won the toss and elected to {decided}",
        venue=f"{invent_surname(dice)} {dice.pick(_GROUNDS)}",
        event=dice.pick(_EVENTS),
        year=dice.whole(2009, 2025),
        month=dice.whole(1, 12),
        day=dice.whole(1, 28),
    )


def _play(sides: tuple[Side, Side], rules: Format, dice: Dice) -> list[InningsFigures]:
    innings: list[InningsFigures] = []
    for turn in range(rules.innings):
        batting, bowling = sides[turn % 2], sides[1 - turn % 2]
        ending = _ending(innings, batting, rules, dice)
        if ending is None:
            break
        innings.append(play_innings(batting, bowling, 1 + turn // 2, rules=rules, ending=ending, dice=dice))
    return innings


def _ending(innings: list[InningsFigures], batting: Side, rules: Format, dice: Dice) -> Ending | None:
    """Return what ends the next innings; nothing when there is no time or no need for one."""
    is_last = len(innings) == rules.innings - 1
    lead = _runs(innings, batting) - sum(each.total for each in innings if each.side != batting)
    target = 1 - lead if is_last else None
    if target is not None and target <= 0:
        return None
    if rules.overs is not None:
        return Ending(rules.overs * BALLS_PER_OVER, target)
    left = _MATCH_BALLS[rules.name] - sum(each.balls for each in innings)
    if left < 5 * BALLS_PER_OVER:
        return None
    return Ending(left, target, None if is_last else _declaration(innings, lead, rules, dice))


def _declaration(innings: list[InningsFigures], lead: int, rules: Format, dice: Dice) -> int:
    if rules.innings == 2:  # noqa: PLR2004 - an innings each
        return dice.whole(150, 260)
    wanted = dice.whole(260, 420)
    return max(wanted - lead, 120) if len(innings) == 2 else wanted  # noqa: PLR2004 - the third innings sets a target


def _runs(innings: list[InningsFigures], side: Side) -> int:
    return sum(each.total for each in innings if each.side == side)


def _result(innings: list[InningsFigures], rules: Format) -> str:
    last = innings[-1]
    chasing, setting = _runs(innings, last.side), _runs(innings, last.opponents)
    if len(innings) < rules.innings:
        by_an_innings = len(innings) == 3 and chasing < setting and last.all_out  # noqa: PLR2004 - the fourth was not needed
        return (
            f"{last.opponents.name} won by an innings and {_counted(setting - chasing, 'run')}"
            if by_an_innings
            else "Match drawn"
        )
    if chasing > setting:
        return f"{last.side.name} won by {_counted(rules.players - 1 - last.wickets, 'wicket')}"
    if rules.overs is None and not last.all_out:
        return "Match drawn"
    if chasing == setting:
        return "Match tied"
    return f"{last.opponents.name} won by {_counted(setting - chasing, 'run')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
