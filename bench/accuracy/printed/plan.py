"""What a layout decides to print of a match before anything is drawn."""

from dataclasses import dataclass

from bench.accuracy.invented.dice import Dice
from bench.accuracy.printed.notation import Notation

BATTING_COLUMNS: tuple[tuple[str, ...], ...] = (
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("runs", "balls", "minutes", "fours", "sixes", "strike_rate"),
    ("runs", "minutes", "balls", "fours", "sixes"),
    ("runs", "balls", "fours", "sixes"),
    ("runs", "balls"),
    ("balls", "runs", "fours", "sixes", "strike_rate"),
    ("runs", "fours", "sixes", "balls", "strike_rate"),
    ("minutes", "balls", "fours", "sixes", "runs"),
)
BOWLING_COLUMNS: tuple[tuple[str, ...], ...] = (
    ("overs", "maidens", "runs", "wickets", "economy"),
    ("overs", "maidens", "runs", "wickets", "economy", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"),
    ("overs", "runs", "wickets", "maidens"),
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "economy", "dots", "fours", "sixes", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets", "dots", "economy"),
    ("overs", "runs", "wickets", "economy"),
)

_MISTAKES = 0.05


@dataclass(frozen=True)
class Plan:
    """Columns in order and which other parts of a card are printed.

    A `mistake` is added to the runs of one batter: sums of real cards do not always hold, and what is printed counts.
    """

    notation: Notation
    batting: tuple[str, ...]
    bowling: tuple[str, ...]
    parts_bowlers: bool = False
    prints_extras: bool = True
    prints_falls: bool = True
    prints_did_not_bat: bool = True
    prints_overs: bool = True
    prints_result: bool = True
    prints_toss: bool = True
    prints_venue: bool = True
    prints_event: bool = True
    prints_date: bool = True
    most_innings: int = 4
    first_innings: int = 0
    prints_other_scores: bool = False
    mistake: int = 0


def choose_plan(dice: Dice, notation: Notation) -> Plan:
    """Return a plan with every choice open; layouts replace what their kind would not print."""
    return Plan(
        notation=notation,
        batting=dice.pick(BATTING_COLUMNS),
        bowling=dice.pick(BOWLING_COLUMNS),
        prints_falls=dice.chance(0.75),
        prints_did_not_bat=dice.chance(0.85),
        prints_result=dice.chance(0.8),
        prints_toss=dice.chance(0.4),
        prints_venue=dice.chance(0.5),
        prints_event=dice.chance(0.6),
        prints_date=dice.chance(0.7),
        mistake=dice.whole(1, 7) if dice.chance(_MISTAKES) else 0,
    )
