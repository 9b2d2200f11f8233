"""Runs at the end of rows that are typed as text: `Chibangu c Oakburn b Holloford 17`, ragged, and wrapped anywhere.

How a batter was out tells that the number behind it is his runs. Refuses numbers that stand in a column of their own:
those are tables without a heading.
"""

import re
from collections.abc import Iterator, Sequence

from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.cells import Cell, read_cell
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.told.columns import ToldColumn
from scorecard_runner.reading.told.marks import Mark, announces

_RUNS = re.compile(r"(\d{1,3})\*?")
_LEAST_BEHIND_TEXT = 0.6
_RAGGED = 2.0  # letter heights


def find_row_ends(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Return the runs behind dismissals, and those alone on the line below one, from top to bottom."""
    taken = {id(word) for mark in marks for word in mark.words}
    found = [mark for above, line in _with_line_above(lines) if (mark := _end_of(line, above, taken))]
    return sorted(found, key=lambda mark: mark.box.centre_y)


def is_ragged(column: ToldColumn) -> bool:
    """Whether most runs stand right behind text, and end anywhere."""
    behind = [mark for mark in column.marks if mark.stands_behind]
    rights = [mark.box.right for mark in behind]
    is_text = bool(behind) and len(behind) >= _LEAST_BEHIND_TEXT * len(column.marks)
    return is_text and max(rights) - min(rights) > _RAGGED * column.marks[0].box.height


def _with_line_above(lines: Sequence[Line]) -> Iterator[tuple[Line | None, Line]]:
    return zip([None, *lines], lines, strict=False)


def _end_of(line: Line, above: Line | None, taken: set[int]) -> Mark | None:
    phrase = line.phrases[-1]
    last = phrase.words[-1]
    matched = _RUNS.fullmatch(last.text)
    if matched is None or id(last) in taken or announces(line):
        return None
    is_alone = len(line.words) == 1
    if len(phrase.words) == 1 and not is_alone:
        return None
    before = " ".join(word.text for word in phrase.words[:-1])
    wrapped = f"{above.phrases[-1].text} {before}" if above else before
    if split_dismissal(before) is None and split_dismissal(wrapped) is None:
        return None
    cell = Cell(Column.RUNS, last.box, read_cell(matched[1], last.confidence, Column.RUNS, last.readers))
    return Mark(TableKind.BATTING, (cell,), (last,), is_whole=True, stands_behind=not is_alone, left=phrase.box.left)
