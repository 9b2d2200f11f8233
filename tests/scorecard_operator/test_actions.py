"""What an action does to the cluster, the row and the cache, and how it fails."""

from collections.abc import Callable

import pytest

from scorecard_operator.actions import Actor
from scorecard_operator.cache import Cache
from scorecard_operator.decisions import Action, ConfirmGone, CreateJob, DeleteJob, DeleteUpload, ReportRow, WriteStatus
from scorecard_operator.errors import ClusterError, RequestRefused
from scorecard_operator.manifest import Templates
from scorecard_operator.resource import Status
from scorecard_operator.settings import read_settings
from scorecard_operator.vocabulary import Phase
from tests.builders import NOW, JobBuilder, UploadBuilder
from tests.scorecard_operator.fake_cluster import FakeCluster, FakeRows

SETTINGS = read_settings({"SCORECARD_NAMESPACE": "cards", "DATABASE_URL": "postgresql://u:p@db/x"})
TEMPLATE = {"spec": {"containers": [{"name": "runner", "image": "runner:1"}]}}
STRONG = {"spec": {"containers": [{"name": "runner", "image": "runner:1-rapid"}]}}
UPLOAD = UploadBuilder().fact()
JOB = f"ocr-{UPLOAD.name}-1"
FAILED = Status(phase=Phase.FAILED, reason="OOMKilled", message="Too little memory.")


class World:
    """An actor and everything it acts on."""

    def __init__(self, *objects: UploadBuilder | JobBuilder) -> None:
        self.cluster, self.rows, self.cache = FakeCluster(*objects), FakeRows(), Cache()
        self.actor = Actor(self.cluster, self.rows, self.cache, Templates(TEMPLATE, STRONG), SETTINGS)

    async def perform(self, action: Action) -> bool:
        """Carry out an action at NOW."""
        return await self.actor.perform(action, NOW)


async def test_a_created_job_is_known_before_any_watch_tells_of_it() -> None:
    world = World(UploadBuilder())
    assert await world.perform(CreateJob(UPLOAD, 1, memory_doublings=0))
    assert list(world.cluster.jobs) == list(world.cache.jobs.facts) == [JOB]


async def test_a_job_that_is_there_already_is_adopted_and_not_made_twice() -> None:
    world = World(UploadBuilder(), JobBuilder())
    assert await world.perform(CreateJob(UPLOAD, 1, memory_doublings=0))
    assert world.cache.jobs.facts[JOB].uid == "job-1-1"


async def test_a_namesake_s_job_is_seen_but_not_taken_for_ours() -> None:
    world = World(UploadBuilder(), JobBuilder().owned_by("uid-of-one-deleted-before"))
    await world.perform(CreateJob(UPLOAD, 1, memory_doublings=0))
    assert world.cache.jobs.facts[JOB].owner_uid != UPLOAD.uid


async def test_a_refused_job_leaves_the_words_of_the_api_server_for_the_status() -> None:
    world = World(UploadBuilder())
    world.cluster.faults["create job"] = RequestRefused("exceeded quota: pods=0")
    assert await world.perform(CreateJob(UPLOAD, 1, memory_doublings=0))
    assert world.cache.facts().refusals == {UPLOAD.name: "exceeded quota: pods=0"}
    del world.cluster.faults["create job"]
    world.actor.next_retry_s([])
    await world.perform(CreateJob(UPLOAD, 1, memory_doublings=0))
    assert world.cache.facts().refusals == {}


async def test_a_written_status_is_known_at_once_and_a_warning_goes_out_with_it() -> None:
    world = World(UploadBuilder())
    assert await world.perform(WriteStatus(UPLOAD, FAILED, is_warning=True))
    assert world.cache.uploads.facts[UPLOAD.name].status.phase is Phase.FAILED
    assert world.cluster.events == ["OOMKilled: Too little memory."]


async def test_a_lost_event_does_not_hold_up_the_next_status() -> None:
    world = World(UploadBuilder())
    world.cluster.faults["post warning"] = ClusterError("no answer")
    action = WriteStatus(UPLOAD, FAILED, is_warning=True)
    assert await world.perform(action)
    assert not world.actor.is_resting(action)


async def test_the_status_of_an_upload_that_went_is_dropped() -> None:
    world = World()
    world.cache.uploads.put(UploadBuilder().raw())
    assert await world.perform(WriteStatus(UPLOAD, FAILED, is_warning=False))
    assert world.cache.uploads.facts == {}


async def test_what_the_runner_owns_is_never_sent() -> None:
    world = World(UploadBuilder().reported())
    reported = UploadBuilder().reported().status(phase="Succeeded", reason="Parsed").fact()
    await world.perform(WriteStatus(reported, reported.status, is_warning=False))
    assert [sorted(status) for status in world.cluster.sent] == [
        ["attempts", "conditions", "history", "message", "observedGeneration", "phase", "reason"]
    ]


