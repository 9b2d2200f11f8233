"""Numbers that only count lines, the left edge of a spreadsheet or a list of batters, and letters that only count columns.

Left in, they shift columns and hide what a line announces. Refuses to touch numbers that do not count up with the lines.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from string import ascii_uppercase

from scorecard_runner.reading.page.lines import Line, Phrase

_LEAST_LINES = 5
_LEAST_SHARE_COUNTING = 0.6
"""Of neighbouring numbers, how many must differ by one, or by the lines between them: readers lose some."""

_FIGURES = 10
"""Readers also lose the first figure of a number, hardly ever the last."""

_LEAST_COLUMNS = 4
_MOST_COLUMNS_LOST = 1
_LETTERS = {"0": "O", "o": "O", "1": "I", "l": "I", "|": "I"}

_LIKE_NUMBER = re.compile(r"[1IlO0o]{2}[.):]?")
_AS_DIGITS = str.maketrans({"I": "1", "l": "1", "O": "0", "o": "0", ".": None, ")": None, ":": None})

_CUT_FIGURES = re.compile(r"\d\s?[-–—/]$")  # noqa: RUF001 - as printed
_STRAIGHT = 0.8  # how far one that does not count on may stand from the others, in letter heights
_ALIGNED_LETTERS = 1.5  # how far from each other their centres may stand, in letter heights


def without_numbering(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without what counts them and their columns; lines that were nothing else are left out."""
    lines = [line for line in lines if not _counts_columns(line)]
    first = ((index, _first_number(line)) for index, line in enumerate(lines) if not _ends_figures(lines[:index], line))
    numbered = [(index, number) for index, number in first if number is not None]
    counting = _aligned(lines, numbered)
    if not _counts_up(counting):
        return list(lines)
    indexes = _in_line(lines, counting)
    indexes |= _seeming_initials(lines, {index: number for index, number in counting if index in indexes})
    bare = [_without_first(line) if index in indexes else line for index, line in enumerate(lines)]
    return [line for line in bare if line is not None]


def _counts_columns(line: Line) -> bool:
    """Whether the line is the upper edge of a spreadsheet, `A B C D`; a reader takes O for 0 and I for 1."""
    said = "".join(_LETTERS.get(word.text, word.text.upper()) for word in line.words)
    if not len(said) == len(line.words) >= _LEAST_COLUMNS or not set(said) <= set(ascii_uppercase):
        return False
    steps = [ord(letter) - ord(before) for before, letter in pairwise(said)]
    return min(steps) > 0 and sum(steps) <= len(steps) + _MOST_COLUMNS_LOST


def _ends_figures(above: Sequence[Line], line: Line) -> bool:
    """Whether the line is the last number of figures that were wrapped: `4-0-33-` and `0`."""
    return len(line.words) == 1 and bool(above) and bool(_CUT_FIGURES.search(above[-1].text))


def _first_number(line: Line) -> int | None:
    text = line.phrases[0].words[0].text.rstrip(".):")
    is_alone = len(line.phrases[0].words) == 1 or line.phrases[0].words[0].text != text
    return int(text) if text.isdecimal() and len(text) <= 3 and is_alone else None  # noqa: PLR2004 - a page has no thousand lines


def _seeming_initials(lines: Sequence[Line], known: Mapping[int, int]) -> set[int]:
    """Return the lines whose number was read as letters, `II` or `IO`: they stand in its place and count on."""
    centre = median(lines[index].phrases[0].words[0].box.centre_x for index in known) if known else 0.0
    found = set()
    for index, line in enumerate(lines):
        word = line.phrases[0].words[0]
        is_in_line = abs(word.box.centre_x - centre) <= _STRAIGHT * word.box.height
        if index in known or not is_in_line or not _LIKE_NUMBER.fullmatch(word.text) or len(line.words) == 1:
            continue
        number = int(word.text.translate(_AS_DIGITS))
        before = max((at for at in known if at < index), default=None)
        if before is not None and number - known[before] in {1, index - before}:
            found.add(index)
    return found


def _aligned(lines: Sequence[Line], numbered: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep those that stand above each other at the left edge of the others."""
    if not numbered:
        return []
    centres = {index: lines[index].phrases[0].words[0].box.centre_x for index, _ in numbered}
    leftmost = min(centres.values())
    height = max(lines[index].phrases[0].words[0].box.height for index, _ in numbered)
    return [(index, number) for index, number in numbered if centres[index] - leftmost <= _ALIGNED_LETTERS * height]


def _counts_up(numbered: Sequence[tuple[int, int]]) -> bool:
    steps = [(at - before, number - last) for (before, last), (at, number) in pairwise(numbered)]
    counting = sum(_rises(lines, rise) for lines, rise in steps)
    return len(numbered) >= _LEAST_LINES and counting >= _LEAST_SHARE_COUNTING * len(steps)


def _in_line(lines: Sequence[Line], counting: Sequence[tuple[int, int]]) -> set[int]:
    """Return the lines whose number counts on from another, or stands straight above or below one that does."""
    steps = {(before, at) for (before, last), (at, number) in pairwise(counting) if number - last in {1, at - before}}
    fitting = {index for step in steps for index in step}
    boxes = {index: lines[index].phrases[0].words[0].box for index, _ in counting}
    centre = median(boxes[index].centre_x for index in fitting or boxes)
    return fitting | {index for index, box in boxes.items() if abs(box.centre_x - centre) <= _STRAIGHT * box.height}


def _rises(lines: int, rise: int) -> bool:
    return rise == 1 or (rise - lines) % _FIGURES == 0


def _without_first(line: Line) -> Line | None:
    first, *others = line.phrases
    kept = (Phrase(first.words[1:]), *others) if len(first.words) > 1 else tuple(others)
    return Line(kept) if kept else None
