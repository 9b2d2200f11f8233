"""A spreadsheet: grid lines, letters above the columns, numbers before the rows, sheet tabs below."""

from collections.abc import Sequence
from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.titles import match_title, team_style, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import Headings, choose_headings
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_CSS = """
body{margin:0;font:$size $font;color:#000;background:#fff}
.tools{background:#f3f3f3;border-bottom:1px solid #ccc;padding:6px 12px;color:#444;display:flex;gap:18px}
table{border-collapse:collapse} td{border:1px solid #d6d6d6;padding:$pad 6px;white-space:nowrap;min-width:34px;height:1.2em}
td.h{background:#efefef;color:#555;text-align:center;border-color:#c4c4c4;min-width:26px} .n{text-align:$align}
.t td:not(.h){background:$tint;font-weight:700} .tabs{background:#f3f3f3;border-top:1px solid #ccc;padding:6px 12px;color:#333}
"""
Line = tuple[bool, Sequence[str]]


def _compose(match: Match, dice: Dice) -> Page:
    notation = choose_notation(dice)
    plan = replace(choose_plan(dice, notation), prints_toss=False, most_innings=2, parts_bowlers=dice.chance(0.4))
    card = fill_card(match, plan)
    headings = choose_headings(dice)
    lines = _head(card, dice)
    style = team_style(dice)
    for innings in card.innings:
        lines += _innings(
            innings, team_title(innings, style), headings, notation.nothing, parts_bowlers=plan.parts_bowlers
        )
    html = document(
        _CSS,
        _tools() + _grid(lines) + tag("div", "Sheet1    Season    +", "tabs"),
        size=f"{dice.pick((12, 13, 14))}px",
        font=f"'{dice.pick(SANS)}'",
        pad=f"{dice.whole(1, 4)}px",
        align=dice.pick(("right", "right", "center")),
        tint=dice.pick(("#fff", "#ddebf7", "#e2efda", "#fff2cc")),
    )
    return Page(html, dice.pick((900, 1000, 1100)), card)


def _tools() -> str:
    return wrap(
        "div",
        "".join(tag("span", word) for word in ("File", "Edit", "View", "Insert", "Format", "Data", "Help")),
        "tools",
    )


def _head(card: CardView, dice: Dice) -> list[Line]:
    lines: list[Line] = [(True, [match_title(card, dice)])]
    lines += [(False, [line]) for line in (card.event, card.venue, card.date_text, card.result) if line]
    return [*lines, (False, [])]


def _innings(innings: InningsView, title: str, words: Headings, nothing: str, *, parts_bowlers: bool) -> list[Line]:
    columns = innings.batting_columns
    status = [words.status or "How Out", *(["Bowler"] if parts_bowlers else [])]
    lines: list[Line] = [
        (True, [title]),
        (True, [words.batter, *status, *(words.batting[column] for column in columns)]),
    ]
    for batter in innings.batting:
        how = [batter.dismissal, batter.bowler] if parts_bowlers else [batter.dismissal]
        lines.append((False, [batter.title, *how, *batter.texts(columns, nothing)]))
    empty = [""] * parts_bowlers
    lines.append((False, [words.extras, innings.extras_text, *empty]))
    lines.append((True, [words.total, innings.score_with_overs, *empty]))
    if innings.did_not_bat:
        lines += [(False, [words.did_not_bat, name]) for name in innings.did_not_bat]
    if innings.falls:
        lines += [(False, []), (True, [words.falls])] + [(False, ["", fall.text]) for fall in innings.falls]
    lines += [(False, []), (True, [words.bowler, *(words.bowling[column] for column in innings.bowling_columns)])]
    for bowler in innings.bowling:
        lines.append((False, [bowler.name, *bowler.texts(innings.bowling_columns, nothing)]))
    return [*lines, (False, [])]


def _grid(lines: list[Line]) -> str:
    width = max(len(cells) for _, cells in lines) + 1
    letters = wrap("tr", tag("td", "", "h") + "".join(tag("td", "ABCDEFGHIJKLMNOP"[at], "h") for at in range(width)))
    return wrap("table", letters + "".join(_row(at, line, width) for at, line in enumerate(lines, start=1)))


def _row(at: int, line: Line, width: int) -> str:
    is_title, cells = line
    filled = [*cells, *[""] * (width - len(cells))]
    if len(cells) == 1:
        rest = f'<td colspan="{width}">{tag("span", cells[0])}</td>'
    else:
        rest = "".join(tag("td", text, "n" if _is_number(text) else "") for text in filled)
    return wrap("tr", tag("td", str(at), "h") + rest, "t" if is_title else "")


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).rstrip("*").isdigit()


LAYOUT = Layout("spreadsheet", _compose, is_paper=False)
