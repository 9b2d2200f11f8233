"""Which text belongs to which told figures: names and dismissals beside them, above or below, row by row.

Rows keep a little more distance from each other than the lines of one row do. Refuses lines that announce something, and
what stands left of the names: pictures, numbers of shirts.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.vocabulary import TableKind
from scorecard_runner.reading.told.columns import ToldColumn
from scorecard_runner.reading.told.marks import Mark, announces
from scorecard_runner.reading.told.row_ends import is_ragged
from scorecard_runner.reading.words import Word

_SAME_EDGE = 0.8  # letter heights
_SHARE_OF_EDGE = 0.8
_SAME_GAP = 0.3  # letter heights
_REACH = 1.3  # steps of rows
_SLACK = 0.5  # letter heights
_SHORTEST_NAME = 3  # letters; what is shorter and stands apart is a picture or a number


@dataclass(frozen=True)
class Item:
    """What stands in a row: a piece of text, or figures."""

    box: Box
    text: Line | None = None
    mark: Mark | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the text or of the figures."""
        if self.text:
            return self.text.words
        return self.mark.words if self.mark else ()


@dataclass(frozen=True)
class ToldRows:
    """The items of each row from top to bottom, and where the names begin, in pixels."""

    rows: tuple[tuple[Item, ...], ...]
    edge: float


def deal_rows(column: ToldColumn, lines: Sequence[Line], marks: Sequence[Mark], left: float) -> ToldRows:
    """Return the rows of a column of figures.

    Args:
        column: the figures.
        lines: of the page.
        marks: all figures of the page, parts too.
        left: where the rows begin at the earliest, in pixels: another table stands there.
    """
    rows = _rows(column, _items(column, lines, marks, left))
    edge = _edge_of_names(column, rows) - _SAME_EDGE * column.marks[0].box.height
    kept = (tuple(item for each in row if (item := _of_row(each, edge, column.kind))) for row in rows)
    return ToldRows(tuple(kept), edge)


def without_words(line: Line, taken: set[int]) -> Line | None:
    """Return the line without these words, given by `id`; None if nothing is left."""
    kept = (tuple(word for word in phrase.words if id(word) not in taken) for phrase in line.phrases)
    phrases = tuple(Phrase(words) for words in kept if words)
    return Line(phrases) if phrases else None


def _items(column: ToldColumn, lines: Sequence[Line], marks: Sequence[Mark], left: float) -> list[Item]:
    """Return what stands beside the figures or right above and below them, from top to bottom."""
    top, bottom = _bounds(column, lines, left)
    whole = {id(mark) for mark in column.marks}
    inside = [
        mark
        for mark in marks
        if (id(mark) in whole)
        or (not mark.is_whole and mark.kind is column.kind and left <= mark.box.centre_x <= column.box.right)
    ]
    figures = {id(word) for mark in marks for word in mark.words} | _misread(column, lines)
    parts = (_beside(line, column, left) for line in lines if not announces(line))
    texts = [rest for part in parts if part and label_of(part.text) is None and (rest := without_words(part, figures))]
    items = [
        *(Item(text.box, text=text) for text in texts),
        *(Item(mark.box, mark=mark) for mark in inside),
    ]
    return sorted((item for item in items if top < item.box.centre_y < bottom), key=lambda item: item.box.centre_y)


def _beside(line: Line, column: ToldColumn, left: float) -> Line | None:
    """Return the part of the line that can be of the rows; behind text figures end anywhere, and so may what is wrapped."""
    right = column.box.right + column.marks[0].box.height
    if is_ragged(column):
        right = max([right, *(phrase.box.right + 1 for phrase in line.phrases if left <= phrase.box.left < right)])
    return line.within(left, right)


def _misread(column: ToldColumn, lines: Sequence[Line]) -> set[int]:
    """Return the words, by `id`, that stand where figures must stand that were not read: whatever they say, it is wrong."""
    places = [mark.place for mark in column.marks if mark.place]
    words = (word for line in lines for word in line.words)
    return {id(word) for word in words if any(_covers(place, word.box) for place in places)}


def _covers(place: Box, box: Box) -> bool:
    return place.left <= box.centre_x <= place.right and place.overlap_y(box) > 0


def _bounds(column: ToldColumn, lines: Sequence[Line], left: float) -> tuple[float, float]:
    """Return how far up and down rows can reach: a step beyond the figures, or to a line that announces something."""
    first, last = column.marks[0].box.centre_y, column.marks[-1].box.centre_y
    stops = [
        line.box.centre_y
        for line in lines
        if label_of(line.text) is not None and line.box.right > left and line.box.left < column.box.right
    ]
    top = max((y for y in stops if y < first - _SLACK * column.marks[0].box.height), default=0.0)
    bottom = min((y for y in stops if y > last + _SLACK * column.marks[-1].box.height), default=float("inf"))
    return max(top, first - _REACH * column.step), min(bottom, last + _REACH * column.step)


def _rows(column: ToldColumn, items: Sequence[Item]) -> list[list[Item]]:
    """Return the items of each row: they part where the most paper is left white between two figures."""
    anchors = [next(at for at, item in enumerate(items) if item.mark is mark) for mark in column.marks]
    height = column.marks[0].box.height
    cuts = [_cut(items, above, below, height) for above, below in pairwise(anchors)]
    starts = [0, *cuts]
    ends = [*cuts, len(items)]
    rows = [list(items[start:end]) for start, end in zip(starts, ends, strict=True)]
    return _trimmed(rows, [items[at] for at in anchors], height)


