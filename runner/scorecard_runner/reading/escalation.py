"""What the second reader is to do after the first: nothing, read doubtful phrases again, or read the page.

Pure. The second reader costs several times the first, so it is asked only where it can make a difference; the thresholds are
measured on the tuning split (`docs/accuracy.md`). Refuses to know who the readers are.
"""

from collections.abc import Sequence

from scorecard_runner.document import HIGH_FROM, MEDIUM_FROM, Step
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.belief.judgement import Judged
from scorecard_runner.reading.belief.lost_dismissals import count_lost_dismissals

_FEW = 0.35
"""The largest share of unsure values with which reading phrases again is worth trying before the page."""

_FEW_LEFT = 0.15
"""The same where phrases have been read again: what they could not settle is rather missing than misread."""

_FEW_LOST = 2
"""So many dismissals that nobody read may be in phrases that make no sense yet; of more, lines were never seen."""

_LEAST_DISMISSALS = 4

_REVEALING = 2
"""So many words that were hardly read and turn out to be text: where something is wrong, more was not seen at all."""


def next_step(judged: Sequence[Judged]) -> Step:
    """Return what the second reader is to do about innings that the first has read."""
    share = share_unsure(judged)
    lost = _count_lost(judged)
    if _lacks_parts(judged) or share > _FEW or lost > _FEW_LOST:
        return Step.PAGE
    return Step.PHRASES if share > 0 or lost or not all(map(adds_up, judged)) else Step.NOTHING


def first_looks_again(judged: Sequence[Judged]) -> bool:
    """Whether the first reader looks at doubtful numbers again although there is a second.

    Only where that may leave nothing for the second to do: it settles no text, and a second reader that is asked anyway
    reads numbers better.
    """
    return next_step(judged) is not Step.PAGE and all(
        sure >= HIGH_FROM for each in judged for sure in each.texts.values()
    )


def needs_page(judged: Sequence[Judged], revealed: int) -> bool:
    """Whether the second reader is to read the page although it has read its phrases, and revealed so many words."""
    is_wrong = any(each.doubts or not each.proves_total for each in judged)
    is_lacking = _lacks_parts(judged) or _count_lost(judged) > 0
    return is_lacking or share_unsure(judged) > _FEW_LEFT or (is_wrong and revealed >= _REVEALING)


def _lacks_parts(judged: Sequence[Judged]) -> bool:
    return not judged or any(each.innings.total is None or not each.innings.batting for each in judged)


def _count_lost(judged: Sequence[Judged]) -> int:
    return sum(count_lost_dismissals(each.innings) for each in judged)


def share_unsure(judged: Sequence[Judged]) -> float:
    """Return the share of numbers and texts that are not in the high band; 1 if there are none."""
    sure = [value for each in judged for value in (*each.confidences.values(), *each.texts.values())]
    return sum(value < HIGH_FROM for value in sure) / len(sure) if sure else 1.0


def adds_up(judged: Judged) -> bool:
    """Whether the innings proves its total, and no check fails."""
    return judged.proves_total and all(check.result is not CheckResult.FAILS for check in judged.checks)


def tells_an_innings(judged: Sequence[Judged]) -> bool:
    """Whether it is a scorecard beyond doubt, however much of it is in doubt: batters and how they were out, and their total."""
    return any(
        each.innings.total is not None
        and sum(line.dismissal is not None for line in each.innings.batting) >= _LEAST_DISMISSALS
        for each in judged
    )


def worth(judged: Sequence[Judged]) -> float:
    """Return how much of a card was read surely; higher is better, and what is in doubt makes it worse."""
    return sum(sum(map(_gain, (*each.confidences.values(), *each.texts.values()))) * each.score for each in judged)


def _gain(confidence: float) -> float:
    return confidence - MEDIUM_FROM
