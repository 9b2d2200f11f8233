"""Figures that sources print and the schema does not know: points, ranks, strokes, times, halves of an innings.

They follow the match as far as it tells, and are drawn by dice where it does not. Never part of a truth.
"""

from collections.abc import Sequence

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BatterFigures, BowlerFigures, InningsFigures, Match
from bench.accuracy.printed.view import InningsView

_START = 11 * 60
_NEVER = 10**6
_STROKES = (1, 1, 1, 1, 2, 2, 3)


def figures_of(match: Match, innings: InningsView) -> InningsFigures:
    """Return the figures that the view of an innings was filled from."""
    return next(each for each in match.innings if each.side.name == innings.team and each.number == innings.number)


def batting_points(played: BatterFigures) -> int:
    """Return what a fantasy game gives for an innings."""
    return played.runs + played.fours + 2 * played.sixes + 8 * (played.runs // 50)


def bowling_points(bowled: BowlerFigures) -> int:
    """Return what a fantasy game gives for an analysis."""
    return 25 * bowled.wickets + 4 * bowled.maidens + bowled.dots // 2


def ranks(points: Sequence[int]) -> list[str]:
    """Return each one's place, the most points first; equal ones in the order given."""
    order = sorted(range(len(points)), key=lambda at: -points[at])
    return [str(1 + order.index(at)) for at in range(len(points))]


def strokes(played: BatterFigures, dice: Dice) -> list[str]:
    """Return the scoring strokes of an innings; they add up to its runs."""
    left = played.runs - 4 * played.fours - 6 * played.sixes
    hits = ["4"] * played.fours + ["6"] * played.sixes
    while left > 0:
        run = min(left, dice.pick(_STROKES))
        hits.append(str(run))
        left -= run
    return dice.some(hits, len(hits))


def times(batters: Sequence[BatterFigures]) -> list[tuple[str, str]]:
    """Return when each batter came and went, by the minutes of each; whoever was not out never went."""
    ends, spans = [_START, _START], []
    for batter in batters:
        if not batter.came_in:
            spans.append(("", ""))
            continue
        start, stays = min(ends), batter.dismissal.kind == "not out"
        stop = start + batter.minutes
        ends[ends.index(start)] = _NEVER if stays else stop
        spans.append((_clock(start), "" if stays else _clock(stop)))
    return spans


def halves(played: BatterFigures, dice: Dice) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return runs and balls against pace and against spin; both together are the whole innings."""
    share = dice.real(0.3, 0.8)
    runs, balls = round(share * played.runs), round(share * played.balls)
    return (runs, balls), (played.runs - runs, played.balls - balls)


def _clock(minutes: int) -> str:
    return f"{(minutes // 60 - 1) % 12 + 1}.{minutes % 60:02}"
