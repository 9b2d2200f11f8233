"""Exported tables that hold the rows of several innings below each other: one table for each, and only its players in it.

A new one begins where the column of innings or team changes, or the places in the order start again. Refuses to touch
tables without such a column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.headings import Heading, HeadingCell
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.tables.vocabulary import Column
from scorecard_runner.reading.words import Word

_OF_INNINGS = (Column.INNINGS, Column.TEAM)
_IDENTIFIERS = (*_OF_INNINGS, Column.MATCH, Column.INDEX)
_NOTHING = frozenset({"null", "none", "nan", "n/a", "nil"})
_AT_EDGE = 0.5  # letter heights


@dataclass(frozen=True)
class _FlatRow:
    """A row without its identifiers, and what these say; empty where nothing is printed."""

    row: Row
    innings: str
    team: str
    place: int | None


def split_flat(table: Table) -> tuple[Table, ...]:
    """Return a table for each innings in it, with the team before its heading; other tables as they are."""
    name = table.heading.cell(Column.NAME)
    end = name.box.left if name else float("inf")
    if not any(cell.column in _OF_INNINGS and cell.box.left < end for cell in table.heading.cells):
        return (table,)
    texts = _text_cells(table.heading)
    heading = replace(
        table.heading, cells=tuple(cell for cell in table.heading.cells if cell.column not in _IDENTIFIERS)
    )
    groups = _grouped([_read_row(row, texts) for row in table.rows])
    return tuple(
        Table(replace(heading, lead=group[0].team), table.bands, tuple(each.row for each in group)) for group in groups
    )


def _text_cells(heading: Heading) -> Sequence[HeadingCell]:
    """Return the columns before the first number, from left to right."""
    first = min((cell.box.left for cell in heading.number_cells), default=float("inf"))
    cells = (cell for cell in heading.cells if not cell.column.is_number and cell.box.left < first)
    return sorted(cells, key=lambda cell: cell.box.left)


def _read_row(row: Row, cells: Sequence[HeadingCell]) -> _FlatRow:
    words = [word for line in row.texts for word in line.words]
    said = {column: _said(words, column, cells) for column in _IDENTIFIERS}
    place = said[Column.INDEX]
    texts = tuple(kept for line in row.texts if (kept := _of_player(line, cells)))
    return _FlatRow(
        replace(row, texts=texts),
        said[Column.INNINGS],
        said[Column.TEAM],
        int(place) if place.isdecimal() else None,
    )


def _said(words: Sequence[Word], column: Column, cells: Sequence[HeadingCell]) -> str:
    return " ".join(word.text for word in words if _column_of(word, cells) is column)


def _of_player(line: Line, cells: Sequence[HeadingCell]) -> Line | None:
    """Return the line without identifiers, its phrases cut where columns begin."""
    phrases = [part for phrase in line.phrases for part in _cut(phrase, cells)]
    return Line(tuple(phrases)) if phrases else None


def _cut(phrase: Phrase, cells: Sequence[HeadingCell]) -> Iterator[Phrase]:
    kept: dict[Column, list[Word]] = {}
    for word in phrase.words:
        column = _column_of(word, cells)
        if column is not None and column not in _IDENTIFIERS and word.text.casefold() not in _NOTHING:
            kept.setdefault(column, []).append(word)
    yield from (Phrase(tuple(words)) for words in kept.values())


def _column_of(word: Word, cells: Sequence[HeadingCell]) -> Column | None:
    """Return the column in which the word begins; None left of all of them."""
    begun = [cell for cell in cells if cell.box.left <= word.box.left + _AT_EDGE * word.box.height]
    return begun[-1].column if begun else None


def _grouped(rows: Sequence[_FlatRow]) -> list[list[_FlatRow]]:
    groups: list[list[_FlatRow]] = []
    for row in rows:
        if not row.row.texts:
            continue
        if groups and not _begins_innings(row, groups[-1]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _begins_innings(row: _FlatRow, group: Sequence[_FlatRow]) -> bool:
    """Whether the row is of another innings than those above; a name that is printed once stands for what follows."""
    first, above = group[0], group[-1]
    pairs = ((row.innings, first.innings), (row.team, first.team))
    changes = any(here and there and here != there for here, there in pairs)
    starts_again = row.place is not None and above.place is not None and row.place < above.place
    return changes or starts_again
