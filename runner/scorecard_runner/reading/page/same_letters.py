"""What two readers read alike but for spaces and capitals: one knows better where words end, the other how tall letters are.

Pure. A reader that cuts words where the ink has its gaps tears names that are printed wide; one that is shown a line alone
cannot tell a capital whose small letter has its shape. Refuses to touch a letter that only one of them read.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.geometry import enclosing
from scorecard_runner.reading.grammar.name_dirt import BEFORE_SURNAMES
from scorecard_runner.reading.page.words_by_height import WordsByHeight, is_same_place
from scorecard_runner.reading.words import Word

_OF_ONE_SHAPE = frozenset("cosuvwxz")
_MOST_PARTS = 4
_SEEMS_INITIAL = re.compile(r"T(?=[A-ZÀ-ÖØ-Þ])")
_WORDS_OF_THEIR_OWN = frozenset(
    {
        "b",
        "c",
        "ct",
        "st",
        "and",
        "lbw",
        "run",
        "out",
        "not",
        "hit",
        "sub",
        "wicket",
        "did",
        "bat",
        "retired",
        "absent",
        "to",
        "of",
    }
)
"""Small words behind a name that a reader easily glues to it; `BEFORE_SURNAMES` are others."""


def with_words_whole(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """Return the words, with names in one piece that another reader read in one."""
    beside = WordsByHeight(words)
    whole: dict[int, Word] = {}
    parts: set[int] = set()
    for other in others:
        torn = _torn(other, beside.beside(other.box)) if len(other.text) > 1 else ()
        if torn and not any(id(part) in parts for part in torn):
            whole[id(torn[0])] = _joined(torn, other.text)
            parts |= {id(part) for part in torn}
    return [whole.get(id(word), word) for word in words if id(word) in whole or id(word) not in parts]


def with_capitals_of(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """Return the words, with capitals where another reader has them if only their height tells them from small letters."""
    index = WordsByHeight(others)
    return [_with_capitals(word, index.beside(word.box)) for word in words]


def with_daggers_of(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """Return the words, with a small t before a capital where another reader has it: what is taken for both is a dagger."""
    index = WordsByHeight(others)
    return [_with_dagger(word, index.beside(word.box)) for word in words]


def _with_dagger(word: Word, others: Sequence[Word]) -> Word:
    """Return a word of which another reader says that its T is a small one."""
    if not _SEEMS_INITIAL.match(word.text):
        return word
    small = f"t{word.text[1:]}"
    is_said = any(other.text == small and is_same_place(other.box, word.box) for other in others)
    return replace(word, text=small) if is_said else word


def _torn(whole: Word, beside: Sequence[Word]) -> Sequence[Word]:
    """Return the words that make the other one, from left to right; none if they do not, or may stand apart."""
    inside = sorted((word for word in beside if is_same_place(word.box, whole.box)), key=lambda each: each.box.left)
    if not 1 < len(inside) <= _MOST_PARTS or "".join(word.text for word in inside) != whole.text:
        return ()
    if len(inside[0].text) == 1 and inside[1].text.startswith("l"):
        return ()  # an initial, and a surname that begins with a capital I
    is_name = whole.text[:1].isupper() or whole.text in BEFORE_SURNAMES
    is_torn = whole.text in _WORDS_OF_THEIR_OWN or (is_name and all(_goes_on(word.text) for word in inside[1:]))
    return inside if is_torn else ()


def _goes_on(text: str) -> bool:
    return text[:1].islower() and text not in _WORDS_OF_THEIR_OWN and text not in BEFORE_SURNAMES


def _joined(parts: Sequence[Word], text: str) -> Word:
    first = parts[0]
    confidence = min(part.confidence for part in parts)
    return replace(first, text=text, box=enclosing(part.box for part in parts), confidence=confidence)


def _with_capitals(word: Word, others: Sequence[Word]) -> Word:
    for other in others:
        if _differ_in_height_only(word.text, other.text) and is_same_place(other.box, word.box):
            return replace(word, text=other.text)
    return word


def _differ_in_height_only(one: str, other: str) -> bool:
    if one == other or len(one) != len(other):
        return False
    pairs = [(first, second) for first, second in zip(one, other, strict=True) if first != second]
    return all(first.lower() == second.lower() and first.lower() in _OF_ONE_SHAPE for first, second in pairs)
