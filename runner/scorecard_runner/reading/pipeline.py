"""The order of the stages, from bytes to document; the only module that knows them all.

A PDF that spells out a card which adds up is never recognised; everything else goes through the engine, page by page.
Refuses to know where the bytes come from or where the document goes. A witness is told what each stage saw.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument, Step
from scorecard_runner.errors import NotAScorecard
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading import PARSER_VERSION
from scorecard_runner.reading.assemble import Provenance, build_document
from scorecard_runner.reading.belief.arithmetic import check_innings
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.cards.card import Card
from scorecard_runner.reading.cards.innings import build_card
from scorecard_runner.reading.engines.readers import Readers, readers_of
from scorecard_runner.reading.escalation import first_looks_again
from scorecard_runner.reading.files.decode import count_frames, decode_frame
from scorecard_runner.reading.files.formats import FileFormat, identify_format
from scorecard_runner.reading.files.pdf import count_pages, pdfium_version, read_text, render_pages
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.roll import Page, lay_out
from scorecard_runner.reading.page.sections import split_sections
from scorecard_runner.reading.recognition import recognise_page
from scorecard_runner.reading.rereading import Again, Second, read_again
from scorecard_runner.reading.stopwatch import Stopwatch
from scorecard_runner.reading.understanding import Reading
from scorecard_runner.reading.witness import (
    NOBODY,
    CardUnderstood,
    DocumentBuilt,
    LinesBuilt,
    PageDecoded,
    PageRecognised,
    Purpose,
    SectionsFound,
    TextLayerRead,
    Witness,
    watched,
)

TEXT_LAYER = "pdf-text"
TEXT_SCALE = 0.75
"""Words of a text layer are given at 150 dots an inch, pages are rendered at 200."""
OnPage = Callable[[int, int], None]


def read_scorecard(
    data: bytes, *, languages: str, reader: ReaderMode, deadline: Deadline, on_page: OnPage
) -> ScorecardDocument:
    """Return the scorecard that the file shows.

    Args:
        data: the bytes of the file.
        languages: Tesseract's language data joined by `+`.
        reader: who reads.
        deadline: when to give up.
        on_page: called with pages read so far and pages in all.

    Raises:
        InputError: one of its leaves; the file cannot be read, or there is no scorecard in it.
        SoftTimeLimit: the deadline passed.
        InvalidConfiguration: Tesseract, its language data or the second reader is not installed.
    """
    return read_with(readers_of(reader, languages), data, languages=languages, deadline=deadline, on_page=on_page)


def read_with(
    readers: Readers,
    data: bytes,
    *,
    languages: str,
    deadline: Deadline,
    on_page: OnPage,
    witness: Witness = NOBODY,
) -> ScorecardDocument:
    """Return the scorecard as `read_scorecard`, read by any engines; the witness is told what each stage saw."""
    file_format = identify_format(data)
    reading = _File(readers, deadline, on_page, witness)
    source = reading.spelled_out(data) if file_format is FileFormat.PDF else None
    if source is None:
        source = reading.recognised(data, file_format)
    with reading.watch.stage("understand"):
        provenance = Provenance(
            content_sha256=hashlib.sha256(data).hexdigest(),
            engine=source.reader,
            engine_version=source.reader_version,
            languages=languages,
            page_count=source.page_count,
            parser_version=PARSER_VERSION,
            seconds=reading.watch.seconds,
            escalation=source.escalation,
        )
        document = build_document(source.card, provenance)
    witness.saw(DocumentBuilt(document))
    return document


@dataclass(frozen=True)
class _Source:
    """A card and who read its words."""

    card: Card
    reader: str
    reader_version: str
    page_count: int
    escalation: Step | None = None


def with_innings(card: Card) -> Card:
    """Return the card as it is.

    Raises:
        NotAScorecard: there is no innings in it.
    """
    if not card.innings:
        raise NotAScorecard
    return card


class _File:
    """One file on its way through the stages."""

    def __init__(self, readers: Readers, deadline: Deadline, on_page: OnPage, witness: Witness) -> None:
        self.watch = Stopwatch()
        self._readers = readers
        self._witness = witness
        self._deadline = deadline
        self._on_page = on_page
        self._reading = Reading(deadline, witness, self.watch)

    def spelled_out(self, data: bytes) -> _Source | None:
        """Return the card that a PDF's own letters make, if it adds up: the text layer of a scan may be anything."""
        with self.watch.stage("decode"):
            texts = read_text(data)
        pages = tuple(Page(text.words) for text in texts)
        with self.watch.stage("understand"):
            roll = lay_out(pages)
            lines = build_lines(roll.words)
            sections = split_sections(lines)
            card = build_card(sections)
        adds_up = _adds_up(card)
        self._witness.saw(TextLayerRead(pages, adds_up, lambda: _drawn_as_text(data)))
        if not adds_up:
            return None
        for sight in (LinesBuilt(roll, tuple(lines)), SectionsFound(tuple(sections)), CardUnderstood(card)):
            self._witness.saw(sight)
        self._on_page(len(texts), len(texts))
        return _Source(card, TEXT_LAYER, pdfium_version(), len(texts))

    def recognised(self, data: bytes, file_format: FileFormat) -> _Source:
        """Return the card that the readers' words make.

        Raises:
            InputError, SoftTimeLimit, InvalidConfiguration: as `read_scorecard`.
        """
        first, second = self._readers.first, self._readers.second
        pages = self._recognise_pages(data, file_format)
        engine = watched(first, self._witness, Purpose.SECOND_LOOK)
        seen = self._reading.first_sight(pages, engine)
        if second is None or first_looks_again(seen.judged):
            seen = self._reading.second_look(seen, engine)
        again = read_again(Second(second, first, self._reading), pages, seen) if second else Again(seen, (first,))
        card = with_innings(self._reading.card_of(again.seen))
        return _Source(card, again.names, again.versions, len(pages), again.step)

    def _recognise_pages(self, data: bytes, file_format: FileFormat) -> list[Page]:
        with self.watch.stage("decode"):
            count = count_pages(data) if file_format is FileFormat.PDF else count_frames(data, file_format)
        pictures = _pictures(data, file_format, count)
        pages: list[Page] = []
        for number in range(1, count + 1):
            with self.watch.stage("decode"):
                picture = next(pictures)
            self._witness.saw(PageDecoded(number, count, picture))
            self._deadline.left_s()
            with self.watch.stage("recognise"):
                engine = watched(self._readers.first, self._witness, Purpose.PAGE)
                pages.append(recognise_page(engine, picture, self._deadline, self._witness))
            self._witness.saw(PageRecognised(pages[-1]))
            self._on_page(number, count)
        return pages


def _adds_up(card: Card) -> bool:
    results = [check.result for innings in card.innings for check in check_innings(innings)]
    return results.count(CheckResult.HOLDS) > results.count(CheckResult.FAILS)


def _pictures(data: bytes, file_format: FileFormat, page_count: int) -> Iterator[Image.Image]:
    """Yield the pages one at a time, so that only one of them is in memory as decoded."""
    if file_format is FileFormat.PDF:
        yield from render_pages(data)
    else:
        yield from (decode_frame(data, file_format, frame) for frame in range(page_count))


def _drawn_as_text(data: bytes) -> Iterator[Image.Image]:
    """Yield the pages of a PDF in the pixels in which the words of its text layer are given."""
    for picture in render_pages(data):
        size = (round(picture.width * TEXT_SCALE), round(picture.height * TEXT_SCALE))
        yield picture.resize(size, Image.Resampling.LANCZOS)
