"""Marks of single balls, as scorers make them: figures, dots, dashes, W, M, + for a wide, and what readers make of them.

Refuses to say whether a word is one: a figure of a column looks the same. Where it stands does.
"""

import re

from scorecard_runner.reading.words import Word

_MARK = re.compile(r"[\d.·•・:;,'\"`°\-–—_+*=~>»<«|/\\()WwMoOlI]+")  # noqa: RUF001 - as readers see them
_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_LONG_FIGURES = 4
"""More figures in a word than a column of a card has."""

_WORD_LETTERS = 3


def is_mark(word: Word) -> bool:
    """Whether the word can be the mark of one ball or of several."""
    return _MARK.fullmatch(word.text) is not None


def is_surely_marks(word: Word) -> bool:
    """Whether the word is the marks of several balls and nothing else that a card has: figures with dots or dashes between."""
    text = word.text
    if not is_mark(word) or _LETTERS.search(text.replace("W", "")):
        return False
    figures = re.findall(r"\d+", text)
    return max(map(len, figures), default=0) >= _LONG_FIGURES or (len(text) > len("".join(figures)) + 1)


def says_a_word(word: Word) -> bool:
    """Whether the word has letters enough to be a name or a caption, whatever else it was read with."""
    return len(_LATIN.findall(word.text)) >= _WORD_LETTERS
