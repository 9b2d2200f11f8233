"""The process of the second reader: `python -m scorecard_runner.reading.engines.rapid.worker [pages]`, many pictures a process.

Takes requests on standard input and answers on standard output (`wire`) until nobody asks any more. It and what it calls are
the only ones that load ONNX Runtime, NumPy and OpenCV. Refuses to touch anything else: it opens the two models and no other
file, and speaks to nobody.
"""

import contextlib
import logging
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PIL import Image

from scorecard_runner.child_process import end_with_parent
from scorecard_runner.errors import InvalidConfiguration
from scorecard_runner.reading.engines.rapid.models import find_models
from scorecard_runner.reading.engines.rapid.process import FOR_PAGES
from scorecard_runner.reading.engines.rapid.wire import Answer, Failed, Failure, Request, Task

if TYPE_CHECKING:
    from scorecard_runner.reading.engines.rapid.reader import Reader
    from scorecard_runner.reading.words import Word

MEMORY_LIMIT_BYTES = 1_600_000_000
"""Of address space, unless who started it has set a lower one; twice what the largest pictures took."""

_OUT_OF_MEMORY = ("alloc", "memory", "map segment")
"""What ONNX Runtime, OpenCV and the loader of libraries say then."""


def main(arguments: Sequence[str], requests: BinaryIO | None = None, answers: BinaryIO | None = None) -> int:
    """Answer until the requests end."""
    source, out = requests or sys.stdin.buffer, answers or sys.stdout.buffer
    end_with_parent()
    _limit_memory()
    logging.disable(logging.CRITICAL)  # libraries may quote what they read
    for answer in answered(source, for_pages=FOR_PAGES in arguments):
        out.write(answer.to_line())
        out.flush()
        if isinstance(answer, Failed):
            return 1
    return 0


def answered(source: BinaryIO, *, for_pages: bool) -> Iterator[Answer | Failed]:
    """Yield an answer for each request; a failure is the last one."""
    try:
        reader = _load(for_pages=for_pages)
        for line in source:
            request = Request.from_line(line)
            pictures = [
                Image.frombytes("L", (width, height), source.read(width * height)) for width, height in request.sizes
            ]
            yield Answer(_read(reader, request.task, pictures), resident_bytes())
    except InvalidConfiguration:
        yield Failed(Failure.WRONG_MODELS)
    except Exception as error:  # noqa: BLE001 - its text may quote the card, and want of memory has many classes here
        yield Failed(_failure(error))


def _failure(error: Exception) -> Failure:
    if isinstance(error, MemoryError) or any(word in str(error).lower() for word in _OUT_OF_MEMORY):
        return Failure.MEMORY
    return Failure.NOT_INSTALLED if isinstance(error, ImportError) else Failure.INTERNAL


def _load(*, for_pages: bool) -> "Reader":
    """Return the reader with the networks that are needed for sure, loaded while nobody waits for them yet."""
    from scorecard_runner.reading.engines.rapid.reader import Reader  # noqa: PLC0415 - under the limits

    reader = Reader(find_models())
    reader.recogniser  # noqa: B018 - loads it
    if for_pages:
        reader.detector  # noqa: B018 - loads it
    return reader


def _read(reader: "Reader", task: Task, pictures: list[Image.Image]) -> "list[list[Word]]":
    match task:
        case Task.PAGES:
            return [reader.read_page(picture) for picture in pictures]
        case Task.LINES:
            return reader.read_lines(pictures)


def resident_bytes() -> int:
    """Return what this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _limit_memory() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    bound = MEMORY_LIMIT_BYTES if most == resource.RLIM_INFINITY else min(MEMORY_LIMIT_BYTES, most)
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main(sys.argv[1:]))
