"""What is left of an attempt that is over."""

import pytest

from scorecard_operator.failures import removed
from scorecard_operator.history import KEPT_PROBES, extend_history, record_end, record_stop
from scorecard_operator.outcome import Succeeded
from scorecard_operator.resource import Attempt
from tests.builders import NOW, UploadBuilder, at


@pytest.mark.parametrize(
    ("upload", "want"),
    [
        pytest.param(UploadBuilder().reading(2, reader="rapid"), "rapid", id="the runner of this attempt said it"),
        pytest.param(UploadBuilder().reading(1, reader="auto"), None, id="only that of an earlier one did"),
        pytest.param(UploadBuilder().reading(2, reader=""), None, id="an older runner that does not say it"),
        pytest.param(UploadBuilder(), None, id="no runner came to say anything"),
    ],
)
def test_the_reader_is_what_the_runner_of_this_attempt_said(upload: UploadBuilder, want: str | None) -> None:
    assert record_end(upload.fact(), 2, Succeeded(NOW, "Parsed"), None).reader == want
    assert record_stop(upload.fact(), 2, 1, NOW).reader == want


def test_a_success_has_exit_code_0_and_no_class_and_a_broken_one_its_own() -> None:
    upload = UploadBuilder().fact()
    assert record_end(upload, 1, Succeeded(NOW, "Parsed"), None) == Attempt(
        attempt=1, reason="Parsed", exit_code=0, finished_at=at(0)
    )
    broken = record_end(upload, 2, removed(NOW), 1)
    assert (broken.class_, broken.exit_code, broken.escalates) == ("infrastructure", None, 1)


def test_an_attempt_that_was_stopped_is_no_success() -> None:
    stopped = record_stop(UploadBuilder().fact(), 2, 1, NOW)
    assert (stopped.reason, stopped.exit_code, stopped.escalates) == ("Cancelled", None, 1)


def test_an_attempt_that_tried_a_dependency_says_so_and_any_other_says_nothing() -> None:
    upload = UploadBuilder().fact()
    assert record_end(upload, 1, removed(NOW), None, is_probe=True).probe is True
    assert record_end(upload, 1, removed(NOW), None).probe is None


def test_of_the_probes_that_count_against_nothing_only_the_last_ones_are_kept() -> None:
    history: tuple[Attempt, ...] = ()
    for number in range(1, 21):
        counts = number in {1, 7}
        ended = Attempt(attempt=number, reason="StorageUnreachable", finished_at=at(0), probe=None if counts else True)
        history = extend_history(history, ended)
    assert [each.attempt for each in history] == [1, 7, *range(21 - KEPT_PROBES, 21)]
