"""Pictures to words: the two networks, and what the ink says about the words of a line.

Only the worker imports it. Each network is loaded when it is first needed.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from PIL import Image

from scorecard_runner.reading.engines.rapid.detector import Detector
from scorecard_runner.reading.engines.rapid.ghosts import without_ghosts
from scorecard_runner.reading.engines.rapid.ink_marks import InkMarks
from scorecard_runner.reading.engines.rapid.lines import words_of
from scorecard_runner.reading.engines.rapid.models import FINDS_LINES, READS_LINES
from scorecard_runner.reading.engines.rapid.networks import Network
from scorecard_runner.reading.engines.rapid.recogniser import Recogniser
from scorecard_runner.reading.words import Word


class Reader:
    """Reads pages, and crops of single lines."""

    def __init__(self, folder: Path) -> None:
        """Read with the models of this folder."""
        self._folder = folder

    @cached_property
    def recogniser(self) -> Recogniser:
        """What reads a line."""
        return Recogniser(Network(self._folder, READS_LINES))

    @cached_property
    def detector(self) -> Detector:
        """What finds lines."""
        return Detector(Network(self._folder, FINDS_LINES))

    def read_page(self, page: Image.Image) -> list[Word]:
        """Return the words of a page in its pixels."""
        boxes = self.detector.find(page)
        read = self.read_lines([page.crop((box.left, box.top, box.right, box.bottom)) for box in boxes])
        words = [
            replace(word, box=word.box.moved(box.left, box.top))
            for box, line in zip(boxes, read, strict=True)
            for word in line
        ]
        return without_ghosts(words)

    def read_lines(self, crops: Sequence[Image.Image]) -> list[list[Word]]:
        """Return the words of each crop, which shows one line, in its pixels."""
        return [
            words_of(line.letters, line.column_width, InkMarks.of(crop), crop.width)
            for line, crop in zip(self.recogniser.read(crops), crops, strict=True)
        ]
