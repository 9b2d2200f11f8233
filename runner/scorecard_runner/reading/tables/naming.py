"""Names for columns whose heading was lost or misread, from what stands beside them and what their numbers satisfy.

A column gets the name that it has in every customary order that fits the names that were read and the numbers below.
Refuses to guess: where two names are possible it stays `Column.OTHER`. Knows nothing of places on a page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from scorecard_runner.reading.tables.customs import (
    INITIALS,
    ORDERS,
    Order,
    contradictions,
    longer_orders,
    matching_rates,
    possible_orders,
)
from scorecard_runner.reading.tables.vocabulary import Column, TableKind, resembles

_MOST_CONTRADICTIONS = 0.25
"""Share of the rows whose numbers may contradict a name: readers get numbers wrong too."""

_SAME_WORTH = 1.0
_INITIAL_WORTH = 1.5
_MOST_DIRT = 2
_LONGEST_ABBREVIATION = 2

Names = dict[int, Column]
"""What columns are called, by their number from 0."""


@dataclass(frozen=True)
class Slot:
    """A column of figures: its name as far as it is known, and what was read above it."""

    column: Column
    title: str = ""


@dataclass(frozen=True)
class Figures:
    """The slots of a table from left to right, and the numbers of each row by the number of their slot."""

    kind: TableKind
    slots: tuple[Slot, ...]
    rows: tuple[Mapping[int, float], ...]

    @property
    def open_slots(self) -> tuple[int, ...]:
        """Those without a name."""
        return tuple(index for index, slot in enumerate(self.slots) if slot.column is Column.OTHER)


@dataclass(frozen=True)
class _Fit:
    """Names, and how much speaks for them."""

    worth: float
    names: Names


def name_columns(figures: Figures) -> tuple[Column, ...]:
    """Return what the columns are called, `Column.OTHER` where that is not certain.

    In this order: the names that were read are right, stand above the wrong numbers, have dirt between them, or one of
    them was misread. What fits first is taken.
    """
    read = tuple(slot.column for slot in figures.slots)
    if not _is_doubtful(figures):
        return read
    names = _in_place(figures)
    for other_way in (_spread, _with_dirt, _with_one_misread):
        names = other_way(figures) if names is None else names
    return tuple((names or {}).get(index, column) for index, column in enumerate(read))


def _is_doubtful(figures: Figures) -> bool:
    """Whether a column has no name, or one from a lone figure that makes no order that is known."""
    columns = [slot.column for slot in figures.slots]
    has_figure = any(len(slot.title) == 1 and slot.title.isdecimal() for slot in figures.slots)
    return Column.OTHER in columns or (has_figure and not possible_orders(figures.kind, columns))


def _in_place(figures: Figures) -> Names | None:
    return _agreed(_fits(figures, range(len(figures.slots))))


def _spread(figures: Figures) -> Names | None:
    """Name all columns anew, keeping no more than the order in which names were read."""
    with_numbers = {index for row in figures.rows for index in row}
    is_strange = any(len(figures.slots[index].title) > _LONGEST_ABBREVIATION for index in figures.open_slots)
    if len(with_numbers) < len(figures.slots) or is_strange:
        return None
    read = [slot.column for slot in figures.slots if slot.column is not Column.OTHER]
    orders = longer_orders(figures.kind, read, len(figures.slots))
    agreed = _agreed([fit for order in orders if (fit := _fit(figures, order, dict(enumerate(order))))])
    return None if agreed is None else dict.fromkeys(range(len(figures.slots)), Column.OTHER) | agreed


def _with_dirt(figures: Figures) -> Names | None:
    """Leave columns without a name out, as few as possible: they may be none of the table's."""
    every = range(len(figures.slots))
    for count in range(1, min(_MOST_DIRT, len(figures.open_slots)) + 1):
        kept = [[index for index in every if index not in dirt] for dirt in combinations(figures.open_slots, count)]
        names = _agreed([fit for places in kept for fit in _fits(figures, places)])
        if names is not None:
            return names
    return None


def _with_one_misread(figures: Figures) -> Names | None:
    """Forget one abbreviation: B reads like 8 or 6, and the real 6 is then the second of them."""
    return next((names for each in _one_forgotten(figures) if (names := _in_place(each)) is not None), None)


def _one_forgotten(figures: Figures) -> Iterator[Figures]:
    for index, slot in enumerate(figures.slots):
        if slot.column is not Column.OTHER and len(slot.title) <= _LONGEST_ABBREVIATION:
            forgotten = replace(slot, column=Column.OTHER)
            yield replace(figures, slots=(*figures.slots[:index], forgotten, *figures.slots[index + 1 :]))


def _fits(figures: Figures, places: Sequence[int]) -> list[_Fit]:
    """Return the names that the open ones of these slots can have, for each order that is possible."""
    fits = []
    for order in possible_orders(figures.kind, [figures.slots[index].column for index in places]):
        names = dict(zip(places, order, strict=True))
        new = {index: names[index] for index in figures.open_slots if index in names}
        fit = _fit(figures, order, names)
        if fit and all(_may_be(figures.slots[index], column) for index, column in new.items()):
            fits.append(replace(fit, names=new))
    return fits


def _fit(figures: Figures, order: Order, names: Names) -> _Fit | None:
    """Return how much speaks for these names; None if the numbers speak against them."""
    rows = [{names[index]: value for index, value in row.items() if index in names} for row in figures.rows]
    against = contradictions(figures.kind, rows)
    if against > _MOST_CONTRADICTIONS * len(rows):
        return None
    worth = ORDERS[figures.kind][order] + matching_rates(figures.kind, rows) + _matching_initials(figures, names)
    return _Fit(worth - against, names)


def _matching_initials(figures: Figures, names: Names) -> float:
    """Return how much the first letters say that were read above columns without a name: `Bl` is rather B than M."""
    initials = INITIALS[figures.kind]
    titles = ((figures.slots[index].title, names[index]) for index in figures.open_slots if index in names)
    return _INITIAL_WORTH * sum(title[:1] == initials.get(column) for title, column in titles if title)


def _may_be(slot: Slot, column: Column) -> bool:
    """Whether what stands above the column can be a misread name: a few letters can be anything, a word cannot."""
    return len(slot.title) <= _LONGEST_ABBREVIATION or resembles(slot.title, column)


def _agreed(fits: Sequence[_Fit]) -> Names | None:
    """Return the names on which the likeliest agree; None if nothing fits."""
    if not fits:
        return None
    best = max(fit.worth for fit in fits)
    first, *others = [fit.names for fit in fits if fit.worth > best - _SAME_WORTH]
    return {index: column for index, column in first.items() if all(each.get(index) is column for each in others)}
