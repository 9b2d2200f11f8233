"""PDF files: the words they spell out, and their pages as pictures; the only module that knows PDFium.

The bytes come from strangers: pages, characters and pixels are bounded before anything is drawn, scripts and forms are
never run. Refuses to judge whether the words are worth anything: scanners write text layers that only name themselves.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PIL import Image

from scorecard_runner.errors import CorruptPicture, DocumentTooLong, EncryptedDocument
from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.words import PageWords, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

MAX_PAGES = 20
"""The longest report of a match seen has six."""

_MAX_CHARACTERS = 200_000  # of a page
_POINTS_PER_INCH = 72
_TEXT_DPI = 150
"""Pixels an inch in which boxes of words are given: as if the page had been a screenshot."""

_RENDER_DPI = 200
_MAX_RENDERED_PIXELS = 12_000_000
_SURE = 0.99  # letters that the file spells out were not recognised, but may still be set wrongly
_LEAST_GAP = 0.2  # of a line's height, between two words without a space between them
_LINE_ENDS = frozenset("\r\n")
_PASSWORD_NEEDED = 4  # FPDF_ERR_PASSWORD


def read_text(data: bytes) -> list[PageWords]:
    """Return the words that each page spells out, in pixels of 1/150 inch; pages without any have none.

    Raises:
        CorruptPicture, EncryptedDocument, DocumentTooLong: as `render_pages`.
    """
    with _opened(data) as document:
        return [PageWords(tuple(_words_of(page))) for page in _pages(document)]


def count_pages(data: bytes) -> int:
    """Return how many pages there are.

    Raises:
        CorruptPicture, EncryptedDocument, DocumentTooLong: as `render_pages`.
    """
    with _opened(data) as document:
        return len(document)


def render_pages(data: bytes) -> Iterator[Image.Image]:
    """Yield each page as a grey picture of at most 200 dots an inch, within a budget of pixels.

    Raises:
        CorruptPicture: the file is damaged, or a page has no usable size.
        EncryptedDocument: it asks for a password.
        DocumentTooLong: it has more than `MAX_PAGES` pages.
    """
    with _opened(data) as document:
        for page in _pages(document):
            bitmap = page.render(scale=_render_scale(page), grayscale=True, may_draw_forms=False)
            yield bitmap.to_pil().convert("L")


def pdfium_version() -> str:
    """Return the version of the library, as stored with results."""
    return str(_library().PDFIUM_INFO)


def _library() -> Any:  # noqa: ANN401 - it ships no types
    import pypdfium2  # noqa: PLC0415 - takes a twentieth of a second to load, and most files are pictures

    return pypdfium2


@contextmanager
def _opened(data: bytes) -> "Iterator[PdfDocument]":
    pypdfium2 = _library()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise EncryptedDocument if error.err_code == _PASSWORD_NEEDED else CorruptPicture from error
    try:
        if len(document) == 0:
            raise CorruptPicture("The document has no pages.")
        if len(document) > MAX_PAGES:
            raise DocumentTooLong(f"The document has {len(document):,} pages; at most {MAX_PAGES} are read.")
        yield document
    finally:
        document.close()


def _pages(document: "PdfDocument") -> "Iterator[PdfPage]":
    error_of_library = _library().PdfiumError
    for number in range(len(document)):
        try:
            page = document[number]
        except error_of_library as error:
            raise CorruptPicture(f"Page {number + 1} of the document is damaged.") from error
        yield page
        page.close()


def _render_scale(page: "PdfPage") -> float:
    width, height = page.get_size()
    if not (width > 0 and height > 0):
        raise CorruptPicture("A page of the document has no size.")
    return min(_RENDER_DPI / _POINTS_PER_INCH, math.sqrt(_MAX_RENDERED_PIXELS / (width * height)))


@dataclass(frozen=True, slots=True)
class _Letter:
    """A printed letter; `ink` is the box of what is seen, `room` what the font gives it, up to its neighbour's."""

    text: str
    ink: Box
    room: Box


def _words_of(page: "PdfPage") -> Iterator[Word]:
    if page.get_rotation():
        return  # boxes are given as if it were not turned
    text_page = page.get_textpage()
    try:
        word: list[_Letter] = []
        for letter in _letters_of(page, text_page):
            if word and (letter is None or _is_apart(word[-1].room, letter.room)):
                yield _word(word)
                word = []
            if letter is not None:
                word.append(letter)
        if word:
            yield _word(word)
    finally:
        text_page.close()


def _letters_of(page: "PdfPage", text_page: "PdfTextPage") -> Iterator[_Letter | None]:
    """Yield the letters in the order of the file, and None for whatever separates words.

    Ends of lines are left out: PDFium makes them up, on some pages between the letters of a word. Boxes tell better.
    """
    _, top = page.get_size()
    for index in range(min(text_page.count_chars(), _MAX_CHARACTERS)):
        text = text_page.get_text_range(index, 1)
        if text in _LINE_ENDS:
            continue
        if not text.strip() or not text.isprintable():
            yield None
            continue
        ink, room = (_box(text_page.get_charbox(index, loose=loose), top) for loose in (False, True))
        yield _Letter(text, ink, room) if ink.width > 0 and ink.height > 0 else None


def _box(edges: tuple[float, float, float, float], top: float) -> Box:
    left, bottom, right, upper = edges
    return Box(left, top - upper, right, top - bottom).scaled(_TEXT_DPI / _POINTS_PER_INCH)


def _is_apart(before: Box, box: Box) -> bool:
    """Whether a letter begins another word although no space was written: the next cell, or the next line."""
    height = max(before.height, box.height)
    gap = box.left - before.right
    return before.overlap_y(box) <= 0 or not -height < gap <= _LEAST_GAP * height


def _word(letters: list[_Letter]) -> Word:
    text = "".join(letter.text for letter in letters)
    return Word(text, enclosing(letter.ink for letter in letters), _SURE)
