"""What is to be drawn on a page: boxes with a colour and a label, from words, lines and sections.

Pure. Refuses to know pixels of pictures; `drawing` draws.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scorecard_runner.document import Band
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.page.sections import Block, Section, TextLine
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.words import Word


class Tone(StrEnum):
    """What a colour means; the names of the first three are those of the bands of confidence."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    HEADING = "heading"
    COLUMN = "column"
    BLOCK = "block"
    PLAIN = "plain"


@dataclass(frozen=True)
class Mark:
    """A box in pixels of the page with a label above it; `filled`: its ground is coloured too."""

    box: Box
    tone: Tone
    label: str = ""
    filled: bool = False


def tone_of(confidence: float) -> Tone:
    """Return the colour of a confidence from 0 to 1."""
    return Tone(Band.of(confidence).value)


def words_marked(words: Sequence[Word]) -> list[Mark]:
    """Return each word with what was read, coloured by confidence."""
    return [Mark(word.box, tone_of(word.confidence), word.text) for word in words]


def lines_marked(lines: Sequence[Line]) -> list[Mark]:
    """Return each line with its number, and its phrases."""
    marks = [Mark(phrase.box, Tone.BLOCK, filled=True) for line in lines for phrase in line.phrases]
    return marks + [Mark(line.box, Tone.PLAIN, str(number)) for number, line in enumerate(lines, start=1)]


def sections_marked(sections: Sequence[Section]) -> list[Mark]:
    """Return tables with headings, columns, rows and cells, labelled blocks, and the lines between them."""
    return [mark for section in sections for mark in _section_marked(section)]


def _section_marked(section: Section) -> Iterator[Mark]:
    if isinstance(section, Table):
        yield from _table_marked(section)
    elif isinstance(section, Block):
        for number, line in enumerate(section.lines):
            yield Mark(line.box, Tone.BLOCK, "" if number else section.label.value.replace("_", " "), filled=True)
    elif isinstance(section, TextLine):
        yield Mark(section.line.box, Tone.PLAIN)


def _table_marked(table: Table) -> Iterator[Mark]:
    heading = table.heading
    bottom = max((row.box.bottom for row in table.rows), default=heading.box.bottom)
    for band in table.bands:
        yield Mark(Box(band.left, heading.box.top, band.right, bottom), Tone.COLUMN, filled=True)
    for cell in heading.cells:
        yield Mark(cell.box, Tone.HEADING, cell.column.value.replace("_", " "), filled=True)
    for row in table.rows:
        yield from _row_marked(row)


def _row_marked(row: Row) -> Iterator[Mark]:
    yield Mark(row.box, Tone.PLAIN)
    for text in row.texts:
        for phrase in text.phrases:
            yield Mark(phrase.box, tone_of(phrase.confidence), phrase.text)
    for cell in row.cells:
        yield _cell_marked(cell)


def _cell_marked(cell: Cell) -> Mark:
    if cell.value is not None:
        return Mark(cell.box, tone_of(cell.readings[cell.chosen].confidence), f"{cell.value:g}", filled=True)
    if cell.is_blank:
        return Mark(cell.box, Tone.PLAIN, "blank")
    return Mark(cell.box, Tone.LOW, "?", filled=True)
