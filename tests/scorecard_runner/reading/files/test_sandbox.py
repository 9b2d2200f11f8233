"""Reading in a process of its own: what it gets, how it ends, and that nothing of it stays."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

import pytest

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import (
    CorruptPicture,
    InternalError,
    NotAScorecard,
    OutOfMemory,
    RunnerError,
    SoftTimeLimit,
    UnsupportedFormat,
)
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.engines.rapid.process import MODULE as SECOND_READER
from scorecard_runner.reading.files import sandbox
from scorecard_runner.reading.files.message import Order
from scorecard_runner.reading.files.sandbox import Sandbox, prepared, read_apart
from tests.scorecard_runner.reading.pdfs import pdf_of
from tests.scorecard_runner.reading.test_documents_of_pages import FIRST, SECOND, assert_whole

LIMIT_S = 30.0


def read(data: bytes, limit_s: float = LIMIT_S) -> ScorecardDocument:
    return read_apart(
        data, languages="eng", reader=ReaderMode.TESSERACT, deadline=Deadline.after(limit_s), on_page=lambda *_: None
    )


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a program that is run in place of the reading one."""
    program = tmp_path / "stand_in.py"
    real = subprocess.Popen

    def start(argv: list[str], **options: object) -> object:
        assert argv[-2:] == ["-m", sandbox.MODULE]
        return real([sys.executable, str(program)], **options)  # type: ignore[call-overload]

    monkeypatch.setattr("scorecard_runner.reading.files.sandbox.subprocess.Popen", start)
    return program


def test_a_card_comes_back_whole_and_pages_are_told() -> None:
    pages: list[tuple[int, int]] = []
    document = read_apart(
        pdf_of(FIRST, SECOND),
        languages="eng",
        reader=ReaderMode.TESSERACT,
        deadline=Deadline.after(LIMIT_S),
        on_page=lambda *seen: pages.append(seen),
    )
    assert_whole(document)
    assert pages == [(2, 2)]


@pytest.mark.parametrize(
    ("data", "want"),
    [
        pytest.param(b"just a text", UnsupportedFormat, id="no picture"),
        pytest.param(pdf_of("nothing of cricket"), NotAScorecard, id="no scorecard"),
    ],
)
def test_a_refusal_is_the_same_as_without_a_sandbox(data: bytes, want: type[RunnerError]) -> None:
    with pytest.raises(RunnerError) as refused:
        read(data)
    assert type(refused.value) is want
    assert refused.value.message


