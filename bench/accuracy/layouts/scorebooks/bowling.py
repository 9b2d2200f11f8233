"""The bowlers' half of a scorebook: a box for each over, and the analysis at the end of the row."""

from collections.abc import Sequence

from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.markup import row, tag, wrap
from bench.accuracy.layouts.scorebooks.book import MARK, NAME_EM, Book
from bench.accuracy.layouts.scorebooks.strokes import overs_bowled
from bench.accuracy.layouts.unseen.added import figures_of
from bench.accuracy.printed.view import InningsView

_SHORT = {"overs": "O", "maidens": "M", "runs": "R", "wickets": "W", "wides": "Wd", "no_balls": "NB"}
_LONG = {
    "overs": "OVERS",
    "maidens": "MDNS",
    "runs": "RUNS",
    "wickets": "WKTS",
    "wides": "WIDES",
    "no_balls": "NO BALLS",
}
_MOST_BOXES = 20
_LEAST_ROWS = 8


def bowling(book: Book, innings: InningsView, match: Match) -> str:
    """Return the bowlers, a box for each over, and the analysis at the end of the row."""
    words = _SHORT if book.is_short else _LONG
    columns = innings.bowling_columns
    bowled = [overs_bowled(each, book.dot, book.dice) for each in figures_of(match, innings).bowlers]
    boxes = max(book.overs, min(_MOST_BOXES, max(len(overs) for overs in bowled)))
    numbers = [tag("th", str(at), "over") for at in range(1, boxes + 1)]
    lines = [row([tag("th", "BOWLER", "name"), *numbers, *(tag("th", words[each], "num") for each in columns)])]
    for bowler, overs in zip(innings.bowling, bowled, strict=True):
        marks = [_over(book, overs, at, boxes) for at in range(boxes)]
        figures = [wrap("td", book.pen.correct(text, 1.05), "n") for text in bowler.texts(columns, "")]
        lines.append(
            row([wrap("td", book.pen.write(bowler.name, room_px=NAME_EM * book.pen.size_px)), *marks, *figures])
        )
    empty = row(["<td></td>"] + ['<td class="over"></td>'] * boxes + ["<td></td>"] * len(columns))
    lines += [empty] * max(0, _LEAST_ROWS - len(innings.bowling))
    return tag("h2", "BOWLING ANALYSIS") + wrap("table", "".join(lines), "bowling")


def _over(book: Book, overs: Sequence[Sequence[str]], at: int, boxes: int) -> str:
    """Return the box of an over; where the boxes run out, two overs share one."""
    shared = [overs[place] for place in range(at, len(overs), boxes)]
    inner = "<br>".join(book.over_mark(each) for each in shared)
    if book.has_totals_of_overs and len(shared) == 1 and at < len(overs):
        runs = sum(int(mark) if mark.isdigit() else mark in "+o" for over in overs[: at + 1] for mark in over)
        inner += wrap("small", book.pen.write(str(runs), 0.9 * MARK))
    return wrap("td", inner, "over")
