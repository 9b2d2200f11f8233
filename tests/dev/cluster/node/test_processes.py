"""Which process is ours, however the kernel gives out its ids."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from dev.cluster.node.processes import ProcessIdentity, identify, read_identity


def write_process(proc: Path, *, name: str = "etcd", state: str = "S", start_ticks: int = 4711) -> None:
    """A /proc with process 42 alone; field 22 of its stat is the start time (proc_pid_stat(5))."""
    fields_4_to_21 = " ".join(["0"] * 18)
    (proc / "42").mkdir(parents=True, exist_ok=True)
    (proc / "42" / "stat").write_text(f"42 ({name}) {state} {fields_4_to_21} {start_ticks} 0 0\n")
    (proc / "sys/kernel/random").mkdir(parents=True, exist_ok=True)
    (proc / "sys/kernel/random/boot_id").write_text("first-boot\n")


def test_a_process_is_known_by_pid_start_and_boot(tmp_path: Path) -> None:
    write_process(tmp_path)
    assert identify(42, tmp_path) == ProcessIdentity(42, 4711, "first-boot")


@pytest.mark.parametrize("name", ["a b", "x) S 1 (y"])
def test_a_name_with_spaces_or_parentheses_does_not_shift_the_fields(tmp_path: Path, name: str) -> None:
    write_process(tmp_path, name=name)
    assert identify(42, tmp_path) == ProcessIdentity(42, 4711, "first-boot")


def test_a_zombie_counts_as_ended(tmp_path: Path) -> None:
    write_process(tmp_path, state="Z")
    assert identify(42, tmp_path) is None


@pytest.mark.parametrize(
    "ours",
    [
        pytest.param(ProcessIdentity(42, 4710, "first-boot"), id="the pid was given to a later process"),
        pytest.param(ProcessIdentity(42, 4711, "boot-before"), id="the machine was rebooted"),
        pytest.param(ProcessIdentity(43, 4711, "first-boot"), id="the process is gone"),
    ],
)
def test_what_is_not_ours_is_not_running(tmp_path: Path, ours: ProcessIdentity) -> None:
    write_process(tmp_path)
    assert not ours.is_running(tmp_path)


def test_this_very_process_runs_and_survives_its_pid_file(tmp_path: Path) -> None:
    identity = identify(os.getpid())
    assert identity is not None
    identity.write(tmp_path / "etcd.json")
    assert read_identity(tmp_path / "etcd.json") == identity
    assert identity.is_running()
    assert not replace(identity, start_ticks=identity.start_ticks - 1).is_running()


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"pid": 1}', "4711"])
def test_a_damaged_pid_file_names_no_process(tmp_path: Path, content: str) -> None:
    path = tmp_path / "etcd.json"
    path.write_text(content)
    assert read_identity(path) is None
