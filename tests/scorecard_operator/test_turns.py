"""What an upload that waits is told of its turn, and what that costs."""

import datetime as dt

import pytest

from scorecard_operator.actions import dump_status
from scorecard_operator.decisions import WriteStatus
from scorecard_operator.plan import plan
from scorecard_operator.turns import find_turns
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name


def ended(number: int, duration_s: int) -> UploadBuilder:
    """Return a finished upload."""
    said = {"durationSeconds": duration_s, "completionTime": at(-60)}
    return UploadBuilder(number).status(phase="Succeeded", reason="Parsed", attempts=1, **said)


@pytest.mark.parametrize(
    ("variables", "minutes"),
    [
        pytest.param({"SCORECARD_MAX_CONCURRENT_JOBS": "4"}, [1, 1, 2, 2], id="as many at a time as there are slots"),
        pytest.param({"SCORECARD_MAX_CONCURRENT_JOBS_PER_TENANT": "1"}, [1, 1, 4, 5], id="one of the tenant at a time"),
        pytest.param({"SCORECARD_MAX_CONCURRENT_JOBS_PER_NAMESPACE": "1"}, [1, 2, 5, 6], id="one at a time"),
        pytest.param({"SCORECARD_LAUNCHES_PER_MINUTE": "1"}, [2, 3, 6, 7], id="one a minute"),
    ],
)
def test_the_estimate_knows_slots_caps_and_rate(variables: dict[str, str], minutes: list[int]) -> None:
    waiting = [UploadBuilder(1).spec(tenant="other"), *(UploadBuilder(n) for n in range(2, 7))]
    turns = find_turns([each.fact() for each in waiting], [ended(9, 50).fact()], make_settings(**variables), NOW)
    told = [turns[upload_name(number)].starts_at for number in (1, 2, 5, 6)]
    assert told == [NOW + dt.timedelta(minutes=each) for each in minutes]


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


def written(upload: UploadBuilder, *others: UploadBuilder | JobBuilder | PodBuilder, **variables: str) -> int:
    """Make a pass, give the upload the status that was written, and return how many there were."""
    uploads = [each for each in others if isinstance(each, UploadBuilder)]
    jobs = [each for each in others if isinstance(each, JobBuilder)]
    pods = [each for each in others if isinstance(each, PodBuilder)]
    found = plan(gather([*uploads, upload], jobs, pods), make_settings(**variables), NOW)
    statuses = [
        each.status
        for each in found.actions
        if isinstance(each, WriteStatus) and each.upload.name == upload.fact().name
    ]
    for status in statuses:
        runners = {key: upload.body["status"][key] for key in ("progress", "result") if key in upload.body["status"]}
        upload.body["status"] = dump_status(status) | runners
    return len(statuses)


HELD, RESUMED = JobBuilder(1).held(), JobBuilder(1).held().resumed()


@pytest.mark.parametrize(
    ("queue", "waits", "jobs"),
    [
        pytest.param("", 3, [JobBuilder(1)], id="our own queue alone"),
        pytest.param("ocr", 2, [HELD, RESUMED], id="our own queue and that of Kueue"),
    ],
)
def test_the_longest_wait_and_a_run_that_goes_right_cost_six_writes(
    queue: str, waits: int, jobs: list[JobBuilder]
) -> None:
    queued = [UploadBuilder(n) for n in range(2, 1300)]
    busy: list[UploadBuilder | JobBuilder | PodBuilder] = [
        UploadBuilder(9999).in_flight(),
        JobBuilder(9999),
        PodBuilder(9999).running(),
        ended(9998, 50),
    ]
    upload = UploadBuilder(1)
    upload.body["metadata"]["creationTimestamp"] = at(9000)
    settings = {"SCORECARD_MAX_CONCURRENT_JOBS": "1", "SCORECARD_KUEUE_QUEUE_NAME": queue}
    ahead = [1298, 1000, 999, 998, 300, 100, 99, 98, 50, 10, 9, 8, 1, 0]
    writes = [written(upload, *busy, *queued[:each], **settings) for each in ahead]
    assert sum(writes) == waits
    job, pod = jobs[-1], PodBuilder(1)
    writes += [written(upload, each) for each in jobs]
    writes += [
        written(upload, job, pod),
        written(upload, job, pod.running()),
        written(upload.reading(stage="claimed"), job, pod),
        written(upload.reading(stage="reading"), job, pod),
        written(upload.reported(), job, pod),
        written(upload, job.finished(), pod.ended(0)),
    ]
    assert upload.fact().status.phase == "Succeeded"
    assert sum(writes) == 6
