"""What the process of the second reader and the one that asks it say to each other: a line of JSON, and grey pixels.

Pure. Pictures come from strangers, so nothing the process says is believed beyond its form: as many lists of words as
pictures, boxes inside of them, short printable texts, failures that we know.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PIL import Image

from scorecard_runner.errors import InternalError
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word

LONGEST_LINE_BYTES = 8_000_000
_LONGEST_WORD = 500
_MOST_WORDS = 20_000
"""Of one picture; the fullest page measured has under a thousand."""


class Task(StrEnum):
    """What is to be done with the pictures."""

    PAGES = "pages"
    """Find lines, then read them."""

    LINES = "lines"
    """Read each as one line."""


class Failure(StrEnum):
    """Why there is no answer."""

    NOT_INSTALLED = "notInstalled"
    WRONG_MODELS = "wrongModels"
    MEMORY = "memory"
    INTERNAL = "internal"


@dataclass(frozen=True)
class Request:
    """Pictures to read; their pixels follow the line, one after the other."""

    task: Task
    sizes: tuple[tuple[int, int], ...]
    """Width and height of each in pixels."""

    def to_line(self) -> bytes:
        """Return the line."""
        return _line({"task": self.task.value, "sizes": self.sizes})

    @classmethod
    def from_line(cls, line: bytes) -> "Request":
        """Return the request of a line that `to_line` made."""
        said = json.loads(line)
        return cls(Task(said["task"]), tuple((width, height) for width, height in said["sizes"]))


def request_chunks(task: Task, pictures: Sequence[Image.Image]) -> Iterator[bytes]:
    """Yield what is said to have grey pictures read."""
    yield Request(task, tuple(picture.size for picture in pictures)).to_line()
    for picture in pictures:
        yield picture.tobytes()


@dataclass(frozen=True)
class Answer:
    """The words of each picture, and what the process holds in memory by now."""

    words: list[list[Word]]
    resident_bytes: int

    def to_line(self) -> bytes:
        """Return the line."""
        return _line({"words": [list(map(_row, each)) for each in self.words], "resident": self.resident_bytes})


@dataclass(frozen=True)
class Failed:
    """There is no answer."""

    failure: Failure

    def to_line(self) -> bytes:
        """Return the line."""
        return _line({"failure": self.failure.value})


def parse_answer(line: bytes, sizes: Sequence[tuple[int, int]]) -> Answer | Failed:
    """Return what a line says about pictures of these sizes.

    Raises:
        InternalError: it is no answer to that.
    """
    try:
        said = json.loads(line)
        if "failure" in said:
            return Failed(Failure(said["failure"]))
        words = [_words(rows, size) for rows, size in zip(said["words"], sizes, strict=True)]
        return Answer(words, int(said["resident"]))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise InternalError from None


def _row(word: Word) -> list[str | float]:
    box = word.box
    return [word.text, box.left, box.top, box.right, box.bottom, round(word.confidence, 4)]


def _words(rows: list[Any], size: tuple[int, int]) -> list[Word]:
    if len(rows) > _MOST_WORDS:
        raise ValueError("too many words")
    return [_word(row, size) for row in rows]


def _word(row: list[Any], size: tuple[int, int]) -> Word:
    text, *numbers = row
    left, top, right, bottom, confidence = map(float, numbers)
    if not isinstance(text, str) or not text.isprintable() or not 0 < len(text) <= _LONGEST_WORD:
        raise ValueError("no word")
    if not (0 <= left < right <= size[0] and 0 <= top < bottom <= size[1] and 0 <= confidence <= 1):
        raise ValueError("no place on the picture")
    return Word(text, Box(left, top, right, bottom), confidence)


def _line(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=True).encode() + b"\n"
