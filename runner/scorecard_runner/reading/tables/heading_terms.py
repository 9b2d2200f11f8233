"""Words of a line as the terms that a heading may be made of: each with the column that it names, if it names one.

Refuses to say whether the line is a heading; `headings` does.
"""

from collections.abc import Iterable, Iterator, Sequence

from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.column_names import column_of
from scorecard_runner.reading.tables.glued import cut_glued
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word

Term = tuple[Column | None, tuple[Word, ...]]
"""A column, or None, and the words that name it."""

_LONGEST_TERM_WORDS = 3
_LINKS = frozenset({"as", "off", "per", "by", "from", "each"})


def terms_of(line: Line, kind: TableKind) -> Iterator[Term]:
    """Yield each word, or run of words of a phrase, with the column it names in such a table; longest runs first."""
    for phrase in line.phrases:
        words = phrase.words
        start = 0
        while start < len(words):
            for length in range(min(_LONGEST_TERM_WORDS, len(words) - start), 0, -1):
                run = words[start : start + length]
                column = column_of("".join(word.text for word in run), kind)
                if column or length == 1:
                    described = _describing(words[start:], length) if column and column.is_number else 0
                    yield (None, words[start : start + described]) if described else (column, run)
                    start += described or length
                    break


def heading_terms(line: Line, kind: TableKind) -> list[Term]:
    """Return the terms as they are in a heading: glued names cut, a time of going no dismissal."""
    return _without_times(list(_unglued(terms_of(line, kind), kind)))


def _describing(words: Sequence[Word], length: int) -> int:
    """Return how many words say more than the name that they begin with: `Runs as scored` is no sum. 0 if none do."""
    is_linked = len(words) > length + 1 and words[length].text.casefold() in _LINKS
    return length + 2 if is_linked else 0


def _without_times(terms: list[Term]) -> list[Term]:
    """Return the terms with `Out` behind `In` as what it is there: when a batter went, not how."""
    begun = next((at for at, (_, words) in enumerate(terms) if _says(words, "in")), len(terms))
    return [(None if at > begun and _says(words, "out") else column, words) for at, (column, words) in enumerate(terms)]


def _says(words: Sequence[Word], text: str) -> bool:
    return len(words) == 1 and words[0].text.casefold() == text


def _unglued(terms: Iterable[Term], kind: TableKind) -> Iterator[Term]:
    """Cut what several names behind the first one were read as."""
    is_behind = False
    for column, words in terms:
        is_behind = is_behind or column is not None
        pieces = cut_glued(words[0], kind) if is_behind and column is None else ()
        if len(pieces) > 1:
            yield from ((column_of(piece.text, kind), (piece,)) for piece in pieces)
        else:
            yield column, words
