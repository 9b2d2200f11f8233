"""A dismissal in three columns: the way out in full words or as a code, the fielder, the bowler. Pure text."""

from bench.accuracy.printed.notation import Words
from bench.accuracy.printed.view import BatterView

IN_FULL = Words(
    "Caught {f} {b}",
    "Caught & Bowled {b}",
    "Bowled {b}",
    "LBW {b}",
    "Stumped {f} {b}",
    "Run Out {f}",
    "Hit Wicket {b}",
    "Not Out",
    " / ",
    is_capital=True,
)
IN_CODES = Words(
    "CT {f} {b}", "C&B {b}", "BLD {b}", "LBW {b}", "ST {f} {b}", "R/O {f}", "HW {b}", "NOT OUT", " / ", is_capital=True
)
KEY = (
    "Key: CT caught; C&B caught and bowled; BLD bowled; LBW leg before wicket; ST stumped; R/O run out; HW hit wicket."
)


def apart(batter: BatterView) -> tuple[str, str, str]:
    """Return the way out, the fielders and the bowler; the row must be filled with the bowlers parted."""
    for words in (IN_FULL, IN_CODES):
        for template in (words.caught, words.stumped, words.run_out):
            way = template.partition(" {")[0]
            if batter.fielders and batter.dismissal.startswith(f"{way} "):
                return way, batter.dismissal.removeprefix(way).strip(), batter.bowler
    return batter.dismissal, "", batter.bowler
