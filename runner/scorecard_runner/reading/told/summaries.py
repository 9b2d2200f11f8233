"""Summaries of innings, as TV shows them: below each side's score its best batters, beside or above the best bowlers.

Nobody names their columns, no row says how anybody was out, and two rows may be all: that they are of one innings is told
by the score above them, which they do not exceed. Refuses rows below no score, and rows that make more than it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.scores import Score
from scorecard_runner.reading.grammar.summary_rows import Span, SummaryRow, parse_summary_row
from scorecard_runner.reading.grammar.titles import parse_title
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.running_text import RunningText
from scorecard_runner.reading.tables.cells import Cell, read_cell
from scorecard_runner.reading.tables.headings import Heading, HeadingCell
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind

_RUNS = re.compile(r"\d{1,3}\*?")
_LEAST_PLAYERS = 2
_MOST_NOT_OUT = 2
_NAMES = frozenset({"batter", "bowler"})
_COLUMNS = {"runs": Column.RUNS, "balls": Column.BALLS, "overs": Column.OVERS}
_WICKETS_FIRST = {"first": Column.WICKETS, "second": Column.RUNS}
_RUNS_FIRST = {"first": Column.RUNS, "second": Column.WICKETS}


@dataclass(frozen=True)
class _Said:
    """A line that is a row of a summary."""

    line: Line
    row: SummaryRow

    def words(self, span: Span) -> Phrase:
        return Phrase(tuple(RunningText((self.line,)).words(*span)))

    def is_in_one_phrase(self, span: Span) -> bool:
        box = self.words(span).box
        return any(each.box.left <= box.left and box.right <= each.box.right for each in self.line.phrases)

    def number(self, part: str) -> float:
        spans = {**self.row.batter, **self.row.bowler}
        return float(self.words(spans[part]).text) if part in spans else 0.0


@dataclass(frozen=True)
class _Summary:
    """The rows below the score of a side."""

    score: Score
    rows: tuple[_Said, ...]

    @property
    def batters(self) -> list[_Said]:
        return [each for each in self.rows if each.row.batter]

    @property
    def bowlers(self) -> list[_Said]:
        return [each for each in self.rows if each.row.bowler]

    def is_within_score(self, wickets: str, conceded: str) -> bool:
        """Whether the rows make no more than the side's score and its wickets."""
        runs, fallen = self.score.runs or 0, self.score.wickets if self.score.wickets is not None else 0
        return (
            sum(each.number("runs") for each in self.batters) <= runs
            and sum(each.number(conceded) for each in self.bowlers) <= runs
            and sum(each.number(wickets) for each in self.bowlers) <= fallen
            and sum(each.row.has_star for each in self.batters) <= _MOST_NOT_OUT
        )


@dataclass(frozen=True)
class Summaries:
    """The tables of a page's summaries, and the lines without their rows."""

    tables: tuple[Table, ...]
    lines: tuple[Line, ...]


def take_summaries(lines: Sequence[Line]) -> Summaries:
    """Return the tables that summaries make, and what remains of the lines."""
    found = list(_summaries(lines))
    columns = next((columns for columns in (_WICKETS_FIRST, _RUNS_FIRST) if _are_scored(found, columns)), None)
    if columns is None:
        return Summaries((), tuple(lines))
    taken = {id(each.line) for summary in found for each in summary.rows}
    tables = tuple(table for summary in found for table in _tables(summary, {**_COLUMNS, **columns}))
    return Summaries(tables, tuple(line for line in lines if id(line) not in taken))


def _summaries(lines: Sequence[Line]) -> Iterator[_Summary]:
    at = 0
    while at < len(lines):
        score = _score(lines[at])
        at += 1
        rows: list[_Said] = []
        while score and at < len(lines) and (said := _said(lines[at]) or _is_lost(lines[at])):
            rows += [said] if isinstance(said, _Said) else []
            at += 1
        if score and rows:
            yield _Summary(score, tuple(rows))


