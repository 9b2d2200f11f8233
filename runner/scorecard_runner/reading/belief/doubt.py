"""What a doubt is: a sentence of why, and the values it is about; none of them is believed however well it was read.

Refuses to find doubts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scorecard_runner.reading.belief.evidence import DISMISSAL, NAME
from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.tables.vocabulary import Column

DOUBTED = 0.6
"""The most that anything in doubt is believed."""


@dataclass(frozen=True)
class Doubt:
    """Why something may be wrong; `about` is None where everything of the innings may be."""

    sentence: str
    about: frozenset[CellPlace] | None = None


def doubted(confidences: Mapping[CellPlace, float], doubts: Iterable[Doubt]) -> dict[CellPlace, float]:
    """Return the confidences with those in doubt lowered."""
    about = [doubt.about for doubt in doubts]
    return {
        place: min(sure, DOUBTED) if any(each is None or place in each for each in about) else sure
        for place, sure in confidences.items()
    }


def places_of_row(innings: Innings, table: str, row: int) -> frozenset[CellPlace]:
    """Return the places of everything that stands in the row."""
    cells = getattr(innings, table)[row].cells
    return places_of_texts(table, row) | {CellPlace(table, row, cell.column.value) for cell in cells}


def places_of_texts(table: str, row: int) -> frozenset[CellPlace]:
    """Return the places of the texts of the row."""
    return frozenset(CellPlace(table, row, part) for part in (NAME, DISMISSAL))


def places_of_table(innings: Innings, table: str) -> frozenset[CellPlace]:
    """Return the places of everything that stands in the table."""
    rows = range(len(getattr(innings, table)))
    return frozenset(place for row in rows for place in places_of_row(innings, table, row))


def places_of_column(innings: Innings, table: str, column: Column | str) -> frozenset[CellPlace]:
    """Return the places of a column, or of all `name` or `dismissal` of a table."""
    return frozenset(CellPlace(table, row, str(column)) for row in range(len(getattr(innings, table))))


SUMMARY = frozenset({CellPlace("total"), CellPlace("wickets"), CellPlace("overs")})
"""Places of what the side made, which are printed together."""
