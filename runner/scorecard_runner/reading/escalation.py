"""What the second reader is to do after the first: nothing, read doubtful phrases again, or read the page.

Pure. The second reader costs several times the first, so it is asked only where it can make a difference; the thresholds are
measured on the tuning split (`docs/accuracy.md`). Refuses to know who the readers are.
"""

from collections.abc import Sequence
from enum import StrEnum

from scorecard_runner.document import HIGH_FROM
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.belief.judgement import Judged

_FEW = 0.35
"""The largest share of doubtful values with which reading phrases again is worth trying before the page."""


class Step(StrEnum):
    """How far the second reader goes."""

    NOTHING = "nothing"
    PHRASES = "phrases"
    PAGE = "page"


def next_step(judged: Sequence[Judged]) -> Step:
    """Return what the second reader is to do about innings that were read."""
    if not judged or any(each.innings.total is None or not each.innings.batting for each in judged):
        return Step.PAGE
    share = share_unsure(judged)
    if share > _FEW:
        return Step.PAGE
    return Step.PHRASES if share > 0 or not all(map(adds_up, judged)) else Step.NOTHING


def share_unsure(judged: Sequence[Judged]) -> float:
    """Return the share of numbers and texts that are not in the high band; 1 if there are none."""
    sure = [value for each in judged for value in (*each.confidences.values(), *each.texts.values())]
    return sum(value < HIGH_FROM for value in sure) / len(sure) if sure else 1.0


def adds_up(judged: Judged) -> bool:
    """Whether the innings proves its total, and no check fails."""
    return judged.proves_total and all(check.result is not CheckResult.FAILS for check in judged.checks)


def worth(judged: Sequence[Judged]) -> float:
    """Return how much of a card was read, and how surely; higher is better."""
    return sum(sum(each.confidences.values()) + sum(each.texts.values()) for each in judged)
