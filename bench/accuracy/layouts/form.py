"""A printed form of a club, filled in: ruled boxes, numbered rows, how out and bowler apart, boxes for extras."""

from bench.accuracy.layouts.markup import number_cells, row, tag, wrap
from bench.accuracy.printed.headings import LONG
from bench.accuracy.printed.view import BatterView, InningsView

FORM_CSS = """
@page{size:A4;margin:10mm}
body{margin:0;padding:26px 30px;font:$print $form;color:#111;background:$paper}
h1{font-size:1.5em;text-align:center;margin:0 0 8px;letter-spacing:1px} .fields{display:flex;flex-wrap:wrap;gap:6px 24px;margin:6px 0}
.field{white-space:nowrap} .w{font:$size $hand;color:$ink;$slant}
.field .w{border-bottom:1px dotted #333;padding:0 8px}
table{width:100%;border-collapse:collapse;margin-top:8px} td,th{border:1px solid $rule;padding:$pad 6px;text-align:left;height:1.2em}
th{font-weight:700;font-size:.9em;background:$shade} .n{text-align:center;width:44px} .no{width:22px;text-align:center;color:#333}
.name{width:30%} .label{text-align:right;font-weight:700} .innings{margin-bottom:24px;break-inside:auto} tr{break-inside:avoid}
"""
_EXTRAS = (
    ("byes", "Byes"),
    ("leg_byes", "Leg byes"),
    ("wides", "Wides"),
    ("no_balls", "No balls"),
    ("penalty", "Penalty"),
)


def field(label: str, text: str) -> str:
    """Return a label with what is written on its line."""
    return wrap("span", tag("span", label) + " " + tag("span", text, "w"), "field") if text else ""


def innings_form(innings: InningsView, nothing: str) -> str:
    """Return the boxes of one innings."""
    number = {1: "First", 2: "Second"}[innings.number] if innings.has_number else ""
    head = wrap("div", field("INNINGS OF", innings.team) + field("Innings", number), "fields")
    bottom = wrap("div", _falls(innings), "fields")
    return wrap("div", head + _batting(innings, nothing) + bottom + _bowling(innings, nothing), "innings")


def _batting(innings: InningsView, nothing: str) -> str:
    columns = innings.batting_columns
    words = [LONG.batting[column] for column in columns]
    lines = [
        row(
            [
                tag("th", "No"),
                tag("th", "BATSMAN", "name"),
                tag("th", "HOW OUT"),
                tag("th", "BOWLER"),
                *number_cells(words, "th"),
            ]
        )
    ]
    lines += [_batter(at, batter, columns, nothing) for at, batter in enumerate(innings.batting, start=1)]
    waiting = enumerate(innings.did_not_bat, start=len(innings.batting) + 1)
    lines += [
        row([tag("td", str(at), "no"), _written(name), _written("did not bat"), *[_written("")] * (1 + len(columns))])
        for at, name in waiting
    ]
    place = columns.index("runs")
    for name, label in _EXTRAS:
        if name in innings.extras:
            lines.append(_sum(label, str(innings.extras[name]), place, len(columns)))
    lines.append(_sum("Total extras", str(innings.extras["total"]), place, len(columns)))
    lines.append(_sum(f"TOTAL {innings.sum_note}", str(innings.total), place, len(columns)))
    return wrap("table", "".join(lines))


def _batter(at: int, batter: BatterView, columns: tuple[str, ...], nothing: str) -> str:
    numbers = [_written(batter.cells.get(column, nothing), "n") for column in columns]
    return row(
        [
            tag("td", str(at), "no"),
            _written(batter.title),
            _written(batter.dismissal),
            _written(batter.bowler),
            *numbers,
        ]
    )


def _sum(label: str, number: str, place: int, count: int) -> str:
    cells = [_written(number if at == place else "", "n") for at in range(count)]
    return row([f'<td class="label" colspan="4">{label}</td>', *cells])


def _written(text: str, kind: str = "") -> str:
    return wrap("td", tag("span", text, "w"), kind)


def _falls(innings: InningsView) -> str:
    return field("Fall of wickets", "   ".join(fall.text for fall in innings.falls))


def _bowling(innings: InningsView, nothing: str) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", "BOWLER", "name"), *number_cells((LONG.bowling[column] for column in columns), "th")])]
    lines += [
        row([_written(bowler.name), *(_written(text, "n") for text in bowler.texts(columns, nothing))])
        for bowler in innings.bowling
    ]
    return wrap("table", "".join(lines))
