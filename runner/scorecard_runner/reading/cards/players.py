"""Rows of tables to lines of players: which words are the name, which the dismissal.

Refuses to invent: a row without letters keeps its numbers without a name, a row without anything of cricket in it is
dropped.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.cards.badges import with_badges_read
from scorecard_runner.reading.cards.card import BattingLine, BowlingLine, Text
from scorecard_runner.reading.cards.row_texts import split_row, without_index, without_notes
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.batting_texts import read_row
from scorecard_runner.reading.grammar.bowling_figures import parse_bowling_figures
from scorecard_runner.reading.grammar.dismissals import Dismissal, HowOut
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.names import Name, parse_name
from scorecard_runner.reading.page.lines import Phrase
from scorecard_runner.reading.page.sections import Block
from scorecard_runner.reading.tables.cells import Cell, Reading
from scorecard_runner.reading.tables.headings import Heading
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.tables.vocabulary import Column

_LEAST_NUMBERS_WITHOUT_NAME = 3
_LEAST_NUMBERS_OF_BOWLER = 2
_LONGEST_NAME_WORDS = 6
_LONGEST_STRAY = 3  # letters
_OF_NO_BATTER = (Label.EXTRAS, Label.TOTAL)


def batting_lines(table: Table) -> tuple[BattingLine, ...]:
    """Return the batters of a batting table, in printed order."""
    lines = [line for row in table.rows if (line := _batting_line(row, table.heading))]
    return with_badges_read([replace(line, dismissal=_star_means(line, lines)) for line in lines])


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
        said = ((column, float(number)) for column, number in numbers.items() if number is not None)
        cells = tuple(Cell(column, box, (Reading(number, confidence, block.readers),)) for column, number in said)
        found.append(BowlingLine(_short_name(figures.name), confidence, cells))
    return tuple(found)


def _bowling_line(row: Row) -> BowlingLine | None:
    words = without_index([phrase for line in without_notes(row) for phrase in line.phrases])
    name = _short_name(" ".join(phrase.text for phrase in words))
    read = sum(cell.value is not None for cell in row.cells)
    least = _LEAST_NUMBERS_OF_BOWLER if name else _LEAST_NUMBERS_WITHOUT_NAME
    if read < least:
        return None
    return BowlingLine(name, _confidence(words), row.cells, name_readers=_readers(words), text_boxes=_text_boxes(row))


def _batting_line(row: Row, heading: Heading) -> BattingLine | None:
    name_phrases, dismissal_phrases = split_row(row, heading)
    texts = read_row(
        " ".join(phrase.text for phrase in name_phrases), " ".join(phrase.text for phrase in dismissal_phrases)
    )
    if any(label_of(said) in _OF_NO_BATTER for said in (texts.name, texts.dismissal_text)):
        return None
    name = _short_name(texts.name)
    if name is not None and texts.dismissal is None and _says_no_name(name):
        name = None
    if not _is_batter(row, name, texts.dismissal):
        return None
    sure = _confidence(dismissal_phrases or name_phrases)
    said_by = _readers(dismissal_phrases or name_phrases)
    text = Text(texts.dismissal_text, sure, said_by) if texts.dismissal_text else None
    return BattingLine(
        name,
        _confidence(name_phrases),
        row.cells,
        texts.dismissal,
        text,
        name_readers=_readers(name_phrases),
        text_boxes=_text_boxes(row),
    )


def _says_no_name(name: Name) -> bool:
    """Whether it is a stray bit: two small letters, or one of a word that cards print in the place of names."""
    return name.text.islower() and len(name.text) <= _LONGEST_STRAY


def _is_batter(row: Row, name: Name | None, dismissal: Dismissal | None) -> bool:
    read = sum(cell.value is not None for cell in row.cells)
    if name is None:
        return read >= _LEAST_NUMBERS_WITHOUT_NAME
    return read > 0 or dismissal is not None


def _star_means(line: BattingLine, lines: Sequence[BattingLine]) -> Dismissal | None:
    """Return how he was out; without any dismissal a star is the only thing said about it.

    Where it stands behind runs, the one behind a name is the captain's.
    """
    if line.dismissal or line.dismissal_text:
        return line.dismissal
    is_behind_runs = any(map(_has_runs_with_star, lines))
    has_star = _has_runs_with_star(line) if is_behind_runs else line.name is not None and line.name.has_star
    return Dismissal(HowOut.NOT_OUT) if has_star else None


def _has_runs_with_star(line: BattingLine) -> bool:
    runs = line.cell(Column.RUNS)
    return runs is not None and runs.has_star


def _short_name(text: str) -> Name | None:
    name = parse_name(text)
    return name if name and len(name.text.split()) <= _LONGEST_NAME_WORDS else None


def _text_boxes(row: Row) -> tuple[Box, ...]:
    return tuple(phrase.box for line in row.texts for phrase in line.phrases)


def _readers(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    words = tuple(word for phrase in phrases for word in phrase.words)
    return Phrase(words).readers if words else ()


def _confidence(phrases: Sequence[Phrase]) -> float:
    return min((phrase.confidence for phrase in phrases), default=0.0)
