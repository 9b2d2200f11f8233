"""An engine that makes no mistakes: it hands over the words that the generator knows to be in the picture.

`python -m bench.accuracy.perfect_words PICTURE WORDS` reads a picture with it and prints the neutral shape, ending like
`scorecard-runner read`. What is wrong then is the fault of the understanding, not of the engine.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import ExitCode, RunnerError
from scorecard_runner.neutral import to_neutral
from scorecard_runner.reading import recognition, sheets
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.engines.readers import Readers
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.pipeline import read_with
from scorecard_runner.reading.pixels.blocks import Area
from scorecard_runner.reading.pixels.upright import Posture
from scorecard_runner.reading.words import Word

_TIME_LIMIT_S = 240.0
_SAME_SHAPE = 0.01
_LEAST_FACTOR = 0.2
"""Pages are not made smaller than this; a stack of crops that happens to have their shape is."""


class PerfectWords(Engine):
    """Stands in for an engine while one picture is read.

    An engine is not told which part of the page it sees. The whole page is known by its shape, tiles by coming from
    top to bottom in the page's width.
    """

    name = "perfect-words"
    version = "1"

    def __init__(self, words: Sequence[Word], page_size: tuple[int, int]) -> None:
        """Know these words, in pixels of a page of that width and height."""
        self._words = words
        self._width, self._height = page_size
        self._tiles_factor: float | None = None
        self._next_top = 0.0

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return the words of the page or tile; see `Engine.recognise`."""
        deadline.left_s()
        factor = picture.width / self._width
        if factor >= _LEAST_FACTOR and self._is_whole_page(picture):
            return self._between(0, self._height, factor)
        return self._of_tile(picture, factor)

    def recognise_cells(self, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Read nothing: the words of the page are perfect already."""
        deadline.left_s()
        return [[] for _ in crops]

    def _is_whole_page(self, picture: Image.Image) -> bool:
        proportion = picture.height * self._width / (picture.width * self._height)
        return abs(proportion - 1) < _SAME_SHAPE

    def _of_tile(self, picture: Image.Image, factor: float) -> list[Word]:
        # The first picture of a page is one of its tiles; crops come after the last.
        if self._tiles_factor is None:
            self._tiles_factor = factor
        if factor != self._tiles_factor or self._next_top > self._height - 1:
            return []
        top, bottom = self._next_top, self._next_top + picture.height / factor
        self._next_top = bottom
        return self._between(top, bottom, factor)

    def _between(self, top: float, bottom: float, factor: float) -> list[Word]:
        inside = (word for word in self._words if top <= word.box.centre_y < bottom)
        return [Word(word.text, word.box.moved(0, -top).scaled(factor), word.confidence) for word in inside]


def load_words(path: Path) -> list[Word]:
    """Return the words of a `.words.json`: objects of text, left, top, right and bottom, in pixels of the picture."""
    listed = json.loads(path.read_text(encoding="utf-8"))
    return [
        Word(entry["text"], Box(entry["left"], entry["top"], entry["right"], entry["bottom"]), confidence=1.0)
        for entry in listed
    ]


def _as_one_block(ink: Image.Image, _letter_height: float) -> list[Area]:
    """Stand in for `cut_blocks`: blocks part lines that an engine would merge; here none are."""
    return [Area(0, 0, ink.width, ink.height)]


def _as_it_lies(_ink: Image.Image, _letter_height: float) -> Posture:
    """Stand in for `find_posture`: words are known of undamaged pictures only, where they stand in the picture."""
    return Posture()


def main(argv: Sequence[str]) -> int:
    """Read the picture and return the exit code."""
    picture, words = map(Path, argv)
    data = picture.read_bytes()
    with Image.open(picture) as opened:
        engine = PerfectWords(load_words(words), opened.size)
    try:
        deadline = Deadline.after(_TIME_LIMIT_S)
        with patch.object(sheets, "cut_blocks", _as_one_block), patch.object(recognition, "find_posture", _as_it_lies):
            document = read_with(
                Readers(engine), data, languages="eng", deadline=deadline, on_page=lambda _done, _total: None
            )
    except RunnerError as error:
        print(f"{picture}: {error.message}", file=sys.stderr)
        return int(error.exit_code)
    print(json.dumps(to_neutral(document), ensure_ascii=False))
    return int(ExitCode.DONE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
