"""One page of the file as its stages saw it: files in a folder of the page, an exhibit for each."""

from collections.abc import Iterator, Sequence
from itertools import count
from statistics import fmean
from string import ascii_lowercase

from PIL import Image

from scorecard_runner.debug_folder import as_json
from scorecard_runner.debug_folder.drawing import mark_page
from scorecard_runner.debug_folder.folder import DebugFolder
from scorecard_runner.debug_folder.marks import Mark, words_marked
from scorecard_runner.debug_folder.report import Exhibit
from scorecard_runner.reading.page.lines import typical_height
from scorecard_runner.reading.page.roll import Page
from scorecard_runner.reading.witness import EngineRead, InkFound, PageStraightened
from scorecard_runner.reading.words import Word


class PageRecord:
    """Writes down one page; `number` from 1. `exhibits` are in the order in which things were seen."""

    def __init__(self, folder: DebugFolder, number: int) -> None:
        self.number = number
        self.page: Page | None = None
        self.exhibits: list[Exhibit] = []
        self._folder = folder
        self._background = ""
        self._is_straightened = False
        self._letter_height = 1.0

    def decoded(self, picture: Image.Image, caption: str) -> None:
        """Note the page as the file shows it."""
        self._background = self._picture("01-decoded", picture, "Decoded", f"{caption} {_size(picture)}.")

    def ink(self, sight: InkFound) -> None:
        """Note the ink, once more for each time the page was straightened."""
        name = "04-straightened-ink" if self._is_straightened else "02-ink"
        self._picture(name, sight.ink, "Ink", f"Dark on white; letters are {sight.letter_height:.1f} pixels high.")

    def straightened(self, sight: PageStraightened) -> None:
        """Note the page as it is read from here on."""
        self._is_straightened = True
        caption = f"{sight.how}. {_size(sight.picture)}."
        self._background = self._picture("03-straightened", sight.picture, "Straightened", caption)

    def engine(self, sight: EngineRead) -> None:
        """Note a picture that was handed to the engine."""
        caption = f"Handed to the engine: {_size(sight.picture)}. {_told(sight.words)}."
        self._picture("05-engine", sight.picture, "To the engine", caption)

    def recognised(self, page: Page) -> None:
        """Note all words of the page."""
        self.page = page
        self._letter_height = typical_height(page.words)
        if page.ink is not None and self._folder.load_picture(self._background).size != page.ink.size:
            # Somebody changed the page's pixels without a word: the ink is in those of the words.
            self._background = self._picture("04-page", page.ink, "Page", "The pixels in which words are given.")
        data = self._name("06-words", "json")
        self._folder.save_json(data, as_json.words_as_json(page.words))
        caption = f"{_told(page.words)}. Green is sure, amber less so, red doubtful."
        self.marked("06-words.png", "Words", caption, words_marked(page.words), data)

    def marked(self, name: str, title: str, caption: str, marks: Sequence[Mark], data: str = "") -> None:
        """Note the page with marks on it."""
        self._picture(
            name.removesuffix(".png"), mark_page(self.background(), marks, self._letter_height), title, caption, data
        )

    def background(self) -> Image.Image:
        """Return the page in the pixels of its words."""
        return self._folder.load_picture(self._background)

    def _picture(self, name: str, picture: Image.Image, title: str, caption: str, data: str = "") -> str:
        path = self._name(name, "png")
        self._folder.save_picture(path, picture)
        self.exhibits.append(Exhibit(title, caption, path, data))
        return path

    def _name(self, stage: str, ending: str) -> str:
        """Return a name that is not taken: what a stage saw a second time is 05b, as folders sort it."""
        taken = {file for exhibit in self.exhibits for file in (exhibit.picture, exhibit.data)}
        number, _, what = stage.partition("-")
        names = (f"page-{self.number}/{number}{again}-{what}.{ending}" for again in _again())
        return next(name for name in names if name not in taken)


def _again() -> Iterator[str]:
    """Yield nothing, then b to z, then z and a number."""
    yield from ("", *ascii_lowercase[1:])
    yield from (f"z{number}" for number in count(1))


def _size(picture: Image.Image) -> str:
    return f"{picture.width} x {picture.height} pixels"


def _told(words: Sequence[Word]) -> str:
    if not words:
        return "No words were read"
    return f"{len(words)} words were read, on average {fmean(word.confidence for word in words):.0%} sure"
