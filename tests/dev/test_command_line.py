"""How every program of `dev` ends."""

import pytest

from dev.command_line import ending
from dev.errors import DevError


def test_success_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    assert ending(lambda: None) == 0
    assert capsys.readouterr() == ("", "")


def test_an_error_is_printed_with_its_hint_and_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise DevError("the node is not up", "start it")

    assert ending(fail) == 1
    assert capsys.readouterr().err == "error: the node is not up\nhint: start it\n"


def test_an_interruption_is_no_error_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    assert ending(interrupt) == 130
    assert "again" in capsys.readouterr().err
