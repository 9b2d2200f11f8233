"""The bar on standard error: only on a terminal, and never in the way of what is printed."""

import sys
from io import StringIO

import pytest
from rich.console import Console

from scorecard_runner.progress_bar import progress_bar
from scorecard_runner.rich_bar import rich_bar


class Terminal(StringIO):
    """A terminal that keeps what it shows."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Let standard error be a terminal; to be called in the test, since pytest sets its own before each."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    return shown


def test_a_pipe_sees_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar(2) as bar, bar.hidden():
        bar.page_of(0)(1, 3)
        bar.file_done(0)

    assert capsys.readouterr() == ("", "")


def test_a_terminal_sees_how_many_files_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    with progress_bar(3) as bar:
        bar.file_done(0)

    assert "1/3" in terminal.getvalue()


def test_pages_are_parts_of_their_file() -> None:
    with rich_bar(2, Console(file=Terminal(), force_terminal=True)) as bar:
        bar.page_of(1)(1, 4)
        bar.page_of(1)(2, 4)
        assert bar.done == 0.5
        bar.file_done(1)
        bar.file_done(0)
        assert bar.done == 2


def test_the_bar_is_gone_while_something_is_printed_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    with progress_bar(2) as bar:
        with bar.hidden():
            before = len(terminal.getvalue())
            bar.file_done(0)
            assert len(terminal.getvalue()) == before
        assert "1/2" in terminal.getvalue()[before:]
