"""Ways of writing a total: wickets first or last, words for the end of an innings, the rate. Pure text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BALLS_PER_OVER
from bench.accuracy.printed.notation import Notation
from bench.accuracy.printed.view import InningsView

_ALL_OUT = 10


@dataclass(frozen=True)
class ScoreStyle:
    """Templates for the three ways an innings ends, and for its overs; {t} total, {w} wickets, {o} overs."""

    score: str
    all_out: str
    declared: str
    overs: str = "({o} overs)"


RUNS_FIRST = (
    ScoreStyle("{t} for {w}", "{t} all out", "{t} for {w} dec", "({o} overs)"),
    ScoreStyle("{t}-{w}", "{t} all out", "{t}-{w} dec", "({o} ov)"),
    ScoreStyle("{t}-{w}", "{t} (all out)", "{t}-{w}d", "off {o}"),
    ScoreStyle("{t}/{w}", "{t}/{w}", "{t}/{w} declared", "in {o} overs"),
    ScoreStyle("{t} for {w}", "{t}, all out", "{t} for {w}, declared", "from {o} overs"),
)
WICKETS_FIRST = (
    ScoreStyle("{w}/{t}", "{t} all out", "{w}/{t} dec", "({o} overs)"),
    ScoreStyle("{w}-{t}", "{t} all out", "{w}-{t} dec.", "{o} ov"),
    ScoreStyle("{w} for {t}", "all out for {t}", "{w} for {t} dec", "off {o} overs"),
)


def with_scores(notation: Notation, styles: Sequence[ScoreStyle], dice: Dice) -> Notation:
    """Return the notation with one of the styles."""
    style = dice.pick(styles)
    return replace(notation, score=style.score, all_out=style.all_out, declared=style.declared, overs=style.overs)


def run_rate(innings: InningsView) -> str:
    """Return runs an over with two decimals; nothing where no ball was bowled or overs are not printed."""
    completed, _, rest = innings.overs.partition(".")
    balls = BALLS_PER_OVER * int(completed or 0) + int(rest or 0)
    return f"{BALLS_PER_OVER * innings.total / balls:.2f}" if balls else ""


def wickets_words(innings: InningsView) -> str:
    """Return how many wickets fell, in words."""
    words = "all out" if innings.wickets == _ALL_OUT else f"{innings.wickets} wkt{'s' * (innings.wickets != 1)}"
    return f"{words} dec" if innings.declared else words
