"""Rows of tables to lines of players: which words are the name, which the dismissal.

Refuses to invent: a row without letters keeps its numbers without a name, a row without anything of cricket in it is
dropped.
"""

from collections.abc import Sequence

from scorecard_runner.reading.card import BattingLine, BowlingLine, Text
from scorecard_runner.reading.cells import Cell, Reading
from scorecard_runner.reading.grammar.bowling_figures import parse_bowling_figures
from scorecard_runner.reading.grammar.dismissals import Dismissal, HowOut, parse_dismissal, split_dismissal
from scorecard_runner.reading.grammar.names import Name, clean_text, parse_name
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.headings import Heading
from scorecard_runner.reading.lines import Line, Phrase
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
    words = _without_index([phrase for line in row.texts for phrase in line.phrases])
    name = _short_name(" ".join(phrase.text for phrase in words))
    read = sum(cell.value is not None for cell in row.cells)
    least = _LEAST_NUMBERS_OF_BOWLER if name else _LEAST_NUMBERS_WITHOUT_NAME
    if read < least:
        return None
    return BowlingLine(name, _confidence(words), row.cells)


def _batting_line(row: Row, heading: Heading) -> BattingLine | None:
    name_phrases, dismissal_phrases = _split_row(row, heading)
    name_text = " ".join(phrase.text for phrase in name_phrases)
    dismissal_text = clean_text(" ".join(phrase.text for phrase in dismissal_phrases))
    if not dismissal_text and (parts := split_dismissal(name_text)):
        name_text, dismissal_text = parts[0], clean_text(parts[1])
        dismissal_phrases = name_phrases
    name = _short_name(name_text)
    dismissal = parse_dismissal(dismissal_text) if dismissal_text else None
    if not _is_batter(row, name, dismissal):
        return None
    text = Text(dismissal_text, _confidence(dismissal_phrases)) if dismissal_text else None
    return BattingLine(name, _confidence(name_phrases), row.cells, dismissal or _star_means(name), text)


def _is_batter(row: Row, name: Name | None, dismissal: Dismissal | None) -> bool:
    read = sum(cell.value is not None for cell in row.cells)
    if name is None:
        return read >= _LEAST_NUMBERS_WITHOUT_NAME
    return read > 0 or dismissal is not None


def _star_means(name: Name | None) -> Dismissal | None:
    """Without any dismissal a star is the only thing said about it."""
    return Dismissal(HowOut.NOT_OUT) if name and name.has_star else None


def _split_row(row: Row, heading: Heading) -> tuple[list[Phrase], list[Phrase]]:
    """Return the phrases of the name and those of the dismissal."""
    if not row.texts:
        return [], []
    first = _line_of_name(row.texts)
    others = [line for line in row.texts if line is not first]
    phrases = _without_index(list(first.phrases))
    if others and not _is_name_below(first, others):
        name, beside = _split_line(phrases, heading, [])
        lines = sorted([*others, *([Line(tuple(beside))] if beside else [])], key=lambda line: line.box.centre_y)
        return name, [phrase for line in lines for phrase in line.phrases]
    return _split_line(phrases, heading, [])


def _line_of_name(texts: Sequence[Line]) -> Line:
    """Return the line that holds the name: the first of those furthest to the left.

    A dismissal that runs over two lines beside its name begins above it, but further to the right.
    """
    left = min(text.box.left for text in texts)
    return next(text for text in texts if text.box.left - left <= text.box.height)


def _is_name_below(first: Line, below: Sequence[Line]) -> bool:
    """Whether what stands below is dirt under a row that is complete by itself."""
    beside = " ".join(phrase.text for phrase in first.phrases[1:])
    under = " ".join(line.text for line in below)
    goes_on = not parse_dismissal(beside) and parse_dismissal(f"{beside} {under}")
    return len(first.phrases) > 1 and not goes_on and not parse_dismissal(under)


def _split_line(
    phrases: list[Phrase],
    heading: Heading,
    below: list[Phrase],
) -> tuple[list[Phrase], list[Phrase]]:
    if not phrases:
        return [], below
    cut = 1
    while cut < len(phrases) and _is_mark(phrases[cut]):
        cut += 1
    dismissal = phrases[cut:]
    by = heading.cell(Column.DISMISSED_BY)
    if by is not None and dismissal:
        dismissal = _join_bowler(dismissal, by.box.left)
    return phrases[:cut], [*dismissal, *below]


def _join_bowler(dismissal: list[Phrase], bowler_left: float) -> list[Phrase]:
    """Leave phrases as they are where the `b` is printed; a bowler's column without it is read as if it were."""
    *_, last = dismissal
    said = " ".join(phrase.text for phrase in dismissal)
    if len(dismissal) < 2 or last.box.right < bowler_left or parse_dismissal(said):  # noqa: PLR2004 - how out, bowler
        return dismissal
    first = last.words[0]
    spoken = Phrase((type(first)(f"b {first.text}", first.box, first.confidence), *last.words[1:]))
    return [*dismissal[:-1], spoken]


def _without_index(phrases: list[Phrase]) -> list[Phrase]:
    return phrases[1:] if len(phrases) > 1 and read_strictly(phrases[0].text) is not None else phrases


def _is_mark(phrase: Phrase) -> bool:
    """Whether the phrase is only a captain's or keeper's mark with a gap before it."""
    return parse_name(phrase.text) is None and not phrase.text.strip().isdigit()


def _short_name(text: str) -> Name | None:
    name = parse_name(text)
    return name if name and len(name.text.split()) <= _LONGEST_NAME_WORDS else None


def _confidence(phrases: Sequence[Phrase]) -> float:
    return min((phrase.confidence for phrase in phrases), default=0.0)
