"""Falls of wickets as tables: the wickets' numbers above the scores, or a row for each wicket."""

from bench.accuracy.layouts.markup import number_cells, row, tag, wrap
from bench.accuracy.printed.view import FallView, InningsView

TWO_LINES = "{w} {r}"
"""The fall template of a notation whose falls are drawn by `two_lines`."""

_WORDS = {"w": "Wkt", "r": "Score", "n": "Batter", "o": "Over"}


def two_lines(innings: InningsView, first: str = "", second: str = "", most: int = 0) -> str:
    """Return the numbers of the wickets above the scores, with a label before each line; up to `most` stay empty."""
    wickets = [str(fall.wicket) for fall in innings.falls]
    scores = [str(fall.runs) for fall in innings.falls]
    wickets += [str(at) for at in range(len(wickets) + 1, most + 1)]
    scores += [""] * (len(wickets) - len(scores))
    labels = [[tag("th", text)] if first or second else [] for text in (first, second)]
    lines = [row([*labels[0], *number_cells(wickets)]), row([*labels[1], *number_cells(scores)])]
    return wrap("table", "".join(lines), "falls")


def fall_template(columns: str) -> str:
    """Return the fall template of a notation whose falls are drawn by `fall_rows` with these columns."""
    return " ".join(f"{{{letter}}}" for letter in columns)


def fall_rows(innings: InningsView, columns: str, *, has_heading: bool = True) -> str:
    """Return a row for each wicket; `columns` are letters of the fall template, as in "wrno"."""
    lines = [row(tag("th", _WORDS[letter]) for letter in columns)] if has_heading else []
    lines += [row(tag("td", _part(fall, letter)) for letter in columns) for fall in innings.falls]
    return wrap("table", "".join(lines), "falls")


def _part(fall: FallView, letter: str) -> str:
    return {"w": str(fall.wicket), "r": str(fall.runs), "n": fall.batter, "o": fall.over}[letter]
