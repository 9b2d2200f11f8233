"""Where on a page figures stand that say what they are, each with its place: one line's, or a number above its unit.

`2` above `5 balls`, `3-46` above `12 overs`: what is printed in two sizes belongs together. Refuses lines that announce
something: their figures are those of the side.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.fall_of_wickets import goes_on_in_falls
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.titles import is_score_title
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.cells import Cell, read_cell
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.told.figures import find_told
from scorecard_runner.reading.words import Word

_BELOW = 2.6  # letter heights from a number to its unit below it
_BESIDE = 1.5  # letter heights from a number to its unit in smaller letters
_BEHIND = 3.0  # letter heights from a figure to the next one of the same player
_FAR = 4.0  # letter heights
_RUNS = re.compile(r"(\d{1,3}|\d \d|[OoQ])\s?\*?")
_STARTS_NUMBER = frozenset("0123456789OoQ")
_PAIR = re.compile(r"(\d{1,3}|[OoQ](?=\s?for))\s?(?:for|[-–—/])\s?(\d{1,3})", re.IGNORECASE)  # noqa: RUF001 - as printed
_RUNNING = re.compile(
    r"\d\s?[-–—]\s?\d{1,3}\s?[-–—]\s?\d{1,3}\s?[-–—]\s?\d{1,2}\s?"  # noqa: RUF001 - as printed
    r"(?:[,;.]?\s(?!\d)[^\d]*[^\W\d_]{2}[^\d]*\d{1,2}(?:\.\d)?\s?[-–—]|[,;]\s[^\d]*[^\W\d_][^\d]*$)"  # noqa: RUF001
)
"""An analysis, a name and the beginning of the next one; or of a name that goes on below."""
_MOST_IN_A_LINE = 2
"""Batters and bowlers, or two innings, side by side; a grid of batters and bowlers has more."""

_NEXT_OF_LIST = 2.0  # letter heights between a list and its next line
_DASHED = re.compile(r"\d\s?[-–—]")  # noqa: RUF001 - as printed
_MOST_WICKETS = 10
_MOST_CONCEDED = 120
_MOST_OVERS = 30
"""Of a bowler in a match whose bowlers are not told by four figures."""

_NOT_OF_PLAYERS = frozenset(Label) - {Label.SECTION}


@dataclass(frozen=True)
class Mark:
    """Figures of one player: their cells, and the words that they are."""

    kind: TableKind
    cells: tuple[Cell, ...]
    words: tuple[Word, ...]
    is_whole: bool
    is_either: bool = False
    stands_behind: bool = False
    """Whether text stands before it in the same phrase."""
    left: float = 0.0
    """Where that phrase begins."""

    place: Box | None = None
    """Where figures must stand that were not read."""

    @cached_property
    def box(self) -> Box:
        """The box around its words, or where they must stand."""
        return self.place or enclosing(word.box for word in self.words)


def find_marks(lines: Sequence[Line]) -> list[Mark]:
    """Return the marks of the lines, whole ones and parts, from top to bottom."""
    listed = _of_lists(lines)
    said = [line for line in lines if not announces(line) and id(line) not in listed and not is_running(line)]
    by_line = (_joined([each for each in _of_line(line) if _is_likely(each)]) for line in said)
    marks = [mark for each in by_line if sum(mark.is_whole for mark in each) <= _MOST_IN_A_LINE for mark in each]
    return sorted(_with_numbers_above(marks, said), key=lambda mark: mark.box.centre_y)


def _of_lists(lines: Sequence[Line]) -> set[int]:
    """Return the lines, by `id`, of bowlers in running text and of wickets: what follows their label."""
    listed: set[int] = set()
    falls: list[str] = []
    for above, line in zip([None, *lines], lines, strict=False):
        label = label_of(line.text)
        is_near = above is not None and line.box.top - above.box.bottom < _NEXT_OF_LIST * line.box.height
        falls = [*falls, line.text] if falls and is_near and goes_on_in_falls(" ".join(falls), line.text) else []
        goes_on = above is not None and id(above) in listed and line.box.top - above.box.bottom < line.box.height
        is_begun = label is Label.BOWLING_FIGURES or is_running(line)
        if falls or is_begun or (goes_on and label is None and _DASHED.search(line.text)):
            listed.add(id(line))
        if label is Label.FALL_OF_WICKETS:
            falls = [line.text]
    return listed


def is_running(line: Line) -> bool:
    """Whether the line is running text: bowlers one behind the other, each with his analysis."""
    return bool(_RUNNING.search(line.text))


def find_lone_numbers(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Return the numbers that stand alone, without a unit, behind text: as if they were a batter's runs."""
    taken = {id(word) for mark in marks for word in mark.words}
    found = []
    for line in lines:
        for phrase in () if announces(line) else line.phrases:
            matched = _RUNS.fullmatch(phrase.text)
            if matched and not taken & {id(word) for word in phrase.words}:
                cell = _cell(Column.RUNS, matched[1], 0, [(phrase.words[0], 0)])
                cell = replace(cell, has_star=phrase.text.endswith("*"))
                found.append(Mark(TableKind.BATTING, (cell,), phrase.words, is_whole=True, left=phrase.box.left))
    return sorted(found, key=lambda mark: mark.box.centre_y)


