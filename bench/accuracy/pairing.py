"""Which answered row stands for which printed one: the pairing that agrees most, whatever their order.

Refuses to count; a pair says only that two rows mean the same player.
"""

from collections.abc import Mapping, Sequence

from bench.accuracy.cells import Fields
from bench.accuracy.values import is_given, is_same, name_similarity

Weights = Sequence[Sequence[float]]

_NAME_WEIGHT = 3.0
"""Of a name that agrees, against 1 for all other cells of the row together."""

_NEIGHBOUR_WEIGHT = 1e-4
"""Decides between rows that are otherwise equal: two players of one name stay in order."""

_LEAST_NAME_SIMILARITY = 0.5
_LEAST_PRINTED = 3
_LEAST_AGREEING_SHARE = 0.75
_ROUNDING = 1e-12


def pair_rows(printed: Sequence[Fields], answered: Sequence[Fields], fields: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of indices of printed and answered rows; what has no counterpart is in none."""
    return best_pairs(
        [[_row_weight(t, a, fields, i - j) for j, a in enumerate(answered)] for i, t in enumerate(printed)]
    )


def _row_weight(printed: Fields, answered: Fields, fields: Sequence[str], distance: int) -> float:
    """Return how much speaks for both rows being one player; 0 where too little does."""
    others = [field for field in fields if field != "name" and is_given(printed.get(field))]
    agreeing = sum(
        is_given(answered.get(field)) and is_same(field, printed[field], answered[field]) for field in others
    )
    agreeing_share = agreeing / max(1, len(others))
    similarity = name_similarity(str(printed.get("name") or ""), str(answered.get("name") or ""))
    is_known_by_its_cells = len(others) >= _LEAST_PRINTED and agreeing_share >= _LEAST_AGREEING_SHARE
    if similarity < _LEAST_NAME_SIMILARITY and not is_known_by_its_cells:
        return 0.0
    return _NAME_WEIGHT * similarity + agreeing_share + _NEIGHBOUR_WEIGHT / (1 + abs(distance))


def best_pairs(weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs of row and column that weigh most together, each row and column in one pair at most.

    Pairs of weight 0 are left out. Exact: rows are added one by one, each by the chain of moves that gains most.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    # A column of its own for each row: staying alone weighs nothing.
    padded = [[*row, *[0.0] * rows] for row in weights]
    holders: dict[int, int] = {}
    for row in range(rows):
        holders |= _best_moves(padded, holders, row)
    return sorted((row, column) for column, row in holders.items() if column < columns and weights[row][column] > 0)


def _best_moves(weights: Weights, holders: Mapping[int, int], newcomer: int) -> dict[int, int]:
    """Return which columns change hands to which row so that the newcomer has one too and most is gained."""
    gains = list(weights[newcomer])
    given_up_for: dict[int, int] = {}
    while _relax(weights, holders, gains, given_up_for):
        pass
    column = max((column for column in range(len(gains)) if column not in holders), key=gains.__getitem__)
    moves: dict[int, int] = {}
    while column in given_up_for:
        moves[column] = holders[given_up_for[column]]
        column = given_up_for[column]
    return {**moves, column: newcomer}


def _relax(weights: Weights, holders: Mapping[int, int], gains: list[float], given_up_for: dict[int, int]) -> bool:
    """Improve what reaching each column gains by letting a holder give its own up; whether anything improved.

    Ends because the pairs so far weigh most: no circle of moves gains anything.
    """
    has_improved = False
    for column, holder in holders.items():
        for other, weight in enumerate(weights[holder]):
            gain = gains[column] - weights[holder][column] + weight
            if other != column and gain > gains[other] + _ROUNDING:
                gains[other], given_up_for[other] = gain, column
                has_improved = True
    return has_improved
