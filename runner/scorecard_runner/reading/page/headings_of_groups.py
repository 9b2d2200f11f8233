"""A line above the names of columns that names groups of them: `Batting`, `Boundaries` and `Rate`, say.

It says nothing more than they do, and looks like a title. Refuses lines with a number, and those that reach to the left of
the columns of numbers.
"""

from collections.abc import Sequence

from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.headings import Heading, find_headings
from scorecard_runner.reading.tables.vocabulary import Column, fold

_GROUPS = frozenset({"batting", "bowling", "innings", "boundaries", "figures", "extras", "rate", "rates", "conceded"})
_NEAR = 4.0  # letter heights


def without_headings_of_groups(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that only name groups of the columns right below them."""
    return [line for line, below in zip(lines, [*lines[1:], None], strict=True) if not _names_groups(line, below)]


def _names_groups(line: Line, below: Line | None) -> bool:
    if below is None or any(map(str.isdigit, line.text)) or find_headings(line):
        return False
    headings = find_headings(below)
    is_near = below.box.centre_y - line.box.centre_y <= _NEAR * max(line.box.height, below.box.height)
    return len(headings) == 1 and is_near and _stands_over_numbers(line, headings[0])


def _stands_over_numbers(line: Line, heading: Heading) -> bool:
    """Whether all of the line stands above columns of numbers, with several groups in it or a word that names one."""
    left = min(cell.box.left for cell in heading.number_cells)
    right = max(cell.box.right for cell in heading.number_cells)
    name = heading.cell(Column.NAME)
    # Without the column of players the numbers may stand below anything; a group may be wider than its columns.
    is_over = (
        name is not None
        and line.box.left > name.box.right
        and all(left <= phrase.box.centre_x <= right for phrase in line.phrases)
    )
    return is_over and (len(line.phrases) > 1 or fold(line.text) in _GROUPS)
