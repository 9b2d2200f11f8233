"""What a request for the end of an upload says on the wire, and what is made of the answers."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from kubernetes.aio import client

from scorecard_operator.cluster import Cluster
from scorecard_operator.errors import ClusterError, ObjectChanged, RequestRefused
from tests.builders import upload_name

NAME = upload_name(1)


class Answering:
    """An API server that answers everything with one status, and keeps what it was asked."""

    def __init__(self) -> None:
        self.status = 200
        self.asked: list[tuple[str, str, Any]] = []

    async def answer(self, request: web.Request) -> web.Response:
        """Note the request."""
        self.asked.append((request.method, request.path, await request.json()))
        return web.json_response({"message": "as told"}, status=self.status)


@pytest.fixture
async def server() -> AsyncIterator[tuple[Answering, Cluster]]:
    """An API server on a free port of the loopback, and the operator's face of it."""
    answering = Answering()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answering.answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    settings = client.Configuration()
    settings.host = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with client.ApiClient(settings) as api:
        yield answering, Cluster(api, "cards")
    await runner.cleanup()


async def test_an_upload_is_deleted_in_exactly_the_state_that_was_judged(server: tuple[Answering, Cluster]) -> None:
    answering, cluster = server
    await cluster.delete_upload(NAME, "uid-1", "77")
    ((method, path, options),) = answering.asked
    assert (method, path) == (
        "DELETE",
        f"/apis/scorecards.cricksy.io/v1alpha1/namespaces/cards/scorecarduploads/{NAME}",
    )
    assert options == {"preconditions": {"uid": "uid-1", "resourceVersion": "77"}, "propagationPolicy": "Background"}
    assert cluster.counter.writes == {"upload": 1}


async def test_an_upload_that_is_gone_already_is_fine(server: tuple[Answering, Cluster]) -> None:
    answering, cluster = server
    answering.status = 404
    await cluster.delete_upload(NAME, "uid-1", "77")
    assert len(answering.asked) == 1


@pytest.mark.parametrize(
    ("status", "error"),
    [
        pytest.param(409, ObjectChanged, id="it was changed meanwhile"),
        pytest.param(403, RequestRefused, id="the right is missing"),
        pytest.param(500, ClusterError, id="the API server broke"),
    ],
)
async def test_what_was_not_deleted_is_told(
    server: tuple[Answering, Cluster], status: int, error: type[ClusterError]
) -> None:
    answering, cluster = server
    answering.status = status
    with pytest.raises(ClusterError, match="as told") as raised:
        await cluster.delete_upload(NAME, "uid-1", "77")
    assert raised.type is error
