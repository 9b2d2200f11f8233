"""What breaks the reader's promise, and what does not."""

from dataclasses import replace

import pytest

from bench.fuzz.promise import GRACE_S, Ending, Limits, broken_promises, disagreement
from scorecard_runner.errors import (
    CorruptPicture,
    InternalError,
    InvalidConfiguration,
    NotAScorecard,
    OutOfMemory,
    SoftTimeLimit,
)

LIMITS = Limits(time_s=10, memory_bytes=1000)
DOCUMENT = Ending(error=None, seconds=1, peak_bytes=10)


def ended(error: Exception | None) -> Ending:
    return replace(DOCUMENT, error=error)


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param(DOCUMENT, id="a document"),
        pytest.param(ended(CorruptPicture()), id="a refusal"),
        pytest.param(ended(SoftTimeLimit()), id="the time is over"),
        pytest.param(ended(OutOfMemory()), id="the memory is used up"),
        pytest.param(replace(DOCUMENT, seconds=10 + GRACE_S), id="killed a moment after the deadline"),
    ],
)
def test_the_promise_is_kept_by(ending: Ending) -> None:
    assert list(broken_promises(ending, LIMITS)) == []


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        pytest.param(ended(InternalError()), "InternalError", id="a fault of the reader"),
        pytest.param(ended(InvalidConfiguration()), "InvalidConfiguration", id="an error of another class"),
        pytest.param(ended(ValueError("x")), "ValueError", id="an exception of the waiting side"),
        pytest.param(ended(CorruptPicture("no\nsentence.")), "without sentences", id="a refusal of two lines"),
        pytest.param(ended(CorruptPicture("half")), "without sentences", id="a refusal without an end"),
        pytest.param(replace(DOCUMENT, seconds=15), "15.0 s", id="a document long after the deadline"),
        pytest.param(replace(DOCUMENT, peak_bytes=1001), "memory", id="more memory than allowed"),
        pytest.param(replace(DOCUMENT, processes_left=1), "processes", id="a process left behind"),
        pytest.param(replace(DOCUMENT, files_left=2), "files", id="files left behind"),
    ],
)
def test_the_promise_is_broken_by(ending: Ending, said: str) -> None:
    (broken,) = broken_promises(ending, LIMITS)
    assert said in broken


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        pytest.param(
            replace(ended(InternalError()), last_words="Traceback\nKeyError: 3"), "(KeyError: 3)", id="its words"
        ),
        pytest.param(replace(ended(InternalError()), exit_code=-11), "(exit code -11)", id="the signal that killed it"),
        pytest.param(
            replace(ended(InternalError()), exit_code=-9), "a file", id="nothing, if it was killed for having spoken"
        ),
    ],
)
def test_a_fault_is_told_with(ending: Ending, said: str) -> None:
    (broken,) = broken_promises(ending, LIMITS)
    assert broken.endswith(said)


@pytest.mark.parametrize(
    ("quick", "whole", "agree"),
    [
        pytest.param(NotAScorecard(), None, True, id="only the real one finds words"),
        pytest.param(CorruptPicture(), CorruptPicture(), True, id="both refuse alike"),
        pytest.param(CorruptPicture(), SoftTimeLimit(), True, id="the real one had no time"),
        pytest.param(CorruptPicture(), NotAScorecard(), False, id="only the forked one cannot decode"),
        pytest.param(NotAScorecard(), CorruptPicture(), False, id="only the real one cannot decode"),
        pytest.param(NotAScorecard(), InternalError(), False, id="only the real one breaks"),
    ],
)
def test_both_ways_of_reading_agree(quick: Exception | None, whole: Exception | None, *, agree: bool) -> None:
    assert (disagreement(ended(quick), ended(whole)) is None) is agree
