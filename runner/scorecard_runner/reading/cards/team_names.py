"""The two sides of a match under the spellings found for them on one page.

A title on a coloured bar is read badly more often than the line that names both sides; where the spellings are close
they are one team, and the surer one is taken.
"""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from scorecard_runner.reading.cards.card import Innings, Text

_SAME_TEAM = 0.6
"""Share of letters in common order from which two spellings are one team; the other side's is below a half."""

SIDES = 2


def settle_names(innings: Sequence[Innings], sides: Sequence[Text]) -> list[Innings]:
    """Return the innings with each team spelled as the surest of its spellings.

    Args:
        innings: with the teams as their titles spell them.
        sides: both teams as one line of the page names them; empty if none does.
    """
    spellings = [*sides, *(each.team for each in innings if each.team)]
    return [replace(each, team=_settled(each.team, spellings)) if each.team else each for each in innings]


def with_opponents(innings: Sequence[Innings], teams: Sequence[str]) -> list[Innings]:
    """Return the innings with the other of the two teams as bowling side, where both are known."""
    return [_with_opponent(each, teams) for each in innings]


def _settled(team: Text, spellings: Sequence[Text]) -> Text:
    same = [each for each in spellings if likeness(team.text, each.text) >= _SAME_TEAM]
    return max([team, *same], key=lambda each: each.confidence)


def likeness(first: str, second: str) -> float:
    """Return the share of letters in common order, from 0 to 1."""
    return SequenceMatcher(None, first.casefold(), second.casefold(), autojunk=False).ratio()


def _with_opponent(innings: Innings, teams: Sequence[str]) -> Innings:
    if innings.team is None or len(teams) != SIDES or innings.team.text not in teams:
        return innings
    other = next(team for team in teams if team != innings.team.text)
    return replace(innings, bowling_team=Text(other, innings.team.confidence))
