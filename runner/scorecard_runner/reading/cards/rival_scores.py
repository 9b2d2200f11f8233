"""Two scores for one innings that cannot both be its own: the title may be that of the other side.

Runs, wickets and overs of a score belong together, so the wrong one is dropped as a whole: what the batters made and the
extras tell which. Refuses to choose between two readings of one score, of which only the runs differ.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.cards.sums import PrintedScore, with_score
from scorecard_runner.reading.grammar.scores import Score
from scorecard_runner.reading.tables.vocabulary import Column


def without_rivals(innings: Innings, scores: Sequence[PrintedScore]) -> Innings:
    """Return the innings with the score that is its own alone, where another one was printed near it.

    Args:
        innings: with all these scores in it.
        scores: in the order in which they are printed.
    """
    if not any(_are_rivals(first.score, second.score) for first in scores for second in scores):
        return innings
    best = min(scores, key=lambda each: (_missed_by(innings, each.score), not each.is_labelled))
    found = replace(innings, total=None, wickets=None, overs=None, is_all_out=False, is_declared=False)
    for each in scores:
        if not _are_rivals(each.score, best.score):
            found = with_score(found, each)
    return found


def _are_rivals(first: Score, second: Score) -> bool:
    if first.runs == second.runs:
        return False
    others = ((first.wickets, second.wickets), (first.overs, second.overs))
    return any(one is not None and other is not None and one != other for one, other in others)


def _missed_by(innings: Innings, score: Score) -> float:
    """Return how far the runs are from what batters and extras make; nothing is far where that is not known."""
    extras = innings.extras.get("total")
    made = [line.value(Column.RUNS) for line in innings.batting]
    if extras is None or extras.value is None or None in made or score.runs is None:
        return 0.0
    return abs(extras.value + sum(runs or 0 for runs in made) - score.runs)
