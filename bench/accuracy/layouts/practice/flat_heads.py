"""Headings of an exported table: as a person writes them, or as a program does. Pure text."""

from typing import Literal

HeadStyle = Literal["plain", "snake"]
STYLES: tuple[HeadStyle, ...] = ("plain", "snake")

_PLAIN = {
    "minutes": "Mins",
    "strike_rate": "Strike Rate",
    "no_balls": "No Balls",
    "inns": "Inns",
    "pos": "Pos",
    "batter": "Batsman",
    "out": "How Out",
    "match": "Match ID",
    "points": "Fantasy Pts",
}
_SNAKE = {
    "out": "how_out",
    "match": "match_id",
    "points": "fantasy_pts",
    "inns": "innings",
    "pos": "bat_pos",
}


def word(name: str, style: HeadStyle) -> str:
    """Return the heading of a column."""
    return _SNAKE.get(name, name) if style == "snake" else _PLAIN.get(name, name.capitalize())
