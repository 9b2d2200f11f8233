"""A bar on standard error while files are read; nothing at all where that is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol

OnPage = Callable[[int, int], None]


class ProgressBar(Protocol):
    """How far the reading is. Pages may be told from any thread."""

    def page_of(self, file: int) -> OnPage:
        """Return what is to be called with pages read and pages in all of that file, from 0."""

    def file_done(self, file: int) -> None:
        """Count the whole file."""

    def hidden(self) -> AbstractContextManager[None]:
        """Take the bar off the screen while something else is printed."""


@contextmanager
def progress_bar(files: int) -> Iterator[ProgressBar]:
    """Yield the bar for so many files, and remove it in the end."""
    if not sys.stderr.isatty():
        yield _NoBar()
        return
    from scorecard_runner.rich_bar import rich_bar  # noqa: PLC0415 - slow to load

    with rich_bar(files) as bar:
        yield bar


class _NoBar:
    def page_of(self, file: int) -> OnPage:
        del file
        return lambda _done, _total: None

    def file_done(self, file: int) -> None:
        """Count nothing."""

    def hidden(self) -> AbstractContextManager[None]:
        return nullcontext()
