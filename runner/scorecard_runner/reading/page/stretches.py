"""Which stretches of a white channel can be a gutter at all: it may begin as the space between columns of a table.

Refuses to judge the stretches that remain; `gutters` does.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby, pairwise
from statistics import median

from scorecard_runner.reading.page.bank_heads import (
    are_of_both_kinds,
    begins_table,
    is_column_name,
    is_of_table,
    titles_both,
)
from scorecard_runner.reading.page.bank_lines import name_above, tells_dismissal, without_counts
from scorecard_runner.reading.page.banks import Banks
from scorecard_runner.reading.page.channels import Channel
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.headings import Heading, find_headings
from scorecard_runner.reading.tables.vocabulary import Column

_LEAST_TABLE_LINES = 3
_ROWS_STOP = 1.5  # in the distance of rows
_ROWS_BEGIN = 2.5  # in the distance of rows, under the heading
_LEAST_CAPTION = 4  # letters
_FALL = re.compile(r"(?<![\d./-])(?P<runs>\d{1,3})[-–—/](?P<wicket>\d{1,2})(?![\d./-])")  # noqa: RUF001 - as printed
_WRAPPED = 1.2  # letter heights, up to which lines may be of one row


def open_stretches(channel: Channel, banks: Banks) -> Iterator[Channel]:
    """Yield the stretches of the channel along which no columns of a table stand on its right: others are no gutter."""
    partners = {id(right): left for left, right in banks.rows}
    partners_of = [partners.get(id(line)) for line in banks.right]
    uncounted = without_counts(banks.right)
    kinds = [_kind(*each) for each in zip(banks.right, uncounted, partners_of, strict=True)]
    players = {id(name) for at in range(len(banks.left)) if (name := name_above(banks.left, at))}
    no_bars = {at for at, left in enumerate(partners_of) if id(left) in players or _is_fall(banks.right, at)}
    kinds = [_Kind.OTHER if kind is _Kind.TITLE and at in no_bars else kind for at, kind in enumerate(kinds)]
    is_beside = stands_beside_table(banks)
    top = channel.top
    start = 0
    for kind, group in groupby(kinds):
        of_table = kind is _Kind.TABLE and not is_beside
        end = start + len(list(group))
        if kind is _Kind.TITLE:
            yield from channel.between(top, banks.right[start].box.top)
            top = banks.right[end - 1].box.bottom
        if of_table and end - start >= _LEAST_TABLE_LINES:
            yield from channel.between(top, banks.right[start].box.top)
            top = _end_of_table(banks.right, start, end)
        start = end
    yield from channel.between(top, channel.bottom)


def stands_beside_table(banks: Banks) -> bool:
    """Whether a table ends on the left, heading and all, and what stands on the right has words of its own.

    Numbers there are the marks of a chart or the balls of an over, say, and no column of the table.
    """
    partners = {id(left): right for left, right in banks.rows}
    heads = [line for line in banks.left if find_headings(line)]
    if not heads or any((right := partners.get(id(line))) and _names_more_columns(line, right) for line in heads):
        return False
    return any(_is_caption(line) for line in banks.right if line.box.bottom > heads[0].box.top)


def _names_more_columns(heading: Line, line: Line) -> bool:
    """Whether the line goes on with the heading before it, rather than being the heading of a table beside it."""
    return is_column_name(line) and not begins_table(line) and not are_of_both_kinds(heading, line)


def _is_caption(line: Line) -> bool:
    letters = sum(map(str.isalpha, line.text))
    return letters >= _LEAST_CAPTION and not any(map(str.isdigit, line.text)) and not tells_dismissal(line)


class _Kind(StrEnum):
    """What a line on the right is to the line across the channel."""

    TITLE = "title"
    TABLE = "table"
    OTHER = "other"


def _kind(line: Line, uncounted: Line, partner: Line | None) -> _Kind:
    # What counts its rows is no bar with a score, whatever stands behind the number.
    if partner is not None and titles_both(partner, line):
        return _Kind.TITLE
    return _Kind.TABLE if is_of_table(uncounted, partner) else _Kind.OTHER


def _is_fall(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is a wicket of a list, one more than in the line above or one less than below: no bar."""
    return any(_goes_on_falling(*pair) for pair in pairwise(lines[max(0, at - 1) : at + 2]))


def _goes_on_falling(above: Line, below: Line) -> bool:
    first, second = (_FALL.search(line.text) for line in (above, below))
    if not first or not second:
        return False
    return int(second["wicket"]) == int(first["wicket"]) + 1 and int(second["runs"]) >= int(first["runs"])


def is_within_table(stretch: Channel, lines: Sequence[Line]) -> bool:
    """Whether the stretch begins between rows of a table whose heading runs across it further up.

    Args:
        stretch: of a channel; a long cell may have closed the channel above it.
        lines: all lines of the region, across the channel.
    """
    above = [line for line in lines if line.box.centre_y < stretch.top]
    place = next((at for at in reversed(range(len(above))) if find_headings(above[at])), None)
    if place is None or not any(_is_across(heading, stretch) for heading in find_headings(above[place])):
        return False
    first = next((line for line in lines if line.box.centre_y >= stretch.top), above[-1])
    rows = [line.box.centre_y for line in (*above[place + 1 :], first)]
    steps = [below - upper for upper, below in pairwise(rows) if below - upper > _WRAPPED * above[place].box.height]
    under = rows[0] - above[place].box.centre_y
    usual = median(steps) if steps else under
    return max(steps, default=0.0) <= _ROWS_STOP * usual and under <= _ROWS_BEGIN * usual


def _end_of_table(lines: Sequence[Line], start: int, end: int) -> float:
    """Return where the table ends whose rows are these lines: with them if what follows keeps its distance."""
    usual = median(below.box.centre_y - above.box.centre_y for above, below in pairwise(lines[start:end]))
    while end < len(lines) and lines[end].box.centre_y - lines[end - 1].box.centre_y < _ROWS_STOP * usual:
        end += 1
    return lines[end - 1].box.bottom


def _is_across(heading: Heading, stretch: Channel) -> bool:
    sides = {cell.box.centre_x > stretch.start for cell in heading.cells if cell.column is not Column.OTHER}
    return len(sides) > 1
