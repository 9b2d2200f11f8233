"""Words of headings that name no column, to be read again: lone capitals are what readers get wrong first.

Pure: the crops are made and read elsewhere. Refuses to take a second reading that names no column either, or one that
stands in the heading already.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.column_names import column_of, names_players
from scorecard_runner.reading.tables.heading_terms import terms_of
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word

_LONGEST = 5  # letters
_LEAST_PHRASES = 3
_MOST = 30


def find_unknown(lines: Sequence[Line]) -> tuple[Word, ...]:
    """Return the words to read again, from top to bottom."""
    return tuple(word for line in lines for word in _unknown(line))[:_MOST]


def with_known(lines: Sequence[Line], looks: Mapping[Word, Sequence[Word]]) -> list[Line]:
    """Return the lines with the words replaced of which a second reading names a column."""
    return [_with_known(line, looks) if any(word in looks for word in line.words) else line for line in lines]


def _unknown(line: Line) -> Iterator[Word]:
    kind = _kind(line)
    if kind is None:
        return
    is_behind = False
    for column, words in terms_of(line, kind):
        is_behind = is_behind or column is not None
        if is_behind and column is None and len(words[0].text) <= _LONGEST:
            yield words[0]


def _kind(line: Line) -> TableKind | None:
    """Return whose table the line heads, or might head if it were read better."""
    headings = find_headings(line)
    if headings:
        return headings[0].kind
    if len(line.phrases) < _LEAST_PHRASES:
        return None
    kinds = (kind for kind in TableKind for word in line.words[:1] if _names(word, kind))
    return next(kinds, None)


def _names(word: Word, kind: TableKind) -> bool:
    return names_players(word.text) and column_of(word.text, kind) is Column.NAME


def _with_known(line: Line, looks: Mapping[Word, Sequence[Word]]) -> Line:
    kind = _kind(line)
    if kind is None:
        return line
    taken = {column for column, _ in terms_of(line, kind) if column is not None}
    known: dict[Word, Word] = {}
    for word in line.words:
        for look in looks.get(word, ()):
            column = column_of(look.text, kind)
            if column is not None and column not in taken:
                taken.add(column)
                known[word] = replace(word, text=look.text, confidence=look.confidence)
                break
    return Line(tuple(Phrase(tuple(known.get(word, word) for word in phrase.words)) for phrase in line.phrases))
