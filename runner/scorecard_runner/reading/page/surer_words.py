"""Which of two readings of one word stands.

Measured on the words that two readers read differently: of letters, the later one knows more, those with accents and daggers
among others, and is right unless it was unsure where the earlier was sure; of figures and signs, the surer one is.
"""

from unicodedata import normalize

from scorecard_runner.reading.words import Word

_SURE = 0.8
_SURE_OF_FEW = 0.9
"""Of the later reader, about initials and other short words: it sees few letters better in a line of many."""

_FEW = 2  # letters
_DAGGERS = "†‡"
_STROKED = "ØøĐđŁłÆæŒœß"
_SMALL_WORDS = frozenset({"b", "c", "st", "ct", "lbw"})


def better_of(earlier: Word, later: Word) -> Word:
    """Return the reading that is rather right; `later` is by a reader that was asked because the earlier is in doubt."""
    if _says_more(later.text, earlier.text):
        return later
    if earlier.text in _SMALL_WORDS:
        return earlier
    if not (is_spelled(earlier.text) and is_spelled(later.text)):
        return later if later.confidence > earlier.confidence else earlier
    enough = _SURE_OF_FEW if _count_letters(later.text) <= _FEW else _SURE
    return earlier if earlier.confidence >= _SURE and later.confidence < enough else later


def is_spelled(text: str) -> bool:
    """Whether it is a word or initials rather than figures and signs."""
    return _count_letters(text) > 0


def _count_letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _says_more(text: str, other: str) -> bool:
    """Whether the reading has accents or a dagger that the other cannot say, or is one of the words of dismissals."""
    is_accented = not text.isascii() and len(text) == len(other) and all(map(_may_be_for, text, other))
    return is_accented or text[:1] in _DAGGERS or text.casefold() in _SMALL_WORDS


def _may_be_for(letter: str, other: str) -> bool:
    """Whether both are one letter, or the first has an accent or a stroke."""
    return letter == other or letter in _STROKED or (not letter.isascii() and len(normalize("NFD", letter)) > 1)
