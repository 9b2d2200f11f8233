"""Columns of numbers above which no name was read: lone letters of a heading are what every reader loses first.

Numbers above each other in most rows are a column, named or not: they are no part of the player's name. What the column
is called, `naming` says. Refuses numbers within text, and those far to the right of the table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from scorecard_runner.reading.grammar.numbers import is_dash, read_leniently, read_strictly
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.columns import Band
from scorecard_runner.reading.tables.naming import Figures, Slot, name_columns
from scorecard_runner.reading.tables.vocabulary import TableKind
from scorecard_runner.reading.words import Word

_LEAST_ROWS = 2
_LEAST_SUPPORT = 0.5
"""Share of the rows in which a column of its own has a number."""

_MOST_TEXT_BETWEEN = 0.2
_FAR_PITCHES = 2.0
"""Columns stand no further apart than so many times the widest gap between the named ones."""


def name_unnamed(bands: Sequence[Band], kind: TableKind, body: Sequence[Line]) -> tuple[Band, ...]:
    """Return the bands that are columns, with names for those whose heading was lost or misread.

    Args:
        bands: all stretches of numbers from left to right, `Column.OTHER` where no name is known.
        kind: whose figures the table holds.
        body: the lines of the table.
    """
    kept = [band for band in bands if band.is_headed or _is_column(band, bands, body)]
    slots = tuple(Slot(band.column, band.title) for band in kept)
    rows = [numbers for line in body if len(numbers := _numbers(line, kept)) >= _LEAST_ROWS]
    names = name_columns(Figures(kind, slots, tuple(rows)))
    return tuple(replace(band, column=name) for band, name in zip(kept, names, strict=True))


def _numbers(line: Line, bands: Sequence[Band]) -> Mapping[int, float]:
    """Return the numbers of the line by the index of the band in which they stand."""
    numbers: dict[int, float] = {}
    for word in line.words:
        value = read_strictly(word.text)
        index = next((index for index, band in enumerate(bands) if band.covers(word.box)), None)
        if value is not None and index is not None:
            numbers[index] = value
    return numbers


def _is_column(band: Band, bands: Sequence[Band], body: Sequence[Line]) -> bool:
    """Whether the stretch of numbers belongs to the table: in most rows, beside its numbers, not within its text."""
    headed = [each for each in bands if each.is_headed]
    rows = [line for line in body if _numbers(line, headed)]
    inside = [line for line in rows if _numbers(line, [band])]
    if len(inside) < max(_LEAST_ROWS, _LEAST_SUPPORT * len(rows)):
        return False
    before = [line for line in inside if any(_is_between(word, band, headed) for word in line.words)]
    return len(before) <= _MOST_TEXT_BETWEEN * len(inside) and not _is_far(band, headed, bands)


def _is_between(word: Word, band: Band, headed: Sequence[Band]) -> bool:
    """Whether the word is text behind the numbers of the stretch and before those of the named columns."""
    is_between = band.right <= word.box.left and word.box.right <= min(each.left for each in headed)
    is_number = read_leniently(word.text) is not None or is_dash(word.text)
    return is_between and not is_number and sum(map(str.isalpha, word.text)) > 1


def _is_far(band: Band, headed: Sequence[Band], bands: Sequence[Band]) -> bool:
    """Whether the stretch stands far to the right of the table, as the numbers of an advert do."""
    if band.left < headed[-1].right or len(headed) < _LEAST_ROWS:
        return False
    widest = max(right.centre - left.centre for left, right in pairwise(headed))
    before = max(each.right for each in bands if each.right <= band.left)
    return band.left - before > _FAR_PITCHES * widest
