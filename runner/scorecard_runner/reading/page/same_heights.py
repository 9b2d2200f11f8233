"""Where lines stand, as the reader knows better who measures letters: another one draws boxes that reach into the lines beside.

Pure. Lines that are set tightly would run into each other, and rows of a table change their figures. Refuses to move a word
that touches none above or below, one that is no taller than the other reader's, and to change where it begins and ends.
"""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from scorecard_runner.reading.page.words_by_height import WordsByHeight
from scorecard_runner.reading.words import Word

_TALLER = 1.15
_COVERED = 0.1  # of the lower of two words
_ALIKE = 0.6
"""Of the letters of two readings of one word."""

_ACROSS = 0.5  # of the narrower of two words


def with_heights_of(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """Return the words with the top and bottom of those that another reader has in their place, where he is more exact."""
    index, beside = WordsByHeight(others), WordsByHeight(words)
    return [
        _with_height(word, _in_its_place(word, index)) if _reaches_into_another(word, beside) else word
        for word in words
    ]


def _reaches_into_another(word: Word, beside: WordsByHeight) -> bool:
    """Whether the box covers a part of a word above or below it."""
    reach = word.box.height
    around = replace(word.box, top=word.box.top - reach, bottom=word.box.bottom + reach)
    return any(
        other is not word and word.box.overlap_y(other.box) > _COVERED * min(reach, other.box.height)
        for other in beside.beside(around)
        if word.box.overlap_x(other.box) >= _ACROSS * _narrower(word, other)
    )


def _in_its_place(word: Word, index: WordsByHeight) -> list[Word]:
    across = (
        other for other in index.beside(word.box) if word.box.overlap_x(other.box) >= _ACROSS * _narrower(word, other)
    )
    return [other for other in across if word.box.height > _TALLER * other.box.height]


def _narrower(word: Word, other: Word) -> float:
    return min(word.box.width, other.box.width)


def _with_height(word: Word, others: Sequence[Word]) -> Word:
    alike = {other: _likeness(word.text, other.text) for other in others}
    best = max(alike, key=lambda other: alike[other], default=None)
    if best is None or (alike[best] < _ALIKE and len(alike) > 1):
        return word
    return replace(word, box=replace(word.box, top=best.box.top, bottom=best.box.bottom))


def _likeness(text: str, other: str) -> float:
    return SequenceMatcher(None, text.casefold(), other.casefold()).ratio()
