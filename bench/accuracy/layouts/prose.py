"""Sentences that stand around a card and are no part of it: news, commentary, advertisements, menus."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import Side

_NEWS = (
    "Rain delayed the start by an hour but a good crowd stayed for the finish.",
    "The pitch offered early movement and both captains would have bowled first.",
    "Supporters of the home side had little to cheer after lunch.",
    "The groundsman deserves a word of thanks after a week of storms.",
    "Tea was taken early and was, as ever, the best in the county.",
    "The new scoreboard worked for most of the afternoon.",
    "It leaves both sides with everything to play for next week.",
    "A dropped catch at slip proved to be the turning point.",
)
_ADVERTS = (
    "20% OFF all bats this week",
    "Learn Spanish in 30 days",
    "Best price on winter tyres",
    "Compare broadband deals",
    "Your next car from 199 a month",
    "Play Fantasy XI - win 5000",
)
_BALLS = ("no run", "1 run", "FOUR runs", "2 runs", "SIX runs", "1 leg bye", "1 wide", "OUT")


def article(dice: Dice, count: int) -> str:
    """Return a paragraph of news."""
    return " ".join(dice.some(_NEWS, count))


def advert(dice: Dice) -> str:
    """Return the text of an advertisement."""
    return dice.pick(_ADVERTS)


def commentary(match: Match, dice: Dice, count: int) -> list[tuple[str, str]]:
    """Return overs and what happened, the latest first."""
    innings = match.innings[-1]
    bowlers = [bowler.player.name.surname for bowler in innings.bowlers]
    batters = [batter.player.name.surname for batter in innings.batters]
    last = max(innings.balls // 6 - 1, 0)
    return [
        (f"{last - at // 6}.{6 - at % 6}", f"{dice.pick(bowlers)} to {dice.pick(batters)}, {dice.pick(_BALLS)}")
        for at in range(min(count, 6 * last or 1))
    ]


def squad(side: Side) -> list[str]:
    """Return the names of a side as a squad list prints them."""
    return [" ".join(filter(None, (player.name.first, player.name.surname))) for player in side.players]
