"""Innings for tests: a small one in which every sum holds, to be bent by each test."""

from dataclasses import replace

from scorecard_runner.reading.cards.card import BattingLine, BowlingLine, CellPlace, Innings, Text
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from scorecard_runner.reading.grammar.fall_of_wickets import FallenWicket
from scorecard_runner.reading.grammar.names import Name
from scorecard_runner.reading.tables.cells import Cell, Reading
from scorecard_runner.reading.tables.vocabulary import Column

PLACE = Box(0, 0, 20, 16)


def cell(column: Column, *values: float, confidence: float = 0.9) -> Cell:
    """Return a cell with these readings, the first of them believed; without any if there are none."""
    return Cell(column, PLACE, tuple(Reading(value, confidence) for value in values))


def batter(name: str, dismissal: str, runs: float, balls: float, rate: float) -> BattingLine:
    """Return a batter's row without boundaries."""
    figures = {Column.RUNS: runs, Column.BALLS: balls, Column.FOURS: 0, Column.SIXES: 0, Column.STRIKE_RATE: rate}
    return BattingLine(
        Name(name),
        0.95,
        tuple(cell(column, value) for column, value in figures.items()),
        parse_dismissal(dismissal),
        Text(dismissal, 0.95),
    )


def bowler(name: str, overs: float, runs: float, wickets: float, economy: float) -> BowlingLine:
    """Return a bowler's row."""
    figures = {
        Column.OVERS: overs,
        Column.MAIDENS: 0,
        Column.RUNS: runs,
        Column.WICKETS: wickets,
        Column.ECONOMY: economy,
    }
    return BowlingLine(Name(name), 0.95, tuple(cell(column, value) for column, value in figures.items()))


def sound_innings() -> Innings:
    """Return 30 runs for one wicket in three overs; every check can be tried and holds."""
    return Innings(
        team=Text("Kent", 0.95),
        total=cell(Column.RUNS, 30),
        wickets=cell(Column.WICKETS, 1),
        overs=cell(Column.OVERS, 3),
        batting=(
            batter("A Khan", "c Smith b Jones", 10, 9, 111.11),
            batter("B Khan", "not out", 16, 8, 200),
            batter("C Khan", "not out", 0, 1, 0),
        ),
        bowling=(bowler("D Jones", 2, 17, 1, 8.5), bowler("E Brown", 1, 11, 0, 11)),
        extras={
            "total": cell(Column.OTHER, 4),
            "leg_byes": cell(Column.OTHER, 2),
            "wides": cell(Column.OTHER, 2),
            "no_balls": cell(Column.OTHER, 0),
        },
        fall_of_wickets=(FallenWicket(1, 21),),
    )


def with_values(innings: Innings, where: str, part: str, *values: float, row: int | None = None) -> Innings:
    """Return the innings with other readings at one place."""
    place = CellPlace(where, row, part)
    old = next(found for each, found in innings.cells() if each == place)
    return innings.with_cell(place, replace(old, readings=tuple(Reading(value, 0.9) for value in values), chosen=0))
