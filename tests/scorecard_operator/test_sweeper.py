"""How a sweep acts on the cluster and the rows, and what it does in doubt."""

import asyncio
import contextlib

import pytest

from scorecard_operator import loop as loop_module
from scorecard_operator.actions import Actor
from scorecard_operator.cache import Cache
from scorecard_operator.errors import ClusterError, RequestRefused, RowError
from scorecard_operator.loop import Loop
from scorecard_operator.manifest import Templates
from scorecard_operator.sweep import OpenRow
from scorecard_operator.sweeper import Sweeper
from tests.builders import UploadBuilder, make_settings, upload_name
from tests.scorecard_operator.fake_cluster import FakeCluster, FakeRows

NAME = upload_name(1)
NEW, BEGUN = OpenRow(NAME, 90.0), OpenRow(NAME, 90.0, newest_attempt=1)


class World:
    """A sweeper, and everything it looks at; the loop does not run."""

    def __init__(self, *uploads: UploadBuilder, rows: list[OpenRow], tenant: str = "") -> None:
        settings = make_settings(SCORECARD_SWEEP_TENANT=tenant)
        self.cluster, self.rows, self.cache = FakeCluster(*uploads), FakeRows(open=rows), Cache()
        actor = Actor(self.cluster, self.rows, self.cache, Templates({}), settings)
        self.loop = Loop(self.cluster, actor, self.cache, settings)
        self.sweeper = Sweeper(self.cluster, self.rows, self.cache, self.loop, settings)

    async def sweep(self) -> None:
        """Sweep once, after a LIST."""
        await self.loop._resync()
        await self.sweeper.sweep_once()


async def test_an_upload_is_created_for_a_row_and_known_at_once() -> None:
    world = World(rows=[NEW])
    await world.sweep()
    (made,) = world.cluster.uploads.values()
    assert (made["metadata"]["name"], made["spec"]) == (NAME, {"uploadId": NAME})
    assert made["metadata"]["labels"] == {"scorecards.cricksy.io/origin": "sweep"}
    assert list(world.cache.uploads.facts) == [NAME]
    assert world.loop._changed.is_set()


async def test_a_row_has_no_tenant_so_that_the_setting_gives_one() -> None:
    world = World(rows=[NEW], tenant="club-a")
    await world.sweep()
    assert world.cache.uploads.facts[NAME].spec.tenant == "club-a"


async def test_a_row_is_asked_for_once_however_often_one_sweeps() -> None:
    world = World(rows=[NEW])
    await world.sweep()
    await world.sweep()
    assert world.cluster.count("create upload") == 1
    assert world.rows.passed_over == [NAME]


async def test_a_backend_that_was_faster_is_a_success() -> None:
    world = World(rows=[NEW])
    await world.loop._resync()
    world.cluster.uploads[NAME] = UploadBuilder().raw()
    await world.sweeper.sweep_once()
    assert world.cluster.uploads[NAME] == UploadBuilder().raw()


async def test_nothing_is_done_on_a_cache_that_is_not_synced() -> None:
    world = World(rows=[NEW, OpenRow(upload_name(2), 90.0, 1)])
    await world.sweeper.sweep_once()
    world.cluster.faults["list"] = ClusterError("no answer")
    await world.sweep()
    assert (world.cluster.uploads, world.rows.healed) == ({}, [])


async def test_nothing_is_done_if_the_cache_went_out_of_date_while_the_database_answered() -> None:
    world = World(rows=[NEW])
    await world.loop._resync()
    answer = world.rows.find_open

    async def find_slowly(older_than_s: float, known: list[str], limit: int) -> list[OpenRow]:
        world.cluster.faults["list"] = ClusterError("no answer")
        await world.loop._resync()
        return await answer(older_than_s, known, limit)

    world.rows.find_open = find_slowly  # type: ignore[method-assign, assignment]
    await world.sweeper.sweep_once()
    assert world.cluster.uploads == {}


async def test_a_row_is_failed_once_its_upload_is_gone_for_sure() -> None:
    world = World(rows=[BEGUN])
    await world.sweep()
    assert world.rows.healed == [f"{NAME} UploadGone"]
    assert world.cluster.calls[-1] == "get upload"


