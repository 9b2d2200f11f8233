"""Pairing rows of truth and answer."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.accuracy.cells import COUNTED, Part
from bench.accuracy.pairing import best_pairs, pair_rows

FIELDS = COUNTED[Part.BOWLING]


@st.composite
def weights(draw: st.DrawFn) -> list[list[float]]:
    columns = draw(st.integers(1, 5))
    row = st.lists(st.integers(0, 9).map(float), min_size=columns, max_size=columns)
    return draw(st.lists(row, min_size=1, max_size=5))


def heaviest(table: list[list[float]]) -> float:
    """Return the most that any pairing weighs, by trying all of them."""
    rows, columns = len(table), len(table[0])
    padded = [[*row, *[0.0] * rows] for row in table]
    orders = permutations(range(columns + rows), rows)
    return max(sum(padded[row][column] for row, column in enumerate(order)) for order in orders)


@settings(deadline=None)  # trying all pairings takes what it takes on a busy machine
@given(table=weights())
def test_no_other_pairing_weighs_more(table: list[list[float]]) -> None:
    pairs = best_pairs(table)
    assert sum(table[row][column] for row, column in pairs) == heaviest(table)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_a_pair_may_give_way_so_that_all_weigh_more() -> None:
    assert best_pairs([[5, 4, 0], [5, 0, 4], [5, 1, 1]]) == [(0, 1), (1, 2), (2, 0)]


def test_what_weighs_nothing_is_no_pair() -> None:
    assert best_pairs([[0.0, 0.0], [0.0, 1.0]]) == [(1, 1)]


@pytest.mark.parametrize("table", [[], [[], []]], ids=["no rows", "no columns"])
def test_nothing_is_paired_with_nothing(table: list[list[float]]) -> None:
    assert best_pairs(table) == []


def test_fifteen_rows_in_reverse_find_their_own() -> None:
    rows = [{"name": name * 4, "overs": number} for number, name in enumerate("abcdefghijklmno")]
    assert pair_rows(rows, rows[::-1], FIELDS) == [(i, 14 - i) for i in range(15)]


def test_two_players_of_one_name_are_told_apart_by_their_numbers() -> None:
    first, second = {"name": "Khan", "overs": 4, "runs": 20}, {"name": "Khan", "overs": 3, "runs": 31}
    assert pair_rows([first, second], [second, first], FIELDS) == [(0, 1), (1, 0)]


def test_rows_that_are_alike_stay_in_order() -> None:
    alike = {"name": "Khan"}
    assert pair_rows([alike, alike], [alike, alike], FIELDS) == [(0, 0), (1, 1)]


def test_another_name_needs_three_numbers_that_agree() -> None:
    printed = {"name": "Stone", "overs": 4, "runs": 20, "wickets": 1}
    assert pair_rows([printed], [{**printed, "name": "xxxx"}], FIELDS) == [(0, 0)]
    assert pair_rows([{"name": "Stone", "overs": 4}], [{"name": "xxxx", "overs": 4}], FIELDS) == []
    assert pair_rows([printed], [{**printed, "name": "xxxx", "runs": 9}], FIELDS) == []
