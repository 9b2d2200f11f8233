"""The kind path against stand-ins on PATH that record what they are asked: no Docker engine is needed."""

import io
from pathlib import Path

import pytest

from dev.cluster.kind import CLUSTER_NAME, KindProvider
from dev.progress import Progress

RECORDER = """#!/bin/sh
echo "$(basename "$0") $*" >> "{folder}/calls"
[ "$1 $2" = "get clusters" ] && cat "{folder}/clusters"
[ -e "{folder}/$(basename "$0")-fails" ] && exit 1
exit 0
"""


class StandIns:
    """`kind`, `docker` and `kubectl` that only write down their arguments."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "clusters").write_text("")
        for name in ("kind", "docker", "kubectl"):
            (folder / name).write_text(RECORDER.format(folder=folder))
            (folder / name).chmod(0o755)

    def calls(self, program: str) -> list[str]:
        """Return the arguments of each call of a program."""
        lines = (self.folder / "calls").read_text().splitlines()
        return [line.removeprefix(f"{program} ") for line in lines if line.startswith(f"{program} ")]


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIns:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return StandIns(tmp_path)


@pytest.fixture
def provider(tmp_path: Path) -> KindProvider:
    return KindProvider(tmp_path / "state" / "kubeconfig", restart_timeout_s=0)


def silent() -> Progress:
    return Progress(io.StringIO())


def test_up_creates_a_cluster_with_a_kubeconfig_of_its_own(stand_ins: StandIns, provider: KindProvider) -> None:
    provider.up(silent())
    assert stand_ins.calls("kind") == [
        "get clusters",
        f"create cluster --name {CLUSTER_NAME} --kubeconfig {provider.kubeconfig} --wait 180s",
    ]


def test_up_leaves_a_healthy_cluster_alone(stand_ins: StandIns, provider: KindProvider) -> None:
    (stand_ins.folder / "clusters").write_text(f"other\n{CLUSTER_NAME}\n")
    provider.up(silent())
    assert [call.split()[0] for call in stand_ins.calls("kind")] == ["get", "export"]


def test_up_replaces_a_cluster_that_does_not_answer(stand_ins: StandIns, provider: KindProvider) -> None:
    (stand_ins.folder / "clusters").write_text(f"{CLUSTER_NAME}\n")
    (stand_ins.folder / "kubectl-fails").touch()
    provider.up(silent())
    assert [call.split()[0] for call in stand_ins.calls("kind")] == ["get", "export", "delete", "create"]


def test_images_are_loaded_by_name(stand_ins: StandIns, provider: KindProvider) -> None:
    provider.load(["localhost/scorecard-runner:dev"], silent())
    assert stand_ins.calls("kind") == [f"load docker-image localhost/scorecard-runner:dev --name {CLUSTER_NAME}"]


def test_down_deletes_our_cluster_only(stand_ins: StandIns, provider: KindProvider) -> None:
    provider.down(silent())
    assert stand_ins.calls("kind") == [f"delete cluster --name {CLUSTER_NAME} --kubeconfig {provider.kubeconfig}"]
