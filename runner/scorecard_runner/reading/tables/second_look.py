"""Which cells deserve a second look, and what comes of it; pure: the crops are made and read elsewhere.

Lone digits in narrow columns are what every reader drops. A cell is doubtful if nothing was read where its row and
column cross, if the reader was unsure, or if a check of its row fails.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.belief.arithmetic import check_innings
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.tables.cells import Cell, read_cell
from scorecard_runner.reading.tables.columns import Band
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word

_SURE = 0.80
_MOST_DOUBTS = 240
_LEAST_READ_SHARE = 0.25
"""A row without a name in which fewer of the cells were read is probably no row of the table."""

_LEAST_NAME = 3  # letters


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell to look at again: its table and row from 0, its column, and the stretch of the page to cut out."""

    table: int
    row: int
    column: Column
    box: Box


@dataclass(frozen=True, slots=True)
class Sums:
    """Columns of tables that take part in a check of an innings that fails, or in one that holds."""

    failing: frozenset[tuple[TableKind, Column]] = frozenset()
    holding: frozenset[tuple[TableKind, Column]] = frozenset()

    @classmethod
    def of(cls, innings: Sequence[Innings]) -> "Sums":
        """Return what the sums of these innings say."""
        return cls(_columns_in(innings, CheckResult.FAILS), _columns_in(innings, CheckResult.HOLDS))


def _columns_in(innings: Sequence[Innings], result: CheckResult) -> frozenset[tuple[TableKind, Column]]:
    checks = (check for each in innings for check in check_innings(each) if check.result is result)
    return frozenset(
        (TableKind(place.where), Column(place.part))
        for check in checks
        for place in check.cells
        if place.row is not None
    )


def find_doubts(tables: Sequence[Table], sums: Sums, settled: Collection[Box] = ()) -> tuple[Doubt, ...]:
    """Return the cells to look at again: missing ones first, then doubtful ones, then those that nothing proves.

    In a column whose sum fails one of the cells is wrong, whatever the reader thinks of it; in one whose sum holds, and
    in a row whose rate fits, another opinion is not needed; nor for a settled cell.
    """
    missing, unsure, unproved = [], [], []
    for index, table in enumerate(tables):
        for number, row in enumerate(table.rows):
            if not _is_player(row, is_told=not table.bands):
                continue
            for cell in row.cells:
                if cell.is_part:
                    continue
                doubt = Doubt(index, number, cell.column, _room_for(cell, table.bands))
                column = (table.kind, cell.column)
                if cell.value is None and not cell.is_blank:
                    missing.append(doubt)
                elif cell.value is not None and (column in sums.failing or _is_doubtful(cell, row, table.kind)):
                    unsure.append(doubt)
                elif cell.value is not None and not (
                    cell.box in settled or column in sums.holding or _is_rated(cell, row, table.kind)
                ):
                    unproved.append(doubt)
    return tuple((missing + unsure + unproved)[:_MOST_DOUBTS])


def _is_player(row: Row, *, is_told: bool) -> bool:
    """Whether there is a player in the row; one whose figures were told in other rows may have lost all of them."""
    read = sum(cell.value is not None for cell in row.cells)
    return (read > 0 or is_told) and (read >= _LEAST_READ_SHARE * len(row.cells) or _has_name(row))


def _has_name(row: Row) -> bool:
    words = (word.text for text in row.texts for word in text.words)
    return any(sum(map(str.isalpha, word)) >= _LEAST_NAME for word in words)


def _is_doubtful(cell: Cell, row: Row, kind: TableKind) -> bool:
    return cell.readings[0].confidence < _SURE or (cell.column in _RATED[kind] and not _rate_holds(row, kind))


_RATED = {
    TableKind.BATTING: (Column.RUNS, Column.BALLS, Column.STRIKE_RATE),
    TableKind.BOWLING: (Column.OVERS, Column.RUNS, Column.ECONOMY),
}


def _is_rated(cell: Cell, row: Row, kind: TableKind) -> bool:
    """Whether a rate of the row could be tried with the cell; here it fits, or the cell would be doubtful."""
    rated = [row.cell(column) for column in _RATED[kind]]
    return cell.column in _RATED[kind] and all(each is not None and each.value is not None for each in rated)


def _rate_holds(row: Row, kind: TableKind) -> bool:
    """Whether the row's rate agrees with its other numbers; true where it cannot be tried."""
    cells = [row.cell(column) for column in _RATED[kind]]
    values = [cell.value for cell in cells if cell is not None and cell.value is not None]
    if len(values) < len(_RATED[kind]):
        return True
    first, second, third = values
    if kind is TableKind.BATTING:
        return abs(third * second - 100 * first) <= 1.0 * max(second, 1)
    balls = int(first) * 6 + round(first % 1 * 10)
    return abs(third * balls - 6 * second) <= 0.11 * max(balls, 1)


def _room_for(cell: Cell, bands: Sequence[Band]) -> Box:
    """Return the cell's place, as wide as the numbers of its column without touching those beside it."""
    band = next((each for each in bands if each.column is cell.column), None)
    if band is None:
        return cell.box
    before = max((each.right for each in bands if each.right <= band.left), default=band.left - cell.box.height)
    after = min((each.left for each in bands if each.left >= band.right), default=band.right + cell.box.height)
    spare = cell.box.height / 2
    left = max(band.left - spare, (before + band.left) / 2)
    right = min(band.right + spare, (after + band.right) / 2)
    return Box(left, cell.box.top, right, cell.box.bottom)


def with_second_looks(tables: Sequence[Table], looks: Mapping[Doubt, Sequence[Word]]) -> list[Table]:
    """Return the tables with what the second looks read; no words say that the paper is blank there."""
    changed = list(tables)
    for doubt, words in looks.items():
        cell = changed[doubt.table].rows[doubt.row].cell(doubt.column)
        if cell is not None:
            changed[doubt.table] = changed[doubt.table].with_cell(doubt.row, _looked(cell, words))
    return changed


def _looked(cell: Cell, words: Sequence[Word]) -> Cell:
    if not words:
        return replace(cell, is_blank=not cell.readings)
    return cell.with_readings(
        [one for word in words for one in read_cell(word.text, word.confidence, cell.column, word.readers)]
    )
