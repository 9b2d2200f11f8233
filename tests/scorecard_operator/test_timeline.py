"""When each step was reached."""

import pytest

from scorecard_operator.outcome import AttemptFacts
from scorecard_operator.timeline import build_timeline, format_duration
from tests.builders import JobBuilder, UploadBuilder, at


def test_the_times_of_a_pod_that_is_gone_stay() -> None:
    seen = {"queued": at(-99), "admitted": at(-10), "scheduled": at(-9), "started": at(-8)}
    upload = UploadBuilder().in_flight().status(timeline=seen).fact()
    timeline = build_timeline(upload, AttemptFacts(1, JobBuilder().fact(), None))
    assert (timeline.admitted, timeline.scheduled, timeline.started) == (at(-10), at(-9), at(-8))


def test_a_new_attempt_begins_without_the_times_of_the_one_before() -> None:
    seen = {"queued": at(-99), "admitted": at(-60), "scheduled": at(-59), "started": at(-58)}
    upload = UploadBuilder().in_flight(1).status(timeline=seen).fact()
    timeline = build_timeline(upload, AttemptFacts(2, JobBuilder(attempt=2).fact(), None))
    assert (timeline.admitted, timeline.scheduled, timeline.started) == (at(-10), None, None)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0s"), (59, "59s"), (60, "1m00s"), (72, "1m12s"), (3599, "59m59s"), (3600, "1h00m"), (90_061, "25h01m")],
)
def test_a_duration_is_written_as_kubectl_does(seconds: int, text: str) -> None:
    assert format_duration(seconds) == text
