"""Signs that a name or a dismissal holds more than itself: its neighbour, a figure, a label, another row.

Refuses to mend it, and to doubt what names are made of: particles, initials, hyphens, marks that were taken off.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scorecard_runner.reading.belief.arithmetic import check_innings
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.belief.doubt import (
    Doubt,
    places_of_column,
    places_of_row,
    places_of_table,
    places_of_texts,
)
from scorecard_runner.reading.belief.evidence import DISMISSAL, NAME
from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings, PlayerLine
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from scorecard_runner.reading.grammar.name_dirt import BEFORE_SURNAMES
from scorecard_runner.reading.tables.vocabulary import Column, TableKind, column_named

_MOST_WORDS = 5
_EXTRAS = re.compile(r"(?:leg\s*byes?|byes?|wides?|no\s*balls|extras|total)(?:\s+\S)?\W*$", re.IGNORECASE)
_SMALL_LETTERS = re.compile(r"[a-z]{1,3}")
"""Of a way to get out, or of a part of the extras."""

_LEAST_LABEL = 4
"""Letters of a heading that is no initials."""

_FOREIGN = re.compile(r"\d|[\[\](),;:/]")
_BETWEEN_NAMES = re.compile(r"(?<!\S)(?:b|c|v|ct|lbw|run|not|out)\.?(?!\S)")
_LETTERS_ALONE = re.compile(r"\w(?:\W+\w){2,}\W*")
"""As columns of a sheet are called."""

_NOBODY = re.compile(r"[a-z]{1,2}")
_INITIALS = re.compile(r"[^\W\d_a-z]{1,3}|[a-z][A-Z]")
"""Of a name that goes on on the next line; also with the b of bowled before it."""

_FIGURES = (Column.OVERS, Column.RUNS, Column.WICKETS)
_READABLE = 0.4
_PROOFS = {
    "batting": "batters and extras make the total",
    "bowling": "bowlers' runs make the total without byes",
}
_LEAST_ROWS = 4
_LEAST_SHARE = 0.8
_SEVERAL, _MANY = 2, 0.2
"""Rows of a table, and their share."""


def text_doubts(innings: Innings) -> Iterator[Doubt]:
    """Yield what the texts of the innings say against its rows."""
    for table in ("batting", "bowling"):
        lines: Sequence[PlayerLine] = getattr(innings, table)
        mixed = [row for row, line in enumerate(lines) if _is_mixed(line, TableKind(table))]
        if len(mixed) >= max(_SEVERAL, _MANY * len(lines)):
            yield Doubt("several rows run into their neighbours.", places_of_table(innings, table))
        is_proved = _is_proved(innings, table)
        for row in mixed:
            # The sum proves nothing of a bowler who adds nothing to it; batters often score nothing.
            is_of_sum = is_proved and (table == "batting" or bool(lines[row].value(Column.RUNS)))
            about = places_of_texts(table, row) if is_of_sum else places_of_row(innings, table, row)
            yield Doubt("a row holds more than a player.", about)
        unread = [row for row, line in enumerate(lines) if line.name and line.name_confidence < _READABLE]
        for row in unread if not is_proved else ():
            yield Doubt("a row whose player could hardly be read.", places_of_row(innings, table, row))
        if _share_a_word(lines):
            yield Doubt("the same word stands beside every name.", places_of_column(innings, table, NAME))
    for row, line in enumerate(innings.batting):
        if any(_is_no_player(name, innings.bowling) for name in _said_by(line)):
            yield Doubt("a dismissal names no player.", frozenset({CellPlace("batting", row, DISMISSAL)}))


def _is_proved(innings: Innings, table: str) -> bool:
    """Whether the runs of the table make the total: then its rows are those of this innings, whatever their names."""
    name = _PROOFS[table]
    return any(check.name == name and check.result is CheckResult.HOLDS for check in check_innings(innings))


def _is_mixed(line: PlayerLine, kind: TableKind) -> bool:
    """Whether the name of the row, or of somebody in its dismissal, is more or other than a name."""
    if line.name is None or _is_no_name(line.name.text) or _is_label(line.name.text):
        return True
    if kind is TableKind.BOWLING:
        return all(line.value(column) is None for column in _FIGURES)
    return any(map(_is_too_much, _said_by(line)))


def _is_too_much(text: str) -> bool:
    return bool(_FOREIGN.search(text)) or len(text.split()) > _MOST_WORDS


def _is_no_name(text: str) -> bool:
    """Whether the text holds what no name does, or is a way to get out."""
    if _is_too_much(text) or _BETWEEN_NAMES.search(text) or _LETTERS_ALONE.fullmatch(text):
        return True
    said = parse_dismissal(text)
    return said is not None and said.bowler is None and not said.fielders and len(text) >= len("lbw")


def _is_label(text: str) -> bool:
    """Whether the text is the name of a column of numbers, or of extras, with or without dirt behind it."""
    if _EXTRAS.match(text) or _SMALL_LETTERS.fullmatch(text):
        return True
    columns = (column_named(text, kind) for kind in TableKind)
    return len(text) >= _LEAST_LABEL and " " not in text and any(column and column.is_number for column in columns)


def _is_no_player(text: str, bowlers: Sequence[PlayerLine]) -> bool:
    """Whether the text can be nobody's name; initials alone are one where a row is called so."""
    if bowlers and (len(text) == 1 or _INITIALS.fullmatch(text)):
        return text not in {line.name.text for line in bowlers if line.name}
    is_part = bool(_NOBODY.fullmatch(text)) or text.casefold() in BEFORE_SURNAMES
    return is_part or bool(_BETWEEN_NAMES.search(text))


def _said_by(line: PlayerLine) -> Sequence[str]:
    """Return the names in the dismissal."""
    if not isinstance(line, BattingLine) or line.dismissal is None:
        return ()
    return tuple(name for name in (line.dismissal.bowler, *line.dismissal.fielders) if name)


def _share_a_word(lines: Sequence[PlayerLine]) -> bool:
    """Whether nearly all names begin or end alike, as they do where a column of teams was taken into them."""
    names = [line.name.text.casefold().split() for line in lines if line.name]
    return any(_is_shared([name[end] for name in names if len(name) > 1], len(names)) for end in (0, -1))


def _is_shared(words: Sequence[str], count: int) -> bool:
    most = max(Counter(words).values(), default=0)
    return most >= max(_LEAST_ROWS, _LEAST_SHARE * count)
