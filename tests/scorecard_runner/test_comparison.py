"""Which of two results of one picture the row holds."""

from dataclasses import replace

import pytest

from scorecard_runner.comparison import is_better
from scorecard_runner.progress import ResultSummary

HELD = ResultSummary(1, "NeedsReview", 0.6, 2, "7/9", "auto")


@pytest.mark.parametrize(
    ("new", "want"),
    [
        pytest.param(replace(HELD, confidence=0.7), True, id="surer"),
        pytest.param(replace(HELD, verdict="Verified"), True, id="verified"),
        pytest.param(replace(HELD, verdict="Verified", confidence=0.5), True, id="verified, which weighs more"),
        pytest.param(replace(HELD, innings=3, confidence=0.7), True, id="surer, with an innings more"),
        pytest.param(HELD, False, id="the same: people may have seen the first already"),
        pytest.param(replace(HELD, confidence=0.5), False, id="less sure"),
        pytest.param(replace(HELD, innings=3, confidence=0.5), False, id="an innings more, less sure"),
        pytest.param(replace(HELD, innings=1, verdict="Verified", confidence=0.99), False, id="an innings was lost"),
    ],
)
def test_a_new_result_takes_the_place_of_the_first(new: ResultSummary, *, want: bool) -> None:
    assert is_better(new, HELD) == want


def test_a_verified_result_is_never_replaced_by_one_to_be_reviewed() -> None:
    assert not is_better(replace(HELD, confidence=1.0), replace(HELD, verdict="Verified"))
