"""RapidOCR behind the engine seam: asks a process of its own, which alone loads the networks.

Refuses to load any of it here: this process handles files of strangers, and most pictures never need a second reader.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from PIL import Image, ImageOps

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import InternalError, OutOfMemory, RunnerError
from scorecard_runner.reading.engines.rapid.models import engine_version, find_models, not_installed, wrong_models
from scorecard_runner.reading.engines.rapid.process import ReaderProcess, command
from scorecard_runner.reading.engines.rapid.wire import Answer, Failed, Failure, Task, parse_answer, request_chunks
from scorecard_runner.reading.geometry import enclosing
from scorecard_runner.reading.words import Word

MOST_RESIDENT_BYTES = 700_000_000
"""A process that holds more after an answer is ended: it never gives back what the largest picture took."""

_MOST_LINES = 256
"""In one request, so that a page full of doubts is still asked about in steps that a deadline can end."""


_PAPER_AROUND = 0.2
"""Of the height of a crop, on each side: without any, 8 of 238 numbers were misread, 0 as O and full stops as commas; with a tenth
or more, none."""

_PAPER = 255


class RapidEngine:
    """Runs one process for all pictures, started at the first one or before, killed when the deadline passes."""

    name = "rapidocr"

    def __init__(
        self, *, for_pages: bool = False, most_resident_bytes: int = MOST_RESIDENT_BYTES, argv: Sequence[str] = ()
    ) -> None:
        """Read with the networks of the wheel.

        Args:
            for_pages: whole pages are to come for sure, so what finds their lines is loaded at the start, too.
            most_resident_bytes: what the process may hold after an answer.
            argv: another program that speaks like the second reader.
        """
        self._most_resident_bytes = most_resident_bytes
        self._for_pages = for_pages
        self._argv = list(argv)
        self._process: ReaderProcess | None = None

    @property
    def version(self) -> str:
        """Version of the package with the family of its models.

        Raises:
            InvalidConfiguration: the extra `rapid` is not installed.
        """
        return engine_version()

    def start(self) -> None:
        """Start the process if there is none, without waiting for it: it loads its networks while others work.

        Raises:
            InvalidConfiguration: the extra `rapid` is not installed.
        """
        self._running()

    def close(self) -> None:
        """End the process; the next picture starts another one."""
        process, self._process = self._process, None
        if process is not None:
            process.end()

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return the words of a page or a part of it; see `Engine.recognise`."""
        return self._ask(Task.PAGES, [picture], deadline)[0]

    def recognise_all(self, pictures: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return the words of each page; see `Engine.recognise_all`."""
        return [self.recognise(picture, deadline) for picture in pictures]

    def recognise_lines(self, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return the words of each crop, which shows one line with some paper around; see `Engine.recognise_lines`."""
        return [words for some in _parts(crops) for words in self._ask(Task.LINES, some, deadline)]

    def recognise_cells(self, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return the one reading of each crop, which shows one cell; none where nothing was read."""
        borders = [round(_PAPER_AROUND * crop.height) for crop in crops]
        framed = [
            ImageOps.expand(crop.convert("L"), border, fill=_PAPER) for crop, border in zip(crops, borders, strict=True)
        ]
        read = self.recognise_lines(framed, deadline)
        return [[_joined(words, border)] if words else [] for words, border in zip(read, borders, strict=True)]

    def _ask(self, task: Task, pictures: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        deadline.left_s()
        grey = [picture.convert("L") for picture in pictures]
        try:
            line = self._running().ask(request_chunks(task, grey), deadline)
            answer = _answer(line, grey)
        except BaseException:
            self.close()  # what it says next would be the answer to this
            raise
        self._recycle(answer)
        return [[replace(word, readers=(self.name,)) for word in words] for words in answer.words]

    def _running(self) -> ReaderProcess:
        if self._process is None:
            if not self._argv:
                find_models()
            self._process = ReaderProcess(self._argv or command(for_pages=self._for_pages))
        return self._process

    def _recycle(self, answer: Answer) -> None:
        if answer.resident_bytes > self._most_resident_bytes:
            self.close()


def _joined(words: Sequence[Word], border: int) -> Word:
    """Return what a cell says as one reading; the pieces of a number belong together."""
    text = words[0].text
    for left, right in pairwise(words):
        text += right.text if left.text[-1].isdigit() and right.text[0].isdigit() else f" {right.text}"
    sure = min(word.confidence for word in words)
    return Word(text, enclosing(word.box for word in words).moved(-border, -border), sure, words[0].readers)


def _parts(crops: Sequence[Image.Image]) -> Iterator[Sequence[Image.Image]]:
    for start in range(0, len(crops), _MOST_LINES):
        yield crops[start : start + _MOST_LINES]


def _answer(line: bytes, pictures: Sequence[Image.Image]) -> Answer:
    answer = parse_answer(line, [picture.size for picture in pictures])
    if isinstance(answer, Failed):
        raise _explained(answer.failure)
    return answer


def _explained(failure: Failure) -> RunnerError:
    match failure:
        case Failure.NOT_INSTALLED:
            return not_installed()
        case Failure.WRONG_MODELS:
            return wrong_models()
        case Failure.MEMORY:
            return OutOfMemory()
        case Failure.INTERNAL:
            return InternalError()
