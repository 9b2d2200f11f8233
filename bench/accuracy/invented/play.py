"""Plays one innings ball by ball.

Refuses to be a model of cricket: it only has to give figures that are plausible and add up.
"""

from dataclasses import dataclass

from bench.accuracy.invented.bowling import BowlingPlan
from bench.accuracy.invented.chances import NOT_THE_BOWLER_S, outcome_weights, way_out
from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.fielding import describe
from bench.accuracy.invented.figures import (
    BALLS_PER_OVER,
    BatterFigures,
    BowlerFigures,
    Dismissal,
    Fall,
    Format,
    InningsFigures,
)
from bench.accuracy.invented.sides import Side

_FOUR, _SIX = 4, 6


@dataclass(frozen=True)
class Ending:
    """What ends an innings before the last wicket."""

    balls: int
    target: int | None = None
    declare_at: int | None = None


def play_innings(
    batting: Side, bowling: Side, number: int, *, rules: Format, ending: Ending, dice: Dice
) -> InningsFigures:
    """Return the finished innings."""
    return _Play(InningsFigures(batting, bowling, number), rules, ending, dice).play()


class _Play:
    """One innings in progress."""

    def __init__(self, figures: InningsFigures, rules: Format, ending: Ending, dice: Dice) -> None:
        self.figures = figures
        self._rules, self._ending, self._dice = rules, ending, dice
        self._bowling = BowlingPlan(figures, rules, dice)
        self._clock = 0.0
        self._came_in: dict[int, float] = {}
        self._waiting = list(figures.side.players)
        self._absent = [self._waiting.pop()] if dice.chance(0.03) and rules.overs is None else []
        self._striker, self._other = self._next_batter(), self._next_batter()

    def play(self) -> InningsFigures:
        """Bowl overs until something ends the innings, then close the book."""
        while not self._is_over():
            self._play_over(self._bowling.next_bowler())
            self._cross()
            self._clock += self._dice.real(0.6, 1.2)
            self._consider_declaring()
        for batter in self.figures.batters:
            if batter.dismissal.kind == "not out":
                self._close(batter)
        if self.figures.all_out:
            absent = Dismissal("absent hurt")
            self.figures.batters.extend(BatterFigures(player, absent) for player in self._absent)
        return self.figures

    def _is_over(self) -> bool:
        figures, ending = self.figures, self._ending
        won = ending.target is not None and figures.total >= ending.target
        return won or figures.all_out or figures.declared or figures.balls >= ending.balls

    def _consider_declaring(self) -> None:
        mark = self._ending.declare_at
        self.figures.declared = mark is not None and self.figures.total >= mark and not self._is_over()

    def _play_over(self, bowler: BowlerFigures) -> None:
        before = bowler.runs
        last_ball = bowler.balls + BALLS_PER_OVER
        while bowler.balls < last_ball and not self._is_over():
            self._play_ball(bowler)
            self._clock += self._dice.real(0.45, 0.75)
        bowler.maidens += bowler.balls == last_ball and bowler.runs == before

    def _play_ball(self, bowler: BowlerFigures) -> None:
        place = self.figures.batters.index(self._striker)
        outcome = self._dice.weighted(outcome_weights(self._rules.pace, place))
        if outcome == "wide":
            self._wide(bowler)
        elif outcome == "penalty":
            self.figures.penalty += 5
        elif outcome == "retirement":
            self._retire()
        elif outcome == "no-ball":
            self._no_ball(bowler)
        else:
            self._legal_ball(bowler, outcome)
        self._retire_after_enough()

    def _wide(self, bowler: BowlerFigures) -> None:
        runs = self._dice.weighted(((1, 0.88), (2, 0.07), (5, 0.05)))
        bowler.wides += runs
        bowler.runs += runs
        if runs % 2 == 0:
            self._cross()

    def _no_ball(self, bowler: BowlerFigures) -> None:
        bowler.no_balls += 1
        bowler.runs += 1
        self._striker.balls += 1
        self._score(bowler, self._dice.weighted(((0, 0.6), (1, 0.25), (4, 0.15))))

    def _legal_ball(self, bowler: BowlerFigures, outcome: str) -> None:
        self._striker.balls += 1
        bowler.balls += 1
        self.figures.balls += 1
        before = bowler.runs
        if outcome == "wicket":
            self._wicket(bowler)
        elif outcome == "bye":
            self.figures.byes += self._run_extras()
        elif outcome == "leg-bye":
            self.figures.leg_byes += self._run_extras()
        else:
            self._score(bowler, int(outcome))
        bowler.dots += bowler.runs == before

    def _run_extras(self) -> int:
        runs = self._dice.weighted(((1, 0.75), (2, 0.1), (4, 0.15)))
        if runs % 2:
            self._cross()
        return runs

    def _score(self, bowler: BowlerFigures, runs: int) -> None:
        self._striker.runs += runs
        bowler.runs += runs
        for holder in (self._striker, bowler):
            holder.fours += runs == _FOUR
            holder.sixes += runs == _SIX
        if runs % 2:
            self._cross()

    def _wicket(self, bowler: BowlerFigures) -> None:
        kind = way_out(self._dice)
        if kind == "run out":
            self._score(bowler, self._dice.weighted(((0, 0.5), (1, 0.5))))
            if self._dice.chance(0.4):
                self._cross()
        bowler.wickets += kind not in NOT_THE_BOWLER_S
        self._fall(describe(kind, bowler.player, self.figures.opponents, self._dice))

    def _fall(self, dismissal: Dismissal) -> None:
        figures = self.figures
        self._striker.dismissal = dismissal
        self._close(self._striker)
        figures.falls.append(Fall(figures.wickets + 1, figures.total, self._striker.player, figures.balls))
        self._clock += self._dice.real(1.0, 2.5)
        if self._waiting:
            self._striker = self._next_batter()
        else:
            figures.all_out = True

    def _retire(self) -> None:
        if self._waiting:
            kind = self._dice.weighted((("retired hurt", 0.75), ("retired out", 0.25)))
            if kind == "retired out":
                self._fall(Dismissal(kind))
            else:
                self._leave(kind)

    def _retire_after_enough(self) -> None:
        enough = 25
        if self._rules.players < 11 and self._striker.runs >= enough and self._waiting and not self._is_over():  # noqa: PLR2004 - eleven
            self._leave("retired not out")

    def _leave(self, kind: str) -> None:
        self._striker.dismissal = Dismissal(kind)
        self._close(self._striker)
        self._striker = self._next_batter()

    def _close(self, batter: BatterFigures) -> None:
        stayed = self._clock - self._came_in[id(batter)]
        batter.minutes = max(1, round(stayed))

    def _next_batter(self) -> BatterFigures:
        batter = BatterFigures(self._waiting.pop(0))
        self.figures.batters.append(batter)
        self._came_in[id(batter)] = self._clock
        return batter

    def _cross(self) -> None:
        self._striker, self._other = self._other, self._striker
