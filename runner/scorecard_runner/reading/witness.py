"""What each stage of the reading saw, told to whoever wants to know.

The stages say it in these frozen sights and know nothing of files; the one that listens by default forgets everything.
Refuses to decide what becomes of a sight: `debug_folder` writes them down.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.reading.cards.card import Card
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.page.roll import Page, Roll
from scorecard_runner.reading.page.sections import Section
from scorecard_runner.reading.pixels.crops import LETTER_HEIGHTS, STACK_SIZE, stack_crops
from scorecard_runner.reading.tables.second_look import Doubt
from scorecard_runner.reading.words import Word


class Purpose(StrEnum):
    """What the engine was asked for."""

    PAGE = "page"
    SECOND_LOOK = "second_look"


@dataclass(frozen=True)
class TextLayerRead:
    """A PDF's own letters; `pictures` draws its pages in the pixels of their words, when it is called."""

    pages: tuple[Page, ...]
    adds_up: bool
    pictures: Callable[[], Iterator[Image.Image]]


@dataclass(frozen=True)
class PageDecoded:
    """A page as the file shows it; what is told of pages from here on is told of this one. `number` from 1."""

    number: int
    count: int
    picture: Image.Image


@dataclass(frozen=True)
class InkFound:
    """The page's ink, dark on white, with the height of its letters in pixels."""

    ink: Image.Image
    letter_height: float


@dataclass(frozen=True)
class PageStraightened:
    """The page in the pixels in which it is read from here on, and what was done to it, as a person would say it."""

    picture: Image.Image
    how: str


@dataclass(frozen=True)
class EngineRead:
    """A picture as the engine got it, and the words that it read there, in the pixels of that picture."""

    picture: Image.Image
    words: tuple[Word, ...]
    purpose: Purpose


@dataclass(frozen=True)
class PageRecognised:
    """All words of the page, in its own pixels."""

    page: Page


@dataclass(frozen=True)
class PagesReadAgain:
    """The pages that have words, as a second reader leaves them; what is told of lines and tables from here on is of these."""

    reader: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class LinesBuilt:
    """The lines of the roll on which all pages stand."""

    roll: Roll
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class SectionsFound:
    """Tables, labelled blocks and other lines in reading order, before any second look."""

    sections: tuple[Section, ...]


@dataclass(frozen=True)
class LookedAgain:
    """The cells that were looked at again, what was read in each, and the sections with it."""

    doubts: tuple[Doubt, ...]
    looks: Mapping[Doubt, Sequence[Word]]
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class CardUnderstood:
    """The innings before arithmetic has chosen between readings; perhaps none."""

    card: Card


@dataclass(frozen=True)
class DocumentBuilt:
    """The end of it."""

    document: ScorecardDocument


Sight = (
    TextLayerRead
    | PageDecoded
    | InkFound
    | PageStraightened
    | EngineRead
    | PageRecognised
    | PagesReadAgain
    | LinesBuilt
    | SectionsFound
    | LookedAgain
    | CardUnderstood
    | DocumentBuilt
)


class Witness(Protocol):
    """Is told everything, in the order in which it happens."""

    def saw(self, sight: Sight) -> None:
        """Take note; what is handed over must not be changed."""


class _Nobody:
    def saw(self, sight: Sight) -> None:
        """Forget it."""


NOBODY: Final[Witness] = _Nobody()
"""The witness of every reading that nobody asked to see."""


@dataclass(frozen=True)
class Watched:
    """An engine with a witness behind it; see `Engine`."""

    engine: Engine
    witness: Witness
    purpose: Purpose

    @property
    def name(self) -> str:
        """Name of the engine."""
        return self.engine.name

    @property
    def version(self) -> str:
        """Version of the engine."""
        return self.engine.version

    def start(self) -> None:
        """Let the engine begin."""
        self.engine.start()

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return the engine's words after the witness has seen them."""
        return self.recognise_all([picture], deadline)[0]

    def recognise_all(self, pictures: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return the engine's words after the witness has seen them, picture by picture."""
        found = self.engine.recognise_all(pictures, deadline)
        for picture, words in zip(pictures, found, strict=True):
            self.witness.saw(EngineRead(picture, tuple(words), self.purpose))
        return found

    def recognise_lines(self, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return the engine's words after the witness has seen them, the crops stacked."""
        return self._stacked(crops, self.engine.recognise_lines(crops, deadline))

    def recognise_cells(self, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return the engine's words after the witness has seen them, the crops stacked."""
        return self._stacked(crops, self.engine.recognise_cells(crops, deadline))

    def _stacked(self, crops: Sequence[Image.Image], found: list[list[Word]]) -> list[list[Word]]:
        for start in range(0, len(crops), STACK_SIZE):
            some = slice(start, start + STACK_SIZE)
            words = tuple(word for each in found[some] for word in each)
            self.witness.saw(EngineRead(stack_crops(crops[some], LETTER_HEIGHTS[0]), words, self.purpose))
        return found


def watched(engine: Engine, witness: Witness, purpose: Purpose) -> Engine:
    """Return the engine with the witness behind it, if that is anybody."""
    return engine if witness is NOBODY else Watched(engine, witness, purpose)
