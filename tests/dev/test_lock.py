"""One command at a time on the same state."""

import os
from pathlib import Path

import pytest

from dev.errors import NotReady
from dev.lock import exclusive


def test_a_free_lock_is_taken_without_a_word(tmp_path: Path) -> None:
    said: list[str] = []
    with exclusive(tmp_path / "deep" / "node.lock", timeout_s=0, on_wait=said.append):
        assert (tmp_path / "deep" / "node.lock").read_text() == str(os.getpid())
    assert said == []


def test_a_taken_lock_names_its_holder_and_the_wait_ends(tmp_path: Path) -> None:
    said: list[str] = []
    lock = tmp_path / "node.lock"
    with (
        exclusive(lock, timeout_s=0, on_wait=said.append),
        pytest.raises(NotReady, match=f"process {os.getpid()}"),
        exclusive(lock, timeout_s=0, on_wait=said.append),
    ):
        pytest.fail("two held it")
    assert said == [f"waiting for another command (process {os.getpid()}) to end"]


def test_a_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    lock = tmp_path / "node.lock"
    with pytest.raises(ZeroDivisionError), exclusive(lock, timeout_s=0, on_wait=pytest.fail):
        raise ZeroDivisionError
    with exclusive(lock, timeout_s=0, on_wait=pytest.fail):
        assert lock.exists()
