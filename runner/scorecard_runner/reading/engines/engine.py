"""The seam between pixels and words: whatever reads pictures stands behind this protocol.

Nothing after the words may ask which engine it was: who read a word stands on the word, and is only ever shown.
"""

from collections.abc import Sequence
from typing import Protocol

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.engines.stacked_cells import read_stacked
from scorecard_runner.reading.words import Word


class Engine(Protocol):
    """Reads words from a grey picture with dark letters 20 to 30 pixels high on a light ground."""

    @property
    def name(self) -> str:
        """Name of the engine, as stored with results and on each of its words."""

    @property
    def version(self) -> str:
        """Version of the engine, as stored with results."""

    def start(self) -> None:
        """Begin with what every page needs, without waiting for it; there need be nothing.

        Raises:
            InvalidConfiguration: the engine or its data are not installed.
        """
        return

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return the words of a block of text lines, a page or a part of it, with boxes in pixels of `picture`.

        Raises:
            SoftTimeLimit: the deadline passed; nothing of the engine is running any more.
            InvalidConfiguration: the engine or its data are not installed.
        """

    def recognise_all(self, pictures: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return the words of each picture, as `recognise`; engines that are slow to start do it in one go."""
        return [self.recognise(picture, deadline) for picture in pictures]

    def recognise_lines(self, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return the words of each crop of a single line of text, with boxes in pixels of the crop."""
        return self.recognise_all(crops, deadline)

    def recognise_cells(self, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return what was read in each crop of a single cell: one word for each time it was read, none if nothing was.

        Engines that read a line alone do it without looking for lines first.
        """
        return read_stacked(self.recognise_all, crops, deadline)
