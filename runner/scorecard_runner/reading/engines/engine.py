"""The seam between pixels and words: whatever reads pictures stands behind this protocol.

Nothing after the words may ask which engine it was.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.words import Word


class Layout(StrEnum):
    """What the engine is told about the picture."""

    BLOCK = "block"
    """One block of text lines, as a page or a tile of it."""

    LINE = "line"
    """A single line, as the crop of one cell."""


class Engine(Protocol):
    """Reads words from a grey picture with dark letters 20 to 30 pixels high on a light ground."""

    @property
    def name(self) -> str:
        """Name of the engine, as stored with results."""

    @property
    def version(self) -> str:
        """Version of the engine, as stored with results."""

    def recognise(self, picture: Image.Image, layout: Layout, deadline: Deadline) -> list[Word]:
        """Return the words with boxes in pixels of `picture`.

        Raises:
            SoftTimeLimit: the deadline passed; nothing of the engine is running any more.
            InvalidConfiguration: the engine or its language data is not installed.
        """

    def recognise_all(self, pictures: Sequence[Image.Image], layout: Layout, deadline: Deadline) -> list[list[Word]]:
        """Return the words of each picture, as `recognise`; engines that are slow to start do it in one go."""
        return [self.recognise(picture, layout, deadline) for picture in pictures]
