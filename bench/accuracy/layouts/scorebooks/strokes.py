"""Ball by ball, as a scorebook has it: what a batter did with each and what a bowler gave away. Never part of a truth.

Figures of a match hold no single balls, so they are dealt out again: what they add up to is right, their order is not.
"""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BALLS_PER_OVER, BatterFigures, BowlerFigures
from bench.accuracy.layouts.unseen.added import strokes

_MOST_DOTS = 70
_HITS = (1, 1, 1, 2)


def balls_faced(played: BatterFigures, dot: str, dice: Dice) -> list[str]:
    """Return a mark for each ball a batter faced; of a long innings the scoring ones only."""
    hits = strokes(played, dice)
    dots = max(0, played.balls - len(hits)) if played.balls <= _MOST_DOTS else 0
    return dice.some([*hits, *[dot] * dots], len(hits) + dots)


def overs_bowled(bowled: BowlerFigures, dot: str, dice: Dice) -> list[list[str]]:
    """Return the marks of each over of a bowler."""
    maidens = min(bowled.maidens, bowled.balls // BALLS_PER_OVER)
    marks = _balls(bowled, bowled.balls - BALLS_PER_OVER * maidens, dot, dice)
    overs = [marks[at : at + BALLS_PER_OVER] for at in range(0, len(marks), BALLS_PER_OVER)]
    for mark in ["+"] * bowled.wides + ["o"] * bowled.no_balls:
        if overs:
            over = dice.pick(overs)
            over.insert(dice.whole(0, len(over)), mark)
    return _mixed([["M"] for _ in range(maidens)], overs, dice)


def _balls(bowled: BowlerFigures, count: int, dot: str, dice: Dice) -> list[str]:
    marks = ["W"] * bowled.wickets + ["4"] * bowled.fours + ["6"] * bowled.sixes
    left = bowled.runs - bowled.wides - bowled.no_balls - 4 * bowled.fours - 6 * bowled.sixes
    while left > 0 and len(marks) < count:
        run = left if len(marks) == count - 1 else min(left, dice.pick(_HITS))
        marks.append(str(run))
        left -= run
    marks += [dot] * (count - len(marks))
    return dice.some(marks, max(count, 0))


def _mixed(maidens: list[list[str]], overs: list[list[str]], dice: Dice) -> list[list[str]]:
    """Lay maidens between the overs; an over that was not finished stays last."""
    *whole, last = overs or [[]]
    ends = [last] if last else []
    if len(last) >= BALLS_PER_OVER:
        whole, ends = [*whole, last], []
    return [*dice.some([*maidens, *whole], len(maidens) + len(whole)), *ends]
