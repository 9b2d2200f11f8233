"""The witness is told what each stage saw, in order; one that nobody asked for is told too, and forgets."""

import pytest
from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.engines.readers import Readers
from scorecard_runner.reading.pipeline import read_with
from scorecard_runner.reading.recognition import recognise_page
from scorecard_runner.reading.witness import (
    NOBODY,
    CardUnderstood,
    DocumentBuilt,
    EngineRead,
    InkFound,
    LinesBuilt,
    LookedAgain,
    PageDecoded,
    PageRecognised,
    PageStraightened,
    Purpose,
    SectionsFound,
    Sight,
    TextLayerRead,
    Witness,
)
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.pdfs import pdf_of, scanned_pdf
from tests.scorecard_runner.reading.test_documents_of_pages import FIRST, SECOND
from tests.scorecard_runner.reading.typed import LOST, PAGE_SIZE, SecondLookEngine, page, png


class Keeper:
    """A witness that keeps everything."""

    def __init__(self) -> None:
        self.sights: list[Sight] = []

    def saw(self, sight: Sight) -> None:
        """Keep it."""
        self.sights.append(sight)


def read(data: bytes, witness: Witness, engine: Engine | None = None) -> ScorecardDocument:
    return read_with(
        Readers(engine or SecondLookEngine()),
        data,
        languages="eng",
        deadline=Deadline.after(30),
        on_page=lambda *_: None,
        witness=witness,
    )


def sights_of(data: bytes) -> list[Sight]:
    keeper = Keeper()
    document = read(data, keeper)
    last = keeper.sights[-1]
    assert isinstance(last, DocumentBuilt)
    assert last.document is document
    return keeper.sights


def test_a_picture_is_told_stage_by_stage() -> None:
    kinds = dict.fromkeys(type(sight) for sight in sights_of(png(page())))
    kinds.pop(PageStraightened, None)  # whether the page lies straight is not asked here

    assert list(kinds) == [
        PageDecoded,
        InkFound,
        EngineRead,
        PageRecognised,
        LinesBuilt,
        SectionsFound,
        LookedAgain,
        CardUnderstood,
        DocumentBuilt,
    ]


class SeesNothing(SecondLookEngine):
    """An engine to which every page looks empty, whichever way it is turned."""

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return no word."""
        del picture, deadline
        return []


def test_a_page_that_lies_on_its_side_is_told_in_both_pixels() -> None:
    keeper = Keeper()
    sideways = page().transpose(Image.Transpose.ROTATE_90)

    recognised = recognise_page(SeesNothing(), sideways, Deadline.after(30), keeper)

    first, straightened, last = keeper.sights[:3]
    assert isinstance(first, InkFound)
    assert isinstance(straightened, PageStraightened)
    assert isinstance(last, InkFound)
    assert first.ink.size == sideways.size
    assert straightened.picture.width > straightened.picture.height
    assert recognised.ink is last.ink
    assert straightened.how


def test_the_engine_is_told_apart_by_what_it_was_asked_for() -> None:
    sights = [sight for sight in sights_of(png(page())) if isinstance(sight, EngineRead)]

    assert [sight.purpose for sight in sights][:2] == [Purpose.PAGE, Purpose.SECOND_LOOK]
    first, second = sights[:2]
    assert first.picture.width / first.picture.height == pytest.approx(PAGE_SIZE[0] / PAGE_SIZE[1], rel=0.01)
    assert {word.text for word in second.words} == {LOST}


def test_the_second_look_comes_with_what_it_changed() -> None:
    sights = sights_of(png(page()))
    (looked,) = (sight for sight in sights if isinstance(sight, LookedAgain))
    (found,) = (sight for sight in sights if isinstance(sight, SectionsFound))

    assert [word.text for word in looked.looks[looked.doubts[0]]][:1] == [LOST]
    assert len(looked.sections) == len(found.sections)
    assert looked.sections != found.sections


def test_every_page_of_a_scan_is_told_with_its_number() -> None:
    keeper = Keeper()
    engine = SecondLookEngine()
    read(scanned_pdf(page(), page()), keeper, engine)

    pages = [sight for sight in keeper.sights if isinstance(sight, PageDecoded)]
    assert [(sight.number, sight.count) for sight in pages] == [(1, 2), (2, 2)]
    layer = keeper.sights[0]
    assert isinstance(layer, TextLayerRead)
    assert not layer.adds_up


def test_letters_of_a_pdf_are_told_with_pages_that_are_drawn_only_when_asked_for() -> None:
    layer, *others = sights_of(pdf_of(FIRST, SECOND))

    assert isinstance(layer, TextLayerRead)
    assert layer.adds_up
    assert [type(sight) for sight in others] == [LinesBuilt, SectionsFound, CardUnderstood, DocumentBuilt]
    assert [picture.size for picture in layer.pictures()] == [(1240, 1754), (1240, 1754)]


def test_nobody_is_told_the_same_and_keeps_nothing() -> None:
    assert read(png(page()), NOBODY).innings == read(png(page()), Keeper()).innings
    assert not vars(NOBODY)
