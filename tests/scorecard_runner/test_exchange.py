"""Speaking with a process both ways at once: nobody is held up, whatever the other one does."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import SoftTimeLimit
from scorecard_runner.exchange import exchange

LIMIT_S = 30.0
SHORT_S = 0.3
MUCH = 3_000_000
"""Many times what a pipe holds."""


@contextmanager
def started(program: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", f"import sys, time\n{program}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def heard(program: str, said: Iterable[bytes], limit_s: float = LIMIT_S) -> bytes:
    with started(program) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        return b"".join(exchange(said, process.stdin, process.stdout, Deadline.after(limit_s)))


@pytest.mark.parametrize(
    ("program", "said", "want"),
    [
        pytest.param("print(len(sys.stdin.buffer.read(5)))", [b"a", b"", b"bcde"], b"5\n", id="an answer to parts"),
        pytest.param("print('here')", [], b"here\n", id="nothing is said"),
        pytest.param(
            f"print(len(sys.stdin.buffer.read({MUCH})))", [bytes(MUCH)], b"3000000\n", id="more than a pipe holds"
        ),
        pytest.param(
            f"print('x' * {MUCH}, flush=True); print(len(sys.stdin.buffer.read({MUCH})))",
            [bytes(MUCH)],
            b"x" * MUCH + b"\n3000000\n",
            id="it talks before it listens",
        ),
        pytest.param("print('no')", [bytes(MUCH)], b"no\n", id="it ends before it has heard everything"),
        pytest.param("pass", [bytes(MUCH)], b"", id="it ends without a word"),
    ],
)
def test_what_is_heard(program: str, said: list[bytes], want: bytes) -> None:
    assert heard(program, said) == want


@pytest.mark.parametrize(
    ("program", "said", "limit_s"),
    [
        pytest.param("time.sleep(60)", [b"one"], SHORT_S, id="it says nothing"),
        pytest.param("time.sleep(60)", [bytes(MUCH)], SHORT_S, id="it takes nothing"),
        pytest.param("sys.stdin.close(); time.sleep(60)", [bytes(MUCH)], 2, id="it will never take anything"),
        pytest.param("print('now')", [b"one"], -1, id="it is too late already"),
    ],
)
def test_nobody_waits_past_the_deadline(program: str, said: list[bytes], limit_s: float) -> None:
    with pytest.raises(SoftTimeLimit):
        heard(program, said, limit_s)
