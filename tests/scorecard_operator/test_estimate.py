"""When an upload will probably start."""

import datetime as dt

import pytest

from scorecard_operator.decisions import WriteStatus
from scorecard_operator.estimate import estimate_start, typical_run_s
from scorecard_operator.plan import plan
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name


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
    assert estimate_start(1, 4, None, NOW) is None


@pytest.mark.parametrize(
    ("place", "minutes"),
    [
        pytest.param(1, 1, id="the next"),
        pytest.param(4, 1, id="of the next turn"),
        pytest.param(9, 3, id="two turns later"),
    ],
)
def test_as_many_turns_are_waited_for_as_the_slots_need(place: int, minutes: int) -> None:
    assert estimate_start(place, 4, 50, NOW) == NOW + dt.timedelta(minutes=minutes)


def test_a_waiting_upload_is_told_and_a_new_estimate_alone_is_not_written() -> None:
    uploads = [ended(1, 50), UploadBuilder(2).in_flight(), UploadBuilder(3)]
    facts = gather(uploads, [JobBuilder(2)], [PodBuilder(2).running()])
    settings = make_settings(SCORECARD_MAX_CONCURRENT_JOBS="1")
    told = {a.upload.name: a.status for a in plan(facts, settings, NOW).actions if isinstance(a, WriteStatus)}
    waiting = told[upload_name(3)]
    assert (waiting.queue_position, waiting.estimated_start_time) == (1, at(60))
    shown = waiting.model_dump(by_alias=True, exclude_none=True, mode="json")
    uploads[2] = UploadBuilder(3).status(**shown)
    later = plan(gather(uploads, [JobBuilder(2)], [PodBuilder(2).running()]), settings, NOW + dt.timedelta(seconds=90))
    assert upload_name(3) not in {a.upload.name for a in later.actions if isinstance(a, WriteStatus)}
