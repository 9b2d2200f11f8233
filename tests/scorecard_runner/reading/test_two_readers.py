"""The second reader reads what the first left in doubt, and nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.engines.readers import Readers
from scorecard_runner.reading.pipeline import read_with
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of
from tests.scorecard_runner.reading.typed import CARD, PAGE_SIZE, page, png


class Typist(Engine):
    """Reads the page as it is told, and notes what it was asked for."""

    version = "1"

    def __init__(self, name: str, words: Sequence[Word]) -> None:
        self._name = name
        self._words = [replace(word, readers=(name,)) for word in words]
        self.asked: list[str] = []

    @property
    def name(self) -> str:
        """As it was called."""
        return self._name

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return the words of the page."""
        del deadline
        self.asked.append("page")
        factor = picture.width / PAGE_SIZE[0]
        return [word.placed(factor=factor, right=0, down=0) for word in self._words]

    def recognise_lines(self, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return nothing: what stands on a crop alone is not known here."""
        del deadline
        self.asked.append("lines")
        return [[] for _ in crops]

    def recognise_cells(self, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return nothing, as for lines."""
        del deadline
        self.asked.append("cells")
        return [[] for _ in crops]


def read(first: Engine, second: Engine | None = None) -> ScorecardDocument:
    """Return the document of the typed page."""
    return read_with(
        Readers(first, second),
        png(page()),
        languages="eng",
        deadline=Deadline.after(30),
        on_page=lambda *_: None,
    )


def without(text: str) -> list[Word]:
    """Return the words of the card but for one."""
    return [word for word in words_of(CARD) if word.text != text]


def garbled() -> list[Word]:
    """Return the words of the card as an engine reads them that can make nothing of it."""
    return [replace(word, text="~".join(word.text[:1] * 3), confidence=0.2) for word in words_of(CARD)]


def test_a_page_that_the_first_reader_cannot_make_out_is_read_by_the_second() -> None:
    first, second = Typist("first", garbled()), Typist("second", words_of(CARD, 0.97))

    document = read(first, second)

    assert document.innings[0].runs == 60
    assert "page" in second.asked
    assert document.metadata.engine == "second+first"


def test_the_first_reader_is_not_asked_for_a_second_look_at_a_page_it_cannot_make_out() -> None:
    first = Typist("first", garbled())
    read(first, Typist("second", words_of(CARD, 0.97)))
    assert first.asked.count("cells") <= 1  # words of headings


def test_every_field_says_who_read_it_where_two_did() -> None:
    only_the_first_batter = [word for word in words_of(CARD) if word.box.top < 150]
    document = read(Typist("first", only_the_first_batter), Typist("second", words_of(CARD, 0.97)))
    readers = [batter.read_by and batter.read_by["player_name"] for batter in document.innings[0].batting]
    assert readers == ["first+second", "second"]


def test_the_sums_of_an_innings_say_who_read_them_where_two_did() -> None:
    only_the_first_batter = [word for word in words_of(CARD) if word.box.top < 150]
    (innings,) = read(Typist("first", only_the_first_batter), Typist("second", words_of(CARD, 0.97))).innings
    assert innings.field_read_by is not None
    assert innings.field_read_by["runs"] == "second"
    assert innings.extras is not None
    assert innings.extras.read_by is not None
    assert set(innings.extras.read_by.values()) == {"second"}


def test_a_reader_alone_leaves_no_note_of_who_read_what() -> None:
    document = read(Typist("first", words_of(CARD, 0.97)))
    assert document.metadata.engine == "first"
    assert document.innings[0].field_read_by is None
    assert all(batter.read_by is None for batter in document.innings[0].batting)


def test_a_better_first_reading_is_kept() -> None:
    document = read(Typist("first", without("60/1")), Typist("second", garbled()))
    assert document.metadata.engine == "first+second"
    assert [batter.player_name for batter in document.innings[0].batting] == ["Ashdown", "Millbrook"]
