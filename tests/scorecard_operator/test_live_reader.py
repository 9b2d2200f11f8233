"""How live settings come into force: at the next turn, without a restart, and never by an answer that failed to come."""

import asyncio
import logging

import pytest

from scorecard_operator.errors import ClusterError, RequestRefused
from scorecard_operator.live_reader import LiveReader
from tests.builders import make_settings
from tests.scorecard_operator.fake_cluster import FakeCluster

NAME = "ocr-live"
SETTINGS = make_settings(SCORECARD_LIVE_SETTINGS_CONFIG_MAP=NAME, SCORECARD_MAX_CONCURRENT_JOBS="3")


@pytest.fixture
def cluster() -> FakeCluster:
    """Return a cluster without the ConfigMap."""
    return FakeCluster()


@pytest.fixture
def reader(cluster: FakeCluster) -> LiveReader:
    """Return a reader that has read nothing yet."""
    return LiveReader(cluster, SETTINGS)


async def test_nothing_is_launched_before_it_was_read(reader: LiveReader) -> None:
    assert reader.in_force.is_paused
    await reader.read()
    assert reader.in_force == SETTINGS


async def test_without_a_name_the_environment_holds_and_nobody_is_asked(cluster: FakeCluster) -> None:
    reader = LiveReader(cluster, make_settings())
    await asyncio.wait_for(reader.run(lambda: None), timeout=5)
    assert not await reader.read()
    assert (reader.in_force, cluster.calls) == (make_settings(), [])


async def test_what_changed_is_in_force_at_once_and_what_did_not_is_no_news(
    cluster: FakeCluster, reader: LiveReader
) -> None:
    cluster.put_config_map(NAME, paused="true", maxConcurrentJobs="9")
    assert await reader.read()
    assert (reader.in_force.is_paused, reader.in_force.max_concurrent_jobs) == (True, 9)
    assert not await reader.read()
    cluster.put_config_map(NAME, maxConcurrentJobs="9")
    assert await reader.read()
    assert (reader.in_force.is_paused, reader.in_force.max_concurrent_jobs) == (False, 9)


async def test_a_config_map_that_was_deleted_leaves_the_environment(cluster: FakeCluster, reader: LiveReader) -> None:
    cluster.put_config_map(NAME, paused="true", maxConcurrentJobs="9")
    await reader.read()
    del cluster.config_maps[NAME]
    assert await reader.read()
    assert reader.in_force == SETTINGS


@pytest.mark.parametrize(
    "error",
    [pytest.param(ClusterError("no answer"), id="away"), pytest.param(RequestRefused("forbidden"), id="no right")],
)
async def test_an_api_server_that_fails_changes_nothing_and_is_logged_once(
    cluster: FakeCluster, reader: LiveReader, error: ClusterError, caplog: pytest.LogCaptureFixture
) -> None:
    cluster.put_config_map(NAME, paused="true")
    await reader.read()
    cluster.faults["get config map"] = error
    cluster.put_config_map(NAME, paused="false")
    for _ in range(3):
        assert not await reader.read()
    assert reader.in_force.is_paused
    assert [record.message for record in caplog.records] == ["live settings not read"]
    del cluster.faults["get config map"]
    assert await reader.read()
    assert not reader.in_force.is_paused


async def test_a_first_answer_that_fails_holds_everything_until_one_comes(
    cluster: FakeCluster, reader: LiveReader
) -> None:
    cluster.faults["get config map"] = RequestRefused("forbidden")
    assert not await reader.read()
    assert reader.in_force.pause.startswith(
        f"Nothing is launched until the operator can read its live settings, the ConfigMap `{NAME}`"
    )
    del cluster.faults["get config map"]
    assert await reader.read()
    assert reader.in_force == SETTINGS


async def test_a_wrong_value_is_logged_and_posted_once_for_each_change(
    cluster: FakeCluster, reader: LiveReader, caplog: pytest.LogCaptureFixture
) -> None:
    cluster.put_config_map(NAME, maxConcurrentJobs="0", pause="true")
    for _ in range(3):
        await reader.read()
    assert len([record for record in caplog.records if record.message == "invalid live setting"]) == 2
    (event,) = cluster.events
    assert event.startswith("InvalidLiveSettings: maxConcurrentJobs is wrong")
    assert "pause is no live setting" in event
    cluster.put_config_map(NAME, maxConcurrentJobs="-1")
    await reader.read()
    assert len(cluster.events) == 2


async def test_an_event_that_is_lost_holds_nothing_up(
    cluster: FakeCluster, reader: LiveReader, caplog: pytest.LogCaptureFixture
) -> None:
    cluster.faults["post warning"] = ClusterError("no answer")
    cluster.put_config_map(NAME, maxConcurrentJobs="9", launchesPerMinute="0")
    assert await reader.read()
    assert reader.in_force.max_concurrent_jobs == 9
    assert caplog.records[-1].message == "event not posted"


async def test_two_that_read_at_the_same_time_ask_one_after_the_other(cluster: FakeCluster, reader: LiveReader) -> None:
    cluster.put_config_map(NAME, paused="true")
    assert sorted(await asyncio.gather(reader.read(), reader.read())) == [False, True]
    assert reader.in_force.is_paused


async def test_what_is_in_force_is_logged(
    cluster: FakeCluster, reader: LiveReader, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    cluster.put_config_map(NAME, paused="false", maxConcurrentJobs="9")
    await reader.read()
    (record,) = caplog.records
    assert (record.message, vars(record)["live"]) == (
        "live settings in force",
        {"paused": False, "maxConcurrentJobs": 9},
    )