async def test_a_job_is_gone_only_when_the_api_server_says_so() -> None:
    world = World(UploadBuilder())
    assert await world.perform(ConfirmGone(UPLOAD, JOB))
    assert world.cache.gone_jobs == {JOB}


async def test_a_job_that_the_watch_missed_is_found_by_asking() -> None:
    world = World(UploadBuilder(), JobBuilder())
    assert await world.perform(ConfirmGone(UPLOAD, JOB))
    assert (world.cache.gone_jobs, list(world.cache.jobs.facts)) == (set(), [JOB])


async def test_a_namesake_s_job_does_not_stand_for_ours() -> None:
    world = World(UploadBuilder(), JobBuilder().owned_by("uid-of-one-deleted-before"))
    assert await world.perform(ConfirmGone(UPLOAD, JOB))
    assert world.cache.gone_jobs == {JOB}


async def test_a_job_is_deleted_by_name_and_uid() -> None:
    world = World(UploadBuilder(), JobBuilder())
    await world.perform(DeleteJob(JobBuilder().fact()))
    assert world.cluster.jobs == {}


async def test_an_upload_that_ran_out_goes_with_its_jobs_and_is_forgotten() -> None:
    world = World(UploadBuilder(), JobBuilder())
    world.cache.uploads.put(UploadBuilder().raw())
    assert await world.perform(DeleteUpload(UPLOAD))
    assert (world.cluster.uploads, world.cluster.jobs, world.cache.uploads.facts) == ({}, {}, {})


async def test_an_upload_that_is_gone_already_is_forgotten() -> None:
    world = World()
    world.cache.uploads.put(UploadBuilder().raw())
    assert await world.perform(DeleteUpload(UPLOAD))
    assert world.cache.uploads.facts == {}


async def test_an_upload_that_somebody_asks_to_run_again_at_the_last_moment_is_not_deleted() -> None:
    world = World(UploadBuilder())
    world.cache.uploads.put(UploadBuilder().raw())
    world.cluster.uploads[UPLOAD.name]["metadata"]["resourceVersion"] = "2"
    assert not await world.perform(DeleteUpload(UPLOAD))
    assert list(world.cluster.uploads) == list(world.cache.uploads.facts) == [UPLOAD.name]


async def test_the_row_is_told_the_reason_and_its_state_is_remembered() -> None:
    world = World()
    world.rows.status = "parsed"
    upload = UploadBuilder().status(phase="Failed", reason="OOMKilled", message="Too little memory.").fact()
    assert await world.perform(ReportRow(upload))
    assert world.rows.failed == [f"{upload.name} OOMKilled"]
    assert world.cache.facts().reported_rows == {upload.uid: "parsed"}


@pytest.mark.parametrize(
    ("call", "make"),
    [
        pytest.param("create job", lambda: CreateJob(UPLOAD, 1, memory_doublings=0), id="creating"),
        pytest.param("apply status", lambda: WriteStatus(UPLOAD, FAILED, is_warning=False), id="writing"),
        pytest.param("delete job", lambda: DeleteJob(JobBuilder().fact()), id="deleting"),
        pytest.param("delete upload", lambda: DeleteUpload(UPLOAD), id="letting an upload go"),
        pytest.param("get job", lambda: ConfirmGone(UPLOAD, JOB), id="asking"),
    ],
)
async def test_what_failed_rests_a_while_and_is_then_tried_again(call: str, make: Callable[[], Action]) -> None:
    world, action = World(UploadBuilder(), JobBuilder()), make()
    world.cluster.faults[call] = ClusterError("no answer")
    assert not await world.perform(action)
    assert not await world.perform(action)
    assert world.cluster.count(call) == 1
    assert 0 < world.actor.next_retry_s([action]) <= 1


async def test_a_rest_that_nobody_waits_for_does_not_wake_the_loop() -> None:
    world, action = World(), ReportRow(UPLOAD)
    world.rows.is_away = True
    await world.perform(action)
    assert world.actor.next_retry_s([]) == float("inf")
    assert not world.actor.is_resting(action)


async def test_a_probe_is_launched_as_one() -> None:
    world = World(UploadBuilder())
    await world.perform(CreateJob(UPLOAD, 1, memory_doublings=0, is_probe=True))
    assert world.cluster.jobs[JOB]["metadata"]["labels"]["scorecards.cricksy.io/probe"] == "true"


async def test_reading_again_takes_the_template_with_the_stronger_reader() -> None:
    world = World(UploadBuilder())
    await world.perform(CreateJob(UPLOAD, 1, memory_doublings=0))
    await world.perform(CreateJob(UPLOAD, 2, memory_doublings=0, escalates=1))
    images = {
        name: job["spec"]["template"]["spec"]["containers"][0]["image"] for name, job in world.cluster.jobs.items()
    }
    assert images == {JOB: "runner:1", f"ocr-{UPLOAD.name}-2": "runner:1-rapid"}
