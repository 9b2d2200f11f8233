"""When a dependency counts as away, and when a probe is due."""

import datetime as dt

import pytest

from scorecard_operator.breaker import Outage, find_outages
from scorecard_operator.dependencies import Dependency
from scorecard_operator.standing import assess
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, gather, make_settings

AWAY = "StorageUnreachable"


def find(uploads: list[UploadBuilder], pods: list[PodBuilder] | None = None, **variables: str) -> list[Outage]:
    settings = make_settings(**variables)
    jobs = [JobBuilder(int(pod.body["metadata"]["uid"].split("-")[1])) for pod in pods or []]
    facts = gather(uploads, jobs, pods)
    standings = {upload.name: assess(upload, facts, settings, NOW) for upload in facts.uploads}
    return list(find_outages(facts.uploads, standings, facts, settings, NOW))


def away(uploads: list[UploadBuilder], pods: list[PodBuilder] | None = None, **variables: str) -> list[str]:
    return [str(outage.dependency) for outage in find(uploads, pods, **variables)]


def due_in_s(outage: Outage) -> float:
    return (outage.probe_at - NOW).total_seconds()


def broken_twice_and_once() -> list[UploadBuilder]:
    return [UploadBuilder(1).broke(AWAY, -60, -30), UploadBuilder(2).broke(AWAY, -20)]


@pytest.mark.parametrize(
    ("uploads", "want"),
    [
        pytest.param(broken_twice_and_once(), ["storage"], id="three attempts of two uploads"),
        pytest.param([UploadBuilder(n).broke(AWAY, -9) for n in (1, 2, 3)], ["storage"], id="one of each of three"),
        pytest.param([UploadBuilder(1).broke(AWAY, -40, -30, -20, -10)], [], id="one upload is its own matter"),
        pytest.param([UploadBuilder(n).broke(AWAY, -9) for n in (1, 2)], [], id="two attempts are too few"),
        pytest.param([UploadBuilder(n).broke(AWAY, -900) for n in (1, 2, 3)], [], id="long ago"),
        pytest.param([UploadBuilder(n).broke("ObjectNotFound", -9, -8) for n in (1, 2)], [], id="files are missing"),
        pytest.param([UploadBuilder(n).broke("RowNotUploaded", -9, -8) for n in (1, 2)], [], id="rows not completed"),
        pytest.param([UploadBuilder(n).broke("ApiServerUnreachable", -9, -8) for n in (1, 2)], [], id="API server"),
        pytest.param([UploadBuilder(n).broke("RunnerCrashed", -9, -8) for n in (1, 2)], [], id="crashes"),
        pytest.param([UploadBuilder(n).broke("SchemaMissing", -9, -8) for n in (1, 2)], ["database"], id="database"),
        pytest.param(
            [UploadBuilder(n).broke("ErrImagePull", -9, -8, class_="infrastructure") for n in (1, 2)],
            ["registry"],
            id="no image",
        ),
        pytest.param(
            [UploadBuilder(1).broke(AWAY, -9, -8), UploadBuilder(2).broke("DatabaseUnreachable", -9, -8)],
            [],
            id="two dependencies are not one",
        ),
        pytest.param([UploadBuilder(1).broke(AWAY, -90, -60).broke(AWAY, -9, probe=True)], ["storage"], id="a probe"),
        pytest.param([UploadBuilder(n).broke(AWAY, 9) for n in (1, 2, 3)], [], id="a clock that is ahead of ours"),
    ],
)
def test_a_dependency_is_away_when_several_uploads_could_not_get_past_it(
    uploads: list[UploadBuilder], want: list[str]
) -> None:
    assert away(uploads) == want


@pytest.mark.parametrize(
    ("other", "want"),
    [
        pytest.param(UploadBuilder(3).fetched(-15), [], id="a file that arrived after the last failure"),
        pytest.param(UploadBuilder(3).fetched(-25), [], id="a file that arrived between, one failure since"),
        pytest.param(UploadBuilder(3).fetched(-70), ["storage"], id="a file that arrived before the first failure"),
        pytest.param(UploadBuilder(3).reading(), ["storage"], id="a runner that has not got its file yet"),
        pytest.param(UploadBuilder(3).broke("ObjectNotFound", -15), [], id="a file that the storage knows is missing"),
        pytest.param(UploadBuilder(3).broke("RowNotFound", -15), ["storage"], id="an answer of the database"),
    ],
)
def test_what_got_past_it_since_closes_the_breaker(other: UploadBuilder, want: list[str]) -> None:
    assert away([*broken_twice_and_once(), other]) == want


def test_an_attempt_that_had_its_file_before_the_outage_and_ended_in_it_proves_nothing() -> None:
    read = UploadBuilder(3).reported().status(phase="Succeeded")
    read.body["status"]["progress"]["fetchedAt"] = "2026-01-31T11:58:00Z"
    assert away([*broken_twice_and_once(), read], [PodBuilder(3).ended(0, seconds=-5)]) == ["storage"]


