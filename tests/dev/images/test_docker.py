"""Docker is asked for ordinary things; a stand-in on PATH records them."""

from pathlib import Path

import pytest

from dev.errors import CommandFailed
from dev.images import docker
from dev.images.builder import BuildRequest
from dev.images.docker import DockerBuilder

RECORDER = """#!/bin/sh
for word in "$@"; do echo "$word" >> "{folder}/calls"; done
[ -e "{folder}/fails" ] && {{ echo "no such image" >&2; exit 1; }}
[ "$1" = image ] && cat "{folder}/label"
exit 0
"""


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "docker").write_text(RECORDER.format(folder=tmp_path))
    (tmp_path / "docker").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(docker, "CERTIFICATES", tmp_path / "certificates.crt")
    return tmp_path


def request(folder: Path) -> BuildRequest:
    return BuildRequest("localhost/thing:dev", folder / "Dockerfile", folder, "k3y", {"VERSION": "1"})


def test_a_build_is_one_command(recorded: Path) -> None:
    DockerBuilder().build(request(recorded))
    assert (recorded / "calls").read_text().splitlines() == [
        "build",
        "--label=scorecard-ocr.dev/inputs=k3y",
        "--build-arg=VERSION=1",
        f"--file={recorded}/Dockerfile",
        "--tag=localhost/thing:dev",
        str(recorded),
    ]


def test_the_machine_s_certificates_are_a_secret_of_the_build(recorded: Path) -> None:
    (recorded / "certificates.crt").touch()
    DockerBuilder().build(request(recorded))
    assert f"--secret=id=ca,src={recorded}/certificates.crt" in (recorded / "calls").read_text().splitlines()


def test_the_fingerprint_is_read_from_the_label(recorded: Path) -> None:
    (recorded / "label").write_text("k3y\n")
    assert DockerBuilder().key_of("localhost/thing:dev") == "k3y"


def test_an_absent_image_has_no_fingerprint(recorded: Path) -> None:
    (recorded / "fails").touch()
    assert DockerBuilder().key_of("localhost/thing:dev") is None


def test_a_failed_build_shows_what_docker_said(recorded: Path) -> None:
    (recorded / "fails").touch()
    with pytest.raises(CommandFailed, match="no such image"):
        DockerBuilder().build(request(recorded))
