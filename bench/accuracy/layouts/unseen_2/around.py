"""Figures that such sources print around a card and the schema does not know: partnerships, ones and twos, averages, power plays.

They follow the match as far as it tells, and are drawn by dice where it does not. Never part of a truth.
"""

from dataclasses import dataclass

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BALLS_PER_OVER, BatterFigures, InningsFigures
from bench.accuracy.invented.sides import Player

_POWER_PLAY = 6
_PAIR = 2


@dataclass(frozen=True)
class Stand:
    """What two batters put on for a wicket."""

    wicket: int
    runs: int
    balls: int
    pair: tuple[Player, Player]


def stands(innings: InningsFigures) -> list[Stand]:
    """Return the partnerships in their order, the unbroken one last; who retired hurt is taken out when that shows."""
    waiting = [batter.player for batter in innings.batters if batter.came_in]
    retired = [batter.player for batter in innings.batters if batter.dismissal.kind.startswith("retired")]
    pair, waiting = waiting[:_PAIR], waiting[_PAIR:]
    ends: list[tuple[int, int, Player | None]] = [(fall.runs, fall.balls, fall.batter) for fall in innings.falls]
    ends.append((innings.total, innings.balls, None))
    together, runs, balls = list[Stand](), 0, 0
    for wicket, (score, bowled, out) in enumerate(ends, start=1):
        if out in waiting:
            pair[pair.index(next((player for player in pair if player in retired), pair[0]))] = out
            waiting.remove(out)
        if len(pair) < _PAIR or (out is None and bowled == balls):
            break
        together.append(Stand(wicket, score - runs, bowled - balls, (pair[0], pair[1])))
        pair = [player for player in pair if player != out] + waiting[:1]
        waiting, runs, balls = waiting[1:], score, bowled
    return together


def shares(stand: Stand, dice: Dice) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return runs and balls of either batter; both together are at most the partnership."""
    part = dice.real(0.25, 0.75)
    runs, balls = round(part * stand.runs), round(part * stand.balls)
    return (runs, balls), (stand.runs - runs, stand.balls - balls)


def ones_twos_threes(played: BatterFigures) -> tuple[int, int, int]:
    """Return how many strokes made the runs that no boundary made, as many ones as the balls allow."""
    left = played.runs - 4 * played.fours - 6 * played.sixes
    free = max(played.balls - played.fours - played.sixes, 0)
    threes = left // 11
    rest = left - 3 * threes
    twos = min(max(rest - max(free - threes, 0), rest // 5), rest // 2)
    return rest - 2 * twos, twos, threes


def dot_balls(played: BatterFigures) -> int:
    """Return the balls without a run off the bat."""
    return max(played.balls - played.fours - played.sixes - sum(ones_twos_threes(played)), 0)


def power_play(innings: InningsFigures, dice: Dice) -> tuple[str, int]:
    """Return the overs of the first power play and the runs in them."""
    overs = min(_POWER_PLAY, innings.balls // BALLS_PER_OVER)
    share = overs * BALLS_PER_OVER / max(innings.balls, 1)
    return f"0.1 - {overs}", round(innings.total * share * dice.real(0.7, 1.1))


def over_by_over(innings: InningsFigures, dice: Dice) -> list[int]:
    """Return the runs of each over; they add up to the total."""
    count = max(-(-innings.balls // BALLS_PER_OVER), 1)
    runs = [0] * count
    for _ in range(innings.total):
        runs[dice.whole(0, count - 1)] += 1
    return runs


def quotient(amount: int, by: int, nothing: str) -> str:
    """Return `amount / by` with two decimals; `nothing` where that cannot be."""
    return f"{amount / by:.2f}" if by else nothing