def _said(line: Line) -> _Said | None:
    """Return the row that the line is; None also where a name would go on across a column, as over a number misread."""
    row = parse_summary_row(_text(line))
    said = _Said(line, row) if row else None
    names = [span for each in (row.batter, row.bowler) for part, span in each.items() if part in _NAMES] if row else []
    return said if said and all(said.is_in_one_phrase(span) for span in names) else None


def _is_lost(line: Line) -> bool:
    """Whether the line can only be a row of which a figure was not read: the runs stand alone behind its name."""
    name, *others = line.phrases
    return bool(others) and name.text[:1].isalpha() and _RUNS.fullmatch(others[0].text) is not None


def _are_scored(found: Sequence[_Summary], columns: dict[str, Column]) -> bool:
    """Whether there are batters and bowlers, and all of them can be of the innings above them."""
    names = {column: part for part, column in columns.items()}
    wickets, conceded = names[Column.WICKETS], names[Column.RUNS]
    players = (sum(len(each.batters) for each in found), sum(len(each.bowlers) for each in found))
    return min(players) >= _LEAST_PLAYERS and all(each.is_within_score(wickets, conceded) for each in found)


def _score(line: Line) -> Score | None:
    """Return the score of the side that the line names; None if it is no such line."""
    row = parse_summary_row(_text(line))
    if row and (row.batter or "overs" in row.bowler):
        return None
    title = parse_title(line.text)
    is_whole = title is not None and title.team is not None and title.score is not None
    return title.score if title and is_whole and title.score and title.score.wickets is not None else None


def _text(line: Line) -> str:
    return RunningText((line,)).text.rstrip("\n")


def _tables(summary: _Summary, columns: dict[str, Column]) -> Iterator[Table]:
    sides = (
        (TableKind.BATTING, summary.batters, [each.row.batter for each in summary.batters]),
        (TableKind.BOWLING, summary.bowlers, [each.row.bowler for each in summary.bowlers]),
    )
    for kind, said, spans in sides:
        if said:
            rows = [_row(each, of, columns, summary.score) for each, of in zip(said, spans, strict=True)]
            yield _table(kind, rows, said[0].line.box.top)


def _row(said: _Said, spans: dict[str, Span], columns: dict[str, Column], score: Score) -> Row:
    name = next(said.words(span) for part, span in spans.items() if part not in columns)
    cells = [_within(_cell(said, span, columns[part]), score) for part, span in spans.items() if part in columns]
    return Row(enclosing([name.box, *(cell.box for cell in cells)]), (Line((name,)),), tuple(cells))


def _cell(said: _Said, span: Span, column: Column) -> Cell:
    digits = said.words(span)
    whole = {word.box for word in said.line.words}
    has_star = said.row.has_star and span == said.row.batter.get("runs")
    cell = Cell(
        column, digits.box, read_cell(digits.text, digits.confidence, column, digits.readers), has_star=has_star
    )
    return replace(cell, is_part=digits.box not in whole)


def _within(cell: Cell, score: Score) -> Cell:
    """Return the cell of overs without readings that are more than the side faced: 7.0 that lost its point."""
    if cell.column is not Column.OVERS or score.overs is None:
        return cell
    most = score.overs.number
    return replace(cell, readings=tuple(reading for reading in cell.readings if reading.value <= most))


def _table(kind: TableKind, rows: Sequence[Row], top: float) -> Table:
    """Return the table under a heading made up for it, right above its first line: batters stand before the bowlers there."""
    columns = tuple(dict.fromkeys(cell.column for row in rows for cell in row.cells))
    full = [replace(row, cells=tuple(row.cell(name) or Cell(name, row.box) for name in columns)) for row in rows]
    boxes = [(Column.NAME, [row.texts[0].box for row in rows])]
    boxes += [(name, [cell.box for row in rows if (cell := row.cell(name))]) for name in columns]
    stretches = ((column, enclosing(each)) for column, each in boxes)
    cells = tuple(HeadingCell(column, Box(box.left, top - 1, box.right, top)) for column, box in stretches)
    return Table(Heading(kind, cells, enclosing(cell.box for cell in cells)), (), tuple(full))