def test_it_gets_no_credentials(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:secret@h/d")
    monkeypatch.setenv("S3_SECRET_ACCESS_KEY", "secret")
    seen = stand_in.with_name("environment")
    stand_in.write_text(f"import os, pathlib; pathlib.Path({str(seen)!r}).write_text(' '.join(sorted(os.environ)))")
    with pytest.raises(InternalError):
        read(b"abc")
    assert set(seen.read_text().split()) - {"LC_CTYPE"} <= set(sandbox.PASSED_ON)


@pytest.mark.parametrize(
    ("program", "want"),
    [
        pytest.param("import sys; sys.exit(3)", InternalError, id="it ends without a word"),
        pytest.param("print('no message')", InternalError, id="it talks nonsense"),
        pytest.param("print('[' * 100000)", InternalError, id="it talks nonsense, nested"),
        pytest.param("print('{\"document\": {}}')", InternalError, id="its document is none"),
        pytest.param("print('x' * 5000000, end='', flush=True)", InternalError, id="its line has no end"),
        pytest.param("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", OutOfMemory, id="the kernel killed it"),
        pytest.param(
            "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", SoftTimeLimit, id="its CPU time is over"
        ),
        pytest.param(
            "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", CorruptPicture, id="its decoder crashed"
        ),
        pytest.param(
            "import os, signal; page = b'x' * 900_000_000; os.kill(os.getpid(), signal.SIGABRT)",
            OutOfMemory,
            id="its decoder gave up for want of memory",
        ),
        pytest.param(
            "import os, signal; os.kill(os.getpid(), 35)", InternalError, id="a signal without a name killed it"
        ),
        pytest.param("print('{\"page\": [1e999, 2]}')", InternalError, id="a page has an endless number"),
    ],
)
def test_however_it_ends_there_is_one_honest_error(stand_in: Path, program: str, want: type[RunnerError]) -> None:
    stand_in.write_text(program)
    with pytest.raises(RunnerError) as ended:
        read(b"abc" * 100_000)
    assert type(ended.value) is want


def test_words_of_an_error_are_short_and_printable_and_their_reason_is_known(stand_in: Path) -> None:
    stand_in.write_text(
        "import json; print(json.dumps({'error': {'reason': 'Invented', 'message': 'a\\nb' * 900, 'hint': '\\0'}}))"
    )
    with pytest.raises(InternalError) as ended:
        read(b"abc")
    assert (ended.value.message[:4], len(ended.value.message)) == ("abab", 400)


def test_a_deadline_kills_it_with_all_its_children(stand_in: Path) -> None:
    pids = stand_in.with_name("pids")
    stand_in.write_text(
        "import os, pathlib, subprocess, time\n"
        f"child = subprocess.Popen(['sleep', '60'])\n"
        f"pathlib.Path({str(pids)!r}).write_text(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(60)\n"
    )
    with pytest.raises(SoftTimeLimit):
        read(b"abc", limit_s=1.5)
    left = [int(pid) for pid in pids.read_text().split()]
    deadline_s = time.monotonic() + 5
    while any(map(_is_running, left)):
        assert time.monotonic() < deadline_s, "a process was left running"
        time.sleep(0.05)


def sandbox_of(reader: ReaderMode = ReaderMode.TESSERACT, limit_s: float = LIMIT_S) -> AbstractContextManager[Sandbox]:
    return prepared(languages="eng", reader=reader, deadline=Deadline.after(limit_s))


WAITS = (
    "import os, pathlib, sys; line = sys.stdin.readline(); pathlib.Path({!r}).write_text(f'{{os.getpid()}} {{line}}')\n"
)
"""A program that notes its order; what comes after it waits for the file."""


def test_the_process_has_its_order_before_there_is_a_file(stand_in: Path) -> None:
    noted = stand_in.with_name("noted")
    stand_in.write_text(
        WAITS.format(str(noted)) + "size = sys.stdin.readline(); print('{\"page\": [1, %d]}' % len(sys.stdin.read(3)))"
    )
    pages: list[tuple[int, int]] = []
    with sandbox_of() as prepared_one:
        pid, line = wait_for(noted, "\n")
        with pytest.raises(InternalError):
            prepared_one.read(b"abc", lambda *seen: pages.append(seen))
    order = Order.from_line(line.encode())
    assert (order.languages, order.reader) == ("eng", ReaderMode.TESSERACT)
    assert pages == [(1, 3)]
    assert not _is_running(int(pid))


class _FetchFailed(BaseException):
    """Not even an `Exception`, as what SIGTERM raises."""


def test_a_fetch_that_fails_kills_it_at_once(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = stand_in.with_name("scratch")
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    noted = stand_in.with_name("noted")
    stand_in.write_text(WAITS.format(str(noted)) + "import time; time.sleep(60)")
    pids: list[str] = []

    def fetch() -> None:
        pids.append(wait_for(noted, "\n")[0])
        raise _FetchFailed

    with pytest.raises(_FetchFailed), sandbox_of():
        fetch()
    (pid,) = pids
    assert not _is_running(int(pid))
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("program", "want"),
    [
        pytest.param("import sys; sys.exit(3)", InternalError, id="it ended at once"),
        pytest.param("import os; os.kill(os.getpid(), 9)", OutOfMemory, id="the kernel killed it while it loaded"),
        pytest.param("import time; time.sleep(60)", SoftTimeLimit, id="it never takes the file"),
    ],
)
def test_a_process_that_fails_before_the_file_comes_is_found_out_then(
    stand_in: Path, program: str, want: type[RunnerError]
) -> None:
    noted = stand_in.with_name("noted")
    stand_in.write_text(WAITS.format(str(noted)) + program)
    with sandbox_of(limit_s=3) as prepared_one:
        pid, _ = wait_for(noted, "\n")
        if want is not SoftTimeLimit:
            wait_until(lambda: not _is_running(int(pid)))
        with pytest.raises(want):
            prepared_one.read(bytes(3_000_000), lambda *_: None)
    assert not _is_running(int(pid))


def test_nothing_is_started_after_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("a process was started"))
    with pytest.raises(SoftTimeLimit), sandbox_of(limit_s=-1):
        pass


