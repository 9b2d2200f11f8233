"""Innings in running text, taken out of the lines of a page in the shapes that other innings have: rows and labelled lines.

Refuses to read any text: `running_innings` tells where its parts are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.reading.geometry import enclosing
from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.grammar.running_innings import RunningBatter, RunningInnings, Span, parse_running
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.running_text import RunningText
from scorecard_runner.reading.tables.cells import Cell, read_cell
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.tables.written_rows import table_of_written


@dataclass(frozen=True)
class RunningSections:
    """One innings: the line with its team, its batters, and its labelled lines in printed order."""

    title: Line | None
    batting: Table
    labelled: tuple[tuple[Label, tuple[Line, ...]], ...]


def take_running(lines: Sequence[Line]) -> list[tuple[Line, ...] | RunningSections]:
    """Return the innings in running text, and the lines before, between and behind them; all lines if there are none."""
    page = RunningText(tuple(lines))
    parts: list[tuple[Line, ...] | RunningSections] = []
    end = 0
    for innings in parse_running(page.text) if lines else ():
        parts += [page.between(end, innings.start), _sections(page, innings)]
        end = innings.end
    parts.append(page.between(end, len(page.text)) if end else tuple(lines))
    return [part for part in parts if part]


def _sections(page: RunningText, innings: RunningInnings) -> RunningSections:
    rows = [_row(page, batter) for batter in innings.batters]
    columns = [Column.RUNS, *([Column.BALLS] if any(row.cell(Column.BALLS) for row in rows) else [])]
    return RunningSections(
        title=_on_one_line(page, innings.title) if innings.title else None,
        batting=table_of_written(TableKind.BATTING, rows, columns),
        labelled=tuple((label, page.between(span.start, span.end)) for label, span in innings.parts),
    )


def _row(page: RunningText, batter: RunningBatter) -> Row:
    """Return the batter's name and dismissal side by side, on however many lines they are printed."""
    text = Line((_phrase(page, batter.name), _phrase(page, batter.dismissal)))
    numbers = ((Column.RUNS, batter.runs), (Column.BALLS, batter.balls))
    cells = tuple(_cell(page, column, span) for column, span in numbers if span)
    return Row(enclosing([text.box, *(cell.box for cell in cells)]), (text,), cells)


def _phrase(page: RunningText, span: Span) -> Phrase:
    return Phrase(tuple(word for line in page.between(span.start, span.end) for word in line.words))


def _cell(page: RunningText, column: Column, span: Span) -> Cell:
    said = _phrase(page, span)
    return Cell(column, said.box, read_cell(said.text, said.confidence, column, said.readers))


def _on_one_line(page: RunningText, span: Span) -> Line:
    return Line((_phrase(page, span),))
