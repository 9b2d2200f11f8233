"""The loop against a namespace in memory: what it does in doubt, what it waits for and what it does not."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

import pytest

from scorecard_operator import live_reader
from scorecard_operator import loop as module
from scorecard_operator.actions import Actor
from scorecard_operator.cache import Cache
from scorecard_operator.errors import ClusterError, RequestRefused
from scorecard_operator.loop import Clock, Loop, utc_now
from scorecard_operator.manifest import Templates
from scorecard_operator.settings import Settings, read_settings
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, make_settings, upload_name
from tests.scorecard_operator.fake_cluster import FakeCluster, FakeRows

SETTINGS = read_settings({"SCORECARD_NAMESPACE": "cards", "DATABASE_URL": "postgresql://u:p@db/x"})
TEMPLATE = {"spec": {"containers": [{"name": "runner", "image": "runner:1"}]}}
STALLED_S = 1000.0


class World:
    """A running loop."""

    def __init__(
        self, *objects: UploadBuilder | JobBuilder | PodBuilder, settings: Settings = SETTINGS, clock: Clock = utc_now
    ) -> None:
        self.cluster, self.rows, self.cache = FakeCluster(*objects), FakeRows(), Cache()
        actor = Actor(self.cluster, self.rows, self.cache, Templates(TEMPLATE), settings)
        self.loop = Loop(self.cluster, actor, self.cache, settings, clock)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run the loop for the block."""
        task = asyncio.create_task(self.loop.run())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    def row_reported(self, number: int = 1) -> str:
        """Return whether the row was told."""
        conditions = self.cluster.uploads[upload_name(number)]["status"]["conditions"]
        return str(next(c["status"] for c in conditions if c["type"] == "RowReported"))

    def add_upload(self, number: int) -> None:
        """Create an upload, which the watch tells of."""
        body = UploadBuilder(number).raw()
        self.cluster.uploads[upload_name(number)] = body
        self.cache.uploads.put(body)
        self.loop.note_change()

    def reason(self, number: int = 1) -> str:
        """Return the reason that people see."""
        reason: str = self.cluster.uploads[upload_name(number)]["status"].get("reason", "")
        return reason

    def phase(self, number: int = 1) -> str:
        """Return the phase that people see."""
        phase: str = self.cluster.uploads[upload_name(number)]["status"].get("phase", "")
        return phase


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIST_RETRY_S", 0.05)
    monkeypatch.setattr(module, "SETTLE_S", 0.001)
    monkeypatch.setattr(live_reader, "POLL_S", 0.01)


async def until(is_so: Callable[[], bool], timeout_s: float = 10) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(timeout_s):
        while not is_so():  # noqa: ASYNC110 - a state of several objects has no event
            await asyncio.sleep(0.005)


async def test_a_new_upload_gets_its_job_and_its_status() -> None:
    world = World(UploadBuilder())
    async with world.running():
        await until(lambda: world.phase() == "Starting")
    assert len(world.cluster.jobs) == 1


LIVE = make_settings(SCORECARD_LIVE_SETTINGS_CONFIG_MAP="live")


async def test_launches_are_paused_and_go_on_without_a_restart() -> None:
    world = World(settings=LIVE)
    async with world.running():
        await until(lambda: world.cluster.count("list") == 1)
        world.cluster.put_config_map("live", paused="true")
        asked = world.cluster.count("get config map")
        await until(lambda: world.cluster.count("get config map") >= asked + 2)
        world.add_upload(1)
        await until(lambda: world.reason() == "Paused")
        assert (world.phase(), world.cluster.jobs) == ("Queued", {})
        world.cluster.put_config_map("live", paused="false")
        await until(lambda: world.phase() == "Starting")
    assert (world.cluster.count("list"), world.cluster.count("create job")) == (1, 1)


async def test_a_pause_from_before_a_restart_holds_from_the_first_turn_on() -> None:
    world = World(UploadBuilder(), settings=LIVE)
    world.cluster.put_config_map("live", paused="true")
    async with world.running():
        await until(lambda: world.reason() == "Paused")
    assert world.cluster.count("create job") == 0


async def test_a_cap_that_is_raised_launches_more_at_the_next_turn() -> None:
    world = World(*(UploadBuilder(number) for number in range(1, 4)), settings=LIVE)
    world.cluster.put_config_map("live", maxConcurrentJobs="1")
    async with world.running():
        await until(lambda: all(world.phase(number) for number in range(1, 4)))
        assert len(world.cluster.jobs) == 1
        world.cluster.put_config_map("live", maxConcurrentJobs="2")
        await until(lambda: len(world.cluster.jobs) == 2)
        world.cluster.put_config_map("live", maxConcurrentJobs="1")
        asked = world.cluster.count("get config map")
        await until(lambda: world.cluster.count("get config map") >= asked + 3)
    assert (world.cluster.count("create job"), world.cluster.count("delete job")) == (2, 0)


async def test_while_the_live_settings_cannot_be_read_nothing_is_launched_and_cancelling_works() -> None:
    world = World(UploadBuilder(1), UploadBuilder(2).spec(cancelled=True), settings=LIVE)
    world.cluster.faults["get config map"] = RequestRefused("forbidden")
    async with world.running():
        await until(lambda: world.reason() == "Paused" and world.phase(2) == "Cancelled")
        assert world.cluster.count("create job") == 0
        del world.cluster.faults["get config map"]
        await until(lambda: world.phase() == "Starting")


