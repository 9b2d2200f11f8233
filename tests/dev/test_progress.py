"""What a person sees while something takes time."""

import io

import pytest

from dev.errors import NotReady
from dev.progress import Progress, step_line


class Terminal(io.StringIO):
    """Output that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def progress_to(out: io.StringIO, *readings: float) -> Progress:
    return Progress(out, iter(readings).__next__)


def test_a_step_is_one_line_with_its_seconds() -> None:
    out = io.StringIO()
    with progress_to(out, 10.0, 13.14).step("kube-apiserver"):
        pass
    assert out.getvalue() == "  kube-apiserver ready                              3.1 s\n"


def test_seconds_stand_below_each_other() -> None:
    short, long = step_line("node", "ready", 1), step_line("kube-controller-manager", "compiled", 162)
    assert len(short) == len(long)


def test_a_step_of_minutes_says_so_at_once() -> None:
    out = io.StringIO()
    with progress_to(out, 0, 447).step("kube-apiserver", "compiled", announce="is compiled, once"):
        assert out.getvalue() == "  kube-apiserver is compiled, once\n"
    assert out.getvalue().endswith("447.0 s\n")


def test_a_failed_step_says_so_and_hides_nothing() -> None:
    out = io.StringIO()
    with pytest.raises(NotReady), progress_to(out, 0, 90).step("node"):
        raise NotReady("no")
    assert out.getvalue().split() == ["node", "failed", "90.0", "s"]


def test_a_step_may_end_with_another_word() -> None:
    out = io.StringIO()
    with progress_to(out, 0, 1).step("node", "removed") as step:
        step.outcome = "removed (7 processes ended)"
    assert "node removed (7 processes ended)" in out.getvalue()


def test_on_a_terminal_the_line_is_there_from_the_beginning_and_replaced_at_the_end() -> None:
    out = Terminal()
    with progress_to(out, 0, 1).step("node"):
        assert out.getvalue() == "  node …"
    assert out.getvalue().startswith("  node …\r\033[K  node ready")
