"""A scorecard as understood, before it becomes a document: every value with the readings behind it.

Frozen data without behaviour beyond looking things up; `arithmetic` and `resolve` work on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.dismissals import Dismissal
from scorecard_runner.reading.grammar.fall_of_wickets import FallenWicket
from scorecard_runner.reading.grammar.names import Name
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.vocabulary import Column


@dataclass(frozen=True)
class Text:
    """Words as printed, 0 to 1 sure; `readers`: who read them."""

    text: str
    confidence: float
    readers: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlayerLine:
    """A row of the batting or bowling table. `name` is None where numbers were read without one.

    `text_boxes`: where name and dismissal are printed, a box for each phrase; none in running text.
    """

    name: Name | None
    name_confidence: float
    cells: tuple[Cell, ...]
    name_readers: tuple[str, ...] = field(default=(), kw_only=True)
    text_boxes: tuple[Box, ...] = field(default=(), kw_only=True)

    def cell(self, column: Column) -> Cell | None:
        """Return the cell of the column, if the table has it."""
        return next((cell for cell in self.cells if cell.column is column), None)

    def value(self, column: Column) -> float | None:
        """Return the believed value of the column, if there is one."""
        cell = self.cell(column)
        return cell.value if cell else None


@dataclass(frozen=True)
class BattingLine(PlayerLine):
    """A batter's row."""

    dismissal: Dismissal | None = None
    dismissal_text: Text | None = None


@dataclass(frozen=True)
class BowlingLine(PlayerLine):
    """A bowler's row."""


@dataclass(frozen=True)
class Spelling:
    """What the card says of a name in one place: as read there, as believed, and why where that is not the same.

    `reader` is the best opinion on the believed spelling, 0 to 1; `agreeing` and `differing` count the other places where
    the card names the same player.
    """

    place: "CellPlace"
    read: str
    became: str
    reader: float
    agreeing: int = 0
    differing: int = 0
    because: str = ""
    full: str = ""
    """The player's name in full, where the place has a short form of it."""


@dataclass(frozen=True)
class Innings:
    """One side batting once, with the other side's bowling figures."""

    team: Text | None = None
    bowling_team: Text | None = None
    total: Cell | None = None
    wickets: Cell | None = None
    overs: Cell | None = None
    is_all_out: bool = False
    is_declared: bool = False
    batting: tuple[BattingLine, ...] = ()
    bowling: tuple[BowlingLine, ...] = ()
    extras: dict[str, Cell] = field(default_factory=dict)
    """By part: total, byes, leg_byes, wides, no_balls, penalty."""
    has_solved_extras: bool = False
    """Whether signs were taken for others so that the parts make the total."""
    fall_of_wickets: tuple[FallenWicket, ...] = ()
    did_not_bat: tuple[Name, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    """Of the names that stand in several places of the card."""

    def cells(self) -> Iterator[tuple["CellPlace", Cell]]:
        """Yield every number of the innings with its place."""
        for part in ("total", "wickets", "overs"):
            cell = getattr(self, part)
            if cell is not None:
                yield CellPlace(part), cell
        for name, cell in self.extras.items():
            yield CellPlace("extras", part=name), cell
        for table in ("batting", "bowling"):
            for row, line in enumerate(getattr(self, table)):
                for cell in line.cells:
                    yield CellPlace(table, row, cell.column.value), cell

    def with_cell(self, place: "CellPlace", cell: Cell) -> "Innings":
        """Return the innings with the number at that place replaced."""
        if place.where == "extras":
            return replace(self, extras={**self.extras, place.part: cell})
        if place.row is None:
            return replace(self, **{place.where: cell})  # type: ignore[arg-type]  # one of total, wickets, overs
        lines: list[PlayerLine] = list(getattr(self, place.where))
        line = lines[place.row]
        lines[place.row] = replace(line, cells=tuple(cell if c.column is cell.column else c for c in line.cells))
        return replace(self, **{place.where: tuple(lines)})  # type: ignore[arg-type]  # batting or bowling


@dataclass(frozen=True)
class CellPlace:
    """Where a value stands in an innings: `total`, `extras` and a part, or a table or list, a row from 0 and a column."""

    where: str
    row: int | None = None
    part: str = ""

    def __str__(self) -> str:
        if self.row is not None:
            return f"{self.where.replace('_', ' ')} row {self.row + 1}, {self.part.replace('_', ' ')}"
        return f"{self.where} {self.part.replace('_', ' ')}".strip()


@dataclass(frozen=True)
class MatchFacts:
    """What the page says of the match around the innings."""

    teams: tuple[str, ...] = ()
    result: str | None = None
    toss: str | None = None
    date: str | None = None
    venue: str | None = None


@dataclass(frozen=True)
class Card:
    """All innings in printed order."""

    match: MatchFacts
    innings: tuple[Innings, ...]
