"""What stands below a batting table of two innings, dealt to both: falls of wickets, and bowlers with their figures twice.

Refuses to find them: `two_innings` knows where they begin.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.numbers import read_leniently
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.table_bodies import table_body
from scorecard_runner.reading.tables.heading_terms import terms_of
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.vocabulary import TableKind
from scorecard_runner.reading.words import Word

_LEAST_COLUMNS = 3
_FIGURE = re.compile(r"\d{1,4}[-–—/]\d|\d{1,4}\W*$")  # noqa: RUF001 - as printed
_FIRST_WICKET = re.compile(r"1\s*[-–—/]\s*\d")  # noqa: RUF001 - as printed
_ORDINAL = re.compile(r"(?P<first>first|1st)|(?P<second>second|2nd)|inn(?:ing)?s\W*", re.IGNORECASE)
_MOST_LINES = 6


@dataclass(frozen=True)
class Dealt:
    """The lines of each innings, and how many lines of the page they are."""

    first: tuple[Line, ...] = ()
    second: tuple[Line, ...] = ()
    count: int = 0


def deal_falls(lines: Sequence[Line]) -> Dealt:
    """Return the falls of wickets that begin with the first line: the second list says so, or counts from one again."""
    if not lines or label_of(lines[0].text) is not Label.FALL_OF_WICKETS:
        return Dealt()
    label = [word for word in _before_figures(lines[0]) if not _ORDINAL.fullmatch(word.text)]
    dealt: tuple[list[Line], list[Line]] = ([], [])
    count, place = 0, 0
    for line in lines[:_MOST_LINES]:
        figures = line.words[len(_before_figures(line)) :]
        if count and (label_of(line.text) not in {None, Label.INNINGS_TITLE} or find_headings(line) or not figures):
            break
        place = 1 if _is_second(line, figures, is_first=not dealt[0]) else place
        begun = bool(dealt[place])
        if figures:
            dealt[place].append(_line([*(() if begun else label), *figures]))
        count += 1
    return Dealt(tuple(dealt[0]), tuple(dealt[1]), count)


def deal_bowling(lines: Sequence[Line]) -> Dealt:
    """Return the bowling of both innings whose heading is the first line; nothing if that does not name figures twice."""
    edges = _second_half(lines[0]) if lines else None
    if not edges:
        return Dealt()
    first, second = edges
    rows = _rows_of(lines)
    if _second_names(rows, first, second):
        return Dealt()
    kept = [[half for row in rows if (half := _half(row, first, *stretch))] for stretch in _stretches(second)]
    return Dealt(tuple(kept[0]), tuple(kept[1]), len(rows))


def deal_columns(lines: Sequence[Line]) -> Dealt:
    """Return the left and the right half of bowlers in two columns below one line of names; nothing if it is no such."""
    edges = _second_half(lines[0]) if lines else None
    if not edges:
        return Dealt()
    rows = _rows_of(lines)
    names = _second_names(rows, *edges)
    if not names:
        return Dealt()
    first, second = (_column(rows, *at) for at in zip(_stretches(edges[1]), _stretches(min(names)), strict=True))
    return Dealt(first, second, len(rows))


def _column(rows: Sequence[Line], heading: tuple[float, float], body: tuple[float, float]) -> tuple[Line, ...]:
    """Return the heading and the rows of one column: the names of its figures may begin left of its first name."""
    parts = [rows[0].within(*heading), *(row.within(*body) for row in rows[1:])]
    return tuple(part for part in parts if part)


def _rows_of(lines: Sequence[Line]) -> list[Line]:
    return [lines[0], *table_body(lines[0], find_headings(lines[0])[0], lines[1:])]


def _stretches(second: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (0.0, second), (second, float("inf"))


def _second_names(rows: Sequence[Line], first: float, second: float) -> list[float]:
    """Return where names begin between the figures of the first and of the second list, if that has its own names."""
    inside = [word for row in rows[1:] for word in row.words if first < word.box.left and word.box.centre_x < second]
    lettered = [word for word in inside if word.text[:1].isalpha() and read_leniently(word.text) is None]
    return [word.box.left for word in lettered] if any(word.text[:2].isalpha() for word in lettered) else []


def _half(row: Line, first: float, left: float, right: float) -> Line | None:
    """Return the name and what of the row stands between these edges; None if there is nothing."""
    figures = {id(word) for word in row.words if word.box.right > first and left <= word.box.centre_x < right}
    phrases = (
        tuple(word for word in phrase.words if word.box.right <= first or id(word) in figures) for phrase in row.phrases
    )
    return Line(tuple(Phrase(words) for words in phrases if words)) if figures else None


def _second_half(line: Line) -> tuple[float, float] | None:
    """Return where the figures of the first and of the second innings begin; None if columns are not named twice."""
    if not find_headings(line):
        return None
    terms = [(column, words) for column, words in terms_of(line, TableKind.BOWLING) if column and column.is_number]
    half = len(terms) // 2
    columns = [column for column, _ in terms]
    if half < _LEAST_COLUMNS or len(terms) % 2 or columns[:half] != columns[half:] or len(set(columns)) != half:
        return None
    pitch = terms[1][1][0].box.left - terms[0][1][0].box.left
    second = (terms[half - 1][1][-1].box.right + terms[half][1][0].box.left) / 2
    return terms[0][1][0].box.left - pitch / 2, second


def _before_figures(line: Line) -> list[Word]:
    place = next((at for at, word in enumerate(line.words) if _FIGURE.match(word.text)), len(line.words))
    return list(line.words[:place])


def _is_second(line: Line, figures: Sequence[Word], *, is_first: bool) -> bool:
    said = [matched for word in _before_figures(line) if (matched := _ORDINAL.fullmatch(word.text))]
    if any(matched["second"] for matched in said):
        return True
    return not is_first and bool(figures) and _FIRST_WICKET.match(figures[0].text) is not None


def _line(words: Sequence[Word]) -> Line:
    return Line((Phrase(tuple(words)),))
