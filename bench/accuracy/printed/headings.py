"""Words above the columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from bench.accuracy.invented.dice import Dice

_SHORT_BATTING = {"runs": "R", "balls": "B", "minutes": "M", "fours": "4s", "sixes": "6s", "strike_rate": "SR"}
_SHORT_BOWLING = {
    "overs": "O",
    "maidens": "M",
    "runs": "R",
    "wickets": "W",
    "economy": "Econ",
    "wides": "WD",
    "no_balls": "NB",
    "dots": "0s",
    "fours": "4s",
    "sixes": "6s",
}
_LONG_BATTING = {
    "runs": "Runs",
    "balls": "Balls",
    "minutes": "Mins",
    "fours": "4s",
    "sixes": "6s",
    "strike_rate": "S/R",
}
_LONG_BOWLING = {
    "overs": "Overs",
    "maidens": "Mdns",
    "runs": "Runs",
    "wickets": "Wkts",
    "economy": "Econ",
    "wides": "Wides",
    "no_balls": "No balls",
    "dots": "Dots",
    "fours": "4s",
    "sixes": "6s",
}


@dataclass(frozen=True)
class Headings:
    """Words above the columns of both tables and before the lines below them."""

    batter: str
    status: str
    bowler: str
    batting: Mapping[str, str]
    bowling: Mapping[str, str]
    extras: str
    total: str
    did_not_bat: str
    falls: str


SHORT = Headings(
    "Batter", "", "Bowler", _SHORT_BATTING, _SHORT_BOWLING, "Extras", "Total", "Did not bat", "Fall of wickets"
)
LONG = Headings(
    "Batsman", "How out", "Bowler", _LONG_BATTING, _LONG_BOWLING, "Extras", "Total", "Did not bat", "Fall of wickets"
)


def choose_headings(dice: Dice) -> Headings:
    """Return headings, short or long, in either case of letters."""
    chosen = dice.weighted(((SHORT, 0.55), (LONG, 0.45)))
    batting = dict(chosen.batting)
    if dice.chance(0.3):
        batting["strike_rate"] = dice.pick(("S/R", "Strike Rate", "S.R.", "SR"))
    headings = Headings(
        batter=dice.pick(("Batter", "Batsman", "BATTING", "Batters", "Batting", "Name")),
        status=dice.pick(("", "Status", "How out", "Dismissal")),
        bowler=dice.pick(("Bowler", "BOWLING", "Bowling", "Bowlers")),
        batting=batting,
        bowling=chosen.bowling,
        extras=dice.pick(("Extras", "Extras", "E", "EXTRAS", "Extras:")),
        total=dice.pick(("Total", "TOTAL", "Total:", "Total")),
        did_not_bat=dice.pick(("Did not bat", "Did not bat:", "DNB:", "Yet to bat:", "Did Not Bat")),
        falls=dice.pick(("Fall of wickets", "Fall of Wickets:", "FOW:", "Fall of wickets:", "Fall:")),
    )
    return uppercase(headings) if dice.chance(0.2) else headings


def uppercase(headings: Headings) -> Headings:
    """Return the same headings in capitals."""
    return Headings(
        batter=headings.batter.upper(),
        status=headings.status.upper(),
        bowler=headings.bowler.upper(),
        batting={name: text.upper() for name, text in headings.batting.items()},
        bowling={name: text.upper() for name, text in headings.bowling.items()},
        extras=headings.extras.upper(),
        total=headings.total.upper(),
        did_not_bat=headings.did_not_bat.upper(),
        falls=headings.falls.upper(),
    )
