"""Summaries that repeat rows of a full card (best batters, who is at the crease): they are counted once."""

from collections.abc import Sequence

from scorecard_runner.reading.cards.card import BattingLine, BowlingLine, Innings
from scorecard_runner.reading.grammar.names import is_same_player
from scorecard_runner.reading.grammar.spelling import almost_equal
from scorecard_runner.reading.tables.vocabulary import Column

_MOST_SUMMARY_ROWS = 4


def drop_repeats(innings: Sequence[Innings]) -> list[Innings]:
    """Return the innings without those whose every batter stands, with the same runs, in a longer one."""
    return [each for each in innings if not any(_repeats(each, other) for other in innings if other is not each)]


def repeats_bowlers(short: Sequence[BowlingLine], full: Sequence[BowlingLine]) -> bool:
    """Whether every bowler of a short list stands, with the same runs, in a longer one."""
    is_shorter = 0 < len(short) < len(full)
    return is_shorter and all(any(_same_figures(line, other) for other in full) for line in short)


def _repeats(short: Innings, full: Innings) -> bool:
    if not short.batting or len(short.batting) > _MOST_SUMMARY_ROWS or len(short.batting) >= len(full.batting):
        return False
    return all(any(_same_figures(line, other) for other in full.batting) for line in short.batting)


def _same_figures(first: BattingLine | BowlingLine, second: BattingLine | BowlingLine) -> bool:
    if first.name is None or second.name is None or first.value(Column.RUNS) != second.value(Column.RUNS):
        return False
    one, other = first.name.text, second.name.text
    # One of both may be misread: the other one is printed elsewhere, often in another size.
    return is_same_player(one, other) or is_same_player(other, one) or almost_equal(one.casefold(), other.casefold())
