"""A number cell: its place, everything that was read there, and the value that is believed.

Refuses to drop a reading: what was read first stays first, so that a changed value can always be explained.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.numbers import beside_bracket, read_leniently, read_strictly
from scorecard_runner.reading.grammar.overs import BALLS_PER_OVER
from scorecard_runner.reading.tables.vocabulary import Column

_LENIENT_PENALTY = 0.7
"""Factor on the confidence of a number for which letters had to be taken."""

_POINT_PENALTY = 0.8
"""Factor on the confidence of a number whose decimal point was not read."""

_FIGURE_PENALTY = 0.5
"""Factor on the confidence of the figure in what is rather a 0 in two halves."""

_MOST_OVERS = 100
_MOST = {Column.ECONOMY: 60, Column.STRIKE_RATE: 600}
_DECIMAL_PLACES = {Column.OVERS: (1,), Column.ECONOMY: (2, 1), Column.STRIKE_RATE: (2, 1)}


@dataclass(frozen=True, slots=True)
class Reading:
    """One opinion on the value of a cell, 0 to 1 sure; `readers`: the engines whose opinion it is."""

    value: float
    confidence: float
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The crossing of a row and a number column.

    `readings` in the order in which they were made; `chosen` is the index of the one that is believed; `is_blank`: the
    paper was looked at and is empty there; `is_part`: it was read in one go with others, and cannot be cut out alone;
    `has_star`: the star of who is not out stands behind it.
    """

    column: Column
    box: Box
    readings: tuple[Reading, ...] = ()
    chosen: int = 0
    is_blank: bool = False
    is_part: bool = False
    has_star: bool = False

    @property
    def value(self) -> float | None:
        """The believed value; None if there is none."""
        return self.readings[self.chosen].value if self.readings else None

    @property
    def candidates(self) -> tuple[int, ...]:
        """Indexes of the readings with different values, the first of each."""
        values = [reading.value for reading in self.readings]
        return tuple(index for index, value in enumerate(values) if values.index(value) == index)

    @property
    def agreement(self) -> int:
        """How many readings say the believed value."""
        return sum(reading.value == self.value for reading in self.readings)

    @property
    def readers(self) -> tuple[str, ...]:
        """Names of the engines that read the believed value, in order of the alphabet."""
        return tuple(sorted({name for each in self.readings if each.value == self.value for name in each.readers}))

    def with_readings(self, more: Sequence[Reading]) -> "Cell":
        """Return the cell with later readings after the earlier ones; the value with most behind it is believed."""
        readings = (*self.readings, *more)
        support: dict[float, float] = {}
        for reading in readings:
            support[reading.value] = support.get(reading.value, 0.0) + reading.confidence
        strongest = max(range(len(readings)), key=lambda index: support[readings[index].value], default=0)
        return replace(self, readings=readings, chosen=strongest)

    def choosing(self, index: int) -> "Cell":
        """Return the cell with another reading believed."""
        return replace(self, chosen=index)


def read_cell(text: str, confidence: float, column: Column, readers: tuple[str, ...] = ()) -> tuple[Reading, ...]:
    """Return the possible readings of a cell's text, the likeliest first; empty if it can be no number."""
    strict = read_strictly(text)
    value = read_leniently(text) if strict is None else strict
    if value is None:
        return ()
    sure = confidence if strict is not None else confidence * _LENIENT_PENALTY
    plain = [value] if _is_possible(value, column) else []
    # Where the plain number is possible, one that lost its point is only there for the checks to choose.
    penalty = _POINT_PENALTY**2 if plain else _POINT_PENALTY
    pointed = [Reading(number, sure * penalty, readers) for number in _with_point(value, column)]
    figure = beside_bracket(text)
    other = [] if figure is None else [Reading(figure, sure * _FIGURE_PENALTY, readers)]
    return (*(Reading(number, sure, readers) for number in plain), *pointed, *other)


def _is_possible(value: float, column: Column) -> bool:
    if column is Column.OVERS:
        return value < _MOST_OVERS and round(value % 1 * 10) <= BALLS_PER_OVER
    if column in _MOST:
        return value <= _MOST[column]
    return column.is_decimal or value == int(value)


def _with_point(value: float, column: Column) -> list[float]:
    """Return the value with the decimal point that readers lose most: before the last digits."""
    if value != int(value) or column not in _DECIMAL_PLACES:
        return []
    pointed = [round(value / 10**places, places) for places in _DECIMAL_PLACES[column] if value >= 10**places]
    return [number for number in pointed if _is_possible(number, column)]
