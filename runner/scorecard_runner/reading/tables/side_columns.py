"""A column between the players and their figures that says for which side they played: it belongs to neither.

Refuses tables in which the side stands before the players: there it tells the innings apart.
"""

from collections.abc import Iterator
from dataclasses import replace

from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.columns import Stretch
from scorecard_runner.reading.tables.headings import Heading
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column

_AT_EDGE = 0.5  # letter heights


def without_side_column(table: Table) -> Table:
    """Return the table without the words of such a column."""
    place = _place(table.heading)
    if place is None:
        return table
    rows = (
        replace(row, texts=tuple(kept for line in row.texts if (kept := _without(line, place)))) for row in table.rows
    )
    cells = tuple(cell for cell in table.heading.cells if cell.column is not Column.TEAM)
    return replace(table, heading=replace(table.heading, cells=cells), rows=tuple(rows))


def _place(heading: Heading) -> Stretch | None:
    """Return from where to where the name of the column stands; None if there is no such column."""
    name, side = heading.cell(Column.NAME), heading.cell(Column.TEAM)
    if name is None or side is None or side.box.left < name.box.right:
        return None
    return side.box.left, side.box.right


def _without(line: Line, place: Stretch) -> Line | None:
    phrases = tuple(kept for phrase in line.phrases for kept in _kept(phrase, place))
    return Line(phrases) if phrases else None


def _kept(phrase: Phrase, place: Stretch) -> Iterator[Phrase]:
    """Yield the phrase, or what of it stands before the column: short names of sides may stand close to the players."""
    left, right = place
    slack = _AT_EDGE * phrase.box.height
    if phrase.box.right <= left or phrase.box.left >= right:
        yield phrase
    elif phrase.box.left < left - slack:
        before = tuple(word for word in phrase.words if word.box.centre_x < left)
        is_cut = any(abs(word.box.left - left) <= slack for word in phrase.words)
        yield Phrase(before) if before and is_cut else phrase
