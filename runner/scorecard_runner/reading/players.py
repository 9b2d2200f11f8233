"""Rows of tables to lines of players: which words are the name, which the dismissal.

Refuses to invent: a row without letters keeps its numbers without a name, a row without anything of cricket in it is
dropped.
"""

import re
from collections.abc import Sequence

from scorecard_runner.reading.card import BattingLine, BowlingLine, Text
from scorecard_runner.reading.cells import Cell, Reading
from scorecard_runner.reading.grammar.bowling_figures import parse_bowling_figures
from scorecard_runner.reading.grammar.dismissals import (
    Dismissal,
    HowOut,
    opens_dismissal,
    parse_dismissal,
    parse_without_its_letter,
    split_dismissal,
)
from scorecard_runner.reading.grammar.names import Name, clean_text, parse_name
from scorecard_runner.reading.headings import Heading
from scorecard_runner.reading.lines import Phrase
from scorecard_runner.reading.row_texts import split_row, without_index
from scorecard_runner.reading.sections import Block
from scorecard_runner.reading.tables import Row, Table
from scorecard_runner.reading.vocabulary import Column

_LEAST_NUMBERS_WITHOUT_NAME = 3
_LEAST_NUMBERS_OF_BOWLER = 2
_LONGEST_NAME_WORDS = 6


def batting_lines(table: Table) -> tuple[BattingLine, ...]:
    """Return the batters of a batting table, in printed order."""
    lines = (_batting_line(row, table.heading) for row in table.rows)
    return tuple(line for line in lines if line)


def bowling_lines(table: Table) -> tuple[BowlingLine, ...]:
    """Return the bowlers of a bowling table, in printed order."""
    lines = (_bowling_line(row) for row in table.rows)
    return tuple(line for line in lines if line)


def bowling_lines_of(block: Block) -> tuple[BowlingLine, ...]:
    """Return the bowlers of figures in running text, in printed order."""
    box, confidence = block.lines[0].box, block.confidence
    found = []
    for figures in parse_bowling_figures(block.text):
        numbers = {
            Column.OVERS: figures.overs.number,
            Column.MAIDENS: figures.maidens,
            Column.RUNS: figures.runs,
            Column.WICKETS: figures.wickets,
        }
        cells = tuple(Cell(column, box, (Reading(float(number), confidence),)) for column, number in numbers.items())
        found.append(BowlingLine(_short_name(figures.name), confidence, cells))
    return tuple(found)


def _bowling_line(row: Row) -> BowlingLine | None:
    words = without_index([phrase for line in row.texts for phrase in line.phrases])
    name = _short_name(" ".join(phrase.text for phrase in words))
    read = sum(cell.value is not None for cell in row.cells)
    least = _LEAST_NUMBERS_OF_BOWLER if name else _LEAST_NUMBERS_WITHOUT_NAME
    if read < least:
        return None
    return BowlingLine(name, _confidence(words), row.cells)


def _batting_line(row: Row, heading: Heading) -> BattingLine | None:
    name_phrases, dismissal_phrases = split_row(row, heading)
    name_text = " ".join(phrase.text for phrase in name_phrases)
    dismissal_text = _spaced(clean_text(" ".join(phrase.text for phrase in dismissal_phrases)))
    if not dismissal_text and (parts := split_dismissal(name_text)):
        name_text, dismissal_text = parts[0], clean_text(parts[1])
        dismissal_phrases = name_phrases
    elif parse_dismissal(dismissal_text) is None and (parts := _split_late(name_text, dismissal_text)):
        name_text, dismissal_text = parts
    name = _short_name(name_text)
    dismissal = _dismissal(dismissal_text, stands_apart=dismissal_phrases is not name_phrases)
    if not _is_batter(row, name, dismissal):
        return None
    if dismissal and not parse_dismissal(dismissal_text):
        dismissal_text = f"c {dismissal_text.lstrip('c¢( ')}"
    text = Text(dismissal_text, _confidence(dismissal_phrases)) if dismissal_text else None
    return BattingLine(name, _confidence(name_phrases), row.cells, dismissal or _star_means(name), text)


def _split_late(name: str, dismissal: str) -> tuple[str, str] | None:
    """Return both texts as they are meant where the first word of the dismissal stands with the name."""
    *_, last = name.split() or [""]
    parts = split_dismissal(f"{name} {dismissal}") if opens_dismissal(last) else None
    return (parts[0], clean_text(parts[1])) if parts else None


def _spaced(text: str) -> str:
    """Return the text with the space that readers lose between the sign and the letter of `c & b`."""
    return re.sub(r"^c\s*&\s*b\b", "c & b", text)


def _dismissal(text: str, *, stands_apart: bool) -> Dismissal | None:
    return parse_dismissal(text) or (parse_without_its_letter(text) if stands_apart else None)


def _is_batter(row: Row, name: Name | None, dismissal: Dismissal | None) -> bool:
    read = sum(cell.value is not None for cell in row.cells)
    if name is None:
        return read >= _LEAST_NUMBERS_WITHOUT_NAME
    return read > 0 or dismissal is not None


def _star_means(name: Name | None) -> Dismissal | None:
    """Without any dismissal a star is the only thing said about it."""
    return Dismissal(HowOut.NOT_OUT) if name and name.has_star else None


def _short_name(text: str) -> Name | None:
    name = parse_name(text)
    return name if name and len(name.text.split()) <= _LONGEST_NAME_WORDS else None


def _confidence(phrases: Sequence[Phrase]) -> float:
    return min((phrase.confidence for phrase in phrases), default=0.0)