def _cut(items: Sequence[Item], above: int, below: int, height: float) -> int:
    """Return the first item of the lower row: behind the widest gap, of equal ones that above a name."""
    best, widest = below, float("-inf")
    bottom = items[above].box.bottom
    for at in range(above + 1, below + 1):
        gap = items[at].box.top - bottom
        bottom = max(bottom, items[at].box.bottom)
        is_wider = gap > widest + _SAME_GAP * height
        is_like = gap > widest - _SAME_GAP * height and _may_begin(items[at]) and not _may_begin(items[best])
        if is_wider or is_like:
            best, widest = at, max(gap, widest)
    return best


def _may_begin(item: Item) -> bool:
    return item.text is not None and parse_dismissal(item.text.text) is None


def _trimmed(rows: list[list[Item]], anchors: Sequence[Item], height: float) -> list[list[Item]]:
    """Return the rows, the first and the last one reaching no further than the others do."""
    up = [anchor.box.centre_y - row[0].box.top for row, anchor in zip(rows[1:], anchors[1:], strict=True) if row]
    down = [
        row[-1].box.bottom - anchor.box.centre_y for row, anchor in zip(rows[:-1], anchors[:-1], strict=True) if row
    ]
    highest = anchors[0].box.centre_y - max(up, default=2 * height) - _SLACK * height
    if _is_wrapped(anchors):
        highest = min(highest, rows[0][0].box.top)
    elif _is_whole(rows[0], anchors[0]):
        highest = anchors[0].box.top - _SLACK * height
    lowest = anchors[-1].box.centre_y + max(down, default=2 * height) + _SLACK * height
    rows[0] = [item for item in rows[0] if item.box.top >= highest or item is anchors[0]]
    rows[-1] = [item for item in rows[-1] if item.box.bottom <= lowest or item is anchors[-1]]
    return rows


def _is_wrapped(anchors: Sequence[Item]) -> bool:
    """Whether the first figures were wrapped, for others stand behind text."""
    marks = [anchor.mark for anchor in anchors if anchor.mark]
    return not marks[0].stands_behind and any(mark.stands_behind for mark in marks)


def _is_whole(row: Sequence[Item], anchor: Item) -> bool:
    """Whether name and dismissal stand before the figures on their own line, so that what is above is a title."""
    beside = [item.text.text for item in row if item.text and item.box.overlap_y(anchor.box) > 0]
    parted = (split_dismissal(text) for text in beside if parse_dismissal(text) is None)
    return any(parts is not None and sum(map(str.isalpha, parts[0])) > _SHORTEST_NAME for parts in parted)


def _edge_of_names(column: ToldColumn, rows: Sequence[Sequence[Item]]) -> float:
    """Return where the names begin: the leftmost edge at which about as many texts begin as at any.

    Bowlers have nothing between their names and their figures.
    """
    height = column.marks[0].box.height
    phrases = [phrase for row in rows for item in row if item.text for phrase in item.text.phrases]
    if column.kind is TableKind.BOWLING:
        phrases = [near for mark in column.marks if (near := _nearest(mark, phrases))]
    lefts = sorted(phrase.box.left for phrase in phrases if any(map(str.isalpha, phrase.text)))
    support = Counter({left: sum(abs(left - other) <= _SAME_EDGE * height for other in lefts) for left in lefts})
    most = max(support.values(), default=0)
    edge = next((left for left in lefts if support[left] >= _SHARE_OF_EDGE * most), 0.0)
    # What was wrapped begins at the margin, left of the bullets of the rows.
    return min([edge, *(mark.left for mark in column.marks if mark.stands_behind and column.kind is TableKind.BATTING)])


def _nearest(mark: Mark, phrases: Sequence[Phrase]) -> Phrase | None:
    """Return the phrase right before the figures."""
    beside = [
        phrase
        for phrase in phrases
        if phrase.box.overlap_y(mark.box) > 0 and phrase.box.left < mark.box.left and any(map(str.isalpha, phrase.text))
    ]
    return max(beside, key=lambda phrase: phrase.box.left, default=None)


def _of_row(item: Item, edge: float, kind: TableKind) -> Item | None:
    """Return the item without what stands left of the names, but with pictures of batters: nobody else wants those."""
    if item.text is None:
        return item
    shortest = _SHORTEST_NAME if kind is TableKind.BATTING else 0
    kept = (_from_edge(phrase, edge, shortest) for phrase in item.text.phrases)
    phrases = tuple(phrase for phrase in kept if phrase)
    return replace(item, text=Line(phrases)) if phrases else None


def _from_edge(phrase: Phrase, edge: float, shortest: int) -> Phrase | None:
    """Return the phrase, without a number of the row that was read in one go with the name; None if it stands before it."""
    if phrase.box.left >= edge or len(phrase.text) <= shortest:
        return phrase
    behind = tuple(word for word in phrase.words if word.box.left >= edge)
    before = phrase.words[: len(phrase.words) - len(behind)]
    is_counted = len(before) == 1 and before[0].text.rstrip(".)").isdigit()
    return Phrase(behind) if behind and is_counted else None
