"""Signs of money and law among the words of a scorecard: each is a letter or a digit that the engine knew less well.

A lone `c` of a small serif comes back as a cent sign, an old-style `5` as a section sign, an A without its bar as a Greek
letter, a bracket as one of another kind than its counterpart; nothing behind the words would take such a sign for text.
Refuses to judge letters and digits.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import typical_height
from scorecard_runner.reading.words import Word

_CENT = re.compile(r"¢[cC]?|[cC]¢")
_YEN = re.compile(r"¥Y?|Y¥")
_DOLLAR = re.compile(r"\$[sS]|S\$|^\$(?=[^\W\d_])")  # alone it asks for a command in a terminal
_OF_FIGURES = re.compile(r"[\d§\W]+")
_OVERS = re.compile(r"0(?=v(?:ers?|s)?(?![a-z]))", re.IGNORECASE)
_LEG = re.compile(r"(?<![^\W_])[Ii|](?=bw?\d{0,2}(?![^\W_]))|(?<![^\W_])1(?=bw(?![^\W_]))")
_INITIAL = re.compile(r"^0(?=\.(?:[A-Z]\.)+$)")
_EL = re.compile(r"(?<=[a-z])(?:II|I(?![A-Za-z]))(?![A-Z])|(?<=\b[AEOU])I(?=[a-z])")
"""A capital i inside of a name in small letters, or behind the vowel with which it begins: McInnes has one, Gill and Ali none."""

_HALF_BRACKETED = re.compile(r"\([^()\[\]]*\]|\[[^()\[\]]*\)")
_MAIDENS = {"M", "m", "Mdns", "MDNS"}
_LONE_C = {"€", "©"}
_SMALL = 0.85  # of the usual height of a word: a copyright sign stands as high as a capital


def with_signs_read(words: Sequence[Word]) -> list[Word]:
    """Return the words with every such sign as the letter or digit that it resembles; places and confidences stay."""
    overs = _overs_of_headings(words)
    if not overs and not any(_has_sign(word.text) for word in words):
        return list(words)
    height = typical_height(words)
    read = [replace(word, text=_read(word, height)) if _has_sign(word.text) else word for word in words]
    return [replace(word, text="O") if index in overs else word for index, word in enumerate(read)]


def _overs_of_headings(words: Sequence[Word]) -> set[int]:
    """Return which words are the `O` of a heading `O M R W`, read as a nought."""
    maidens = [word.box for word in words if word.text in _MAIDENS]
    noughts = [(index, word.box) for index, word in enumerate(words) if word.text == "0"] if maidens else []
    return {index for index, box in noughts if any(_is_next(box, other, words) for other in maidens)}


def _is_next(box: Box, other: Box, words: Sequence[Word]) -> bool:
    """Whether the other box is the first one to the right on the same line."""
    level = (
        word.box
        for word in words
        if abs(word.box.centre_y - box.centre_y) < box.height / 2 and word.box.left >= box.right
    )
    return min(level, key=lambda each: each.left, default=None) == other


def _has_sign(text: str) -> bool:
    return any(sign in text for sign in "¢¥$§€©Λ[]") or any(
        pattern.search(text) for pattern in (_OVERS, _LEG, _INITIAL, _EL)
    )


def _read(word: Word, height: float) -> str:
    if word.text in _LONE_C:
        return "c" if word.box.height <= _SMALL * height else word.text
    text = _LEG.sub("l", _INITIAL.sub("O", word.text))
    text = _YEN.sub("Y", _CENT.sub("c", _EL.sub(lambda found: "l" * len(found[0]), text)))
    text = _OVERS.sub("O", _DOLLAR.sub("S", text).replace("Λ", "A"))
    text = f"({text[1:-1]})" if _HALF_BRACKETED.fullmatch(text) else text
    return text.replace("§", "5" if _OF_FIGURES.fullmatch(text) else "S")
