"""The lines of a row's texts as a person sees them: without specks and bars, and what stands side by side on one line.

A tall smear in the box of a word makes two lines of one; a speck is read as a dot or an i, a bar as an I or an l. Refuses
to look at lines that stand clearly above each other.
"""

from collections.abc import Sequence
from statistics import median

from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.words import Word

_SPECK = 0.4  # of the letters' height
_BAR, _LONE_BAR = 0.08, 0.25
"""Width of a bar, in its own heights, beside other words and on a line of its own."""

_BARS = frozenset("Il1|i!")
_SAME_LINE = 0.6  # of the lower one's height
_ONE_PHRASE = 0.6  # letter heights


def clean_lines(texts: Sequence[Line]) -> list[Line]:
    """Return the lines from top to bottom without dirt, those side by side joined."""
    words = [word for line in texts for word in line.words]
    if not words:
        return []
    height = median(word.box.height for word in words)
    cleaned = [_without_dirt(line, height) for line in texts]
    return _joined([line for line in cleaned if line])


def _without_dirt(line: Line, height: float) -> Line | None:
    bar = _LONE_BAR if len(line.words) == 1 else _BAR
    phrases = [
        Phrase(kept)
        for phrase in line.phrases
        if (kept := tuple(word for word in phrase.words if not _is_dirt(word, height, bar)))
    ]
    return Line(tuple(phrases)) if phrases else None


def _is_dirt(word: Word, height: float, bar: float) -> bool:
    letters = any(letter.isalnum() for letter in word.text)
    is_speck = letters and word.box.height < _SPECK * height
    return is_speck or (word.text in _BARS and word.box.width <= bar * word.box.height)


def _joined(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for line in lines:
        beside = next((at for at, other in enumerate(found) if _is_beside(line, other)), None)
        if beside is None:
            found.append(line)
        else:
            found[beside] = _one_line(found[beside], line)
    return found


def _is_beside(one: Line, other: Line) -> bool:
    lower = min(one.box.height, other.box.height)
    is_apart = all(left.box.overlap_x(right.box) <= 0 for left in one.phrases for right in other.phrases)
    return is_apart and one.box.overlap_y(other.box) >= _SAME_LINE * lower


def _one_line(one: Line, other: Line) -> Line:
    phrases: list[Phrase] = []
    for phrase in sorted((*one.phrases, *other.phrases), key=lambda each: each.box.left):
        is_cut = bool(phrases) and _gap(phrases[-1], phrase) <= _ONE_PHRASE
        if is_cut:
            phrases[-1] = Phrase((*phrases[-1].words, *phrase.words))
        else:
            phrases.append(phrase)
    return Line(tuple(phrases))


def _gap(left: Phrase, right: Phrase) -> float:
    """Return the gap between two phrases in heights of the lower one."""
    return -left.box.overlap_x(right.box) / min(left.box.height, right.box.height)
