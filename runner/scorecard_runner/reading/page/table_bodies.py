"""Where the rows below a heading end: at whatever announces something else, or where they stop.

Refuses to know what the rows say, but for whose they can be: below bowlers stands the name of the next side, or its batters.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.grammar.titles import is_score_title
from scorecard_runner.reading.page.entries import is_batters_row
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.headings import Heading, find_headings
from scorecard_runner.reading.tables.headless import find_headless
from scorecard_runner.reading.tables.sum_tables import names_sums
from scorecard_runner.reading.tables.vocabulary import TableKind

_ROWS_STOP = 2.2
"""A gap of so many times the widest one before it ends the table, if it is also ..."""
_ROWS_STOP_LETTERS = 6.0
"""... so many letters high."""
_CLOSER_THAN_ROWS = 0.88
_OF_SIDES = re.compile(r"\d{1,2}(?:st|nd|rd|th|s)", re.IGNORECASE)


def table_body(line: Line, heading: Heading, below: Sequence[Line]) -> list[Line]:
    """Return the rows of the table whose heading stands in the line, of the lines below it."""
    body = _rows_below(line, below)
    return _without_title(_without_batters(body), heading) if heading.kind is TableKind.BOWLING else body


def ends_table(line: Line) -> bool:
    """Whether the line surely is no row."""
    return bool(find_headings(line)) or label_of(line.text) is not None or is_score_title(line.text) or names_sums(line)


def _rows_below(heading: Line, lines: Sequence[Line]) -> list[Line]:
    body: list[Line] = []
    widest = 0.0
    above = heading.box
    for line in lines:
        gap = line.box.centre_y - above.centre_y
        stopped = body and gap > max(widest * _ROWS_STOP, above.height * _ROWS_STOP_LETTERS)
        if stopped or ends_table(line):
            break
        widest = max(widest, gap)
        above = line.box
        body.append(line)
    return body


def _without_batters(body: list[Line]) -> list[Line]:
    """Leave the batters of the next innings, where no heading stands above them, to a table of their own."""
    rows = (at for at, line in enumerate(body) if is_batters_row(line) and find_headless(body[at:]))
    return body[: next(rows, len(body))]


def _without_title(body: list[Line], heading: Heading) -> list[Line]:
    """Leave what stands below the bowlers without figures to whatever follows: the name of the next side.

    What stands closer to the line above than rows do is the rest of a bowler's name.
    """
    left = min((cell.box.left for cell in heading.number_cells), default=heading.left) - heading.box.height
    closest = _CLOSER_THAN_ROWS * min(_steps([line for line in body if _has_figure(line, left)]), default=0.0)
    steps = _steps(body)
    end = max((at for at, line in enumerate(body, start=1) if _has_figure(line, left)), default=0)
    while end and end < len(body) and steps[end - 1] < closest:
        end += 1
    return body[:end]


def _steps(lines: Sequence[Line]) -> list[float]:
    return [below.box.centre_y - above.box.centre_y for above, below in pairwise(lines)]


def _has_figure(line: Line, left: float) -> bool:
    """Whether there is a number at or behind that edge; the `17s` of a side are none."""
    behind = [word.text for word in line.words if word.box.right > left and not _OF_SIDES.fullmatch(word.text)]
    return any(any(map(str.isdigit, text)) for text in behind)
