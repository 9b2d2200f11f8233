"""Extras, total, falls of wickets and the running total of a scorebook."""

from bench.accuracy.layouts.markup import row, tag, wrap
from bench.accuracy.layouts.scorebooks.book import MARK, Book
from bench.accuracy.printed.view import FallView, InningsView

_EXTRAS = (("byes", "BYES"), ("leg_byes", "LEG BYES"), ("wides", "WIDES"), ("no_balls", "NO BALLS"))
_MOST_STROKES = 12
_FALLS = 10
_LEAST_TALLY = 200
_NAME_PX = 56


def sums(book: Book, innings: InningsView) -> str:
    """Return the boxes of extras, each with its strokes before the figure, and the total."""
    lines = []
    known = (*_EXTRAS, ("penalty", "PENALTY")) if "penalty" in innings.extras else _EXTRAS
    for name, caption in known:
        amount = innings.extras.get(name)
        strokes = " ".join(["1"] * amount if amount and amount < _MOST_STROKES else [])
        text = "" if amount is None else str(amount)
        lines.append(_sum(book, caption, book.pen.write(strokes, MARK), text))
    lines.append(_sum(book, "TOTAL EXTRAS", "", str(innings.extras["total"])))
    wickets = f"FOR {book.pen.write(str(innings.wickets))} WKTS"
    if innings.overs:
        wickets += f" IN {book.pen.write(innings.overs)} OVERS"
    if innings.declared:
        wickets += " " + book.pen.write("dec")
    lines.append(_sum(book, "TOTAL", wickets, str(innings.total), "total"))
    return wrap("table", "".join(lines), "sums")


def _sum(book: Book, caption: str, middle: str, figure: str, kind: str = "") -> str:
    cells = [tag("th", caption, "by"), wrap("td", middle, "log" if not kind else "")]
    return row([*cells, wrap("td", book.pen.correct(figure, 1.15), "num")], f"sum {kind}".rstrip())


def falls(book: Book, innings: InningsView) -> str:
    """Return the strip of the falls of wickets: the score, whose wicket, or as which number he went in."""
    if not innings.falls:
        return ""
    by_wicket = {fall.wicket: fall for fall in innings.falls}
    fallen = [by_wicket.get(wicket) for wicket in range(1, _FALLS + 1)]
    heads = row([tag("th", "WICKET"), *(tag("th", str(wicket)) for wicket in range(1, _FALLS + 1))])
    scores = [book.pen.write(str(fall.runs), 0.9) if fall else "" for fall in fallen]
    lines = [heads, _strip("SCORE", scores)]
    if all("batter" in fall.printed for fall in innings.falls):
        lines.append(_strip("BATSMAN", [book.pen.write(fall.batter, 0.7, _NAME_PX) if fall else "" for fall in fallen]))
    else:
        numbers = [_number(fall, innings) if fall else "" for fall in fallen]
        lines.append(_strip("BAT. No.", [book.pen.write(number, 0.8) for number in numbers]))
    return tag("h2", "FALL OF WICKETS") + wrap("table", "".join(lines), "falls")


def _strip(caption: str, texts: list[str]) -> str:
    return row([tag("th", caption), *(wrap("td", text) for text in texts)])


def _number(fall: FallView, innings: InningsView) -> str:
    """Return the place in the order of whoever was out, where his name tells it."""
    places = (str(at) for at, batter in enumerate(innings.batting, 1) if batter.name.endswith(fall.batter))
    return next(places, "")


def tally(innings: InningsView, width: int) -> str:
    """Return the printed numbers from 1 upwards, struck off as runs are scored."""
    last = max(_LEAST_TALLY, (innings.total // width + 1) * width)
    lines = []
    for first in range(1, last, width):
        cells = (
            tag("td", str(number), "x" if number <= innings.total else "") for number in range(first, first + width)
        )
        lines.append(row(cells))
    return tag("h2", "RUNNING TOTAL") + wrap("table", "".join(lines), "tally")
