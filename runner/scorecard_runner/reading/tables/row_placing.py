"""Which lines of text belong to which numbers of a table.

Names and dismissals belong to the nearest row; a dismissal on a line of its own finds its batter above it, and the lines
of a wrapped cell stay together. Refuses to read a number.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.grammar.dismissals import HowOut, parse_dismissal
from scorecard_runner.reading.grammar.names import parse_name
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.page.wrapped_cells import deal_lines
from scorecard_runner.reading.tables.vocabulary import TableKind
from scorecard_runner.reading.words import Word

_SAME_ROW = 0.7  # distance of centres in letter heights
_NEAR_ROW = 2.2
_BESIDE = 0.4
_MOST_IN_FULL, _LEAST_LINES = 0.6, 4
"""Share of the lines beside numbers, and how many there must be: where cells are wrapped, most are only parts of batters."""


PlacedRow = tuple[list[Word], list[Line]]
"""The numbers of a row and its lines of text."""


def number_rows(numbers: Sequence[Word], height: float) -> list[list[Word]]:
    """Return the numbers of each row, from top to bottom; `height` is that of a letter in pixels."""
    rows: list[list[Word]] = []
    for word in sorted(numbers, key=lambda each: each.box.centre_y):
        if rows and word.box.centre_y - _centre(rows[-1]) <= _SAME_ROW * height:
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _centre(words: Sequence[Word]) -> float:
    return median(word.box.centre_y for word in words)


def place_texts(
    numbers: Sequence[list[Word]],
    texts: Sequence[Line],
    kind: TableKind,
    height: float,
) -> list[PlacedRow]:
    """Return the rows from top to bottom: the numbers of each and its lines of text; rows may lack either.

    Args:
        numbers: of each row, from top to bottom.
        texts: everything that stands before the numbers.
        kind: of the table; only batters have dismissals.
        height: of a letter, in pixels.
    """
    idle = [*_idle_rows(texts), *(_unnumbered_rows(numbers, texts) if kind is TableKind.BATTING else ())]
    anchors = [*((_centre(words), words) for words in numbers), *((y, []) for y in _apart(idle, numbers, height))]
    anchors.sort(key=lambda anchor: anchor[0])
    dealt = deal_lines(texts, [y for y, _ in anchors], height)
    rows: list[PlacedRow] = [(words, []) for words in numbers]
    if dealt:
        dealt_rows = zip((words for _, words in anchors), dealt.rows, strict=True)
        rows = [(words, list(lines)) for words, lines in dealt_rows if words or lines]
    reach = _reach(numbers, height)
    for text in dealt.left_over if dealt else texts:
        row = _row_for(text, rows, kind, reach)
        if row is None:
            rows.append(([], [text]))
        else:
            row[1].append(text)
    return sorted(rows, key=lambda row: _centre(row[0]) if row[0] else row[1][0].box.centre_y)


def _idle_rows(texts: Sequence[Line]) -> Iterator[float]:
    """Yield where rows stand that have no numbers, for their players did not bat."""
    return (phrase.box.centre_y for text in texts for phrase in text.phrases if _says_idle(phrase.text))


def _unnumbered_rows(numbers: Sequence[list[Word]], texts: Sequence[Line]) -> Iterator[float]:
    """Yield where batters stand in full: their numbers were not read, if other batters have one line each."""
    whole = [text for text in texts if _is_batter_in_full(text)]
    level = [text for text in texts if any(_is_beside(text, _centre(words)) for words in numbers)]
    if sum(text in whole for text in level) >= _MOST_IN_FULL * max(len(level), _LEAST_LINES):
        yield from (text.box.centre_y for text in whole)


def _is_batter_in_full(text: Line) -> bool:
    parts = split_dismissal(text.text)
    return parts is not None and parse_name(parts[0]) is not None


def _is_beside(text: Line, y: float) -> bool:
    return abs(y - text.box.centre_y) <= _BESIDE * text.box.height


def _apart(places: Iterable[float], numbers: Sequence[list[Word]], height: float) -> Iterator[float]:
    """Yield the places at which there are no numbers, each once."""
    taken = [_centre(words) for words in numbers]
    for y in sorted(places):
        if all(abs(y - other) > height for other in taken):
            taken.append(y)
            yield y


def _says_idle(text: str) -> bool:
    dismissal = parse_dismissal(text)
    return dismissal is not None and dismissal.how_out is HowOut.DID_NOT_BAT


def _reach(numbers: Sequence[list[Word]], height: float) -> float:
    """Return how far from its numbers a text may stand: half the distance of rows, or a line."""
    centres = [_centre(words) for words in numbers]
    gaps = [low - high for high, low in itertools.pairwise(centres)]
    return max(height * _SAME_ROW, min(median(gaps) * 0.55 if gaps else height * _NEAR_ROW, height * _NEAR_ROW))


def _row_for(
    text: Line,
    rows: Sequence[PlacedRow],
    kind: TableKind,
    reach: float,
) -> PlacedRow | None:
    """Return the nearest row; a dismissal alone on its line belongs to the row above it."""
    beside = [row for row in rows if row[0] and _is_beside(text, _row_centre(row))]
    if beside:
        return min(beside, key=lambda row: abs(_row_centre(row) - text.box.centre_y))
    if kind is TableKind.BATTING and parse_dismissal(text.text):
        above = [row for row in rows if _row_centre(row) <= text.box.centre_y and not _has_dismissal(row[1])]
        nearest_above = max(above, key=_row_centre, default=None)
        if nearest_above and text.box.centre_y - _row_centre(nearest_above) <= 2 * reach:
            return nearest_above
    near = [row for row in rows if row[0] and abs(_row_centre(row) - text.box.centre_y) <= reach]
    return min(near, key=lambda row: abs(_row_centre(row) - text.box.centre_y), default=None)


def _has_dismissal(texts: Sequence[Line]) -> bool:
    """Whether the row is complete: a dismissal stands beside the name, or was found below it."""
    return any(parse_dismissal(phrase.text) for text in texts for phrase in text.phrases) or any(
        len(text.phrases) > 1 and parse_dismissal(" ".join(each.text for each in text.phrases[1:])) for text in texts
    )


def _row_centre(row: PlacedRow) -> float:
    words, texts = row
    return _centre(words) if words else texts[0].box.centre_y
