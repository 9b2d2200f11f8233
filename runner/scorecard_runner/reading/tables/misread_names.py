"""Words of a heading that nearly name a column, between others that name theirs: `Kuns Min 4s`, `BOWUNG O M R W`.

Pure. Refuses to guess where hardly anything is named, what two columns resemble alike, and columns that are named already.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from scorecard_runner.reading.tables.heading_terms import Term
from scorecard_runner.reading.tables.identifiers import identifiers_in
from scorecard_runner.reading.tables.vocabulary import Column, TableKind, fold, names_of

_LEAST_NAMED = 2
"""Number columns that are named beyond doubt."""

_LEAST_LETTERS = 4
_LEAST_LIKENESS = 0.7
"""One wrong letter of four, two of seven."""

_TEXTS = {Column.DISMISSAL, Column.DISMISSED_BY}


def with_misread_names(terms: Sequence[Term], kind: TableKind) -> list[Term]:
    """Return the terms with the columns that unnamed ones nearly name."""
    seen = {column for column, _ in terms if column is not None}
    numbers = {column for column in seen if column.is_number and column is not Column.OTHER}
    named = list(terms)
    for at, (column, words) in enumerate(terms):
        if column is not None or identifiers_in(words):
            continue
        meant = _meant("".join(word.text for word in words), kind) if len(numbers) >= _LEAST_NAMED else None
        if at == 0 and meant is None and seen >= _TEXTS and words[0].text.isalpha():
            meant = Column.NAME  # who else stands before how they were out and who bowled
        if meant is not None and meant not in seen:
            seen.add(meant)
            named[at] = (meant, words)
    return named


@lru_cache(maxsize=4096)
def _meant(text: str, kind: TableKind) -> Column | None:
    word = fold(text)
    if len(word) < _LEAST_LETTERS or not word.isalpha():
        return None
    likeness = {
        column: max(SequenceMatcher(None, word, name).ratio() for name in names if len(name) >= _LEAST_LETTERS)
        for column, names in names_of(kind).items()
        if any(len(name) >= _LEAST_LETTERS for name in names)
    }
    best = max(likeness.values())
    found = [column for column, ratio in likeness.items() if ratio == best]
    return found[0] if best >= _LEAST_LIKENESS and len(found) == 1 else None
