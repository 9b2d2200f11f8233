"""Rows of a table of sums dealt to their innings: by the team that they name, and by their order.

A table of one row is that of the innings beside it. Refuses rows that name a team which none of the innings has, where
their number does not fit the innings either.
"""

from collections.abc import Sequence

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.cards.sums import with_sum_row
from scorecard_runner.reading.cards.team_names import likeness
from scorecard_runner.reading.tables.sum_tables import Sum, SumRow, SumTable

_SAME_TEAM = 0.8


def with_sum_tables(innings: Sequence[Innings], tables: Sequence[tuple[SumTable, int | None]]) -> list[Innings]:
    """Return the innings with the sums that tables give for them.

    Args:
        innings: in printed order.
        tables: each with the innings after which it stands, counted from 0; None above all of them.
    """
    found = list(innings)
    for table, beside in tables:
        for place, row in _dealt(table, beside, found):
            found[place] = with_sum_row(found[place], row)
    return found


def _dealt(table: SumTable, beside: int | None, innings: Sequence[Innings]) -> list[tuple[int, SumRow]]:
    if not any(Sum.TEAM in row.values or Sum.INNINGS in row.values for row in table.rows):
        is_one = len(table.rows) == 1 and (beside is not None or len(innings) == 1)
        return [(beside or 0, table.rows[0])] if is_one else []
    free = list(range(len(innings)))
    pairs = []
    for number, row in enumerate(table.rows):
        place = _place_of(row, number, free, innings, has_all=len(table.rows) == len(innings))
        if place is not None:
            free.remove(place)
            pairs.append((place, row))
    return pairs


def _place_of(
    row: SumRow, number: int, free: Sequence[int], innings: Sequence[Innings], *, has_all: bool
) -> int | None:
    team = row.values.get(Sum.TEAM)
    named = [place for place in free if team and _is_of(innings[place], team)]
    if named:
        return named[0]
    return number if has_all and number in free and innings[number].team is None else None


def _is_of(innings: Innings, team: str) -> bool:
    return innings.team is not None and likeness(innings.team.text, team) >= _SAME_TEAM
