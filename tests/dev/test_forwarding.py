"""The way to a Service, against a stand-in for kubectl."""

import stat
from pathlib import Path

import pytest

from dev.cluster.kubectl import Kubectl
from dev.errors import NotReady
from dev.forwarding import forward, local_port


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("", None, id="nothing yet"),
        pytest.param("error: service not found", None, id="an error"),
        pytest.param("Forwarding from 127.0.0.1:40123 -> 9000\n", 40123, id="it listens"),
    ],
)
def test_the_port_in_what_kubectl_says(said: str, expected: int | None) -> None:
    assert local_port(said) == expected


def stand_in(folder: Path, script: str) -> Kubectl:
    program = folder / "kubectl"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return Kubectl(program, folder / "kubeconfig")


def test_a_forwarding_that_ends_is_reported_with_its_reason(tmp_path: Path) -> None:
    kubectl = stand_in(tmp_path, "echo no such service >&2; exit 1")
    with pytest.raises(NotReady, match="no such service"), forward(kubectl, "stack", "service/absent", 1):
        pytest.fail("there is no forwarding")


def test_kubectl_is_ended_with_the_block(tmp_path: Path) -> None:
    kubectl = stand_in(
        tmp_path, f"echo $$ > {tmp_path}/pid; echo 'Forwarding from 127.0.0.1:40123 -> 9000'; exec sleep 30"
    )
    with forward(kubectl, "stack", "service/minio", 9000) as port:
        assert port == 40123
        pid = (tmp_path / "pid").read_text().strip()
        assert Path(f"/proc/{pid}").exists()
    assert not Path(f"/proc/{pid}").exists()