def _joined(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks of a line, whole ones with the parts right behind them."""
    found: list[Mark] = []
    for mark in marks:
        last = found[-1] if found else None
        if last and last.is_whole and not mark.is_whole and last.kind is mark.kind and _follows(last, mark):
            found[-1] = replace(last, cells=(*last.cells, *mark.cells), words=(*last.words, *mark.words))
        else:
            found.append(mark)
    return found


def _follows(first: Mark, second: Mark) -> bool:
    return second.box.left - first.box.right <= _BEHIND * first.box.height


def announces(line: Line) -> bool:
    """Whether the line speaks of a side or of the match, not of one player."""
    if label_of(line.text) in _NOT_OF_PLAYERS:
        return True
    marks = list(_of_line(line))
    return not all(map(_is_likely, marks)) or (not marks and is_score_title(line.text))


def _is_likely(mark: Mark) -> bool:
    """Whether the figures can be those of a player: what looks like a bowler's may be the score of his side."""
    if not mark.is_either:
        return True
    first, second, overs = (cell.value or 0.0 for cell in mark.cells[:3])
    return min(first, second) <= _MOST_WICKETS and max(first, second) <= _MOST_CONCEDED and overs <= _MOST_OVERS


def _of_line(line: Line) -> Iterator[Mark]:
    starts, text = _laid_out(line.words)
    for told in find_told(text):
        inside = [
            (word, start)
            for word, start in zip(line.words, starts, strict=True)
            if start < told.end and told.start < start + len(word.text)
        ]
        words = tuple(word for word, _ in inside)
        phrase = next(phrase for phrase in line.phrases if words[0] in phrase.words)
        goes_on = text[told.end :].lstrip(" ).,;")[:1].isalpha() and words[-1] is not phrase.words[-1]
        if told.is_whole and goes_on and words[-1] in phrase.words:
            continue  # running text
        yield Mark(
            told.kind,
            tuple(
                replace(
                    _cell(figure.column, text[figure.start : figure.end], figure.start, inside),
                    has_star=text[figure.end :].lstrip().startswith("*"),
                )
                for figure in told.figures
            ),
            words,
            told.is_whole,
            told.is_either,
            stands_behind=words[0] is not phrase.words[0],
            left=phrase.box.left,
        )


def _laid_out(words: Sequence[Word]) -> tuple[list[int], str]:
    """Return where each word begins in the text of all, and the text; what stands far apart is parted by a bar."""
    starts: list[int] = []
    text = ""
    for before, word in zip([None, *words], words, strict=False):
        if before is not None:
            text += " | " if word.box.left - before.box.right > _FAR * max(before.box.height, word.box.height) else " "
        starts.append(len(text))
        text += word.text
    return starts, text


def _cell(column: Column, digits: str, start: int, inside: Sequence[tuple[Word, int]]) -> Cell:
    """Return the cell of digits that are a word, or a part of one: letters are about as wide as each other."""
    word, begins = next(each for each in reversed(inside) if each[1] <= start)
    letter = word.box.width / max(1, len(word.text))
    left = word.box.left + letter * (start - begins)
    box = replace(word.box, left=left, right=left + letter * len(digits))
    is_part = any(map(str.isdigit, word.text.replace(digits, "", 1)))
    return Cell(column, box, read_cell(digits, word.confidence, column, word.readers), is_part=is_part)


def _with_numbers_above(marks: Sequence[Mark], lines: Sequence[Line]) -> Iterator[Mark]:
    """Yield the marks, those that are only a unit joined with the number that stands above it."""
    taken = {id(word) for mark in marks for word in mark.words}
    numbers = [
        phrase
        for line in lines
        for phrase in line.phrases
        if phrase.text[:1] in _STARTS_NUMBER and not taken & {id(word) for word in phrase.words}
    ]
    for mark in marks:
        columns = {cell.column for cell in mark.cells}
        above = None
        if not mark.is_whole and columns in ({Column.BALLS}, {Column.OVERS}):
            pattern = _RUNS if Column.BALLS in columns else _PAIR
            above = next((each for phrase in numbers if (each := _number_over(mark, phrase, pattern))), None)
        yield above or mark


def _number_over(mark: Mark, phrase: Phrase, pattern: re.Pattern[str]) -> Mark | None:
    box, words = phrase.box, phrase.words
    is_over = 0 < mark.box.centre_y - box.centre_y <= _BELOW * box.height and box.overlap_x(mark.box) > 0
    is_beside = box.overlap_y(mark.box) > 0 and 0 <= mark.box.left - box.right <= _BESIDE * box.height
    if not is_over and not is_beside:
        return None
    starts, text = _laid_out(words)
    matched = pattern.fullmatch(text)
    if matched is None:
        return None
    columns = (Column.RUNS,) if pattern is _RUNS else (Column.WICKETS, Column.RUNS)
    inside = list(zip(words, starts, strict=True))
    cells = [
        replace(_cell(column, matched[at], matched.start(at), inside), has_star=text.endswith("*"))
        for at, column in enumerate(columns, start=1)
    ]
    return replace(
        mark,
        cells=(*cells, *mark.cells),
        words=(*words, *mark.words),
        is_whole=True,
        is_either=pattern is _PAIR,
        stands_behind=False,
        left=box.left,
    )
