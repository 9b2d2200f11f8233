"""Lines of a page as one text that knows where its words stand, and back.

An empty line is put where a paragraph ends: behind a line on which the next word would still have found room, or behind a
full stop before a gap. Refuses to know what the text says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.words import Word

_NEIGHBOURS = 8  # lines above and below, whose right edge is that of the column
_SAME_LEFT = 1.5  # letter heights
_SPACE = 0.8  # letter heights, at most, between the words of a full line
_GAP = 1.25  # in the usual distance of lines
_GOES_ON = re.compile(r"[-,;(&]$")
_ENDS_SENTENCE = re.compile(r"[.:!?]$")


@dataclass(frozen=True)
class _Placed:
    """A word, the line on which it stands, and where it begins in the text."""

    word: Word
    line: int
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.word.text)


def _cut(placed: _Placed, start: int, end: int) -> Word:
    box, text = placed.word.box, placed.word.text
    letter = box.width / len(text)
    left, right = box.left + letter * (start - placed.start), box.left + letter * (end - placed.start)
    return replace(
        placed.word, text=text[start - placed.start : end - placed.start], box=Box(left, box.top, right, box.bottom)
    )


@dataclass(frozen=True)
class RunningText:
    """The lines, from top to bottom, as one text."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """The words with single spaces, a line break behind each line, and an empty line behind each paragraph."""
        ends = ["\n\n" if is_last else "\n" for is_last in self._ends_of_paragraphs]
        said = (" ".join(word.text for word in line.words) for line in self.lines)
        return "".join(text + end for text, end in zip(said, ends, strict=True))

    def between(self, start: int, end: int) -> tuple[Line, ...]:
        """Return what stands in this part of the text, on the lines where it is printed; words are cut where it ends."""
        kept: dict[int, list[Word]] = {}
        for placed in self._words:
            if placed.start < end and placed.end > start:
                text = placed.word.text[max(0, start - placed.start) : max(0, end - placed.start)]
                kept.setdefault(placed.line, []).append(replace(placed.word, text=text))
        return tuple(self._as_printed(line, words) for line, words in kept.items())

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words in this part of the text, their boxes cut as well, as if all letters were of one width."""
        return [
            _cut(placed, max(start, placed.start), min(end, placed.end))
            for placed in self._words
            if placed.start < end and placed.end > start
        ]

    def line_at(self, place: int) -> Line:
        """Return the line on which this letter of the text stands."""
        return self.lines[self.text.count("\n", 0, place) - self.text.count("\n\n", 0, place)]

    def _as_printed(self, line: int, words: Sequence[Word]) -> Line:
        """Return the line itself where all of it is kept: its phrases are."""
        whole = self.lines[line]
        return whole if tuple(words) == whole.words else Line((Phrase(tuple(words)),))

    @cached_property
    def _words(self) -> tuple[_Placed, ...]:
        return tuple(self._placed())

    def _placed(self) -> Iterator[_Placed]:
        start = 0
        for number, (line, is_last) in enumerate(zip(self.lines, self._ends_of_paragraphs, strict=True)):
            for word in line.words:
                yield _Placed(word, number, start)
                start += len(word.text) + 1
            start += is_last

    @cached_property
    def _ends_of_paragraphs(self) -> tuple[bool, ...]:
        steps = [below.box.centre_y - line.box.centre_y for line, below in pairwise(self.lines)]
        usual = median(steps) if steps else 0.0
        return (*(self._ends_paragraph(at, step > _GAP * usual) for at, step in enumerate(steps)), True)

    def _ends_paragraph(self, at: int, is_before_gap: bool) -> bool:  # noqa: FBT001 - of one step
        line, below = self.lines[at], self.lines[at + 1]
        around = self.lines[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
        height = line.words[0].box.height
        of_column = [each.box.right for each in around if abs(each.box.left - line.box.left) <= _SAME_LEFT * height]
        room = max(of_column) - line.box.right
        if room > below.words[0].box.width + _SPACE * height and not _GOES_ON.search(line.words[-1].text):
            return True
        return is_before_gap and bool(_ENDS_SENTENCE.search(line.words[-1].text))
