"""Figures between a batter's name and how he was out: the runs as he made them, when he came and went.

A form has columns for them that hold neither name nor dismissal. Refuses tables with a column of numbers there, and
tables that do not say where both texts begin.
"""

import re
from collections.abc import Sequence

from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.headings import Heading
from scorecard_runner.reading.tables.vocabulary import Column
from scorecard_runner.reading.words import Word

_FIGURES = re.compile(r"[\d.:,·•-]+")
_MOSTLY = 0.6


def without_strokes_scored(heading: Heading, body: Sequence[Line]) -> list[Line]:
    """Return the lines of the table without those figures; lines of nothing else are left out."""
    name, how_out = heading.cell(Column.NAME), heading.cell(Column.DISMISSAL)
    if name is None or how_out is None or any(cell.box.left < how_out.box.left for cell in heading.number_cells):
        return list(body)
    left, right = name.box.left, how_out.box.left
    return [kept for line in body if (kept := _without(line, left, right))]


def _without(line: Line, left: float, right: float) -> Line | None:
    kept = (
        tuple(word for word in phrase.words if not _is_figure(word, phrase, left, right)) for phrase in line.phrases
    )
    phrases = tuple(Phrase(words) for words in kept if words)
    return Line(phrases) if phrases else None


def _is_figure(word: Word, phrase: Phrase, left: float, right: float) -> bool:
    """Whether the word stands there and is a figure, or one of a run of them that was misread."""
    if not (left + word.box.height < word.box.left and word.box.right < right):
        return False
    figures = sum(_FIGURES.fullmatch(each.text) is not None for each in phrase.words)
    return _FIGURES.fullmatch(word.text) is not None or (figures > 1 and figures >= _MOSTLY * len(phrase.words))
