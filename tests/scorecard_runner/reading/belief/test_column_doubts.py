"""A column that cannot be what its name says is doubted, one that something else proves is not."""

from dataclasses import replace

from scorecard_runner.reading.belief.column_doubts import column_doubts
from scorecard_runner.reading.belief.doubt import places_of_column
from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.sample_innings import batter, bowler, cell, sound_innings, with_values


def doubted_places(innings: Innings) -> list[frozenset[CellPlace] | None]:
    return [doubt.about for doubt in column_doubts(innings)]


def without_rates(innings: Innings) -> Innings:
    """Return the innings without strike rates."""
    lines = (
        replace(line, cells=tuple(each for each in line.cells if each.column is not Column.STRIKE_RATE))
        for line in innings.batting
    )
    return replace(innings, batting=tuple(lines))


def test_columns_in_which_all_fits_are_not_doubted() -> None:
    assert doubted_places(sound_innings()) == []


def test_minutes_taken_for_balls_are_doubted() -> None:
    innings = with_values(without_rates(sound_innings()), "batting", "balls", 31, row=0)

    assert doubted_places(innings) == [places_of_column(innings, "batting", Column.BALLS)]


def test_balls_that_the_strike_rates_prove_are_not_doubted() -> None:
    innings = replace(sound_innings(), overs=cell(Column.OVERS, 1))

    assert places_of_column(innings, "batting", Column.BALLS) not in doubted_places(innings)


def test_more_runs_than_so_many_balls_allow_are_doubted() -> None:
    innings = with_values(without_rates(sound_innings()), "batting", "balls", 1, row=1)

    assert doubted_places(innings) == [places_of_column(innings, "batting", Column.BALLS)]


def test_numbers_of_rows_taken_for_figures_are_doubted() -> None:
    rows = tuple(batter(f"{initial} Khan", "not out", 0, 7 + n, 0) for n, initial in enumerate("ABCD"))
    innings = replace(sound_innings(), batting=rows, overs=None)

    assert doubted_places(innings) == [places_of_column(innings, "batting", Column.BALLS)]


def test_two_columns_that_say_the_same_are_doubted() -> None:
    rows = tuple(batter(f"{name} Khan", "not out", n, n, 0) for n, name in zip((3, 9, 1, 7), "ABCD", strict=True))
    innings = replace(sound_innings(), batting=rows, overs=None, bowling=())

    columns = (Column.RUNS, Column.BALLS)
    assert doubted_places(innings) == [places_of_column(innings, "batting", column) for column in columns]


def test_balls_taken_for_runs_are_doubted_where_no_batter_is_missing() -> None:
    innings = with_values(without_rates(sound_innings()), "batting", "runs", 5, row=1)

    columns = (Column.RUNS, Column.BALLS)
    assert doubted_places(innings) == [places_of_column(innings, "batting", column) for column in columns]


def test_runs_that_lack_only_what_nobody_could_read_are_not_doubted() -> None:
    assert doubted_places(with_values(without_rates(sound_innings()), "batting", "runs", row=1)) == []


def test_overs_that_are_other_figures_are_doubted_where_no_bowler_is_missing() -> None:
    rows = (bowler("D Jones", 1, 17, 1, 0), bowler("E Brown", 0, 11, 0, 0))
    innings = without_rates(replace(sound_innings(), bowling=rows))

    assert doubted_places(innings) == [places_of_column(innings, "bowling", Column.OVERS)]


def test_more_wickets_than_fell_are_doubted() -> None:
    innings = with_values(sound_innings(), "bowling", "wickets", 4, row=1)

    columns = (Column.WICKETS, Column.MAIDENS)
    assert doubted_places(innings) == [places_of_column(innings, "bowling", column) for column in columns]
