"""One page: names in the order of what was seen, and the pixels in which later stages are drawn."""

from pathlib import Path

import pytest
from PIL import Image

from scorecard_runner.debug_folder.folder import DebugFolder
from scorecard_runner.debug_folder.page_record import PageRecord
from scorecard_runner.reading.page.roll import Page
from scorecard_runner.reading.witness import EngineRead, InkFound, PageStraightened, Purpose
from tests.scorecard_runner.reading.drawn_page import words_of

WORDS = tuple(words_of("Kent innings"))


@pytest.fixture
def record(tmp_path: Path) -> PageRecord:
    """Return the record of a page that was decoded."""
    page = PageRecord(DebugFolder.taken(tmp_path), 1)
    page.decoded(paper(), "As the file shows it.")
    return page


def paper(width: int = 200, height: int = 60) -> Image.Image:
    return Image.new("L", (width, height), 255)


def names(record: PageRecord) -> list[str]:
    return [exhibit.picture.removeprefix("page-1/") for exhibit in record.exhibits]


def test_a_page_that_was_straightened_twice_keeps_both(record: PageRecord) -> None:
    record.ink(InkFound(paper(), 16))
    for degrees in (3, 180):
        record.straightened(PageStraightened(paper(), f"Turned by {degrees} degrees"))
        record.ink(InkFound(paper(), 16))

    assert names(record) == [
        "01-decoded.png",
        "02-ink.png",
        "03-straightened.png",
        "04-straightened-ink.png",
        "03b-straightened.png",
        "04b-straightened-ink.png",
    ]


def test_however_many_pictures_the_engine_gets_each_has_a_name_of_its_own(record: PageRecord) -> None:
    for _ in range(30):
        record.engine(EngineRead(paper(), WORDS, Purpose.PAGE))

    assert len(set(names(record))) == 31
    assert names(record)[1:4] == ["05-engine.png", "05b-engine.png", "05c-engine.png"]


def test_words_are_drawn_on_the_page_as_it_was_straightened(record: PageRecord) -> None:
    record.straightened(PageStraightened(paper(120, 90), "Turned by 90 degrees"))
    record.recognised(Page(WORDS, paper(120, 90)))

    assert record.background().size == (120, 90)
    assert record.exhibits[-1].data == "page-1/06-words.json"


def test_pixels_that_changed_without_a_word_are_taken_from_the_ink(record: PageRecord) -> None:
    record.recognised(Page(WORDS, paper(300, 100)))

    assert record.background().size == (300, 100)


def test_a_page_without_words_is_a_page_too(record: PageRecord) -> None:
    record.recognised(Page((), paper()))

    assert record.exhibits[-1].caption.startswith("No words were read")
