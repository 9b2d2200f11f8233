"""Batters in two columns that nobody named: one innings, though its second half is a table of its own.

Told by what stands between them: nothing but sums, and the bowlers who got both out. Refuses tables with a heading, a
player twice, and more batters than bat, or are not out, in one innings.
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
_SUMS = frozenset({Label.EXTRAS, Label.OVERS, Label.TOTAL, Label.WICKETS})


def with_columns_joined(sections: Sequence[Section]) -> list[Section]:
    """Return the sections with the second column of batters below the first one."""
    found: list[Section] = []
    for section in sections:
        place = next((at for at in reversed(range(len(found))) if isinstance(found[at], Table)), None)
        first = None if place is None else found[place]
        if place is None or not isinstance(first, Table) or not isinstance(section, Table):
            found.append(section)
        elif _goes_on(first, section) and _stand_between(found[place + 1 :], section):
            found[place] = replace(first, rows=(*first.rows, *section.rows))
        else:
            found.append(section)
    return found


def _stand_between(sections: Sequence[Section], second: Table) -> bool:
    """Whether these are sums of the innings, and bowlers among whom are those of the second column."""
    blocks = [section for section in sections if isinstance(section, Block)]
    bowlers = " ".join(block.text for block in blocks if block.label is Label.BOWLING_FIGURES).casefold()
    named = (line.dismissal.bowler for line in batting_lines(second) if line.dismissal and line.dismissal.bowler)
    is_theirs = all(name.casefold() in bowlers for name in named) if bowlers else True
    return (
        is_theirs
        and len(blocks) == len(sections)
        and {block.label for block in blocks} <= {*_SUMS, Label.BOWLING_FIGURES}
    )


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
