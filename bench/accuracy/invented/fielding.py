"""Who had a hand in a dismissal."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Dismissal, Fielder
from bench.accuracy.invented.sides import Player, Side

_ALONE = {"bowled", "lbw", "caught and bowled", "hit wicket"}


def describe(kind: str, bowler: Player, side: Side, dice: Dice) -> Dismissal:
    """Return the dismissal of `kind` off this bowler, with fielders of `side`."""
    if kind == "caught":
        return Dismissal(kind, bowler, (_catcher(side, bowler, dice),))
    if kind == "stumped":
        keeper = side.keeper
        # A keeper who bowls has handed his gloves to somebody else.
        return Dismissal(kind, bowler, (Fielder(keeper),)) if keeper != bowler else Dismissal("bowled", bowler)
    if kind in _ALONE:
        return Dismissal(kind, bowler)
    if kind == "run out":
        return Dismissal(kind, None, _throwers(side, dice))
    return Dismissal(kind)


def _fielder(side: Side, dice: Dice) -> Fielder:
    if dice.chance(0.28):
        return Fielder(side.keeper)
    if side.bench and dice.chance(0.05):
        return Fielder(dice.pick(side.bench), is_substitute=True)
    return Fielder(dice.pick(side.players))


def _catcher(side: Side, bowler: Player, dice: Dice) -> Fielder:
    catcher = _fielder(side, dice)
    while catcher.player == bowler:
        catcher = _fielder(side, dice)
    return catcher


def _throwers(side: Side, dice: Dice) -> tuple[Fielder, ...]:
    first = _fielder(side, dice)
    second = Fielder(side.keeper)
    return (first, second) if first.player != second.player and dice.chance(0.4) else (first,)
