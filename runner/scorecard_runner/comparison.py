"""Whether a second reading may take the place of the first in the row.

Pure. The row must never get worse: in doubt the first result stays, because people may have looked at it already.
"""

from scorecard_runner.document import Verdict
from scorecard_runner.progress import ResultSummary


def is_better(new: ResultSummary, held: ResultSummary) -> bool:
    """Whether `new` loses nothing of `held` and is surer of itself: verified where that was not, or more confident."""
    return new.innings >= held.innings and _sureness(new) > _sureness(held)


def _sureness(summary: ResultSummary) -> tuple[bool, float]:
    return summary.verdict == Verdict.VERIFIED, summary.confidence
