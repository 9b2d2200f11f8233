"""Reads one hostile file and tells how that ended."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.fuzz.leftovers import end_processes, remove_files
from bench.fuzz.processes import Starter
from bench.fuzz.promise import Ending
from scorecard_runner.deadline import Deadline
from scorecard_runner.neutral import to_neutral
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.files.sandbox import read_apart


class Trial:
    """Reads files with one kind of process; `folder` is where temporary files are made, and must be empty."""

    def __init__(self, start: Starter, folder: Path, time_limit_s: float) -> None:
        self._start = start
        self._folder = folder
        self._time_limit_s = time_limit_s

    def read(self, data: bytes) -> Ending:
        """Read a file to its end, whatever that is."""
        began_s = time.monotonic()
        error = self._error_of(data)
        seconds = time.monotonic() - began_s
        process = self._start.last
        return Ending(
            error=error,
            seconds=seconds,
            peak_bytes=process.peak_bytes if process else 0,
            exit_code=process.exit_code if process else None,
            last_words=self._start.last_words(),
            processes_left=end_processes(),
            files_left=remove_files(self._folder),
        )

    def _error_of(self, data: bytes) -> Exception | None:
        deadline = Deadline.after(self._time_limit_s)
        try:
            document = read_apart(
                data,
                languages="eng",
                reader=ReaderMode.TESSERACT,
                deadline=deadline,
                on_page=lambda _done, _total: None,
                start=self._start,
            )
            to_neutral(document)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what came of the file
            return error
        return None


@contextmanager
def starter(*, real: bool) -> Iterator[Starter]:
    """Hold a starter of reading processes."""
    start = Starter(real=real)
    try:
        yield start
    finally:
        start.close()
