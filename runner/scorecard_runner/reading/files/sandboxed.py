"""The process in which files of strangers are opened: `python -m scorecard_runner.reading.files.sandboxed`, one file a process.

Takes an order on standard input, makes itself ready, takes the file's bytes when they come and says what it found on standard
output (`message`). Limits itself before it loads anything and looks at a single byte. Refuses to touch anything else: it has
no credentials, and nobody tells it where they are.
"""

import logging
import resource
import sys
from collections.abc import Callable
from functools import partial
from typing import BinaryIO, Protocol

from scorecard_runner.child_process import end_with_parent
from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import InternalError, OutOfMemory, RunnerError
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.files.message import Delivery, Failed, Finished, Message, Order, PageRead

MEMORY_LIMIT_BYTES = 1_600_000_000
"""Of address space, for this process and for each that it starts; 40 million pixels need about half."""

_FILE_LIMIT_BYTES = 500_000_000  # the plain pixels of a page on their way to Tesseract
_OPEN_FILES = 128
_SPARE_CPU_S = 5

OnPage = Callable[[int, int], None]


class Read(Protocol):
    """What reads the one file, once it is there."""

    def __call__(self, data: bytes, *, deadline: Deadline, on_page: OnPage) -> ScorecardDocument:
        """Return the scorecard that the file shows."""


Prepare = Callable[[str, ReaderMode], Read]
"""Loads what reads in these languages, with this reader."""


def whole_pipeline(languages: str, reader: ReaderMode) -> Read:
    """Return the whole pipeline, which is loaded only now: under the limits."""
    from scorecard_runner.reading.engines.readers import readers_of  # noqa: PLC0415 - see above

    readers = readers_of(reader, languages)
    # It loads beside the pipeline. The other one is left alone: most pictures never need it.
    readers.first.start()
    from scorecard_runner.reading.pipeline import read_with  # noqa: PLC0415 - see above

    return partial(read_with, readers, languages=languages)


def main(given: BinaryIO | None = None, messages_out: BinaryIO | None = None, prepare: Prepare = whole_pipeline) -> int:
    """Read one file and say what came of it; the exit code says nothing."""
    source, out = given or sys.stdin.buffer, messages_out or sys.stdout.buffer
    order = Order.from_line(source.readline())
    deadline = Deadline.after(order.time_limit_s)
    limit_resources(order.time_limit_s)
    logging.disable(logging.CRITICAL)  # libraries may quote what they read

    def say(message: Message) -> None:
        out.write(message.to_line())
        out.flush()

    def read() -> ScorecardDocument:
        read_file = prepare(order.languages, order.reader)
        data = source.read(Delivery.from_line(source.readline()).size_bytes)
        return read_file(data, deadline=deadline, on_page=lambda done, total: say(PageRead(done, total)))

    say(_outcome(read))
    return 0


def _outcome(read: Callable[[], ScorecardDocument]) -> Message:
    try:
        return Finished(read())
    except RunnerError as error:
        return Failed(error)
    except MemoryError:
        return Failed(OutOfMemory())
    except Exception:  # noqa: BLE001 - its text may quote the card; the waiting side logs that it happened
        return Failed(InternalError())


def limit_resources(time_limit_s: float) -> None:
    """Bound memory, CPU time and files of this process, and let it end with the one that started it."""
    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY_LIMIT_BYTES),
        (resource.RLIMIT_CPU, int(time_limit_s) + _SPARE_CPU_S),
        (resource.RLIMIT_FSIZE, _FILE_LIMIT_BYTES),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, most = resource.getrlimit(kind)
        bound = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (bound, bound))
    end_with_parent()


if __name__ == "__main__":
    sys.exit(main())
