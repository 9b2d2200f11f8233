"""A graphic of a broadcast: one innings, coloured bars, names in capitals, only runs and balls."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import CONDENSED, SANS
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
body{margin:0;width:1280px;height:720px;font:$size $font;color:#fff;
background:linear-gradient($angle,$back,$dark);overflow:hidden;display:flex;align-items:center;justify-content:center}
.board{width:$width;box-shadow:0 8px 30px #0008}
.bar{display:flex;justify-content:space-between;align-items:center;background:$bar;padding:9px 22px;font-size:1.35em;font-weight:700}
.sub{background:$sub;padding:4px 22px;font-size:.8em;color:#fff}
table{width:100%;border-collapse:collapse;background:$panel;color:$text} td{padding:$pad 22px;border-bottom:1px solid $line}
.name{font-weight:700;white-space:nowrap} .out{font-size:.85em;color:$faint} .n{text-align:right;font-weight:700;width:46px}
.n+.n{font-weight:400;color:$faint} tr.not td{background:$lit}
.foot{display:flex;justify-content:space-between;background:$bar;padding:8px 22px;font-weight:700}
"""
_COLOURS = (
    ("#0a1f44", "#163a7a", "#c8102e", "#f4f6fa", "#14213d", "#d5dbe6", "#dfe9fb"),
    ("#003b2f", "#0b6b4f", "#b57e00", "#0d1b17", "#ffffff", "#24453a", "#1d5143"),
    ("#2b0a3d", "#5c1f87", "#00b3a4", "#ffffff", "#2b0a3d", "#e2d8ea", "#efe3f7"),
    ("#101010", "#8a0f1d", "#333333", "#1c1c1c", "#f5f5f5", "#333333", "#39202a"),
)


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(match, notation, dice))
    back, bar, sub, panel, text, line, lit = dice.pick(_COLOURS)
    style = {
        "size": f"{dice.pick((18, 19, 20))}px",
        "font": f"'{dice.pick(CONDENSED if dice.chance(0.5) else SANS)}'",
        "pad": f"{dice.whole(4, 7)}px",
        "width": f"{dice.pick((940, 1020, 1120))}px",
        "angle": f"{dice.whole(20, 160)}deg",
        "faint": f"color-mix(in srgb, {text} 82%, {panel})",
    }
    colours = {"back": back, "dark": "#05070c", "bar": bar, "sub": sub, "panel": panel, "text": text, "line": line}
    return Page(document(_CSS, _board(card, dice), lit=lit, **style, **colours), 1280, card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("surname", "full", "initials")),
        short_names="surname",
        words=dice.pick(WORDS[:2]),
        marks=dice.pick((MARKS[6], MARKS[6], MARKS[1])),
        shows_noughts=False,
        nothing="",
    )


def _plan(match: Match, notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=("runs", "balls"),
        bowling=(),
        first_innings=dice.whole(0, len(match.innings) - 1),
        most_innings=1,
        prints_falls=False,
        prints_toss=False,
        prints_date=False,
        prints_result=False,
        prints_venue=False,
        prints_did_not_bat=True,
    )


def _board(card: CardView, dice: Dice) -> str:
    innings = card.innings[0]
    other = next(team for team in card.teams if team != innings.team)
    splits = dice.chance(0.6)
    number = f" {'1ST' if innings.number == 1 else '2ND'} INNINGS" if innings.has_number else ""
    bar = wrap("div", tag("span", innings.team.upper() + number) + tag("span", innings.score), "bar")
    sub = tag("div", f"v {other}{', ' + card.event if card.event else ''}", "sub")
    rows = [_batter(batter, splits=splits) for batter in innings.batting]
    rows += [
        row([tag("td", name.upper(), "name"), "<td></td>" * splits, "<td></td>", *number_cells(("", ""))])
        for name in innings.did_not_bat
    ]
    return wrap("div", bar + sub + wrap("table", "".join(rows)) + _foot(innings), "board")


def _batter(batter: BatterView, *, splits: bool) -> str:
    before, bowler = batter.dismissal, ""
    if splits and batter.bowler:
        before, bowler = _parted(batter)
    outs = [tag("td", before, "out"), *([tag("td", bowler, "out")] if splits else [])]
    numbers = number_cells(batter.cells.get(column, "") for column in ("runs", "balls"))
    return row([tag("td", batter.title.upper(), "name"), *outs, *numbers], "not" if batter.kind == "not out" else "")


def _parted(batter: BatterView) -> tuple[str, str]:
    """Return "c Ali" and "b Khan"."""
    tail = f"b {batter.bowler}"
    return batter.dismissal.removesuffix(tail).rstrip(), tail if batter.dismissal.endswith(tail) else batter.bowler


def _foot(innings: InningsView) -> str:
    cells = [
        tag("span", f"EXTRAS {innings.extras_text}"),
        tag("span", f"OVERS {innings.overs}"),
        tag("span", innings.score),
    ]
    return wrap("div", "".join(cells), "foot")


LAYOUT = Layout("tv_graphic", _compose, is_paper=False)
