"""The order of the stages, from bytes to document; the only module that knows them all.

Refuses to know where the bytes come from or where the document goes.
"""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import NotAScorecard
from scorecard_runner.reading import PARSER_VERSION
from scorecard_runner.reading.assemble import Provenance, build_document
from scorecard_runner.reading.card import Card
from scorecard_runner.reading.crops import LETTER_HEIGHTS, STACK_SIZE, crop_cell, stack_crops, words_by_crop
from scorecard_runner.reading.decode import decode_picture
from scorecard_runner.reading.engine import Engine, Layout
from scorecard_runner.reading.ink import extract_ink
from scorecard_runner.reading.innings import build_card
from scorecard_runner.reading.lines import build_lines
from scorecard_runner.reading.scale import measure_letter_height, resize, scale_factor
from scorecard_runner.reading.second_look import Doubt, failing_columns, find_doubts, with_second_looks
from scorecard_runner.reading.sections import Section, split_sections
from scorecard_runner.reading.tables import Table
from scorecard_runner.reading.tesseract import TesseractEngine
from scorecard_runner.reading.tiles import cut_tiles
from scorecard_runner.reading.words import PageWords, Word

_TILE_PIXELS = 12_000_000  # of the scaled picture: about 150 MB in Tesseract
_LEAST_TILE_HEIGHT = 600


def read_scorecard(
    data: bytes,
    *,
    languages: str,
    deadline: Deadline,
    on_page: Callable[[int, int], None],
) -> ScorecardDocument:
    """Return the scorecard that the picture shows.

    Args:
        data: the bytes of the file.
        languages: Tesseract's language data joined by `+`.
        deadline: when to give up.
        on_page: called with pages read so far and pages in all.

    Raises:
        InputError: one of its leaves; the file cannot be read, or there is no scorecard in it.
        SoftTimeLimit: the deadline passed.
        InvalidConfiguration: Tesseract or its language data is not installed.
    """
    return read_with(TesseractEngine(languages), data, languages=languages, deadline=deadline, on_page=on_page)


def read_with(
    engine: Engine,
    data: bytes,
    *,
    languages: str,
    deadline: Deadline,
    on_page: Callable[[int, int], None],
) -> ScorecardDocument:
    """Return the scorecard as `read_scorecard`, read by any engine."""
    watch = _Stopwatch()
    with watch.stage("decode"):
        picture = decode_picture(data)
    deadline.left_s()
    with watch.stage("prepare"):
        ink, factor = _prepare(picture)
    deadline.left_s()
    with watch.stage("recognise"):
        page = _recognise(engine, ink, factor, deadline)
    with watch.stage("understand"):
        sections = split_sections(build_lines(page.words))
    with watch.stage("second_look"):
        sections = _look_again(engine, ink, sections, deadline)
    on_page(1, 1)
    with watch.stage("understand"):
        card = understand(sections)
        provenance = Provenance(
            content_sha256=hashlib.sha256(data).hexdigest(),
            engine=engine.name,
            engine_version=engine.version,
            languages=languages,
            page_count=1,
            parser_version=PARSER_VERSION,
            seconds=watch.seconds,
        )
        return build_document(card, provenance)


def understand(sections: Sequence[Section]) -> Card:
    """Return the card of all pages' sections.

    Raises:
        NotAScorecard: there is no innings among them.
    """
    card = build_card(sections)
    if not card.innings:
        raise NotAScorecard
    return card


def _prepare(picture: Image.Image) -> tuple[Image.Image, float]:
    """Return the page dark on white in its own size, and the factor to scale it by for the engine."""
    letter_height = measure_letter_height(picture)
    return extract_ink(picture, letter_height), scale_factor(letter_height, picture.size)


def _recognise(engine: Engine, ink: Image.Image, factor: float, deadline: Deadline) -> PageWords:
    tile_height = max(_LEAST_TILE_HEIGHT, round(_TILE_PIXELS / (ink.width * factor * factor)))
    words: list[Word] = []
    for tile in cut_tiles(ink, tile_height):
        read = engine.recognise(resize(tile.picture, factor), Layout.BLOCK, deadline)
        words += [word.placed(factor=1 / factor, right=0, down=tile.top) for word in read]
    return PageWords(tuple(words))


def _look_again(
    engine: Engine,
    ink: Image.Image,
    sections: Sequence[Section],
    deadline: Deadline,
) -> list[Section]:
    tables = [section for section in sections if isinstance(section, Table)]
    crops = {
        doubt: crop_cell(ink, doubt.box) for doubt in find_doubts(tables, failing_columns(build_card(sections).innings))
    }
    looks: dict[Doubt, list[Word]] = {doubt: [] for doubt, crop in crops.items() if crop is None}
    printed = [(doubt, crop) for doubt, crop in crops.items() if crop is not None]
    for start in range(0, len(printed), STACK_SIZE):
        looks |= _read_stack(engine, printed[start : start + STACK_SIZE], deadline)
    changed = iter(with_second_looks(tables, looks))
    return [next(changed) if isinstance(section, Table) else section for section in sections]


def _read_stack(
    engine: Engine,
    stack: Sequence[tuple[Doubt, Image.Image]],
    deadline: Deadline,
) -> dict[Doubt, list[Word]]:
    """Return the readings of each crop; crops with ink in which nothing was read are left out."""
    looks: dict[Doubt, list[Word]] = {}
    for letter_height in LETTER_HEIGHTS:
        words = engine.recognise(stack_crops([crop for _, crop in stack], letter_height), Layout.BLOCK, deadline)
        for (doubt, _), word in zip(stack, words_by_crop(words, len(stack)), strict=True):
            if word is not None:
                looks.setdefault(doubt, []).append(word)
    return looks


class _Stopwatch:
    """Adds up the seconds spent in each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        started = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - started