def test_the_second_reader_loads_its_networks_before_there_is_a_file() -> None:
    with sandbox_of(ReaderMode.RAPID) as prepared_one:
        wait_until(lambda: _commands_below(os.getpid(), SECOND_READER))
        (second,) = _commands_below(os.getpid(), SECOND_READER)
        with pytest.raises(UnsupportedFormat):
            prepared_one.read(b"no picture", lambda *_: None)
    wait_until(lambda: not _is_running(second))


def wait_for(path: Path, end: str) -> tuple[str, str]:
    """Return the two words that a file begins with, once its text has this end."""
    wait_until(lambda: path.exists() and path.read_text().endswith(end))
    first, _, rest = path.read_text().partition(" ")
    return first, rest


def wait_until(holds: Callable[[], object]) -> None:
    deadline_s = time.monotonic() + LIMIT_S
    while not holds():
        assert time.monotonic() < deadline_s, "it never came to that"
        time.sleep(0.02)


def _commands_below(ancestor: int, module: str) -> list[int]:
    """Return the grandchildren of a process that run a module."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(FileNotFoundError, ProcessLookupError):
            if (
                module in (folder / "cmdline").read_text().split("\0")
                and _parent(_parent(int(folder.name))) == ancestor
            ):
                found.append(int(folder.name))
    return found


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def test_nothing_stays_of_the_temporary_files_of_a_process_that_was_killed(
    stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = stand_in.with_name("scratch")
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    seen = stand_in.with_name("seen")
    stand_in.write_text(
        "import os, pathlib, signal, tempfile\n"
        "folder = pathlib.Path(tempfile.mkdtemp())\n"
        "(folder / 'picture.pgm').write_text('a page')\n"
        f"pathlib.Path({str(seen)!r}).write_text(str(folder))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    with pytest.raises(OutOfMemory):
        read(b"abc")
    assert scratch in Path(seen.read_text()).parents
    assert list(scratch.iterdir()) == []


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_memory_has_a_bound() -> None:
    program = (
        "from scorecard_runner.reading.files.sandboxed import limit_resources\n"
        "limit_resources(30)\n"
        "try:\n    bytearray(3_000_000_000)\nexcept MemoryError:\n    print('bounded')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=30)
    assert done.stdout == "bounded\n"


def test_it_does_not_outlive_the_one_that_waits_for_it(tmp_path: Path) -> None:
    program = (
        "import os, sys, time\nfrom scorecard_runner.reading.files.sandboxed import limit_resources\n"
        "limit_resources(30)\nprint(os.getpid(), flush=True)\ntime.sleep(60)\n"
    )
    (tmp_path / "child.py").write_text(program)
    waiting = f"import subprocess, sys; subprocess.Popen([sys.executable, {str(tmp_path / 'child.py')!r}]).wait()"
    parent = subprocess.Popen([sys.executable, "-c", waiting], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait(timeout=10)
    parent.stdout.close()
    deadline_s = time.monotonic() + 10
    while _is_running(child):
        assert time.monotonic() < deadline_s, "the reading process lives on"
        time.sleep(0.05)
