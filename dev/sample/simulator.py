"""Plays a match of twenty overs ball by ball with a seeded generator.

Refuses to be a model of cricket: it only has to give figures that are plausible and add up.
"""

import random

from dev.sample.match import BALLS_PER_OVER, BatterFigures, BowlerFigures, Fall, InningsFigures, Match, Side, overs_text

_OVERS = 20
_MOST_OVERS_OF_BOWLER = 4
_ALL_OUT = 10

_OUTCOMES: tuple[tuple[str, float], ...] = (
    ("wicket", 0.045),
    ("wide", 0.030),
    ("no-ball", 0.008),
    ("bye", 0.006),
    ("leg-bye", 0.012),
    ("4", 0.110),
    ("6", 0.045),
    ("3", 0.006),
    ("2", 0.070),
    ("1", 0.340),
    ("0", 0.328),
)
_WAYS_OUT: tuple[tuple[str, float], ...] = (
    ("caught", 0.52),
    ("bowled", 0.20),
    ("lbw", 0.12),
    ("run out", 0.07),
    ("stumped", 0.04),
    ("caught and bowled", 0.05),
)


def play_match(first: Side, second: Side, seed: int) -> Match:
    """Return the match in which `first` bats first."""
    generator = random.Random(seed)  # noqa: S311 - invented runs are no secret
    opening = _Play(first, second, generator).play(target=None)
    reply = _Play(second, first, generator).play(target=opening.total + 1)
    return Match((opening, reply), _result(opening, reply))


def _result(opening: InningsFigures, reply: InningsFigures) -> str:
    if reply.total > opening.total:
        return f"{reply.side.name} won by {_counted(_ALL_OUT - reply.wickets, 'wicket')}"
    if reply.total == opening.total:
        return "Match tied"
    return f"{opening.side.name} won by {_counted(opening.total - reply.total, 'run')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class _Play:
    """One innings in progress."""

    def __init__(self, side: Side, opponents: Side, generator: random.Random) -> None:
        self._random = generator
        self.figures = InningsFigures(side, opponents)
        self._waiting = list(side.players)
        self._striker, self._other = self._next_batter(), self._next_batter()

    def play(self, target: int | None) -> InningsFigures:
        last_bowler: BowlerFigures | None = None
        for _ in range(_OVERS):
            last_bowler = self._choose_bowler(last_bowler)
            self._play_over(last_bowler, target)
            self._cross()
            if self._is_over(target):
                break
        return self.figures

    def _is_over(self, target: int | None) -> bool:
        won = target is not None and self.figures.total >= target
        return won or self.figures.wickets == _ALL_OUT

    def _play_over(self, bowler: BowlerFigures, target: int | None) -> None:
        before = bowler.runs
        legal = 0
        while legal < BALLS_PER_OVER and not self._is_over(target):
            legal += self._play_ball(bowler)
        if legal == BALLS_PER_OVER and bowler.runs == before:
            bowler.maidens += 1

    def _play_ball(self, bowler: BowlerFigures) -> int:
        """Bowl one ball; return 1 if it counts for the over."""
        outcome = self._draw(_OUTCOMES)
        if outcome == "wide":
            bowler.wides += 1
            bowler.runs += 1
            return 0
        self._striker.balls += 1
        if outcome == "no-ball":
            bowler.no_balls += 1
            bowler.runs += 1
            return 0
        bowler.balls += 1
        self.figures.balls += 1
        if outcome == "wicket":
            self._fall(bowler)
        elif outcome == "bye":
            self.figures.byes += 1
            self._cross()
        elif outcome == "leg-bye":
            self.figures.leg_byes += 1
            self._cross()
        else:
            self._score(bowler, int(outcome))
        return 1

    def _score(self, bowler: BowlerFigures, runs: int) -> None:
        self._striker.runs += runs
        bowler.runs += runs
        self._striker.fours += runs == 4  # noqa: PLR2004 - a four
        self._striker.sixes += runs == 6  # noqa: PLR2004 - a six
        if runs % 2:
            self._cross()

    def _fall(self, bowler: BowlerFigures) -> None:
        way = self._draw(_WAYS_OUT)
        self._striker.dismissal = self._describe(way, bowler)
        bowler.wickets += way != "run out"
        figures = self.figures
        over = overs_text(figures.balls)
        figures.falls.append(Fall(figures.wickets + 1, figures.total, self._striker.player, over))
        if self._waiting:
            self._striker = self._next_batter()

    def _describe(self, way: str, bowler: BowlerFigures) -> str:
        name = bowler.player.surname
        fielder = self._draw(tuple((player.surname, 1.0) for player in self.figures.opponents.players))
        if way == "caught" and fielder == name:
            way = "caught and bowled"
        return {
            "caught": f"c {fielder} b {name}",
            "bowled": f"b {name}",
            "lbw": f"lbw b {name}",
            "run out": f"run out ({fielder})",
            "stumped": f"st {self.figures.opponents.keeper.surname} b {name}",
            "caught and bowled": f"c & b {name}",
        }[way]

    def _choose_bowler(self, last: BowlerFigures | None) -> BowlerFigures:
        called = {figures.player: figures for figures in self.figures.bowlers}
        able = [
            player
            for player in self.figures.opponents.bowlers
            if player not in called or called[player].balls < _MOST_OVERS_OF_BOWLER * BALLS_PER_OVER
        ]
        rested = [player for player in able if last is None or player != last.player] or able
        player = rested[int(self._random.random() * len(rested))]
        if player not in called:
            self.figures.bowlers.append(BowlerFigures(player))
            return self.figures.bowlers[-1]
        return called[player]

    def _next_batter(self) -> BatterFigures:
        self.figures.batters.append(BatterFigures(self._waiting.pop(0)))
        return self.figures.batters[-1]

    def _cross(self) -> None:
        self._striker, self._other = self._other, self._striker

    def _draw(self, weighted: tuple[tuple[str, float], ...]) -> str:
        # Only `random()` is promised to give the same numbers in every version of Python.
        point = self._random.random() * sum(weight for _, weight in weighted)
        for name, weight in weighted:
            point -= weight
            if point < 0:
                return name
        return weighted[-1][0]
