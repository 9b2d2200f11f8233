"""Programs that are started: where they end up, and what is said when they do not become ready."""

from pathlib import Path

import pytest

from dev.cluster.node.layout import Layout
from dev.cluster.node.processes import Command, is_running, start, wait_until_ready
from dev.deadline import wait_until
from dev.errors import NotReady


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    made = Layout(state=tmp_path / "state", run=tmp_path / "run")
    for folder in made.folders():
        folder.mkdir(parents=True)
    return made


def start_script(layout: Layout, script: str) -> Path:
    group = layout.state / "cgroup.procs"
    start(Command("etcd", ("/bin/sh", "-c", script)), layout, group)
    return group


def test_a_program_joins_the_control_group_before_it_begins(layout: Layout) -> None:
    group = start_script(layout, f"echo $$ > {layout.state}/seen")
    assert wait_until((layout.state / "seen").exists, timeout_s=5)
    assert wait_until(lambda: (layout.state / "seen").read_text() == group.read_text(), timeout_s=5)


def test_a_running_program_is_waited_for(layout: Layout) -> None:
    start_script(layout, f"sleep 0.2; touch {layout.state}/ready; read line < {layout.state}/cgroup.procs; sleep 0.5")
    wait_until_ready("etcd", layout, (layout.state / "ready").exists, timeout_s=5)
    assert (layout.state / "ready").exists()


def test_an_early_end_is_noticed_at_once_and_shows_the_end_of_the_log(layout: Layout) -> None:
    start_script(layout, "for i in $(seq 30); do echo line $i; done; echo cannot bind >&2; exit 1")
    with pytest.raises(NotReady) as ended:
        wait_until_ready("etcd", layout, lambda: False, timeout_s=60)
    assert "etcd ended right after its start" in ended.value.message
    assert ended.value.message.endswith("    cannot bind")
    assert "line 2\n" not in ended.value.message
    assert str(layout.logs / "etcd.log") in ended.value.hint


def test_a_program_that_never_becomes_ready_ends_the_wait(layout: Layout) -> None:
    start_script(layout, "sleep 1")
    with pytest.raises(NotReady, match="etcd is not ready after 0 s"):
        wait_until_ready("etcd", layout, lambda: False, timeout_s=0)
    assert wait_until(lambda: not is_running(layout, "etcd"), timeout_s=5)
