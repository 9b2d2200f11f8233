"""A dismissal in two columns, "c Ali" and "b Khan"; the words of both together are the dismissal of the truth. Pure text."""

from bench.accuracy.printed.notation import Words
from bench.accuracy.printed.view import BatterView

PARTED_WORDS = (
    Words(
        "ct {f} b {b}", "ct & b {b}", "b {b}", "lbw b {b}", "st {f} b {b}", "run out {f}", "hit wkt b {b}", "not out"
    ),
    Words(
        "c {f} b {b}", "c & b {b}", "b {b}", "lbw b {b}", "st {f} b {b}", "run out ({f})", "hit wicket b {b}", "not out"
    ),
    Words(
        "c: {f} b: {b}", "c: & b: {b}", "b: {b}", "lbw b: {b}", "st: {f} b: {b}", "run out", "hit wkt b: {b}", "not out"
    ),
)
"""Words that put a "b" before every bowler."""


def parted(batter: BatterView) -> tuple[str, str]:
    """Return what stands in the first and in the second column."""
    for sign in ("b", "b:"):
        tail = f"{sign} {batter.bowler}"
        if batter.bowler and batter.dismissal.endswith(tail):
            return batter.dismissal.removesuffix(tail).rstrip(), tail
    return batter.dismissal, ""
