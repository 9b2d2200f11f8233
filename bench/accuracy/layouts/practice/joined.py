"""Several figures in one text: runs with balls, a bowler's whole analysis, a list that ends in "and". Pure text."""

from collections.abc import Sequence

from bench.accuracy.printed.view import BatterView, BowlerView

ANALYSIS = ("overs", "maidens", "runs", "wickets")
RUNS_WITH_BALLS = ("{r} ({b})", "{r} ({b}b)", "{r} off {b}", "{r}({b})", "{r} ({b} balls)")


def runs_and_balls(batter: BatterView, form: str, nothing: str) -> str:
    """Return "45 (32)" in the given form; a batter without an innings has `nothing`."""
    runs, balls = batter.cells.get("runs"), batter.cells.get("balls")
    if runs is None:
        return nothing
    return runs if balls is None else form.format(r=runs, b=balls)


def analysis(bowler: BowlerView, between: str = "-") -> str:
    """Return "4-0-32-2"."""
    return between.join(bowler.cells[column] for column in ANALYSIS)


def listed(names: Sequence[str], last: str = " and ") -> str:
    """Return the names as a sentence lists them."""
    return last.join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