async def test_an_idle_loop_with_live_settings_writes_nothing() -> None:
    world = World(settings=LIVE)
    world.cluster.put_config_map("live", maxConcurrentJobs="9")
    async with world.running():
        await until(lambda: world.cluster.count("get config map") >= 10)
    assert set(world.cluster.calls) == {"get config map", "list"}


async def test_a_running_upload_that_is_cancelled_loses_its_job_at_once_and_its_row_says_so() -> None:
    world = World(UploadBuilder().in_flight().reading(), JobBuilder(), PodBuilder().running(), clock=lambda: NOW)
    async with world.running():
        await until(lambda: world.phase() == "Running")
        world.cluster.uploads[upload_name(1)]["spec"]["cancelled"] = True
        world.cache.uploads.put(world.cluster.uploads[upload_name(1)])
        world.loop.note_change()
        await until(lambda: world.cluster.jobs == {} and world.row_reported() == "True")
    assert (world.phase(), world.cluster.count("list")) == ("Cancelled", 1)
    assert world.rows.failed == [f"{upload_name(1)} Cancelled"]


async def test_without_a_list_nothing_is_launched() -> None:
    world = World(UploadBuilder())
    world.cluster.faults["list"] = ClusterError("no answer")
    async with world.running():
        world.cache.uploads.put(UploadBuilder().raw())
        await until(lambda: world.cluster.count("list") >= 3)
        assert world.cluster.jobs == {}
        del world.cluster.faults["list"]
        await until(lambda: world.phase() == "Starting")


async def test_events_do_not_hurry_a_list_that_fails() -> None:
    world = World(UploadBuilder())
    world.cluster.faults["list"] = ClusterError("no answer")
    async with world.running():
        for _ in range(100):
            world.loop.note_change()
            await asyncio.sleep(0.001)
    assert world.cluster.count("list") < 20


async def test_an_upload_that_the_watch_tells_of_is_launched_without_a_list() -> None:
    world = World()
    async with world.running():
        await until(lambda: world.cluster.count("list") == 1)
        world.cluster.uploads[upload_name(1)] = UploadBuilder().raw()
        world.cache.uploads.put(UploadBuilder().raw())
        world.loop.note_change()
        await until(lambda: world.phase() == "Starting")
    assert world.cluster.count("list") == 1


def failed(number: int) -> UploadBuilder:
    """Return an upload whose row is still to be told."""
    condition = {
        "type": "RowReported", "status": "False", "reason": "RowNotWritten", "lastTransitionTime": "2026-01-31T12:00:00Z"
    }  # fmt: skip
    return UploadBuilder(number).status(phase="Failed", reason="OOMKilled", attempts=2, conditions=[condition])


async def test_a_database_that_does_not_answer_delays_no_launch() -> None:
    world = World(failed(1), UploadBuilder(2))
    world.rows.gate = asyncio.Event()
    async with world.running():
        await until(lambda: world.rows.tries == 1)
        await until(lambda: world.phase(2) == "Starting")
        assert (world.rows.failed, world.rows.tries) == ([], 1)
        world.rows.gate.set()
        await until(lambda: world.row_reported() == "True")
    assert len(world.rows.failed) == 1


async def test_while_the_database_hangs_a_few_rows_wait_for_it_and_the_others_have_their_turn_later() -> None:
    world = World(*(failed(number) for number in range(1, 31)))
    world.rows.gate = asyncio.Event()
    async with world.running():
        await until(lambda: world.rows.tries == module.CONCURRENT_ROWS)
        for _ in range(3):
            world.loop.note_change()
            await asyncio.sleep(0.01)
        assert world.rows.tries == module.CONCURRENT_ROWS
        world.rows.gate.set()
        await until(lambda: all(world.row_reported(number) == "True" for number in range(1, 31)))
    assert len(world.rows.failed) == 30


async def test_a_row_is_tried_again_until_the_database_is_back() -> None:
    world = World(failed(1))
    world.rows.is_away = True
    async with world.running():
        await until(lambda: world.rows.tries == 2)
        assert world.row_reported() == "False"
        world.rows.is_away = False
        await until(lambda: world.row_reported() == "True")


async def test_a_loop_that_waits_for_nothing_does_not_spin() -> None:
    world = World(failed(1))
    world.rows.is_away = True
    turns = 0

    def count() -> bool:
        nonlocal turns
        turns += 1
        return True

    world.loop.note_change = _counting(world.loop.note_change, count)  # type: ignore[method-assign]
    async with world.running():
        await until(lambda: world.rows.tries == 1)
        await asyncio.sleep(0.3)
    assert turns < 5


def _counting(original: Callable[[], None], count: Callable[[], bool]) -> Callable[[], None]:
    def both() -> None:
        count()
        original()

    return both


async def test_a_loop_that_comes_round_is_healthy_even_without_an_api_server() -> None:
    world = World()
    world.cluster.faults["list"] = ClusterError("no answer")
    async with world.running():
        world.loop._last_turn_s -= STALLED_S
        assert not world.loop.is_healthy
        await until(lambda: world.loop.is_healthy)


async def test_a_fault_of_our_own_ends_the_loop_instead_of_being_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(failed(1))
    monkeypatch.setattr(world.rows, "failed", None)
    with pytest.raises(ExceptionGroup):
        await asyncio.wait_for(world.loop.run(), timeout=10)
