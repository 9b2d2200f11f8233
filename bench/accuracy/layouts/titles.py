"""Lines above a card: who plays whom, where, when, and whose innings follows."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.printed.view import CardView, InningsView

_ORDINALS = ("1st", "2nd")
_TEAM_STYLES = (
    "{team}",
    "{team} innings",
    "{team} Innings",
    "{team} {number}",
    "{team} - {number}",
    "Innings of {team}",
)


def match_title(card: CardView, dice: Dice) -> str:
    """Return "A v B" in one of its notations."""
    first, second = card.teams
    return dice.pick(("{a} v {b}", "{a} vs {b}", "{a} v. {b}", "{a} VS {b}", "{a} versus {b}")).format(
        a=first, b=second
    )


def head_lines(card: CardView) -> list[str]:
    """Return what is printed of event, place, day and toss."""
    place = ", ".join(filter(None, (card.event, card.venue, card.date_text)))
    return [line for line in (place, f"Toss: {card.toss}" if card.toss else "") if line]


def team_style(dice: Dice) -> str:
    """Return how the titles of the innings are written on one card."""
    return dice.pick(_TEAM_STYLES)


def team_title(innings: InningsView, style: str) -> str:
    """Return the title above an innings; only matches of two innings a side number them."""
    if innings.has_number or "{number}" not in style:
        number = f"{_ORDINALS[innings.number - 1]} innings"
        if innings.has_number and "{number}" not in style:
            style = "{team} {number}"
        return style.format(team=innings.team, number=number)
    return innings.team
