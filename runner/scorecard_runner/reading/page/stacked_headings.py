"""Headings whose cells are printed over several lines, or in two languages: put on one line, in the words that name columns.

`Runs` above `Lopies` beside `Bowler Bouler` is a form of two languages, `No` above `balls` a narrow cell. Refuses lines
that name as many columns by themselves, and words of figures or of a table beside this one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.table_bodies import ends_table
from scorecard_runner.reading.tables.column_names import column_of, names_players
from scorecard_runner.reading.tables.heading_terms import terms_of
from scorecard_runner.reading.tables.headings import Heading, find_headings
from scorecard_runner.reading.tables.vocabulary import BATTER_WORDS, Column, TableKind, is_one_of
from scorecard_runner.reading.words import Word

_REACH = 2.2
"""Distance of centres, in letter heights, up to which a line above or below holds parts of the same cells."""

_NEIGHBOURS = 3
_LONGEST_NAME = 3
_STROKE = 2.2
"""Letter heights from a name to the same in another language: a stroke or a dot stands between them."""


def with_headings_stacked(lines: Sequence[Line]) -> list[Line]:
    """Return the lines from top to bottom, each heading of several lines as one."""
    found = list(lines)
    at = 0
    while at < len(found):
        stacked = _stacked_at(found, at)
        if stacked:
            first, end, put = stacked
            found[first:end] = put
            at = first + len(put)
        else:
            at += 1
    return found


def _stacked_at(lines: Sequence[Line], at: int) -> tuple[int, int, list[Line]] | None:
    """Return which lines the heading takes whose players are named on this one, and what is put in their place."""
    anchor = next((phrase for phrase in lines[at].phrases if names_players(phrase.words[0].text)), None)
    if anchor is None or label_of(lines[at].text) is not None:
        return None
    kind = TableKind.BATTING if is_one_of(anchor.words[0].text, BATTER_WORDS) else TableKind.BOWLING
    near = list(_near(lines, at))
    edge = _edge_of_others([lines[each] for each in near], anchor.box)
    parts = [part for each in near if (part := lines[each].within(anchor.box.left, edge))]
    if any(_has_figures(part) for part in parts):
        return None
    joined = _joined(parts, lines[at].box, kind)
    if not _is_better(joined, parts, kind):
        return None
    before = [part for each in near if (part := lines[each].within(float("-inf"), anchor.box.left))]
    beside = [part for each in near if (part := lines[each].within(edge, float("inf")))]
    end = near[-1] + 1
    rows: list[Line] = []
    while beside and end < len(lines) and not ends_table(lines[end]):
        rows += [part for part in (lines[end].within(float("-inf"), edge),) if part]
        beside += [part for part in (lines[end].within(edge, float("inf")),) if part]
        end += 1
    return near[0], end, [*before, joined, *rows, *beside]


def _near(lines: Sequence[Line], at: int) -> Iterator[int]:
    box = lines[at].box
    for each in range(max(0, at - _NEIGHBOURS), min(len(lines), at + _NEIGHBOURS + 1)):
        distance = abs(lines[each].phrases[0].box.centre_y - box.centre_y)
        if each == at or distance <= _REACH * min(word.box.height for word in lines[at].words):
            yield each


def _edge_of_others(lines: Sequence[Line], name: Box) -> float:
    """Return where something begins on the right that announces itself: falls of wickets beside the bowlers."""
    labels = (
        phrase.box.left
        for line in lines
        for phrase in line.phrases
        if _announces(phrase) and phrase.box.left > name.right
    )
    return min(labels, default=float("inf"))


def _announces(phrase: Phrase) -> bool:
    return label_of(phrase.text) in {Label.FALL_OF_WICKETS, Label.DID_NOT_BAT, Label.OTHER}


def _has_figures(line: Line) -> bool:
    return any(word.text[:1].isdigit() and word.text[-1:] not in {"s", "S"} for word in line.words)


def _joined(parts: Sequence[Line], box: Box, kind: TableKind) -> Line:
    """Return the cells from left to right, level with the line, each in the words that name its column."""
    cells: list[list[Phrase]] = []
    phrases = sorted((phrase for part in parts for phrase in part.phrases), key=lambda each: each.box.left)
    is_twice = _says_twice(phrases[:1], kind) or _says_twice(phrases[:2], kind)
    for phrase in phrases:
        above = cells[-1] if cells else []
        is_under = bool(above) and enclosing(each.box for each in above).overlap_x(phrase.box) > 0
        if is_under or (is_twice and above and _says_twice([above[-1], phrase], kind)):
            above.append(phrase)
        else:
            cells.append([phrase])
    named = (_naming(sorted(cell, key=lambda each: each.box.centre_y), kind) for cell in cells)
    return Line(tuple(Phrase(tuple(_levelled(word, box) for word in words)) for words in named))


def _says_twice(phrases: Sequence[Phrase], kind: TableKind) -> bool:
    """Whether the name of a column is followed by words that name none, or the same: what it is called elsewhere."""
    columns = [column for phrase in phrases for column, _ in terms_of(Line((phrase,)), kind)]
    gaps = (right.box.left - left.box.right for left, right in pairwise(phrases))
    is_near = all(gap <= _STROKE * phrases[0].box.height for gap in gaps)
    return is_near and len(columns) > 1 and columns[0] is not None and set(columns[1:]) <= {None, columns[0]}


def _levelled(word: Word, box: Box) -> Word:
    return replace(word, box=Box(word.box.left, box.top, word.box.right, box.bottom))


def _naming(cell: Sequence[Phrase], kind: TableKind) -> list[Word]:
    """Return the words of a cell that name its column, for the rest says the same in another language; all if none do."""
    words = [word for phrase in cell for word in phrase.words]
    if len(words) <= _LONGEST_NAME and column_of("".join(word.text for word in words), kind):
        return words
    terms = [term for phrase in cell for term in terms_of(Line((phrase,)), kind) if term[0] is not None]
    return list(terms[0][1]) if len({column for column, _ in terms}) == 1 else words


def _is_better(joined: Line, parts: Sequence[Line], kind: TableKind) -> bool:
    """Whether it is a heading that says more than any of its lines does alone, or leaves fewer columns without a name."""
    found = find_headings(joined)
    if len(found) != 1 or found[0].kind is not kind:
        return False
    alone = [_names_of(heading) for part in parts for heading in find_headings(part)]
    return _names_of(found[0]) > max(alone, default=(0, False, 0))


def _names_of(heading: Heading) -> tuple[int, bool, int]:
    """Return how many columns of numbers it names, whether that of the players, and how many not, as less than nothing."""
    strange = sum(cell.column is Column.OTHER for cell in heading.number_cells)
    return len(heading.number_cells) - strange, heading.cell(Column.NAME) is not None, -strange
