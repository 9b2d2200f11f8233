"""The process of the second reader seen from outside: asked, held up, killed, never left behind. Stand-ins speak for it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import InternalError, OutOfMemory, RunnerError, SoftTimeLimit
from scorecard_runner.reading.engines.rapid.process import ReaderProcess
from scorecard_runner.reading.engines.rapid.wire import LONGEST_LINE_BYTES

LIMIT_S = 30.0
SHORT_S = 0.3


def stand_in(program: str) -> ReaderProcess:
    return ReaderProcess([sys.executable, "-I", "-c", program])


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", maxsplit=1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_what_is_said_is_answered() -> None:
    echo = stand_in("import sys\nfor line in sys.stdin: print(line.upper(), end='', flush=True)")
    assert echo.ask([b"one\n"], Deadline.after(LIMIT_S)) == b"ONE\n"
    assert echo.ask([b"t", b"wo\n"], Deadline.after(LIMIT_S)) == b"TWO\n"
    echo.end()


def test_an_answer_that_does_not_come_is_not_waited_for() -> None:
    silent = stand_in("import time; time.sleep(60)")
    with pytest.raises(SoftTimeLimit):
        silent.ask([b"one\n"], Deadline.after(SHORT_S))
    silent.end()


def test_pictures_that_are_not_taken_do_not_hold_us_up() -> None:
    deaf = stand_in("import time; time.sleep(60)")
    with pytest.raises(SoftTimeLimit):
        deaf.ask([bytes(10_000_000)], Deadline.after(SHORT_S))
    deaf.end()


def test_nothing_is_said_after_the_deadline() -> None:
    deaf = stand_in("import time; time.sleep(60)")
    with pytest.raises(SoftTimeLimit):
        deaf.ask([b"one\n"], Deadline.after(-1))
    deaf.end()


@pytest.mark.parametrize(
    ("program", "error"),
    [
        pytest.param("import os; os.kill(os.getpid(), 9)", OutOfMemory, id="the kernel kills for memory"),
        pytest.param(f"import os; os.kill(os.getpid(), {signal.SIGXCPU})", SoftTimeLimit, id="no CPU time left"),
        pytest.param(f"import os; os.kill(os.getpid(), {signal.SIGSEGV})", InternalError, id="it breaks"),
        pytest.param("pass", InternalError, id="it says nothing"),
    ],
)
def test_how_it_can_end(program: str, error: type[RunnerError]) -> None:
    process = stand_in(program)
    with pytest.raises(error):
        process.ask([b"one\n", bytes(1_000_000)], Deadline.after(LIMIT_S))
    process.end()


def test_a_line_without_end_is_no_answer() -> None:
    endless = stand_in(f"print('x' * {LONGEST_LINE_BYTES + 100_000}, end='')")
    with pytest.raises(InternalError):
        endless.ask([b"one\n"], Deadline.after(LIMIT_S))
    endless.end()


def test_it_gets_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    told = stand_in("import os; print(' '.join(sorted(os.environ)), flush=True)")
    names = told.ask([], Deadline.after(LIMIT_S)).decode().split()
    told.end()
    assert "DATABASE_URL" not in names
    assert {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "PATH"} <= set(names)


def test_it_goes_with_the_object_that_stands_for_it() -> None:
    process = stand_in("import time; time.sleep(60)")
    pid = process.pid
    assert is_alive(pid)
    del process
    assert not is_alive(pid)


def test_the_real_one_does_not_outlive_whoever_started_it() -> None:
    program = (
        "from scorecard_runner.reading.engines.rapid.process import ReaderProcess, command\n"
        "process = ReaderProcess(command())\n"
        "print(process.pid, flush=True)\n"
        "import time; time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        wait_until_it_dies_with_its_parent(pid)
        parent.kill()
    for _ in range(500):
        if not is_alive(pid):
            return
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("it lives on")


def wait_until_it_dies_with_its_parent(pid: int) -> None:
    """The kernel shows no sign of it, but the limit of memory is set right after."""
    for _ in range(2000):
        limits = Path(f"/proc/{pid}/limits").read_text(encoding="ascii")
        if "unlimited" not in next(line for line in limits.splitlines() if line.startswith("Max address space")):
            return
        time.sleep(0.01)
    pytest.fail("it never limits itself")
