"""The rows of a table under its heading: number cells by columns, and the text beside, above or below them.

A row is where numbers stand on one line; names and dismissals belong to the nearest row, so that a dismissal on a
line of its own (phones) finds its batter. Rows without any number keep their text.
"""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.numbers import is_dash, read_leniently, read_strictly
from scorecard_runner.reading.page.lines import Line, Phrase, typical_height
from scorecard_runner.reading.tables.cells import Cell, read_cell
from scorecard_runner.reading.tables.columns import Band, find_bands
from scorecard_runner.reading.tables.headings import Heading
from scorecard_runner.reading.tables.row_placing import number_rows, place_texts
from scorecard_runner.reading.tables.strokes_scored import without_strokes_scored
from scorecard_runner.reading.tables.text_columns import stands_in, text_columns, with_text_behind
from scorecard_runner.reading.tables.unnamed import name_unnamed
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word

_BESIDE = 0.4  # distance of centres in letter heights
_OUT_WORDS = {"b", "c"}


@dataclass(frozen=True)
class Row:
    """One row: its text lines from top to bottom, and a cell for every number column of the table."""

    box: Box
    texts: tuple[Line, ...]
    cells: tuple[Cell, ...]

    def cell(self, column: Column) -> Cell | None:
        """Return the cell of that column, if the table has it."""
        return next((cell for cell in self.cells if cell.column is column), None)


@dataclass(frozen=True)
class Table:
    """A heading and its rows."""

    heading: Heading
    bands: tuple[Band, ...]
    rows: tuple[Row, ...]

    @property
    def kind(self) -> TableKind:
        """Batting or bowling."""
        return self.heading.kind

    def with_cell(self, row: int, cell: Cell) -> "Table":
        """Return the table with the cell of that row and column replaced."""
        old = self.rows[row]
        cells = tuple(cell if each.column is cell.column else each for each in old.cells)
        return replace(self, rows=(*self.rows[:row], replace(old, cells=cells), *self.rows[row + 1 :]))


def build_table(heading: Heading, body: Sequence[Line]) -> Table:
    """Return the table of the lines between its heading and whatever follows."""
    heading = with_text_behind(heading, body)
    body = [part for line in body if (part := line.within(heading.left, heading.right))]
    body = without_strokes_scored(heading, body)
    words = [word for line in body for word in line.words]
    height = typical_height(words)
    stretches = find_bands(heading, [word.box for word in words if read_strictly(word.text) is not None])
    bands = name_unnamed(stretches, heading.kind, body)
    left = _numbers_left(heading, bands)
    spoken = {id(word) for line in body for phrase in line.phrases for word in _bowled(phrase)}
    further = text_columns(heading, bands, body)
    spoken |= {id(word) for word in words if stands_in(word, further)}
    cells = [word for word in words if _is_cell(word, bands, left) and id(word) not in spoken]
    numbers = _with_loose(cells, words, bands)
    texts = [text for line in body if (text := _without(line, numbers, left, spoken))]
    numbered = [row for row in number_rows(numbers, height) if _says_something(row, bands)]
    rows = place_texts(numbered, texts, heading.kind, height)
    return Table(heading, bands, tuple(_build_row(words, texts, bands) for words, texts in rows))


def _numbers_left(heading: Heading, bands: Sequence[Band]) -> float:
    return min((band.left for band in bands), default=heading.box.right)


def _is_cell(word: Word, bands: Sequence[Band], left: float) -> bool:
    is_number = read_leniently(word.text) is not None or is_dash(word.text)
    return is_number and word.box.centre_x >= left and any(band.covers(word.box) for band in bands)


def _says_something(row: Sequence[Word], bands: Sequence[Band]) -> bool:
    """Whether a number stands in a column that is known: the marks of a chart beside the table make no row of it."""
    known = [band for band in bands if band.column is not Column.OTHER]
    return not known or any(band.covers(word.box) for word in row for band in known)


def _bowled(phrase: Phrase) -> list[Word]:
    """Return each `b` and `c` behind a name: in a long row they stand where numbers do, and look like digits."""
    pairs = itertools.pairwise(phrase.words)
    return [
        word for before, word in pairs if word.text.rstrip(".") in _OUT_WORDS and read_leniently(before.text) is None
    ]


def _with_loose(numbers: Sequence[Word], words: Sequence[Word], bands: Sequence[Band]) -> list[Word]:
    """Return the numbers with those that stand between the bands beside them: `0 (1)` below `63 (54)`, say."""
    if not numbers:
        return []
    left, right = bands[0].left, bands[-1].right
    loose = [
        word
        for word in words
        if word not in numbers and read_strictly(word.text) is not None and left <= word.box.centre_x <= right
    ]
    return [*numbers, *(word for word in loose if any(_is_beside(word, number) for number in numbers))]


def _is_beside(word: Word, number: Word) -> bool:
    return abs(word.box.centre_y - number.box.centre_y) <= _BESIDE * max(word.box.height, number.box.height)


def _without(line: Line, numbers: Sequence[Word], left: float, spoken: Collection[int]) -> Line | None:
    """Return what stands before the numbers, or is spoken among them; what is neither nor a number is dirt."""
    phrases = []
    for phrase in line.phrases:
        words = tuple(
            word for word in phrase.words if word not in numbers and (word.box.centre_x < left or id(word) in spoken)
        )
        if words:
            phrases.append(Phrase(words))
    return Line(tuple(phrases)) if phrases else None


def _build_row(words: Sequence[Word], texts: Sequence[Line], bands: Sequence[Band]) -> Row:
    box = enclosing([*(word.box for word in words), *(text.box for text in texts)])
    line_box = enclosing(word.box for word in words) if words else texts[0].box
    shares = _shared_out(words, bands)
    cells = tuple(
        _build_cell(band, share, line_box)
        for band, share in zip(bands, shares, strict=True)
        if band.column is not Column.OTHER
    )
    return Row(box, tuple(sorted(texts, key=lambda text: text.box.centre_y)), cells)


def _shared_out(words: Sequence[Word], bands: Sequence[Band]) -> list[list[Word]]:
    """Return the numbers of each band; in order where one of as many numbers as bands stands out of line."""
    shares = [[word for word in words if band.covers(word.box)] for band in bands]
    if len(words) == len(bands) and any(len(share) != 1 for share in shares):
        # Balls in brackets follow the runs, also where they were wrapped to below them.
        return [[word] for word in sorted(words, key=lambda each: (each.text.startswith("("), each.box.left))]
    return shares


def _build_cell(band: Band, inside: Sequence[Word], line_box: Box) -> Cell:
    place = Box(band.left, line_box.top, band.right, line_box.bottom)
    if not inside:
        return Cell(band.column, place)
    word = max(inside, key=lambda each: each.box.overlap_x(place))
    # A dash is printed where there is no value; nobody needs to look again.
    readings = read_cell(word.text, word.confidence, band.column, word.readers)
    return Cell(band.column, place, readings, is_blank=is_dash(word.text), has_star=word.text.endswith("*"))
