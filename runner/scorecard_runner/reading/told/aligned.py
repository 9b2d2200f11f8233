"""Told figures below a heading that names them, brought into line: `27 (18 balls)` above `2 (1 balls)` is ragged.

The heading knows the columns beside them; only the two numbers of each row are put where columns can be seen. Refuses to
move anything else.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.vocabulary import Column
from scorecard_runner.reading.told.columns import ToldColumn
from scorecard_runner.reading.told.marks import Mark
from scorecard_runner.reading.words import Word

_RUNS_SHARE = 0.4
"""Of the width of the widest group: `127 (105 balls)` begins with its runs, and so do all others."""


def with_figures_in_line(lines: Sequence[Line], column: ToldColumn) -> list[Line]:
    """Return the lines with runs above runs and balls above balls, without their units and brackets."""
    moved = {id(mark.words[0]): _moved(mark, column) for mark in column.marks if _is_pair(mark)}
    gone = {id(word) for mark in column.marks if id(mark.words[0]) in moved for word in mark.words}
    return [Line(tuple(phrase for each in line.phrases for phrase in _parts(each, moved, gone))) for line in lines]


def _is_pair(mark: Mark) -> bool:
    return [cell.column for cell in mark.cells[:2]] == [Column.RUNS, Column.BALLS]


def _parts(phrase: Phrase, moved: dict[int, list[Word]], gone: set[int]) -> list[Phrase]:
    """Return what stands before the figures, and each figure as a phrase of its own."""
    parts: list[Phrase] = []
    kept: list[Word] = []
    for word in phrase.words:
        if id(word) in moved:
            parts += [Phrase(tuple(kept))] if kept else []
            parts += [Phrase((each,)) for each in moved[id(word)]]
            kept = []
        elif id(word) not in gone:
            kept.append(word)
    return [*parts, Phrase(tuple(kept))] if kept else parts


def _moved(mark: Mark, column: ToldColumn) -> list[Word]:
    left, width = column.box.left, column.box.width
    middle = left + _RUNS_SHARE * width
    runs, balls = (_word(cell, mark) for cell in mark.cells[:2])
    more = [_word(cell, mark) for cell in mark.cells[2:]]
    return [_at(runs, (left + middle) / 2), _at(balls, (middle + left + width) / 2), *more]


def _word(cell: Cell, mark: Mark) -> Word:
    confidence = min(word.confidence for word in mark.words)
    return Word(f"{cell.value:g}" if cell.value is not None else "", cell.box, confidence)


def _at(word: Word, centre: float) -> Word:
    half = word.box.width / 2
    return replace(word, box=replace(word.box, left=centre - half, right=centre + half))
