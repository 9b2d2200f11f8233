"""Tables of two innings, as county grounds print them: each player has one row, and every column stands twice.

Told by rows that say twice how a batter was out with his runs between, and by headings that name the figures of bowlers
twice. The two halves become cards of their own, with the names in both. Refuses tables of which only a row or two look
so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from scorecard_runner.reading.grammar.dismissal_openings import opens_dismissal, split_dismissal
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.two_lists import deal_bowling, deal_columns, deal_falls
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.words import Word

_LEAST_ROWS = 3
_MOST_BETWEEN = 6
"""Rows of players who batted in one innings only, or in none, between two that batted in both."""

_MOST_ABOVE = 3
_MOST_BELOW = 12
_SAME_EDGE = 1.2  # letter heights
_SUMS = frozenset({Label.EXTRAS, Label.OVERS, Label.WICKETS, Label.TOTAL})


@dataclass(frozen=True)
class _Edges:
    """Where the dismissals of the first innings begin, and those of the second."""

    first: float
    second: float

    def halves(self, line: Line) -> tuple[Line | None, Line | None]:
        """Return the line of each innings, with the name in both; None where only the other innings has anything."""
        if all(word.box.centre_x < self.first for word in line.words):
            return line, line
        name = [word for word in line.words if word.box.centre_x < self.first]
        first = [word for word in line.words if self.first <= word.box.centre_x and word.box.left < self.second]
        second = [word for word in line.words if word.box.left >= self.second]
        return _joined(line, name, first), _joined(line, name, second)


@dataclass(frozen=True)
class _Batting:
    """The lines from `start` to before `end` that are a batting table of two innings."""

    start: int
    end: int
    edges: _Edges


def innings_apart(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in the order in which they are to be read: each list from top to bottom of the page.

    A card of two innings becomes that of the first, behind what stands above it, and that of the second.
    """
    parts: list[list[Line]] = [[]]
    at = 0
    for batting in _batting_tables(lines):
        _take_bowling(parts, lines[at : batting.start])
        firsts, seconds = _dealt(lines[batting.start : batting.end], batting.edges)
        falls = deal_falls(lines[batting.end :])
        figures = deal_bowling(lines[batting.end + falls.count :])
        parts[-1] += [*firsts, *falls.first, *figures.first]
        parts += [[*seconds, *falls.second, *figures.second], []]
        at = batting.end + falls.count + figures.count
    _take_bowling(parts, lines[at:])
    return [part for part in parts if part]


def _take_bowling(parts: list[list[Line]], lines: Sequence[Line]) -> None:
    """Add lines without batting of two innings; the bowling may still be of two."""
    at = 0
    while at < len(lines):
        figures = deal_bowling(lines[at:])
        figures = figures if figures.count else deal_columns(lines[at:])
        if not figures.count:
            parts[-1].append(lines[at])
            at += 1
            continue
        parts[-1] += figures.first
        parts += [list(figures.second), []]
        at += figures.count


def _batting_tables(lines: Sequence[Line]) -> Iterator[_Batting]:
    rows = [(at, edges) for at, line in enumerate(lines) if (edges := _edges_of(line))]
    while rows:
        group = rows[:1]
        for at, edges in rows[1:]:
            if at - group[-1][0] > _MOST_BETWEEN or not _is_same(edges, group[0][1], lines[at]):
                break
            group.append((at, edges))
        if len(group) >= _LEAST_ROWS:
            yield _extended(lines, group)
        rows = rows[len(group) :]


def _edges_of(line: Line) -> _Edges | None:
    """Return where the two dismissals of a row begin; None for all other lines."""
    words = line.words
    for place in range(2, len(words) - 1):
        if read_strictly(words[place].text) is None or not opens_dismissal(_text(words[place + 1 :])):
            continue
        first = split_dismissal(_text(words[:place]))
        if first and parse_dismissal(_without_runs(words[place + 1 :])):
            return _Edges(words[len(first[0].split())].box.left, words[place + 1].box.left)
    return None


def _without_runs(words: Sequence[Word]) -> str:
    return _text(words[:-1] if read_strictly(words[-1].text) is not None else words)


def _is_same(edges: _Edges, others: _Edges, line: Line) -> bool:
    return abs(edges.second - others.second) <= _SAME_EDGE * line.box.height


def _extended(lines: Sequence[Line], rows: Sequence[tuple[int, _Edges]]) -> _Batting:
    """Return the table of these rows with its headings above and its sums below."""
    height = median(lines[at].box.height for at, _ in rows)
    edges = _Edges(*(min(places) - height / 2 for places in zip(*((e.first, e.second) for _, e in rows), strict=True)))
    start, end = rows[0][0], rows[-1][0] + 1
    while start and rows[0][0] - start < _MOST_ABOVE and _begins_at(lines[start - 1], edges.second, height):
        start -= 1
    while end < min(len(lines), rows[-1][0] + _MOST_BELOW) and _goes_on(lines[end], edges, height):
        end += 1
        if label_of(lines[end - 1].text) is Label.TOTAL:
            break
    return _Batting(start, end, edges)


def _begins_at(line: Line, edge: float, height: float) -> bool:
    reach = _SAME_EDGE * height
    return any(edge - reach / 2 <= word.box.left <= edge + reach for word in line.words)


def _goes_on(line: Line, edges: _Edges, height: float) -> bool:
    # `Overs 49.1 61.5` is a sum of either innings only after it was cut.
    labels = {label_of(half.text) for half in (line, *edges.halves(line)) if half}
    if find_headings(line) or labels - {None, *_SUMS}:
        return False
    return bool(labels & _SUMS) or any(_begins_at(line, edge, height) for edge in (edges.first, edges.second))


def _dealt(lines: Sequence[Line], edges: _Edges) -> tuple[list[Line], list[Line]]:
    halves = [edges.halves(line) for line in lines]
    return [first for first, _ in halves if first], [second for _, second in halves if second]


def _joined(line: Line, name: Sequence[Word], rest: Sequence[Word]) -> Line | None:
    kept = {id(word) for word in (*name, *rest)}
    phrases = (tuple(word for word in phrase.words if id(word) in kept) for phrase in line.phrases)
    return Line(tuple(Phrase(words) for words in phrases if words)) if rest else None


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
