"""The orders in which cards print their number columns, and what numbers satisfy if a column is what it is called.

So a column whose name was lost can be told from its place and its numbers. Refuses to choose: it lists what is possible and
how much speaks for it.
"""

from collections.abc import Mapping, Sequence
from itertools import product

from scorecard_runner.reading.grammar.overs import BALLS_PER_OVER, Overs
from scorecard_runner.reading.tables.vocabulary import Column, TableKind

Order = tuple[Column, ...]
Row = Mapping[Column, float]
"""The numbers of one row; a column without a number is left out."""

_RATE_WORTH = 2.0
_STRIKE_RATE_TOLERANCE = 1.0  # integer strike rates are common
_ECONOMY_TOLERANCE = 0.11  # one decimal, cut off or rounded
_BALLS_A_MINUTE = 3
_LOST_POINTS = (1, 10, 100)
"""Readers lose the point: 88 for 8.8."""

_MOST_WICKETS = 10
_MOST = {Column.WICKETS: 10, Column.OVERS: 99, Column.STRIKE_RATE: 600, Column.WIDES: 30, Column.NO_BALLS: 30}
_SHORT = {
    TableKind.BATTING: {
        "R": Column.RUNS,
        "B": Column.BALLS,
        "M": Column.MINUTES,
        "4": Column.FOURS,
        "6": Column.SIXES,
        "S": Column.STRIKE_RATE,
    },
    TableKind.BOWLING: {
        "O": Column.OVERS,
        "M": Column.MAIDENS,
        "R": Column.RUNS,
        "W": Column.WICKETS,
        "E": Column.ECONOMY,
        "D": Column.WIDES,
        "N": Column.NO_BALLS,
        "0": Column.DOTS,
        "4": Column.FOURS,
        "6": Column.SIXES,
    },
}
_BATTING = (
    *("R", "RB", "RM", "BR", "RB4", "R46", "RBS", "RMB", "RBM"),
    *("RB46", "BR46", "R46B", "RMB4", "RMB46", "RBM46", "MRB46", "R46BM"),
    *("RM4", "MR4", "RM46", "MR46"),
    *("RB46S", "BR46S", "R46BS", "RMB46S", "RBM46S", "R46SB", "RBS46", "MB46R", "B46R", "B46RS", "B46SR", "MB46SR"),
)
_BOWLING_HEADS = ("OMRW", "ORW", "ORWM", "ORMW", "OMWR")
_BOWLING_TAILS = ("", "D", "N", "DN", "ND", "0", "046", "46", "046DN", "46DN", "0DN")
_BOWLING = tuple(
    dict.fromkeys(
        head + tail
        for head, economy, rest in product(_BOWLING_HEADS, ("", "E"), _BOWLING_TAILS)
        for tail in (economy + rest, rest + economy)
    )
)
_USUAL = frozenset({"R", "RB46", "RB46S", "OMRW", "ORW", "OMRWE", "ORWE"})
_USUAL_WORTH = 1.5
_RARE = frozenset({"RM4", "MR4", "RM46", "MR46"})
"""Minutes without balls: taken where the heading says so, not where its letter was lost."""

_RARE_WORTH = -1.5


def _spelled(kind: TableKind, short: str) -> Order:
    return tuple(_SHORT[kind][letter] for letter in short)


ORDERS: Mapping[TableKind, Mapping[Order, float]] = {
    kind: {_spelled(kind, short): _USUAL_WORTH * (short in _USUAL) + _RARE_WORTH * (short in _RARE) for short in listed}
    for kind, listed in ((TableKind.BATTING, _BATTING), (TableKind.BOWLING, _BOWLING))
}
"""Orders that are printed, each with how much speaks for it before any number is read."""


INITIALS: Mapping[TableKind, Mapping[Column, str]] = {
    kind: {column: letter for letter, column in short.items()} for kind, short in _SHORT.items()
}
"""The first letter of what is printed above a column; of some a figure."""


def possible_orders(kind: TableKind, known: Sequence[Column]) -> list[Order]:
    """Return the orders that have these columns at these places; `Column.OTHER` stands for any."""
    return [
        order
        for order in ORDERS[kind]
        if len(order) == len(known)
        and all(name in (column, Column.OTHER) for name, column in zip(known, order, strict=True))
    ]


def longer_orders(kind: TableKind, known: Sequence[Column], length: int) -> list[Order]:
    """Return the orders of so many columns that have the known ones among them, one after the other."""
    return [order for order in ORDERS[kind] if len(order) == length and _is_within(known, order)]


def _is_within(known: Sequence[Column], order: Order) -> bool:
    rest = iter(order)
    return all(column in rest for column in known)


def contradictions(kind: TableKind, rows: Sequence[Row]) -> float:
    """Return in how many rows the numbers cannot be what they are called; a sum that cannot be counts as all rows."""
    if kind is TableKind.BOWLING and sum(row.get(Column.WICKETS, 0) for row in rows) > _MOST_WICKETS:
        return float(len(rows))
    impossible = _impossible_batting if kind is TableKind.BATTING else _impossible_bowling
    return float(sum(_is_odd(row) or impossible(row) or _rate_fits(kind, row) is False for row in rows))


def matching_rates(kind: TableKind, rows: Sequence[Row]) -> float:
    """Return how much the rates of the rows say for their columns."""
    return _RATE_WORTH * sum(_rate_fits(kind, row) is True for row in rows)


def _is_odd(row: Row) -> bool:
    """Whether a number has a fraction or a size that its column does not have."""
    whole = (value == int(value) for column, value in row.items() if not column.is_decimal)
    return not all(whole) or any(value > _MOST.get(column, value) for column, value in row.items())


def _impossible_batting(row: Row) -> bool:
    fours, sixes = row.get(Column.FOURS, 0), row.get(Column.SIXES, 0)
    hit = 4 * fours + 6 * sixes
    if hit > row.get(Column.RUNS, hit) or fours + sixes > row.get(Column.BALLS, hit):
        return True
    minutes = row.get(Column.MINUTES)
    return minutes is not None and row.get(Column.BALLS, 0) > _BALLS_A_MINUTE * minutes + BALLS_PER_OVER


def _impossible_bowling(row: Row) -> bool:
    overs = row.get(Column.OVERS)
    if overs is None:
        return False
    bowled = Overs.from_number(overs)
    if bowled is None:
        return True
    return row.get(Column.MAIDENS, 0) > bowled.completed or row.get(Column.DOTS, 0) > bowled.total_balls


def _rate_fits(kind: TableKind, row: Row) -> bool | None:
    """Whether the rate of the row is that of its other numbers; None where there is nothing to compare."""
    rate, runs = row.get(Column.STRIKE_RATE if kind is TableKind.BATTING else Column.ECONOMY), row.get(Column.RUNS)
    if rate is None or runs is None:
        return None
    if kind is TableKind.BATTING:
        balls = row.get(Column.BALLS)
        return _is_near(rate, [100 * runs / balls], _STRIKE_RATE_TOLERANCE) if balls else None
    bowled = Overs.from_number(overs) if (overs := row.get(Column.OVERS)) else None
    if bowled is None or not bowled.total_balls:
        return None
    # Some scorers divide by 3.4 overs as if that were a decimal.
    expected = [BALLS_PER_OVER * runs / bowled.total_balls, runs / bowled.number]
    return _is_near(rate, expected, _ECONOMY_TOLERANCE)


def _is_near(rate: float, expected: Sequence[float], tolerance: float) -> bool:
    return any(abs(rate / lost - each) <= tolerance for lost in _LOST_POINTS for each in expected)
