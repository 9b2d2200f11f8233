"""What one operator has ended, another that sees it late does not undo: a status is written to what was judged, or not at all."""

import asyncio
from collections.abc import Iterator

import pytest

from scorecard_operator.facts import parse_upload
from tests.builders import UploadBuilder, make_settings, upload_name
from tests.simulation.api_server import ApiServer, Kind
from tests.simulation.operator_process import Process
from tests.simulation.rows import Tables
from tests.simulation.virtual_time import VirtualLoop

SETTINGS = make_settings()


class Scene:
    """Two operators and one upload that both have seen start."""

    def __init__(self) -> None:
        self.time = VirtualLoop()
        self.server = ApiServer(self.time.time)
        self.tables = Tables(status={upload_name(1): "uploaded"})
        self.first = Process(self.server, self.tables, SETTINGS)
        self.second = Process(self.server, self.tables, SETTINGS)
        self.server.put(Kind.UPLOADS, UploadBuilder().raw())
        for process in (self.first, self.second):
            self.time.run_until_complete(process.start())
        self.wait(2.0)

    def wait(self, seconds: float) -> None:
        """Let time go on."""
        self.time.run_until_complete(asyncio.sleep(seconds))

    def phase(self) -> str:
        """Return the phase that people see."""
        upload = parse_upload(self.server.objects[Kind.UPLOADS][upload_name(1)])
        assert upload is not None
        return str(upload.status.phase)

    def cancel(self) -> None:
        """Ask for the upload to be stopped."""
        (body,) = self.server.list(Kind.UPLOADS)
        body["spec"]["cancelled"] = True
        self.server.put(Kind.UPLOADS, body)

    def close(self) -> None:
        """End both operators."""
        for process in (self.first, self.second):
            self.time.run_until_complete(process.kill())
        self.time.close()


@pytest.fixture
def scene() -> Iterator[Scene]:
    """Return two operators at work."""
    found = Scene()
    yield found
    found.close()


def test_a_cancelled_upload_stays_so_though_another_operator_has_not_heard_of_it(scene: Scene) -> None:
    assert scene.phase() == "Starting"
    scene.second.freeze(Kind.UPLOADS)
    scene.cancel()
    scene.wait(20.0)
    assert scene.phase() == "Cancelled"
    assert scene.server.objects[Kind.JOBS] == {}
