"""How often and how many old attempts are let go, and that nothing stops it."""

import asyncio
import contextlib

import pytest

from scorecard_operator.errors import RowError
from scorecard_operator.housekeeping import BATCH, FIRST_WAIT_S, INTERVAL_S, MOST_BATCHES, Housekeeper
from tests.scorecard_operator.fake_cluster import FakeRows


@pytest.mark.parametrize(
    ("old", "batches", "left"),
    [
        pytest.param(0, [0], 0, id="there are none"),
        pytest.param(BATCH - 1, [BATCH - 1], 0, id="a few go at once"),
        pytest.param(2 * BATCH + 1, [BATCH, BATCH, 1], 0, id="many go in batches"),
        pytest.param(BATCH * 30, [BATCH] * MOST_BATCHES, BATCH * 20, id="what is too many waits for the next hour"),
    ],
)
async def test_old_attempts_go_in_batches(old: int, batches: list[int], left: int) -> None:
    rows = FakeRows(old_attempts=old)
    await Housekeeper(rows, 90).tidy_up()
    assert (rows.batches, rows.old_attempts) == (batches, left)


@pytest.mark.parametrize(
    "fault",
    [pytest.param(RowError("no answer"), id="no database"), pytest.param(ZeroDivisionError(), id="a fault of our own")],
)
async def test_it_goes_on_by_the_hour_whatever_happens(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    waits: list[float] = []
    done = asyncio.Event()
    keeper = Housekeeper(FakeRows(), 90)

    async def no_pause(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) > 2:
            done.set()
        await real_sleep(0)

    async def break_down() -> None:
        raise fault

    real_sleep = asyncio.sleep
    monkeypatch.setattr(keeper, "tidy_up", break_down)
    monkeypatch.setattr("scorecard_operator.housekeeping.asyncio.sleep", no_pause)
    task = asyncio.create_task(keeper.run())
    await asyncio.wait_for(done.wait(), 10)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    assert waits[:3] == [FIRST_WAIT_S, INTERVAL_S, INTERVAL_S]
