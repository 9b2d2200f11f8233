import pytest

from scorecard_runner.reading.tables.customs import (
    ORDERS,
    contradictions,
    longer_orders,
    matching_rates,
    possible_orders,
)
from scorecard_runner.reading.tables.vocabulary import Column, TableKind


@pytest.mark.parametrize(
    ("kind", "row", "is_possible"),
    [
        pytest.param(
            TableKind.BATTING, {Column.RUNS: 14, Column.FOURS: 2, Column.SIXES: 1}, True, id="boundaries made it"
        ),
        pytest.param(TableKind.BATTING, {Column.RUNS: 13, Column.FOURS: 2, Column.SIXES: 1}, False, id="too few runs"),
        pytest.param(TableKind.BATTING, {Column.BALLS: 2, Column.FOURS: 2, Column.SIXES: 1}, False, id="too few balls"),
        pytest.param(TableKind.BATTING, {Column.BALLS: 40, Column.MINUTES: 3}, False, id="40 balls in 3 minutes"),
        pytest.param(TableKind.BATTING, {Column.RUNS: 7.5}, False, id="half a run"),
        pytest.param(
            TableKind.BATTING,
            {Column.RUNS: 7, Column.BALLS: 12, Column.STRIKE_RATE: 58.33},
            True,
            id="the strike rate of its runs and balls",
        ),
        pytest.param(
            TableKind.BATTING,
            {Column.RUNS: 12, Column.BALLS: 7, Column.STRIKE_RATE: 58.33},
            False,
            id="the strike rate of other runs and balls",
        ),
        pytest.param(TableKind.BOWLING, {Column.OVERS: 3.5, Column.MAIDENS: 3}, True, id="all whole overs are maidens"),
        pytest.param(TableKind.BOWLING, {Column.OVERS: 3.5, Column.MAIDENS: 4}, False, id="more maidens than overs"),
        pytest.param(TableKind.BOWLING, {Column.OVERS: 3.8}, False, id="eight balls in an over"),
        pytest.param(TableKind.BOWLING, {Column.WICKETS: 11}, False, id="eleven wickets"),
        pytest.param(
            TableKind.BOWLING,
            {Column.OVERS: 4, Column.RUNS: 35, Column.ECONOMY: 88},
            True,
            id="an economy whose point was lost",
        ),
        pytest.param(
            TableKind.BOWLING, {Column.OVERS: 4, Column.RUNS: 35, Column.ECONOMY: 9.9}, False, id="another economy"
        ),
    ],
)
def test_a_row_is_counted_if_its_numbers_cannot_be_what_they_are_called(
    kind: TableKind, row: dict[Column, float], *, is_possible: bool
) -> None:
    assert contradictions(kind, [row]) == (0 if is_possible else 1)


def test_eleven_wickets_of_two_bowlers_speak_against_both_rows() -> None:
    assert contradictions(TableKind.BOWLING, [{Column.WICKETS: 5}, {Column.WICKETS: 6}]) == 2


def test_each_rate_that_matches_speaks_for_its_column() -> None:
    matching = {Column.OVERS: 4.0, Column.RUNS: 25, Column.ECONOMY: 6.25}
    without = {Column.OVERS: 4.0, Column.RUNS: 25}

    assert matching_rates(TableKind.BOWLING, [matching, matching, without]) == 4.0


@pytest.mark.parametrize("kind", TableKind)
def test_no_order_has_a_column_twice(kind: TableKind) -> None:
    assert all(len(set(order)) == len(order) for order in ORDERS[kind])


def test_orders_are_found_by_what_stands_where_and_by_what_follows_what() -> None:
    usual = (Column.OVERS, Column.MAIDENS, Column.RUNS, Column.WICKETS)

    assert usual in possible_orders(TableKind.BOWLING, [Column.OTHER, Column.OTHER, Column.RUNS, Column.WICKETS])
    assert usual not in possible_orders(TableKind.BOWLING, [Column.OTHER, Column.RUNS, Column.OTHER, Column.WICKETS])
    assert usual in longer_orders(TableKind.BOWLING, [Column.MAIDENS, Column.WICKETS], 4)
    assert usual not in longer_orders(TableKind.BOWLING, [Column.WICKETS, Column.MAIDENS], 4)
