"""The PATCH to the API server, against a small server on loopback."""

import datetime as dt
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from scorecard_runner.errors import ApiServerRefused, ApiServerUnreachable, RunnerError
from scorecard_runner.progress import Progress, ResultSummary, Stage
from scorecard_runner.report import ApiServer, StatusReporter

UPLOAD_ID = UUID("5d5b2c9e-1d5f-4a7e-9c9f-0a4c2d7b1e11")
NOON = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)


@dataclass
class FakeApiServer:
    """Answers every PATCH with `code` and remembers it."""

    url: str = ""
    code: int = 200
    requests: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def api_server() -> Iterator[FakeApiServer]:
    fake = FakeApiServer()

    class Handler(BaseHTTPRequestHandler):
        def do_PATCH(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            fake.requests.append({"path": self.path, "headers": dict(self.headers), "body": json.loads(body)})
            self.send_response(fake.code)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    fake.url = f"http://127.0.0.1:{server.server_address[1]}"
    yield fake
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def credentials(tmp_path: Path) -> Path:
    (tmp_path / "token").write_text("first-token\n")
    (tmp_path / "ca.crt").write_text("")
    return tmp_path


def make_reporter(url: str, credentials: Path) -> StatusReporter:
    return StatusReporter(ApiServer(url, credentials), "scorecards", UPLOAD_ID)


def test_the_request_is_an_apply_of_exactly_what_we_own(api_server: FakeApiServer, credentials: Path) -> None:
    progress = Progress(2, Stage.FINISHED, 1, 1, fetched_at=NOON, reader="auto")
    summary = ResultSummary(2, "Verified", 0.97, 2, "11/12", "rapid")
    make_reporter(api_server.url, credentials).report(progress, summary)

    (request,) = api_server.requests
    assert request["path"] == (
        "/apis/scorecards.cricksy.io/v1alpha1/namespaces/scorecards/scorecarduploads/"
        f"{UPLOAD_ID}/status?fieldManager=scorecard-runner&force=true"
    )
    assert request["headers"]["Content-Type"] == "application/apply-patch+yaml"
    assert request["headers"]["Authorization"] == "Bearer first-token"
    assert request["body"] == {
        "apiVersion": "scorecards.cricksy.io/v1alpha1",
        "kind": "ScorecardUpload",
        "metadata": {"name": str(UPLOAD_ID), "namespace": "scorecards"},
        "status": {
            "progress": {
                "attempt": 2,
                "stage": "finished",
                "done": 1,
                "total": 1,
                "percent": 100,
                "reader": "auto",
                "fetchedAt": "2026-01-31T12:00:00Z",
            },
            "result": {
                "attempt": 2,
                "verdict": "Verified",
                "confidence": 0.97,
                "innings": 2,
                "checks": "11/12",
                "reader": "rapid",
                "cached": False,
            },
        },
    }


def test_without_a_result_none_is_sent(api_server: FakeApiServer, credentials: Path) -> None:
    make_reporter(api_server.url, credentials).report(Progress(1))
    assert list(api_server.requests[0]["body"]["status"]) == ["progress"]


def test_a_rotated_token_is_picked_up(api_server: FakeApiServer, credentials: Path) -> None:
    reporter = make_reporter(api_server.url, credentials)
    reporter.report(Progress(1))
    (credentials / "token").write_text("second-token")
    reporter.report(Progress(1))
    assert [request["headers"]["Authorization"] for request in api_server.requests] == [
        "Bearer first-token",
        "Bearer second-token",
    ]


def test_an_object_that_is_gone_is_no_failure(api_server: FakeApiServer, credentials: Path) -> None:
    api_server.code = 404
    make_reporter(api_server.url, credentials).report(Progress(1))
    assert len(api_server.requests) == 1


@pytest.mark.parametrize(
    ("code", "error"),
    [
        pytest.param(500, ApiServerUnreachable, id="a fault of the server may pass"),
        pytest.param(429, ApiServerUnreachable, id="too busy may pass"),
        pytest.param(403, ApiServerRefused, id="forbidden is a refusal"),
        pytest.param(422, ApiServerRefused, id="invalid is a refusal"),
        pytest.param(302, ApiServerRefused, id="a redirect is not followed: it would carry the token away"),
    ],
)
def test_refusals(api_server: FakeApiServer, credentials: Path, code: int, error: type[RunnerError]) -> None:
    api_server.code = code
    with pytest.raises(error):
        make_reporter(api_server.url, credentials).report(Progress(1))


def test_nobody_listening_is_unreachable(credentials: Path) -> None:
    with pytest.raises(ApiServerUnreachable):
        make_reporter("http://127.0.0.1:1", credentials).report(Progress(1))


def test_a_missing_token_is_unreachable(api_server: FakeApiServer, tmp_path: Path) -> None:
    with pytest.raises(ApiServerUnreachable):
        make_reporter(api_server.url, tmp_path / "nothing").report(Progress(1))
    assert api_server.requests == []


@pytest.mark.parametrize(
    ("progress", "percent"),
    [
        pytest.param(Progress(1), 5, id="a claim"),
        pytest.param(Progress(1, Stage.READING), 20, id="reading, pages unknown"),
        pytest.param(Progress(1, Stage.READING, 1, 2), 55, id="half of the pages"),
        pytest.param(Progress(1, Stage.FINISHED), 100, id="the end"),
    ],
)
def test_percent(progress: Progress, percent: int) -> None:
    assert progress.percent == percent
