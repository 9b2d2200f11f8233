"""Signs of money and law among the words of a scorecard: each is a letter or a digit that the engine knew less well.

A lone `c` of a small serif comes back as a cent sign, an old-style `5` as a section sign, an A without its bar as a Greek
letter, a bracket as one of another kind than its counterpart; nothing behind the words would take such a sign for text.
Refuses to judge letters and digits.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.page.lines import typical_height
from scorecard_runner.reading.words import Word

_CENT = re.compile(r"¢[cC]?|[cC]¢")
_YEN = re.compile(r"¥Y?|Y¥")
_DOLLAR = re.compile(r"\$[sS]|S\$|^\$(?=[^\W\d_])")  # alone it asks for a command in a terminal
_OF_FIGURES = re.compile(r"[\d§\W]+")
_OVERS = re.compile(r"0(?=vers?(?![a-z]))", re.IGNORECASE)
_HALF_BRACKETED = re.compile(r"\([^()\[\]]*\]|\[[^()\[\]]*\)")
_LONE_C = {"€", "©"}
_SMALL = 0.85  # of the usual height of a word: a copyright sign stands as high as a capital


def with_signs_read(words: Sequence[Word]) -> list[Word]:
    """Return the words with every such sign as the letter or digit that it resembles; places and confidences stay."""
    if not any(_has_sign(word.text) for word in words):
        return list(words)
    height = typical_height(words)
    return [replace(word, text=_read(word, height)) if _has_sign(word.text) else word for word in words]


def _has_sign(text: str) -> bool:
    return any(sign in text for sign in "¢¥$§€©Λ[]") or _OVERS.search(text) is not None


def _read(word: Word, height: float) -> str:
    if word.text in _LONE_C:
        return "c" if word.box.height <= _SMALL * height else word.text
    text = _YEN.sub("Y", _CENT.sub("c", word.text))
    text = _OVERS.sub("O", _DOLLAR.sub("S", text).replace("Λ", "A"))
    text = f"({text[1:-1]})" if _HALF_BRACKETED.fullmatch(text) else text
    return text.replace("§", "5" if _OF_FIGURES.fullmatch(text) else "S")
