"""Rows of a narrow column put back on one line each: what a newspaper wraps when names and dismissals are long.

The number stands on the first line of a row or on its last; whichever way gives more batters is meant. Refuses rows that
say less joined than their first line says alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.dismissal_openings import opens_dismissal, split_dismissal
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from scorecard_runner.reading.grammar.numbers import is_dash, read_strictly
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.words import Word

_MOST_LINES = 4
_LIKE_NUMBER = re.compile(r"[IlıO]{1,2}")  # noqa: RUF001 - as read
_WITH_BOWLER = 3  # cells of a row before its numbers: name, how out, bowler
_NEXT_LINE = 2.4  # letter heights between the centres of two lines of a row


class NumbersAt(StrEnum):
    """The line of a row on which its numbers stand."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True)
class Entry:
    """One row: its text and numbers on a single line, and how many lines it took on the page."""

    line: Line
    numbers: tuple[Word, ...]
    is_batter: bool
    count: int = 1

    @property
    def values(self) -> tuple[float, ...]:
        """The numbers from left to right, without dashes."""
        return tuple(value for word in self.numbers if (value := read_strictly(word.text)) is not None)


def begins_entry(line: Line) -> bool:
    """Whether the line can be the first of a batter's row."""
    text, numbers = _parted(line)
    return bool(text) and (bool(numbers) or any(opens_dismissal(word.text) for word in text[1:]))


def is_batters_row(line: Line) -> bool:
    """Whether the line is a whole row by itself: a name, how he was out, and a number."""
    entry = _entry([line])
    return entry.is_batter and bool(entry.numbers)


def read_entries(lines: Sequence[Line]) -> list[Entry]:
    """Return the rows that the lines are, and single lines between them that are part of none."""
    attempts = [list(_entries(lines, place)) for place in NumbersAt]
    return max(attempts, key=lambda entries: sum(entry.is_batter for entry in entries))


def join_row(lines: Sequence[Line]) -> Line:
    """Return the lines of one row as a single one: the text, then the numbers."""
    numbers = [word for line in lines for word in _parted(line)[1]]
    numbered = next((line for line in lines if _has_own_number(line)), lines[0])
    texts = [_levelled(phrase.words, numbered.box) for phrase in _text_phrases(lines)]
    return Line((*texts, *(_levelled((word,), numbered.box) for word in numbers)))


def _entries(lines: Sequence[Line], place: NumbersAt) -> Iterator[Entry]:
    start = 0
    while start < len(lines):
        entry = _entry_at(lines[start : start + _MOST_LINES], place)
        yield entry
        start += entry.count


def _entry_at(lines: Sequence[Line], place: NumbersAt) -> Entry:
    """Return the row that begins with the first of these lines, of as many lines as make sense together."""
    entry = _entry(lines[:1])
    for count in range(2, _reach(lines, place) + 1):
        longer = _entry(lines[:count])
        if longer.is_batter and not (entry.is_batter and _entry(lines[count - 1 : count]).is_batter):
            entry = longer
    return entry


def _reach(lines: Sequence[Line], place: NumbersAt) -> int:
    """Return how many of the lines can be one row: those without a number of their own, and the one with it."""
    count = 1
    while count < len(lines) and _is_next(lines[count - 1], lines[count]):
        own = _has_own_number(lines[count])
        if place is NumbersAt.FIRST and (own or not _has_own_number(lines[0])):
            break
        if place is NumbersAt.LAST and _has_own_number(lines[count - 1]):
            break
        count += 1
    return count


def _is_next(above: Line, below: Line) -> bool:
    return below.box.centre_y - above.box.centre_y <= _NEXT_LINE * max(above.box.height, below.box.height)


def _has_own_number(line: Line) -> bool:
    """Whether runs stand at the end of the line; balls in brackets alone were wrapped."""
    return any(not word.text.startswith("(") for word in _parted(line)[1])


def is_open(text: str) -> bool:
    """Whether a bracket is opened or closed in the text whose other half is elsewhere."""
    return any(text.count(first) != text.count(second) for first, second in ("()", "[]"))


def _parted(line: Line) -> tuple[list[Word], list[Word]]:
    """Return the words of the text and the numbers behind it, with dashes for those that are missing."""
    words = list(line.words[:-1] if _ends_in_letters_for_number(line) else line.words)
    while words and (read_strictly(words[-1].text) is not None or is_dash(words[-1].text) or _has_leader(words[-1])):
        words.pop()
    if all(is_dash(word.text) for word in line.words[len(words) :]):
        words = list(line.words)
    apart = sum(len(phrase.words) for phrase in _numbers_apart(line))
    if apart and is_open(" ".join(word.text for word in words)):
        # `Total (0 wkts, 6` goes on below, its total stands apart.
        words = list(line.words[: len(line.words) - apart])
    return words, list(line.words[len(words) :])


def _has_leader(word: Word) -> bool:
    """Whether the last dots of a leader were read with the number to which they lead."""
    bare = word.text.lstrip(".…")
    return bare != word.text and bare.isdecimal()


def _ends_in_letters_for_number(line: Line) -> bool:
    """Whether the line ends in a number whose figures were read as letters: it stands apart, as nothing of a name does."""
    last = line.phrases[-1].words
    return len(line.phrases) > 1 and len(last) == 1 and bool(_LIKE_NUMBER.fullmatch(last[0].text))


def _numbers_apart(line: Line) -> list[Phrase]:
    """Return the phrases at the end of the line that hold nothing but numbers."""
    found: list[Phrase] = []
    for phrase in reversed(line.phrases):
        if any(read_strictly(word.text) is None for word in phrase.words):
            break
        found.append(phrase)
    return found


def _entry(lines: Sequence[Line]) -> Entry:
    line = join_row(lines) if len(lines) > 1 else lines[0]
    numbers = _parted(line)[1]
    text = [kept for phrase in line.phrases if (kept := tuple(word for word in phrase.words if word not in numbers))]
    return Entry(line, tuple(numbers), _is_batter([Phrase(words) for words in text]), len(lines))


def _text_phrases(lines: Sequence[Line]) -> list[Phrase]:
    """Return the phrases of the text; what was wrapped goes on in the last phrase of the line above."""
    phrases: list[Phrase] = []
    for line in lines:
        text = _parted(line)[0]
        parts = [kept for phrase in line.phrases if (kept := tuple(word for word in phrase.words if word in text))]
        if phrases and parts:
            phrases[-1] = Phrase((*phrases[-1].words, *parts.pop(0)))
        phrases += [Phrase(part) for part in parts]
    return phrases


def _levelled(words: Sequence[Word], box: Box) -> Phrase:
    return Phrase(tuple(replace(word, box=Box(word.box.left, box.top, word.box.right, box.bottom)) for word in words))


def _is_batter(phrases: Sequence[Phrase]) -> bool:
    beside = " ".join(phrase.text for phrase in phrases[1:])
    if beside and parse_dismissal(beside) is not None:
        return True
    if len(phrases) == _WITH_BOWLER and parse_dismissal(_with_b(phrases[1].text, phrases[2].text)) is not None:
        return True
    return split_dismissal(" ".join(phrase.text for phrase in phrases)) is not None


def _with_b(how: str, bowler: str) -> str:
    """Return the dismissal of two cells: a bowler in a column of his own goes without his `b`."""
    return f"b {bowler}" if how.rstrip(".").casefold() == "b" else f"{how} b {bowler}"