@pytest.mark.parametrize(
    ("other", "pod", "want"),
    [
        pytest.param(UploadBuilder(3).in_flight().reading(1, "claimed"), PodBuilder(3).running(-5), [], id="claimed"),
        pytest.param(UploadBuilder(3).in_flight(), PodBuilder(3).running(-5), ["database"], id="started only"),
        pytest.param(
            UploadBuilder(3).in_flight().reading(1, "claimed"), PodBuilder(3).running(-50), ["database"], id="before"
        ),
        pytest.param(UploadBuilder(3).reported(), PodBuilder(3).ended(0, seconds=-1), [], id="stored since"),
    ],
)
def test_the_database_is_back_when_a_runner_that_started_since_has_claimed_its_row(
    other: UploadBuilder, pod: PodBuilder, want: list[str]
) -> None:
    broken = [UploadBuilder(n).broke("DatabaseUnreachable", -40, -30) for n in (1, 2)]
    assert away([*broken, other], [pod]) == want


@pytest.mark.parametrize(
    ("pod", "want"),
    [
        pytest.param(PodBuilder(3).running(-5), [], id="a runner that started since"),
        pytest.param(PodBuilder(3).running(-50), ["registry"], id="a runner that started before"),
        pytest.param(PodBuilder(3).waiting("ErrImagePull"), ["registry"], id="a pod that waits for its image, too"),
    ],
)
def test_the_registry_is_back_when_a_runner_starts(pod: PodBuilder, want: list[str]) -> None:
    broken = [UploadBuilder(n).broke("ImagePullBackOff", -40, -30, class_="infrastructure") for n in (1, 2)]
    assert away([*broken, UploadBuilder(3).in_flight()], [pod]) == want


def test_how_many_failures_it_takes_is_a_setting() -> None:
    assert away(broken_twice_and_once(), SCORECARD_BREAKER_FAILURES="4") == []


def test_an_attempt_that_takes_long_to_fail_renews_the_evidence_in_time() -> None:
    uploads = [UploadBuilder(n).broke("ErrImagePull", -700, class_="infrastructure") for n in (1, 2, 3)]
    assert away(uploads, SCORECARD_START_DEADLINE_SECONDS="120") == ["registry"]
    assert away(uploads, SCORECARD_START_DEADLINE_SECONDS="60") == []


def test_an_end_that_is_seen_for_the_first_time_counts_at_once() -> None:
    uploads = [UploadBuilder(number).in_flight() for number in (1, 2, 3)]
    pods = [PodBuilder(number).ended(20, {"reason": AWAY}) for number in (1, 2, 3)]
    assert away(uploads, pods) == ["storage"]


def test_it_is_away_since_the_first_failure_after_the_last_success() -> None:
    early = UploadBuilder(4).broke(AWAY, -200)
    (outage,) = find([early, *broken_twice_and_once(), UploadBuilder(3).fetched(-100)])
    assert outage.since == NOW - dt.timedelta(seconds=60)


@pytest.mark.parametrize(
    ("probes", "wait_s"),
    [
        pytest.param(0, 10, id="a while after the failure that opened it"),
        pytest.param(1, 20, id="twice as long after the first probe"),
        pytest.param(2, 40, id="and again"),
        pytest.param(3, 60, id="up to a minute"),
        pytest.param(4, 60, id="and no longer"),
    ],
)
def test_the_wait_for_the_next_probe_doubles(probes: int, wait_s: float) -> None:
    uploads = broken_twice_and_once()
    uploads[1].broke(AWAY, *[-10] * probes, probe=True)
    (outage,) = find(uploads)
    assert due_in_s(outage) == wait_s - (10 if probes else 20)


def test_a_probe_that_broke_for_another_reason_is_waited_for_all_the_same() -> None:
    (outage,) = find([*broken_twice_and_once(), UploadBuilder(3).broke("Evicted", -5, probe=True)])
    assert due_in_s(outage) == 15


def test_several_may_be_away_at_once() -> None:
    database = [UploadBuilder(n).broke("DatabaseUnreachable", -9, -8) for n in (3, 4)]
    assert away([*broken_twice_and_once(), *database]) == ["database", "storage"]


def test_people_are_told_what_is_away_since_when_and_what_to_look_at() -> None:
    (outage,) = find(broken_twice_and_once())
    assert outage.message == (
        "The storage of uploaded files is not available: no attempt got past it since 2026-01-31 11:59:00 UTC. "
        "Check that it runs, S3_ENDPOINT_URL (chart: storage.endpoint), the storage Secret and the network policies. "
        "One upload at a time tries whether it is back; the others wait and lose no attempts."
    )
    assert outage.dependency is Dependency.STORAGE