async def test_a_row_is_not_failed_whose_upload_the_watch_has_not_told_of() -> None:
    world = World(rows=[BEGUN])
    await world.loop._resync()
    world.cluster.uploads[NAME] = UploadBuilder().in_flight().raw()
    await world.sweeper.sweep_once()
    assert world.rows.healed == []
    assert list(world.cache.uploads.facts) == [NAME]


async def test_a_row_is_not_failed_whose_upload_began_anew_meanwhile() -> None:
    world = World(UploadBuilder().status(phase="Failed", reason="OOMKilled"), rows=[BEGUN])
    await world.loop._resync()
    again = UploadBuilder().status(phase="Queued", reason="RetryRequested").raw()
    again["metadata"]["resourceVersion"] = "2"
    world.cluster.uploads[NAME] = again
    await world.sweeper.sweep_once()
    assert world.rows.healed == []


async def test_a_row_is_not_failed_if_nobody_can_say_whether_its_upload_is_there() -> None:
    world = World(rows=[BEGUN])
    world.cluster.faults["get upload"] = ClusterError("no answer")
    with pytest.raises(ClusterError):
        await world.sweep()
    assert world.rows.healed == []


@pytest.mark.parametrize(
    "refusal",
    [
        pytest.param(True, id="the API server refuses it"),
        pytest.param(False, id="it is there and we cannot read it"),
    ],
)
async def test_a_row_whose_upload_cannot_be_had_does_not_take_the_place_of_others(*, refusal: bool) -> None:
    world = World(rows=[NEW])
    await world.loop._resync()
    if refusal:
        world.cluster.faults["create upload"] = RequestRefused("a policy forbids it")
    world.cluster.uploads[NAME] = UploadBuilder().raw()
    await world.sweeper.sweep_once()
    await world.sweeper.sweep_once()
    assert world.cluster.count("create upload") == 1
    assert world.rows.passed_over == [NAME]


async def test_an_api_server_that_breaks_off_ends_the_sweep_and_the_next_one_finds_the_rest() -> None:
    world = World(rows=[NEW, OpenRow(upload_name(2), 80.0)])
    world.cluster.faults["create upload"] = ClusterError("no answer")
    with pytest.raises(ClusterError):
        await world.sweep()
    assert world.cluster.count("create upload") == 1
    del world.cluster.faults["create upload"]
    await world.sweep()
    assert sorted(world.cluster.uploads) == [NAME, upload_name(2)]


@pytest.mark.parametrize(
    "fault",
    [pytest.param(RowError("no answer"), id="no database"), pytest.param(ZeroDivisionError(), id="a fault of our own")],
)
async def test_sweeping_goes_on_whatever_happens(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    world = World(rows=[])
    sweeps: list[Exception] = []
    done = asyncio.Event()

    async def break_twice() -> None:
        sweeps.append(fault)
        if len(sweeps) > 1:
            done.set()
        raise fault

    async def no_pause(_: float) -> None:
        await real_sleep(0)

    real_sleep = asyncio.sleep
    monkeypatch.setattr(world.sweeper, "sweep_once", break_twice)
    monkeypatch.setattr("scorecard_operator.sweeper.asyncio.sleep", no_pause)
    task = asyncio.create_task(world.sweeper.run())
    await asyncio.wait_for(done.wait(), 10)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    assert len(sweeps) > 1


async def test_a_swept_row_is_launched_without_waiting_for_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop_module, "SETTLE_S", 0.001)
    world = World(rows=[NEW])
    world.sweeper._loop._actor._templates = Templates({"spec": {"containers": [{"name": "runner", "image": "r:1"}]}})
    running = asyncio.create_task(world.loop.run())
    async with asyncio.timeout(10):
        while not world.loop.is_synced:  # noqa: ASYNC110 - a state of several objects has no event
            await asyncio.sleep(0.005)
        await world.sweeper.sweep_once()
        while not world.cluster.jobs:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.005)
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    assert world.cluster.count("list") == 1
