"""The progress bar as `rich` draws it, on standard error."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from scorecard_runner.progress_bar import OnPage


@contextmanager
def rich_bar(files: int, console: Console | None = None) -> Iterator["RichBar"]:
    """Yield a bar for so many files; it leaves nothing on the screen."""
    progress = Progress(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console or Console(stderr=True),
        transient=True,
        # What is printed is printed as it is, with the bar hidden: it may go into a pipe.
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with progress:
        yield RichBar(progress, files)


class RichBar:
    """Counts files, and pages as parts of them."""

    def __init__(self, progress: Progress, files: int) -> None:
        self._progress = progress
        self._task: TaskID = progress.add_task("", total=files)
        self._shares = [0.0] * files

    @property
    def done(self) -> float:
        """How many files are done, parts of them included."""
        return sum(self._shares)

    def page_of(self, file: int) -> OnPage:
        """Return what is to be called with pages read and pages in all of that file, from 0."""
        return lambda done, total: self._now_at(file, done / total)

    def file_done(self, file: int) -> None:
        """Count the whole file."""
        self._now_at(file, 1.0)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the bar off the screen while something else is printed."""
        self._progress.stop()
        try:
            yield
        finally:
            self._progress.start()

    def _now_at(self, file: int, share: float) -> None:
        self._shares[file] = share
        self._progress.update(self._task, completed=self.done)
