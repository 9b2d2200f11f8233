"""When an upload will probably start."""

import datetime as dt

import pytest

from scorecard_operator.estimate import estimate_start, typical_run_s
from tests.builders import NOW, UploadBuilder, at


def ended(number: int, duration_s: int, ended_s: float = -60) -> UploadBuilder:
    """Return a finished upload."""
    said = {"durationSeconds": duration_s, "completionTime": at(ended_s)}
    return UploadBuilder(number).status(phase="Succeeded", reason="Parsed", attempts=1, **said)


def test_the_typical_run_is_the_middle_of_the_last_twenty() -> None:
    old = [ended(number, 900, ended_s=-9000).fact() for number in range(1, 9)]
    new = [ended(number, duration_s, ended_s=-number).fact() for number, duration_s in enumerate([4, 6, 50] * 7, 10)]
    assert typical_run_s([*old, *new]) == 6


def test_nothing_is_known_before_a_run_has_ended() -> None:
    assert typical_run_s([UploadBuilder().in_flight().fact()]) is None
    assert estimate_start(1, 0, None, NOW) is None


def test_a_run_that_somebody_stopped_tells_nothing() -> None:
    cancelled = ended(1, 0).status(phase="Cancelled", reason="Cancelled")
    assert typical_run_s([cancelled.fact(), ended(2, 50).fact()]) == 50


def test_a_run_that_waited_for_the_end_of_an_outage_tells_nothing() -> None:
    waited = ended(1, 7200).broke("StorageUnreachable", -9000).status(phase="Succeeded")
    assert typical_run_s([waited.fact(), ended(2, 50).fact()]) == 50


@pytest.mark.parametrize(
    ("rounds", "launch_minutes", "minutes"),
    [
        pytest.param(1, 0, 1, id="within the minute, told as the next full one"),
        pytest.param(3, 0, 3, id="after as many runs as end before"),
        pytest.param(1, 5, 6, id="not before the launch rate lets it"),
    ],
)
def test_a_start_is_told_by_the_minute(rounds: int, launch_minutes: int, minutes: int) -> None:
    assert estimate_start(rounds, launch_minutes, 50, NOW) == NOW + dt.timedelta(minutes=minutes)
