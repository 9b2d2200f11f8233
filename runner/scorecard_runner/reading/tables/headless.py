"""Tables that nobody named the columns of: newspapers, TV graphics. The numbers say themselves what they are.

A run of lines with a dismissal in most of them is a batting table. Which number is which is decided by what they satisfy:
boundaries within the runs, rates that match, runs that make the total. Refuses runs of lines that satisfy nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.grammar.dismissals import Dismissal, HowOut, parse_dismissal
from scorecard_runner.reading.grammar.extras import parse_extras
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.numbers import read_leniently
from scorecard_runner.reading.grammar.scores import parse_score
from scorecard_runner.reading.page.entries import Entry, begins_entry, read_entries
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.headings import Heading, HeadingCell, find_headings
from scorecard_runner.reading.tables.vocabulary import Column, TableKind

_LEAST_ROWS = 3
_LEAST_SHARE_OF_ROWS = 0.6
_SUM_WORTH = 10.0
_RATE_WORTH = 2.0
_KNOWN_WORTH = 5.0
_RATE_TOLERANCE = 1.0  # integer strike rates are common
_LINES_TO_TOTAL = 6
_ROWS_STOP = 3  # lines
_JUMP = 0.5
"""Share of the width of a column of numbers by which another one stands apart from it."""

_MOST_WITHOUT_NUMBER = 2  # rows above the first one with a number
_SHORT = {
    "R": Column.RUNS,
    "B": Column.BALLS,
    "M": Column.MINUTES,
    "4": Column.FOURS,
    "6": Column.SIXES,
    "S": Column.STRIKE_RATE,
}
_ORDERS = (
    *("R", "RB", "BR"),
    *("RB4", "RMB", "R46", "RBS", "BRS"),
    *("RB46", "RMB4", "BR46", "RMBS"),
    *("RB46S", "RMB46", "MB46R", "BR46S"),
    "RMB46S",
)
"""The usual ones first: among equals the first is taken."""


@dataclass(frozen=True)
class HeadlessTable:
    """A heading made up for rows that had none; each row on a line of its own, `count` lines on the page in all."""

    heading: Heading
    rows: tuple[Line, ...]
    count: int


def find_headless(lines: Sequence[Line], known: tuple[Column, ...] = ()) -> HeadlessTable | None:
    """Return the batting table without a heading that begins with the first line, if there is one.

    Args:
        lines: from where the table may begin.
        known: the columns of numbers that a heading further up named: the same page repeats them.
    """
    body = _run_of_rows(lines)
    batters = [entry for entry in body if entry.is_batter and entry.numbers]
    rows = len(batters) + sum(_may_have_number(entry) or _is_idle(entry) for entry in body)
    if not batters or rows < _LEAST_SHARE_OF_ROWS * len(body):
        return None
    count = Counter(len(entry.numbers) for entry in batters).most_common(1)[0][0]
    complete = [entry for entry in batters if len(entry.values) == len(entry.numbers) == count]
    taken = sum(entry.count for entry in body)
    if not complete:
        return None
    batted = runs_below(lines[taken:])
    order = best_order([entry.values for entry in complete], batted, known)
    if rows < _LEAST_ROWS and not (order and _make_the_total(complete, order, batted)):
        return None
    return HeadlessTable(_made_up(order, complete), tuple(entry.line for entry in body), taken) if order else None


def _make_the_total(rows: Sequence[Entry], order: Sequence[Column], batted: float | None) -> bool:
    """Whether so few rows are surely all batters: nobody else has made runs."""
    return bool(batted) and sum(row.values[order.index(Column.RUNS)] for row in rows) == batted


def _run_of_rows(lines: Sequence[Line]) -> list[Entry]:
    first = read_entries(lines[:1])[0]
    if _says_batting(first) or not (begins_entry(lines[0]) or first.is_batter):
        return []
    end = next(
        (at for at, line in enumerate(lines) if label_of(line.text) is not None or find_headings(line)), len(lines)
    )
    body = _of_one_column(_without_what_follows(read_entries(lines[:end])))
    while body and not _is_row(body[-1]):
        body.pop()
    return body if _begins_table(body) else []


def _says_batting(entry: Entry) -> bool:
    """Whether the line is rather a title, `Kent batting`, than a batter who is still in."""
    said = split_dismissal(entry.line.text)
    return not entry.numbers and said is not None and parse_dismissal(said[1]) == Dismissal(HowOut.BATTING)


def _begins_table(body: Sequence[Entry]) -> bool:
    """Whether the first rows are batters, with a number in the first one or, where it was lost, soon after."""
    first = next((at for at, entry in enumerate(body) if entry.numbers), len(body))
    return first <= _MOST_WITHOUT_NUMBER and all(entry.is_batter for entry in body[: first + 1]) and first < len(body)


def _may_have_number(entry: Entry) -> bool:
    """Whether a batter without a figure has something apart from his name that can be one: a thin 1 is read as an I."""
    *others, last = entry.line.phrases
    if not entry.is_batter or entry.numbers or not others:
        return False
    return len(last.words) == 1 and read_leniently(last.text) is not None


def _is_idle(entry: Entry) -> bool:
    """Whether it is the row of a player who did not bat."""
    said = split_dismissal(entry.line.text) if entry.is_batter and not entry.numbers else None
    return said is not None and parse_dismissal(said[1]) == Dismissal(HowOut.DID_NOT_BAT)


def _without_what_follows(body: list[Entry]) -> list[Entry]:
    """Leave out what comes after several lines that are no rows."""
    stops = (at for at in range(len(body)) if not any(map(_is_row, body[at : at + _ROWS_STOP])))
    return body[: next(stops, len(body))]


def _of_one_column(body: list[Entry]) -> list[Entry]:
    """Leave out rows whose numbers stand elsewhere than those above: the second column of a list is a table of its own."""
    lasts = [(at, entry.numbers[-1].box) for at, entry in enumerate(body) if entry.is_batter and entry.numbers]
    for place in range(_LEAST_ROWS, len(lasts) - _LEAST_ROWS + 1):
        above, below = (enclosing(box for _, box in part) for part in (lasts[:place], lasts[place:]))
        if above.overlap_x(below) < -_JUMP * above.width:
            return body[: lasts[place][0]]
    return body


def _is_row(entry: Entry) -> bool:
    return entry.is_batter or bool(entry.numbers)


def runs_below(lines: Sequence[Line]) -> float | None:
    """Return what the batters must have made: the total less the extras, where both are printed below."""
    total = extras = None
    for line in lines[:_LINES_TO_TOTAL]:
        label = label_of(line.text)
        if label is Label.TOTAL and (score := parse_score(line.text)):
            total = score.runs
        elif label is Label.EXTRAS:
            said = parse_extras(line.text)
            extras = said.total if said else None
    return total - extras if total is not None and extras is not None else None


def best_order(
    rows: Sequence[tuple[float, ...]], batted: float | None, known: tuple[Column, ...] = ()
) -> tuple[Column, ...]:
    """Return what the numbers of the batters are, from left to right; nothing if they make no sense.

    Args:
        rows: the numbers of each batter, as many in each row; at least one row.
        batted: the runs of all together, where that is known.
        known: what numbers of batters are elsewhere on the page.
    """
    usual = [tuple(_SHORT[name] for name in order) for order in _ORDERS]
    orders = [order for order in dict.fromkeys((*usual, known)) if len(order) == len(rows[0])]
    scored = [(_worth(rows, order, batted), order) for order in orders if Column.RUNS in order]
    scored = [(worth + _KNOWN_WORTH if order == known else worth, order) for worth, order in scored if worth >= 0]
    return max(scored, key=lambda entry: entry[0], default=(0.0, ()))[1]


def _worth(rows: Sequence[tuple[float, ...]], order: Sequence[Column], batted: float | None) -> float:
    """Return how much the numbers satisfy when read in this order; negative if they contradict it."""
    worth = 0.0
    runs = 0.0
    for row in rows:
        named = dict(zip(order, row, strict=True))
        made, balls = named[Column.RUNS], named.get(Column.BALLS, float("inf"))
        fours, sixes = named.get(Column.FOURS, 0), named.get(Column.SIXES, 0)
        runs += made
        worth -= 4 * fours + 6 * sixes > made
        worth -= fours + sixes > balls
        if Column.STRIKE_RATE in named and 0 < balls < float("inf"):
            fits = abs(named[Column.STRIKE_RATE] - 100 * made / balls) <= _RATE_TOLERANCE
            worth += _RATE_WORTH if fits else -_RATE_WORTH
        worth -= any(value != int(value) for name, value in named.items() if name is not Column.STRIKE_RATE)
    if batted is not None:
        worth += _SUM_WORTH if runs == batted else 0.0
    return worth


def _made_up(order: Sequence[Column], rows: Sequence[Entry]) -> Heading:
    top = rows[0].line.box.top
    cells = [HeadingCell(Column.NAME, _above(rows[0].line.phrases[0].box, top))]
    for index, name in enumerate(order):
        stretch = enclosing(row.numbers[index].box for row in rows)
        cells.append(HeadingCell(name, _above(stretch, top)))
    return Heading(TableKind.BATTING, tuple(cells), enclosing(cell.box for cell in cells))


def _above(box: Box, top: float) -> Box:
    return Box(box.left, top - 1, box.right, top)
