"""One thread for blocking calls, so that the event loop never waits inside a client library.

A daemon thread of our own: the interpreter joins the threads of `concurrent.futures` at its end, and a call that never
comes back would keep a stopped operator alive for as long.
"""

import asyncio
import queue
import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


class Worker:
    """Does calls one after another; the thread begins with the first."""

    def __init__(self, name: str) -> None:
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)

    async def call(self, function: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
        """Return what `function` returns, or raise what it raises; a cancelled wait leaves the call running."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Answer] = loop.create_future()

        def work() -> None:
            try:
                value = function(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - it belongs to the one who waits
                loop.call_soon_threadsafe(_settle, answer, None, error)
            else:
                loop.call_soon_threadsafe(_settle, answer, value, None)

        self._calls.put(work)
        if not self._thread.is_alive():
            self._thread.start()
        return await answer

    def _serve(self) -> None:
        while True:
            work = self._calls.get()
            try:
                work()
            except RuntimeError:
                # The event loop was closed meanwhile: nobody waits for this answer, nor for any other.
                return


def _settle(answer: "asyncio.Future[Answer]", value: Answer | None, error: Exception | None) -> None:
    if answer.cancelled():
        return
    if error is not None:
        answer.set_exception(error)
    else:
        answer.set_result(value)  # type: ignore[arg-type] # without an error there is a value
