"""kopf's part: what a watch says reaches the cache, and the probe tells a stalled loop."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from contextlib import closing
from typing import Any

import aiohttp
import kopf
import pytest
from kopf._cogs.structs.ephemera import AnyMemo
from kopf._core.engines.probing import health_reporter

from scorecard_operator.actions import Actor
from scorecard_operator.cache import Cache
from scorecard_operator.handlers import feed, kopf_settings, register
from scorecard_operator.loop import Loop
from scorecard_operator.manifest import JOB_SELECTOR, Templates
from scorecard_operator.settings import read_settings
from tests.builders import UploadBuilder, upload_name
from tests.scorecard_operator.fake_cluster import FakeCluster, FakeRows

SETTINGS = read_settings({"SCORECARD_NAMESPACE": "cards", "DATABASE_URL": "postgresql://u:p@db/x"})
STALLED_S = 1000.0


@pytest.fixture
def cache() -> Cache:
    """Return an empty cache."""
    return Cache()


@pytest.fixture
def loop(cache: Cache) -> Loop:
    """Return a loop that does not run."""
    cluster = FakeCluster()
    return Loop(cluster, Actor(cluster, FakeRows(), cache, Templates({}), SETTINGS), cache, SETTINGS)


async def tell(cache: Cache, loop: Loop, kind: str | None, body: dict[str, Any]) -> None:
    await feed(cache.uploads, loop)(event={"type": kind, "object": body})


@pytest.mark.parametrize("kind", [None, "ADDED", "MODIFIED"])
async def test_what_a_watch_tells_is_known_and_wakes_the_loop(cache: Cache, loop: Loop, kind: str | None) -> None:
    await tell(cache, loop, kind, UploadBuilder().raw())
    assert list(cache.uploads.facts) == [upload_name(1)]
    assert loop._changed.is_set()


async def test_what_was_deleted_is_forgotten(cache: Cache, loop: Loop) -> None:
    await tell(cache, loop, "ADDED", UploadBuilder().raw())
    await tell(cache, loop, "DELETED", UploadBuilder().raw())
    assert cache.uploads.facts == {}


def test_nothing_but_on_event_watches_so_that_no_finalizer_or_annotation_is_written(cache: Cache, loop: Loop) -> None:
    registry = kopf.OperatorRegistry()
    register(registry, cache, loop)
    watching = registry._watching.get_all_handlers()
    assert sorted(handler.id for handler in watching) == ["jobs", "pods", "uploads"]
    others = (registry._changing, registry._spawning, registry._indexing, registry._webhooks)
    assert [list(each.get_all_handlers()) for each in others] == [[], [], [], []]


def test_jobs_and_pods_are_selected_by_the_server() -> None:
    selectors = kopf_settings().watching.label_selectors
    assert {str(selector): text for selector, text in selectors.items()} == {
        "Selector(group='batch', version='v1', any_name='jobs')": JOB_SELECTOR,
        "Selector(group='', version='v1', any_name='pods')": JOB_SELECTOR,
    }


@contextlib.asynccontextmanager
async def probed(cache: Cache, loop: Loop) -> AsyncIterator[str]:
    """Give the address under which kopf answers the kubelet."""
    registry = kopf.OperatorRegistry()
    register(registry, cache, loop)
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/healthz"
    ready = asyncio.Event()
    serving = asyncio.create_task(
        health_reporter(
            url, memo=AnyMemo(None), indices={}, registry=registry, settings=kopf_settings(), ready_flag=ready
        )
    )
    await asyncio.wait_for(ready.wait(), 10)
    yield url
    serving.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await serving


async def test_the_probe_fails_while_the_loop_is_stalled_and_not_a_moment_longer(cache: Cache, loop: Loop) -> None:
    answers = []
    async with probed(cache, loop) as url, aiohttp.ClientSession() as session:
        for delay_s in (STALLED_S, 0):
            loop._last_turn_s -= delay_s
            async with session.get(url) as answer:
                answers.append(answer.status)
            loop._last_turn_s += delay_s
    assert answers == [500, 200]
