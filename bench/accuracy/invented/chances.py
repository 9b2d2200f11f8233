"""How often what happens to a ball, and how batters get out."""

from bench.accuracy.invented.dice import Dice

Weights = tuple[tuple[str, float], ...]

_WAYS_OUT: Weights = (
    ("caught", 0.5),
    ("bowled", 0.19),
    ("lbw", 0.13),
    ("run out", 0.08),
    ("stumped", 0.04),
    ("caught and bowled", 0.045),
    ("hit wicket", 0.01),
    ("obstructing the field", 0.002),
    ("handled the ball", 0.0015),
    ("hit the ball twice", 0.0015),
)
NOT_THE_BOWLER_S = {
    "run out",
    "obstructing the field",
    "handled the ball",
    "hit the ball twice",
    "timed out",
    "retired out",
}


def outcome_weights(pace: float, place: int) -> Weights:
    """Return what may happen to a ball: `pace` 1 is a match of twenty overs, `place` the batter's in the order from 0."""
    tail = 1.0 + max(0, place - 5) * 0.22
    happenings = {
        "wicket": (0.020 + 0.026 * pace) * tail,
        "wide": 0.010 + 0.022 * pace,
        "no-ball": 0.006,
        "bye": 0.006,
        "leg-bye": 0.012,
        "penalty": 0.0003,
        "retirement": 0.0004,
        "6": 0.004 + 0.040 * pace,
        "4": 0.052 + 0.055 * pace,
        "3": 0.007,
        "2": 0.040 + 0.035 * pace,
        "1": (0.180 + 0.160 * pace) / tail,
    }
    return (*happenings.items(), ("0", 1.0 - sum(happenings.values())))


def way_out(dice: Dice) -> str:
    """Return a kind of dismissal in the words of the truth's schema."""
    return dice.weighted(_WAYS_OUT)
