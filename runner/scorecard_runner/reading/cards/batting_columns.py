"""Batters in two columns that nobody named: one innings, though its second half is a table of its own.

Told by what stands between them: nothing but sums. Refuses tables with a heading, a player twice, and more batters than
bat, or are not out, in one innings.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.cards.players import batting_lines
from scorecard_runner.reading.grammar.dismissals import HowOut
from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.page.sections import Block, Section
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import TableKind

_MOST_BATTERS = 12
_MOST_NOT_OUT = 2
_BETWEEN = frozenset({Label.EXTRAS, Label.OVERS, Label.TOTAL, Label.WICKETS})


def with_columns_joined(sections: Sequence[Section]) -> list[Section]:
    """Return the sections with the second column of batters below the first one."""
    found: list[Section] = []
    for section in sections:
        place = _table_before(found)
        first = found[place] if place is not None else None
        if place is not None and isinstance(first, Table) and isinstance(section, Table) and _goes_on(first, section):
            found[place] = replace(first, rows=(*first.rows, *section.rows))
        else:
            found.append(section)
    return found


def _table_before(sections: Sequence[Section]) -> int | None:
    """Return the last of the sections but for sums, if it is a table."""
    for at in reversed(range(len(sections))):
        section = sections[at]
        if isinstance(section, Table):
            return at
        if not isinstance(section, Block) or section.label not in _BETWEEN:
            return None
    return None


def _goes_on(first: Table, second: Table) -> bool:
    if not all(table.kind is TableKind.BATTING and _is_unnamed(table) for table in (first, second)):
        return False
    if [cell.column for cell in first.heading.cells] != [cell.column for cell in second.heading.cells]:
        return False
    batters = [line for table in (first, second) for line in batting_lines(table)]
    names = [line.name.text.casefold() for line in batters if line.name]
    not_out = sum(line.dismissal is not None and line.dismissal.how_out is HowOut.NOT_OUT for line in batters)
    return len(set(names)) == len(names) <= _MOST_BATTERS and not_out <= _MOST_NOT_OUT


def _is_unnamed(table: Table) -> bool:
    return not any(cell.text for cell in table.heading.cells)
