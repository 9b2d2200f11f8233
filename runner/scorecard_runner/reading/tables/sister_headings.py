"""Columns that one table of a card names and its sister does not: both innings have the same columns in the same order.

Pure. Refuses tables that differ in any column that both name, and to decide between sisters that disagree.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.headings import Heading, find_headings
from scorecard_runner.reading.tables.vocabulary import Column

_LEAST_ALIKE = 2
"""Columns of numbers that both tables name."""


def headings_in(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Return all headings in the lines."""
    return tuple(heading for line in lines for heading in find_headings(line))


def with_names_of_sisters(heading: Heading, headings: Sequence[Heading]) -> Heading:
    """Return the heading with the names that tables with the same columns give to those it has no name for.

    Args:
        heading: of the table.
        headings: all that are known, this one among them.
    """
    if all(cell.column is not Column.OTHER for cell in heading.number_cells):
        return heading
    own = [cell.column for cell in heading.number_cells]
    said = {names for each in headings if (names := _names(own, heading, each))}
    if len(said) != 1:
        return heading
    named = iter(next(iter(said)))
    return replace(
        heading,
        cells=tuple(replace(cell, column=next(named)) if cell.column.is_number else cell for cell in heading.cells),
    )


def _names(own: Sequence[Column], heading: Heading, sister: Heading) -> tuple[Column, ...]:
    """Return what the sister calls the columns; nothing if it is none, or has no names for them either."""
    names = tuple(cell.column for cell in sister.number_cells)
    if sister.kind is not heading.kind or len(names) != len(own) or Column.OTHER in names:
        return ()
    alike = [one is other for one, other in zip(own, names, strict=True) if one is not Column.OTHER]
    return names if all(alike) and len(alike) >= _LEAST_ALIKE else ()
