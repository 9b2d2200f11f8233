"""`scorecard-runner run` put together: real PostgreSQL and MinIO, a stand-in for the reading, no API server."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests.databases import Backend
from tests.minio import MinioServer

if TYPE_CHECKING:
    from mypy_boto3_s3.client import S3Client

PATIENCE_S = 20
# The reading is somebody else's subject: here it answers at once, or sleeps like a program that hangs.
PROGRAM = """
import sys, time
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from scorecard_runner import run, run_command
class Document:
    def summary(self): return SimpleNamespace(verdict="Verified", confidence=1.0, innings=2, checks="3/3")
    def with_upload_id(self, upload_id): return self
    def to_json_object(self): return {"innings": []}
class Reader:
    def read(self, data, on_page):
        print("reading", flush=True)
        time.sleep(float(sys.argv[2]))
        return Document()
run_command._prepare = lambda **_: nullcontext(Reader())
run.FINAL_REPORT_LIMIT_S = 0
raise SystemExit(run_command.main(termination_log=Path(sys.argv[1])))
"""

REAL_READER = """
import sys
from pathlib import Path
from scorecard_runner import run_command
raise SystemExit(run_command.main(termination_log=Path(sys.argv[1])))
"""


@pytest.fixture(autouse=True)
def picture(bucket: "S3Client") -> None:
    bucket.put_object(Bucket="scorecards", Key="uploads/f.png", Body=b"picture")


def make_environment(backend: Backend, minio: MinioServer, upload_id: UUID, **changes: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "SCORECARD_UPLOAD_ID": str(upload_id),
        "SCORECARD_ATTEMPT": "1",
        "SCORECARD_NAMESPACE": "scorecards",
        "SCORECARD_POD_UID": "pod",
        "DATABASE_URL": backend.address,
        "S3_ENDPOINT_URL": minio.url,
        "S3_USE_PATH_STYLE": "1",
        "S3_UPLOAD_BUCKET": "scorecards",
        "S3_ACCESS_KEY_ID": minio.access_key_id,
        "S3_SECRET_ACCESS_KEY": minio.secret_access_key,
        "KUBERNETES_SERVICE_HOST": "127.0.0.1",
        "KUBERNETES_SERVICE_PORT": "1",
        **changes,
    }


def start(environment: dict[str, str], folder: Path, reading_s: float, program: str = PROGRAM) -> subprocess.Popen[str]:
    (folder / "log").touch()
    command = [sys.executable, "-c", program, str(folder / "log"), str(reading_s)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def last_word(folder: Path) -> dict[str, Any]:
    word: dict[str, Any] = json.loads((folder / "log").read_text().splitlines()[0])
    return word


def last_events(folder: Path) -> list[str]:
    """Return the events of the log lines below the last word."""
    return [json.loads(line)["event"] for line in (folder / "log").read_text().splitlines()[1:]]


def test_the_row_is_written_although_nobody_could_be_told(backend: Backend, minio: MinioServer, tmp_path: Path) -> None:
    upload_id = backend.add_row()
    environment = make_environment(backend, minio, upload_id, CELERY_BROKER_URL="redis://h")
    with start(environment, tmp_path, 0) as process:
        _, logged = process.communicate(timeout=9)
    assert process.returncode == 22
    assert backend.row(upload_id) == ("parsed", {"innings": []}, None)
    word = last_word(tmp_path)
    assert (word["reason"], word["rowReported"]) == ("ApiServerUnreachable", True)
    events = [json.loads(line)["event"] for line in logged.splitlines()]
    assert events[0] == "variables of the retired Celery workers are ignored"
    assert events[-1] == "finished"
    assert "f.png" not in logged


def test_sigterm_ends_honestly_within_two_seconds(backend: Backend, minio: MinioServer, tmp_path: Path) -> None:
    upload_id = backend.add_row()
    with start(make_environment(backend, minio, upload_id), tmp_path, 30) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "reading\n"
        told_at_s = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=9)
    assert time.monotonic() - told_at_s < 2
    assert process.returncode == 143
    assert last_word(tmp_path)["reason"] == "Terminated"
    assert last_events(tmp_path) == ["claimed", "progress not reported", "fetching", "reading"]
    assert backend.row(upload_id)[0] == "processing"
    assert backend.outcomes(upload_id) == [(1, "failed", "Terminated")]


def test_sigterm_while_fetching_ends_the_reading_process_that_waits_for_the_picture(
    backend: Backend, minio: MinioServer, tmp_path: Path
) -> None:
    upload_id = backend.add_row()
    with socket.create_server(("127.0.0.1", 0)) as never_answers:
        never_answers.settimeout(PATIENCE_S)
        address = f"http://127.0.0.1:{never_answers.getsockname()[1]}"
        environment = make_environment(backend, minio, upload_id, S3_ENDPOINT_URL=address, SCORECARD_READER="tesseract")
        with start(environment, tmp_path, 0, REAL_READER) as process:
            connection, _ = never_answers.accept()
            children = children_of(process.pid)
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=PATIENCE_S)
            connection.close()
    assert process.returncode == 143
    assert last_word(tmp_path)["reason"] == "Terminated"
    assert backend.outcomes(upload_id) == [(1, "failed", "Terminated")]
    assert len(children) == 1
    assert not Path("/proc", children[0]).exists()


def children_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()


def test_the_soft_limit_ends_a_reading_that_hangs(backend: Backend, minio: MinioServer, tmp_path: Path) -> None:
    upload_id = backend.add_row()
    environment = make_environment(backend, minio, upload_id, SCORECARD_SOFT_TIME_LIMIT_SECONDS="2")
    with start(environment, tmp_path, 30) as process:
        process.communicate(timeout=9)
    assert process.returncode == 30
    assert last_word(tmp_path)["reason"] == "SoftTimeLimit"
    assert backend.outcomes(upload_id) == [(1, "failed", "SoftTimeLimit")]


def test_a_wrong_configuration_is_named_in_the_last_word(backend: Backend, minio: MinioServer, tmp_path: Path) -> None:
    environment = make_environment(backend, minio, backend.add_row(), SCORECARD_ATTEMPT="first")
    with start(environment, tmp_path, 0) as process:
        _, logged = process.communicate(timeout=9)
    assert process.returncode == 70
    assert last_word(tmp_path)["reason"] == "InvalidConfiguration"
    assert "SCORECARD_ATTEMPT: " in last_word(tmp_path)["message"]
    assert "SCORECARD_ATTEMPT: " in logged


def test_a_result_is_read_again_when_the_operator_asks_and_kept_when_nothing_better_comes(
    backend: Backend, minio: MinioServer, tmp_path: Path
) -> None:
    upload_id = backend.add_row()
    again = {"SCORECARD_ATTEMPT": "2", "SCORECARD_ESCALATES": "1", "SCORECARD_READER": "rapid"}
    said = []
    for changes in ({"SCORECARD_READER": "tesseract"}, again):
        with start(make_environment(backend, minio, upload_id, **changes), tmp_path, 0) as process:
            said.append(process.communicate(timeout=9)[0])
    assert said == ["reading\n"] * 2
    assert backend.row(upload_id) == ("parsed", {"innings": []}, None)
    assert backend.outcomes(upload_id) == [(1, "parsed", "Parsed"), (2, "abandoned", "FirstResultKept")]
    engines = [
        name.split("/")[2:] for (name,) in backend.ask("SELECT engine FROM scorecard_ocr.attempts ORDER BY attempt")
    ]
    assert engines == [["tesseract", "eng"], ["rapid", "eng"]]


@pytest.mark.parametrize(
    ("changes", "is_read"),
    [
        pytest.param({}, False, id="it is not"),
        pytest.param({"SCORECARD_READER": "rapid"}, True, id="another reader reads it"),
        pytest.param({"SCORECARD_LANGUAGES": "eng+hin"}, True, id="so do other languages"),
        pytest.param({"SCORECARD_TENANT": "club-a"}, True, id="so does another tenant"),
        pytest.param({"SCORECARD_ATTEMPT": "2", "SCORECARD_RETRIES_AFTER": "1"}, True, id="so does who was asked to"),
        pytest.param({"SCORECARD_REUSE_RESULTS": "false"}, True, id="so does whom the setting tells to"),
    ],
)
def test_the_same_file_is_not_read_twice(
    backend: Backend, minio: MinioServer, tmp_path: Path, changes: dict[str, str], *, is_read: bool
) -> None:
    said = []
    for more in ({}, changes):
        upload_id = backend.add_row()
        environment = make_environment(backend, minio, upload_id, SCORECARD_READER="tesseract") | more
        with start(environment, tmp_path, 0) as process:
            said.append(process.communicate(timeout=9)[0])
    assert said == ["reading\n", "reading\n" if is_read else ""]
    assert backend.row(upload_id)[0] == "parsed"
    (found,) = backend.ask("SELECT reason FROM scorecard_ocr.attempts WHERE upload_id = %s", upload_id)
    assert found == ("Parsed" if is_read else "ResultReused",)
