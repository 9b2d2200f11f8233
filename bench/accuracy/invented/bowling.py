"""Who bowls the next over: nobody twice in a row, nobody more than his share."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BALLS_PER_OVER, BowlerFigures, Format, InningsFigures
from bench.accuracy.invented.sides import Player

_SPELL = 0.8


class BowlingPlan:
    """The captain's choices during one innings."""

    def __init__(self, figures: InningsFigures, rules: Format, dice: Dice) -> None:
        self._figures, self._dice = figures, dice
        self._most_balls = None if rules.overs_of_bowler is None else rules.overs_of_bowler * BALLS_PER_OVER
        count = min(rules.players - 1, dice.whole(5, 7))
        self._able = [player for player in figures.opponents.players if not player.is_keeper][-count:]
        self._overs: list[BowlerFigures] = []

    def next_bowler(self) -> BowlerFigures:
        """Return the figures of whoever bowls now."""
        chosen = self._same_end() or self._another()
        self._overs.append(chosen)
        return chosen

    def _same_end(self) -> BowlerFigures | None:
        """Spells: whoever bowled the over before the last mostly goes on."""
        if len(self._overs) < 2 or not self._dice.chance(_SPELL):  # noqa: PLR2004 - two ends
            return None
        candidate = self._overs[-2]
        return candidate if self._may_bowl(candidate.player) else None

    def _another(self) -> BowlerFigures:
        anyone = [player for player in self._figures.opponents.players if not player.is_keeper]
        for choices in (self._able, anyone):
            allowed = [player for player in choices if self._may_bowl(player)]
            if allowed:
                break
        return self._figures_of(self._dice.pick(allowed))

    def _may_bowl(self, player: Player) -> bool:
        rested = not self._overs or self._overs[-1].player != player
        return rested and (self._most_balls is None or self._balls_left(player) >= BALLS_PER_OVER)

    def _balls_left(self, player: Player) -> int:
        bowled = next((bowler.balls for bowler in self._figures.bowlers if bowler.player == player), 0)
        return (self._most_balls or 0) - bowled

    def _figures_of(self, player: Player) -> BowlerFigures:
        for bowler in self._figures.bowlers:
            if bowler.player == player:
                return bowler
        self._figures.bowlers.append(BowlerFigures(player))
        return self._figures.bowlers[-1]
