"""A row that no pod could report is written by the operator, however long the database is away and whoever restarts."""

import datetime as dt

import pytest

from scorecard_operator.actions import LONGEST_REST_S, Actor
from scorecard_operator.cache import Cache
from scorecard_operator.decisions import ReportRow, WriteStatus
from scorecard_operator.errors import ClusterError
from scorecard_operator.loop import refill
from scorecard_operator.manifest import Templates
from scorecard_operator.plan import plan
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, make_settings, upload_name
from tests.scorecard_operator.fake_cluster import FakeCluster, FakeRows

SETTINGS = make_settings()
HOUR_S = 3600.0


class World:
    """An operator that can be restarted, beside a cluster and a database that live on."""

    def __init__(self, *objects: UploadBuilder | JobBuilder | PodBuilder) -> None:
        self.cluster, self.rows = FakeCluster(*objects), FakeRows()
        self.now_s = 0.0
        self.tried_at_s: list[float] = []

    async def restart(self) -> None:
        """Begin with nothing in memory."""
        self.cache = Cache()
        self.actor = Actor(self.cluster, self.rows, self.cache, Templates({}), SETTINGS, clock_s=lambda: self.now_s)
        await refill(self.cache, self.cluster)

    async def turn(self) -> None:
        """Do what the plan asks for, and wait until the next is due."""
        wanted = plan(self.cache.facts(), SETTINGS, NOW + dt.timedelta(seconds=self.now_s))
        has_changed = False
        for action in wanted.actions:
            tries = self.rows.tries
            has_changed |= await self.actor.perform(action, NOW)
            self.tried_at_s += [self.now_s] * (self.rows.tries - tries)
        until_retry_s = max(self.actor.next_retry_s(wanted.actions), 0.001)
        self.now_s += 0.05 if has_changed else min(until_retry_s, SETTINGS.resync_interval_s)

    async def live(self, seconds: float) -> None:
        """Work for so long."""
        until_s = self.now_s + seconds
        while self.now_s < until_s:
            await self.turn()

    def row_reported(self, number: int = 1) -> str:
        """Return whether the status says that the row was told."""
        conditions = self.cluster.uploads[upload_name(number)]["status"]["conditions"]
        return str(next(c["status"] for c in conditions if c["type"] == "RowReported"))


def broken_for_good() -> World:
    """Return a world with an upload whose last attempt broke without a word in its row."""
    history = [
        {"attempt": n, "class": "application", "reason": "R", "finishedAt": "2026-01-31T11:00:00Z"} for n in (1, 2)
    ]
    upload = UploadBuilder().in_flight(3).status(history=history)
    job = JobBuilder(1, 3).finished("Failed", "BackoffLimitExceeded")
    return World(upload, job, PodBuilder(1, 3).ended(70, {"reason": "InternalError", "message": "It broke."}))


async def test_it_is_written_once_the_database_is_back_after_a_day_of_restarts() -> None:
    world = broken_for_good()
    world.rows.is_away = True
    for _ in range(24):
        await world.restart()
        await world.live(HOUR_S)
        assert world.row_reported() == "False"
    back_at_s = world.now_s
    world.rows.is_away = False
    while not world.rows.failed:
        await world.turn()
    assert world.now_s - back_at_s <= 2 * LONGEST_REST_S
    await world.live(1)
    assert world.row_reported() == "True"
    assert world.rows.failed == [f"{upload_name(1)} InternalError"]


async def test_a_database_that_is_away_is_asked_often_enough_and_not_too_often() -> None:
    world = broken_for_good()
    world.rows.is_away = True
    await world.restart()
    await world.live(HOUR_S)
    pauses_s = [round(after - before) for before, after in zip(world.tried_at_s, world.tried_at_s[1:], strict=False)]
    assert pauses_s[:7] == [1, 2, 4, 8, 16, 32, 60]
    assert set(pauses_s[7:]) == {LONGEST_REST_S}
    assert 60 <= len(world.tried_at_s) <= 70


async def test_a_restart_between_row_and_status_tells_the_row_again_and_changes_nothing_more() -> None:
    world = broken_for_good()
    await world.restart()
    await world.turn()
    world.cluster.faults["apply status"] = ClusterError("no answer")
    await world.turn()
    await world.turn()
    assert (len(world.rows.failed), world.row_reported()) == (1, "False")
    await world.restart()
    del world.cluster.faults["apply status"]
    await world.live(60)
    assert world.row_reported() == "True"
    assert world.rows.failed == [f"{upload_name(1)} InternalError"] * 2


@pytest.mark.parametrize(
    "retried_after", [pytest.param(None, id="the first run"), pytest.param(2, id="a run that was asked for")]
)
async def test_mended_what_was_told_is_remembered_over_a_list_until_the_status_says_so(
    retried_after: int | None,
) -> None:
    conditions = [
        {"type": "RowReported", "status": "False", "reason": "R", "lastTransitionTime": "2026-01-31T12:00:00Z"}
    ]
    upload = UploadBuilder().status(
        phase="Failed", reason="OOMKilled", conditions=conditions, retriedAfter=retried_after
    )
    world = World(upload)
    await world.restart()
    world.cluster.faults["apply status"] = ClusterError("no answer")
    await world.turn()
    await refill(world.cache, world.cluster)
    actions = plan(world.cache.facts(), SETTINGS, NOW).actions
    assert [type(action) for action in actions] == [WriteStatus]


async def test_a_row_is_asked_for_by_every_operator_that_finds_it_unwritten() -> None:
    world = broken_for_good()
    await world.restart()
    await world.turn()
    for _ in range(3):
        await world.restart()
        actions = plan(world.cache.facts(), SETTINGS, NOW).actions
        assert [type(action) for action in actions] == [ReportRow]
