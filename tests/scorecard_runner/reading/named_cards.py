"""Innings of which only the names matter, for tests of what one place says about another."""

from collections.abc import Sequence

from scorecard_runner.reading.cards.card import BattingLine, BowlingLine, Innings, Text
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from scorecard_runner.reading.grammar.fall_of_wickets import FallenWicket
from scorecard_runner.reading.grammar.names import Name

SURE = 0.95


def named_innings(
    batting: Sequence[tuple[str, str]] = (),
    bowling: Sequence[str] = (),
    fallen: Sequence[str] = (),
    waiting: Sequence[str] = (),
    doubtful: Sequence[str] = (),
) -> Innings:
    """Return an innings.

    Args:
        batting: names with their dismissals.
        bowling: names of the bowling table.
        fallen: names in the fall of wickets.
        waiting: those who did not bat.
        doubtful: names of which the reader was unsure.
    """

    def sure(name: str) -> float:
        return 0.4 if name in doubtful else SURE

    return Innings(
        batting=tuple(
            BattingLine(Name(name), sure(name), (), parse_dismissal(text), Text(text, SURE)) for name, text in batting
        ),
        bowling=tuple(BowlingLine(Name(name), sure(name), ()) for name in bowling),
        fall_of_wickets=tuple(FallenWicket(number, 10 * number, name) for number, name in enumerate(fallen, start=1)),
        did_not_bat=tuple(Name(name) for name in waiting),
    )


def batters(innings: Innings) -> list[str]:
    """Return the names of the batting table."""
    return [line.name.text for line in innings.batting if line.name]


def bowlers(innings: Innings) -> list[str]:
    """Return the names of the bowling table."""
    return [line.name.text for line in innings.bowling if line.name]
