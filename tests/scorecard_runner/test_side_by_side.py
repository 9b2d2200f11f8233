"""Several readings at a time: results in order, and nothing that goes on when it is broken off."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryFile
from threading import Barrier, Event

import pytest

from scorecard_runner import side_by_side as module
from scorecard_runner.errors import Terminated
from scorecard_runner.reading.files.sandbox import ReadingProcess
from scorecard_runner.side_by_side import ReadingProcesses, cpu_count, side_by_side

PATIENCE_S = 20


@pytest.fixture
def sleepers(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadingProcesses]:
    """Return processes that sleep with a child each, instead of reading."""

    def start(*_: object) -> ReadingProcess:
        program = "sleep 300 & echo $!; wait"
        process = subprocess.Popen(["sh", "-c", program], stdout=subprocess.PIPE, start_new_session=True)
        process.returncode = 0  # as `start_process` does
        assert process.stdout is not None
        return ReadingProcess(process.pid, process.stdout)

    monkeypatch.setattr(module, "start_process", start)
    processes = ReadingProcesses()
    yield processes
    processes.end()


def started(processes: ReadingProcesses) -> ReadingProcess:
    with TemporaryFile() as given:
        return processes.start(given, "")


def wait_for(process: ReadingProcess) -> int | None:
    """Wait as a reading does: for the end of what the process says."""
    with process.stdout:
        process.stdout.read()
    process.wait()
    return process.exit_code


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def assert_ends(pid: int) -> None:
    deadline_s = time.monotonic() + PATIENCE_S
    while is_running(pid):
        assert time.monotonic() < deadline_s, "a process was left running"
        time.sleep(0.02)


def test_results_come_in_the_order_of_the_questions_whoever_is_done_first() -> None:
    is_second_done = Event()

    def work(asked: str) -> str:
        if asked == "first":
            assert is_second_done.wait(PATIENCE_S)
        else:
            is_second_done.set()
        return f"{asked} done"

    results = side_by_side(work, ["first", "second"], at_a_time=2, processes=ReadingProcesses())
    assert list(results) == ["first done", "second done"]


def test_as_many_work_at_a_time_as_were_asked_for() -> None:
    all_here = Barrier(3, timeout=PATIENCE_S)

    results = side_by_side(lambda _: all_here.wait(), range(6), at_a_time=3, processes=ReadingProcesses())
    assert sorted(results) == [0, 0, 1, 1, 2, 2]


def test_nothing_is_asked_without_questions() -> None:
    assert list(side_by_side(str, [], at_a_time=1, processes=ReadingProcesses())) == []


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, ValueError])
def test_whatever_breaks_it_off_ends_all_processes_with_their_children(
    sleepers: ReadingProcesses, interruption: type[BaseException]
) -> None:
    pids: list[int] = []
    all_sleep = Barrier(3, timeout=PATIENCE_S)

    def work(number: int) -> int | None:
        if number == 0:
            all_sleep.wait()
            return 0
        process = started(sleepers)
        pids.extend([process.pid, int(process.stdout.readline())])
        all_sleep.wait()
        return wait_for(process)

    def read_all() -> None:
        with closing(side_by_side(work, range(3), at_a_time=3, processes=sleepers)) as results:
            for _ in results:
                raise interruption

    with pytest.raises(interruption):
        read_all()

    assert len(pids) == 4
    for pid in pids:
        assert_ends(pid)


def test_what_waits_for_its_turn_is_not_begun_any_more() -> None:
    begun: list[int] = []
    is_closed = Event()

    def work(number: int) -> None:
        begun.append(number)
        if number:
            assert is_closed.wait(PATIENCE_S)

    class Closed(ReadingProcesses):
        def end(self) -> None:
            is_closed.set()

    results = side_by_side(work, range(9), at_a_time=1, processes=Closed())
    next(results)
    results.close()

    assert set(begun) <= {0, 1}


def test_no_process_starts_after_the_end(sleepers: ReadingProcesses) -> None:
    sleepers.end()

    with pytest.raises(Terminated):
        started(sleepers)


def test_one_that_was_waited_for_is_never_killed(sleepers: ReadingProcesses, monkeypatch: pytest.MonkeyPatch) -> None:
    process = started(sleepers)
    os.killpg(process.pid, signal.SIGKILL)
    wait_for(process)
    monkeypatch.setattr(os, "killpg", lambda *_: pytest.fail("its number may be another's by now"))

    sleepers.end()


def test_there_is_a_cpu() -> None:
    assert cpu_count() >= 1
