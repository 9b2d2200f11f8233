"""The batters' half of a scorebook: names, every ball, how out, and the figures."""

from collections.abc import Sequence

from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.markup import row, tag, wrap
from bench.accuracy.layouts.scorebooks.book import HOW_EM, MARK, NAME_EM, Book
from bench.accuracy.layouts.scorebooks.strokes import balls_faced
from bench.accuracy.layouts.unseen.added import figures_of
from bench.accuracy.printed.view import BatterView, InningsView

_NUMBERS = {"balls": "BALLS", "minutes": "MINS", "fours": "4s", "sixes": "6s"}


def batting(book: Book, innings: InningsView, match: Match) -> str:
    """Return the table of the batters."""
    columns = innings.batting_columns
    heads = {"name": tag("th", book.batter, "name"), "log": tag("th", book.log), "how": tag("th", "HOW OUT", "how")}
    heads |= {"by": tag("th", "BOWLER", "by")}
    words = [book.total if column == "runs" else _NUMBERS[column] for column in columns]
    heads |= {"numbers": "".join(tag("th", word, "num") for word in words)}
    lines = [row([tag("th", "No.", "no"), *(heads[part] for part in book.order)])]
    logs = [balls_faced(each, book.dot, book.dice) for each in figures_of(match, innings).batters]
    ends = ["" if each.kind == "not out" else book.dice.pick(("", "W", "»")) for each in innings.batting]
    marks = (" ".join([*log, end]) for log, end in zip(logs, ends, strict=True))
    lines += [_batter(book, at, *each, columns) for at, each in enumerate(zip(innings.batting, marks, strict=True), 1)]
    for at in range(len(innings.batting) + 1, max(book.rows, len(innings.batting) + len(innings.did_not_bat)) + 1):
        waiting = at - len(innings.batting) - 1
        name = innings.did_not_bat[waiting] if waiting < len(innings.did_not_bat) else ""
        lines.append(_unused(book, at, name, len(columns)))
    return wrap("table", "".join(lines), "batting")


def _batter(book: Book, at: int, batter: BatterView, marks: str, columns: Sequence[str]) -> str:
    pen = book.pen
    texts = (batter.cells.get(column, "") for column in columns)
    cells = {
        "name": wrap("td", pen.write(batter.title, room_px=NAME_EM * pen.size_px)),
        "log": wrap("td", pen.write(marks, MARK), "log"),
        "how": wrap("td", pen.write(batter.dismissal, room_px=HOW_EM * pen.size_px)),
        "by": wrap("td", pen.write(batter.bowler, room_px=HOW_EM * pen.size_px)),
        "numbers": "".join(wrap("td", pen.correct(text, 1.05), "n") for text in texts),
    }
    return row([tag("td", str(at), "no"), *(cells[part] for part in book.order)])


def _unused(book: Book, at: int, name: str, count: int) -> str:
    how = book.pen.write("did not bat") if name else ""
    cells = dict.fromkeys(book.order, "<td></td>") | {"numbers": "<td></td>" * count}
    cells |= {"name": wrap("td", book.pen.write(name, room_px=NAME_EM * book.pen.size_px)), "how": wrap("td", how)}
    return row([tag("td", str(at), "no"), *(cells[part] for part in book.order)])
