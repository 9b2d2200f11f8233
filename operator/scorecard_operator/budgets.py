"""Whether an upload gets another attempt, and when: one budget a failure class, counted from the history in the status.

Attempts that only tried a dependency which was away count against none. Pure; the jitter comes from a hash, so that two
operators (or one after a restart) reckon the same moment.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence

from scorecard_operator.dependencies import is_excused
from scorecard_operator.resource import Attempt
from scorecard_operator.settings import Settings
from scorecard_operator.vocabulary import FailureClass

JITTER_SHARE = 0.2


def count_failures(history: Sequence[Attempt], failure_class: FailureClass) -> int:
    """Return how many ended attempts were of this class and count."""
    return sum(1 for attempt in history if attempt.class_ is failure_class and not is_excused(attempt))


def find_next_attempt_time(
    history: Sequence[Attempt],
    failure_class: FailureClass,
    *,
    uid: str,
    finished_at: dt.datetime,
    settings: Settings,
    max_attempts: int | None,
) -> dt.datetime | None:
    """Return when the next attempt may start, or None if the budget is spent.

    Args:
        history: ended attempts, the one that just failed included.
        failure_class: class of the attempt that just failed.
        uid: of the upload, seeds the jitter.
        finished_at: end of that attempt.
        settings: budgets and first waits.
        max_attempts: the upload's own wish for class `application`.
    """
    failures = count_failures(history, failure_class)
    if failures >= settings.attempts_allowed(failure_class, max_attempts):
        return None
    first_s = settings.first_backoff_s(failure_class)
    longest_s = min(first_s * 2 ** max(0, failures - 1), settings.backoff_cap_s)
    # Downwards, so that no wait is longer than the cap and those at the cap do not all end together.
    return finished_at + dt.timedelta(seconds=longest_s * (1 - JITTER_SHARE * _fraction(uid, failures)))


def _fraction(uid: str, failures: int) -> float:
    digest = hashlib.sha256(f"{uid}/{failures}".encode()).digest()
    return digest[0] / 255
