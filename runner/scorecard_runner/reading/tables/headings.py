"""Finds the lines that name the columns of a table.

Refuses lines in which most words name nothing: a sentence may well contain `runs` and `wickets`.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.column_names import column_of, names_players
from scorecard_runner.reading.tables.fall_headings import heads_falls
from scorecard_runner.reading.tables.heading_terms import Term, heading_terms, terms_of
from scorecard_runner.reading.tables.identifiers import identifiers_in
from scorecard_runner.reading.tables.misread_names import with_misread_names
from scorecard_runner.reading.tables.rows_like_headings import tells_a_dismissal
from scorecard_runner.reading.tables.vocabulary import BATTER_WORDS, BOWLER_WORDS, Column, TableKind, is_one_of
from scorecard_runner.reading.words import Word

_LEAST_NUMBER_COLUMNS = {TableKind.BATTING: 2, TableKind.BOWLING: 3}
_LEAST_WITH_NAME = {TableKind.BATTING: 1, TableKind.BOWLING: 2}
_LEAST_SHARE_NAMED = 0.5
_LEAST_WORDS = 3
_NAMES_FOR_A_FIGURE = 3
"""A lone O or 6s is read as a figure where much else is named, too."""

_FAR_PITCHES = 1.0
"""Columns stand no further apart than the widest gap between the named ones."""

_TELLING = {
    TableKind.BATTING: {Column.BALLS, Column.SIXES, Column.FOURS, Column.STRIKE_RATE, Column.MINUTES},
    TableKind.BOWLING: {Column.OVERS, Column.MAIDENS, Column.WICKETS, Column.ECONOMY},
}

_OF_INNINGS = (Column.INNINGS, Column.TEAM)
_MOST_UNNAMED = 3
"""More words without a meaning between two columns are no names of columns: a row of the table beside this one."""

_ANNOUNCES_NUMBERS = {
    Label.EXTRAS,
    Label.TOTAL,
    Label.FALL_OF_WICKETS,
    Label.DID_NOT_BAT,
    Label.BOWLING_FIGURES,
    Label.OTHER,
}
"""Lines with the letters b, w and nb in them that are no headings."""


@dataclass(frozen=True)
class HeadingCell:
    """One named column and where its name stands; `text` is what was read there."""

    column: Column
    box: Box
    text: str = ""


@dataclass(frozen=True)
class Heading:
    """The names of a table's columns from left to right; `left` and `right` bound the table on the page.

    `lead` are words before the first column name: often the team.
    """

    kind: TableKind
    cells: tuple[HeadingCell, ...]
    box: Box
    lead: str = ""
    left: float = 0.0
    right: float = float("inf")

    @property
    def number_cells(self) -> tuple[HeadingCell, ...]:
        """The columns that hold numbers."""
        return tuple(cell for cell in self.cells if cell.column.is_number)

    def cell(self, column: Column) -> HeadingCell | None:
        """Return the cell that names the column, if there is one."""
        return next((cell for cell in self.cells if cell.column is column), None)


@lru_cache(maxsize=2048)  # a line is asked about for every white channel beside it, and again when tables are built
def find_headings(line: Line) -> tuple[Heading, ...]:
    """Return the heading in the line, two where tables stand side by side, none in other lines."""
    if label_of(line.text) in _ANNOUNCES_NUMBERS or tells_a_dismissal(line) or heads_falls(line):
        return ()
    found = [heading for part in _split_tables(line) if (heading := _read_heading(part))]
    lefts = [0.0, *(heading.box.left for heading in found[1:])]
    rights = [*lefts[1:], float("inf")]
    return tuple(
        replace(heading, left=left, right=min(right, heading.right))
        for heading, left, right in zip(found, lefts, rights, strict=False)
    )


def _split_tables(line: Line) -> Iterator[Line]:
    """Cut the line before each batter or bowler heading that follows columns of numbers and has such columns itself."""
    current: list[Phrase] = []
    for at, phrase in enumerate(line.phrases):
        has_more = _count_numbers(line.phrases[at:]) > 0
        if (
            has_more
            and names_players(phrase.words[0].text)
            and _count_numbers(current) >= _LEAST_WITH_NAME[TableKind.BOWLING]
        ):
            yield Line(tuple(current))
            current = []
        current.append(phrase)
    yield Line(tuple(current))


def _count_numbers(phrases: Sequence[Phrase]) -> int:
    line = Line(tuple(phrases))
    named = (column for kind in TableKind for column, _ in terms_of(line, kind))
    return sum(column is not None and column.is_number for column in named)


def _read_heading(line: Line) -> Heading | None:
    candidates = [heading for kind in TableKind if (heading := _read_as(line, kind))]
    return max(candidates, key=lambda heading: _evidence(heading, line), default=None)


def _evidence(heading: Heading, line: Line) -> tuple[int, int]:
    own, other = (BATTER_WORDS, BOWLER_WORDS) if heading.kind is TableKind.BATTING else (BOWLER_WORDS, BATTER_WORDS)
    words = [word.text for word in line.words]
    named = any(is_one_of(word, own) for word in words) - any(is_one_of(word, other) for word in words)
    if heading.cell(Column.DISMISSAL) and heading.cell(Column.DISMISSED_BY):
        named = 1  # the bowlers named there took the wickets
    telling = len({cell.column for cell in heading.cells} & _TELLING[heading.kind])
    return telling + 2 * named, len(heading.number_cells)


def _read_as(line: Line, kind: TableKind) -> Heading | None:
    terms = with_misread_names(heading_terms(line, kind), kind)
    cells = _distinct(terms, kind)
    numbers = {cell.column for cell in cells if cell.column.is_number and cell.column is not Column.OTHER}
    has_name = any(cell.column is Column.NAME for cell in cells)
    least = (_LEAST_WITH_NAME if has_name else _LEAST_NUMBER_COLUMNS)[kind]
    if not has_name and len(numbers) == _LEAST_NUMBER_COLUMNS[kind] and any(cell.text.isdecimal() for cell in cells):
        return None  # `45 runs` of a sentence: too little to go by
    named = sum(column is not None for column, _ in terms)
    lettered = sum(any(map(str.isalpha, word.text)) for word in line.words)
    # Runs may have been lost where enough else is named, or nothing else is said.
    only_names = has_name and len(terms) >= _LEAST_WORDS and named == len(terms) and lettered == len(line.words)
    if len(numbers) < least or not (Column.RUNS in numbers or len(numbers) > least or only_names):
        return None
    figures = sum(column is None and read_strictly(words[0].text) is not None for column, words in terms)
    if figures > 1 and named < _NAMES_FOR_A_FIGURE * figures:
        return None  # a line of figures with a few names between them
    says_how_out = kind is TableKind.BATTING and has_name and any(cell.column is Column.DISMISSAL for cell in cells)
    if min(named, lettered) < _LEAST_SHARE_NAMED * len(terms) or not (numbers & _TELLING[kind] or says_how_out):
        return None
    kept, right = _without_neighbours(cells, kind)
    leading = _leading(terms)
    named_before = identifiers_in(leading)
    if any(column in _OF_INNINGS for column, _ in named_before):
        before = (HeadingCell(column, enclosing(word.box for word in words)) for column, words in named_before)
        kept, leading = (*before, *kept), []
    return Heading(
        kind, kept, enclosing(cell.box for cell in kept), " ".join(word.text for word in leading), right=right
    )


def _distinct(terms: Sequence[Term], kind: TableKind) -> tuple[HeadingCell, ...]:
    """Return the named cells; unnamed words to the right of a number column are columns that we do not know."""
    cells: list[HeadingCell] = []
    seen: set[Column] = set()
    for column, words in terms:
        box = enclosing(word.box for word in words)
        text = "".join(word.text for word in words)
        is_behind_bowlers = kind is TableKind.BOWLING and Column.NAME in seen
        if column and column not in seen:
            seen.add(column)
            cells.append(HeadingCell(column, box, text))
        elif any(cell.column.is_number for cell in cells) or (is_behind_bowlers and _seems_abbreviation(text)):
            cells.append(HeadingCell(Column.OTHER, box, text))
        elif Column.NAME in seen and _names_side(words):
            cells.append(HeadingCell(Column.TEAM, box, text))
    return tuple(cells)


def _seems_abbreviation(text: str) -> bool:
    """Whether it may be the name of a column, of which one letter is printed: `9` for O."""
    return len(text) == 1 or text.isdecimal()


def _names_side(words: Sequence[Word]) -> bool:
    return any(column is Column.TEAM for column, _ in identifiers_in(words))


def _without_neighbours(cells: tuple[HeadingCell, ...], kind: TableKind) -> tuple[tuple[HeadingCell, ...], float]:
    """Cut off what stands far to the right of the last named column: an article, an advert.

    Returns the cells that remain and where the table ends.
    """
    known = [index for index, cell in enumerate(cells) if cell.column.is_number and cell.column is not Column.OTHER]
    for before, index in itertools.pairwise(known):
        between = cells[before + 1 : index]
        counts = sum(column_of(cell.text, kind) is Column.OTHER for cell in between)
        if len(between) - counts > _MOST_UNNAMED:
            return cells[: before + 1], (cells[before].box.right + cells[before + 1].box.left) / 2
    centres = [cells[index].box.centre_x for index in known]
    pitch = max((right - left for left, right in itertools.pairwise(centres)), default=float("inf"))
    texts = [index for index in range(known[-1] + 1, len(cells)) if _names_text_apart(cells[index - 1], cells[index])]
    for index in range(max([known[-1], *texts]) + 1, len(cells)):
        if cells[index].box.left - cells[index - 1].box.right > _FAR_PITCHES * pitch:
            return cells[:index], (cells[index - 1].box.right + cells[index].box.left) / 2
    return cells, float("inf")


def _names_text_apart(before: HeadingCell, cell: HeadingCell) -> bool:
    """Whether the name of a column of text stands as far from the one before it as names do, not as words of a sentence."""
    return not cell.column.is_number and cell.box.left - before.box.right > cell.box.height


def _leading(terms: Sequence[Term]) -> list[Word]:
    leading: list[Word] = []
    for column, words in terms:
        if column:
            break
        leading += words
    return leading
