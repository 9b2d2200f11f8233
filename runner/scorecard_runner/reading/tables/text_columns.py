"""Columns of text between those of numbers, or behind them all: how a batter got out, and to whom.

A heading names them, or most of what stands there says a dismissal. Refuses everything else beside and behind numbers: it
is dirt, or of something next to the table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from scorecard_runner.reading.grammar.dismissal_openings import opens_dismissal
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.columns import Band, Stretch
from scorecard_runner.reading.tables.headings import Heading
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word

_TEXTS = (Column.DISMISSAL, Column.DISMISSED_BY)
_SHARE = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?%")
_LEAST_SAYING = 2
_LEAST_SHARE_SAYING = 0.5


def text_columns(heading: Heading, bands: Sequence[Band], body: Sequence[Line]) -> tuple[Stretch, ...]:
    """Return where text of the rows stands to the right of the first column of numbers, from left to right.

    Args:
        heading: of the table; only batters have dismissals.
        bands: the columns of numbers, from left to right.
        body: the lines of the table.
    """
    if heading.kind is not TableKind.BATTING:
        return ()
    numbers = [word for line in body for word in line.words if read_strictly(word.text) is not None]
    filled = [band for band in bands if any(band.covers(word.box) for word in numbers)]
    edges = pairwise([*((band.left, band.right) for band in filled), (heading.right, heading.right)])
    gaps = [(left, right) for (_, left), (right, _) in edges]
    return tuple(gap for gap in gaps if _is_named(gap, heading) or _says_how_out(gap, body))


def with_text_behind(heading: Heading, body: Sequence[Line]) -> Heading:
    """Return the heading without an edge on the right where batters have their dismissals there: they belong to it."""
    if heading.kind is not TableKind.BATTING or heading.right == float("inf"):
        return heading
    behind = (heading.number_cells[-1].box.right, float("inf"))
    return replace(heading, right=float("inf")) if _says_how_out(behind, body) else heading


def stands_in(word: Word, stretches: Sequence[Stretch]) -> bool:
    """Whether the middle of the word is within one of the stretches, and it is no number."""
    is_figure = read_strictly(word.text) is not None or _SHARE.fullmatch(word.text) is not None
    return not is_figure and any(left < word.box.centre_x < right for left, right in stretches)


def _is_named(gap: Stretch, heading: Heading) -> bool:
    return any(cell.column in _TEXTS and gap[0] < cell.box.centre_x < gap[1] for cell in heading.cells)


def _says_how_out(gap: Stretch, body: Sequence[Line]) -> bool:
    texts = list(_texts(gap, body))
    saying = sum(opens_dismissal(text) or parse_dismissal(text) is not None for text in texts)
    return saying >= max(_LEAST_SAYING, _LEAST_SHARE_SAYING * len(texts))


def _texts(gap: Stretch, body: Sequence[Line]) -> Iterator[str]:
    for line in body:
        words = [word.text for word in line.words if stands_in(word, [gap])]
        if words:
            yield " ".join(words)
