"""Blocking calls beside the event loop."""

import asyncio
import subprocess
import sys
import threading

import pytest

from scorecard_operator.worker import Worker


async def test_the_event_loop_goes_on_while_a_call_blocks() -> None:
    worker, release = Worker("test"), threading.Event()
    blocked = asyncio.create_task(worker.call(release.wait, 30))
    await asyncio.sleep(0)
    release.set()
    assert await blocked


async def test_calls_are_done_one_after_another() -> None:
    worker, under_way, most = Worker("test"), [0], [0]

    def work() -> None:
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        under_way[0] -= 1

    await asyncio.gather(*(worker.call(work) for _ in range(20)))
    assert (most, under_way) == ([1], [0])


async def test_an_error_reaches_the_one_who_waits_and_the_worker_goes_on() -> None:
    worker = Worker("test")
    with pytest.raises(ZeroDivisionError):
        await worker.call(divmod, 1, 0)
    assert await worker.call(divmod, 7, 2) == (3, 1)


async def test_a_cancelled_wait_does_not_disturb_the_next_call() -> None:
    worker, release = Worker("test"), threading.Event()
    waiting = asyncio.create_task(worker.call(release.wait, 30))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    release.set()
    assert await worker.call(len, "abc") == 3


def test_a_call_that_never_comes_back_does_not_hold_up_the_end_of_the_process() -> None:
    program = """
import asyncio, threading
from scorecard_operator.worker import Worker
async def main():
    task = asyncio.create_task(Worker("test").call(threading.Event().wait))
    await asyncio.sleep(0.05)
    task.cancel()
asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=20, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
