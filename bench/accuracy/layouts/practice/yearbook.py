"""A page of an almanack: dot leaders, extras and total as prose, falls in two lines, bowling as a sentence or bare table."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.falls import TWO_LINES, two_lines
from bench.accuracy.layouts.practice.joined import ANALYSIS, analysis, listed
from bench.accuracy.layouts.titles import match_title, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import MARKS, WORDS, ExtrasStyle, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_CSS = """
@page{size:A4;margin:14mm}
body{margin:0;padding:$edge;font:$size/$line $font;color:#1a1814;background:$paper}
.run{display:flex;justify-content:space-between;font-size:.85em;border-bottom:1px solid #444;padding-bottom:3px;margin-bottom:10px}
h1{font-size:1.3em;font-weight:$weight;text-align:center;margin:4px 0} .place{text-align:center;font-style:$slant;margin:2px 0 8px}
.columns{display:$columns;gap:26px;align-items:flex-start} .innings{flex:1;min-width:0;margin-bottom:14px}
h2{font-size:1em;font-weight:$weight;text-align:$side;margin:8px 0 4px} p{margin:4px 0;text-align:justify}
.l{display:flex;gap:4px;align-items:flex-end} .l span:first-child{padding-left:1em;text-indent:-1em}
.l .fill{flex:1;min-width:18px;border-bottom:$dots;margin-bottom:.3em} .l .text{flex:none;white-space:nowrap;margin-left:auto}
.l .x{padding-left:2em} .whole{white-space:nowrap} table{border-collapse:collapse;font-size:.95em;margin:5px auto}
td,th{padding:0 7px;font-weight:400;text-align:left}
.n{text-align:right} .falls td,.falls th{padding:0 5px}
"""
_EXTRAS = (
    ExtrasStyle("({parts}) {n}", ("b {}", "l-b {}", "w {}", "n-b {}", "p {}")),
    ExtrasStyle("({parts}) {n}", ("B {}", "l-b {}", "w {}", "n-b {}", "pen {}")),
    ExtrasStyle("({parts}) {n}", ("b {}", "lb {}", "w {}", "nb {}", "pens {}"), "; "),
)
_SCORES = (
    ("({w} wkts, {o} overs) {t}", "(all out, {o} overs) {t}", "({w} wkts dec, {o} overs) {t}"),
    ("(for {w} wkts; {o} overs) {t}", "(all out; {o} overs) {t}", "(for {w} wkts dec; {o} overs) {t}"),
    ("({o} overs, {w} wickets) {t}", "({o} overs, all out) {t}", "({o} overs, {w} wickets declared) {t}"),
)


@dataclass(frozen=True)
class _Look:
    leaders: str
    has_two_lines: bool
    bowling: str
    between: str
    room: int
    size: int
    total: str
    keeps_analyses: bool


def _compose(match: Match, dice: Dice) -> Page:
    has_two_lines = dice.chance(0.45)
    notation = _notation(dice, fall=TWO_LINES if has_two_lines else dice.pick(("{w}/{r}", "{w}-{r}", "{w}/{r} ({n})")))
    plan = replace(choose_plan(dice, notation), batting=("runs",), bowling=ANALYSIS, prints_extras=True)
    card = fill_card(match, plan)
    is_double = dice.chance(0.4)
    width = dice.whole(330, 430)
    look = _Look(
        leaders=dice.pick(("rule", "dots", "spaced dots", "none")),
        has_two_lines=has_two_lines,
        bowling=dice.pick(("sentence", "sentence", "table", "bare table")),
        between=dice.pick(("; ", ", ", ". ")),
        room=width,
        size=dice.pick((12, 13, 14)),
        total=dice.pick(("Total", "TOTAL", "")),
        keeps_analyses=dice.chance(0.7),
    )
    style = {
        "edge": f"{dice.whole(14, 34)}px",
        "size": f"{look.size}px",
        "line": dice.pick((1.15, 1.25, 1.4)),
        "font": f"'{dice.pick(SERIF)}'",
        "paper": dice.pick(("#fffef9", "#f4efe0", "#ffffff")),
        "weight": dice.pick((400, 700)),
        "slant": dice.pick(("italic", "normal")),
        "side": dice.pick(("left", "center")),
        "dots": "1px dotted #444" if look.leaders == "rule" else "0",
        "columns": "flex" if is_double else "block",
    }
    inner = "".join(_innings(each, look) for each in card.innings)
    if is_double:
        halves = [_innings(each, look) for each in card.innings]
        inner = "".join(wrap("div", "".join(halves[at : at + 2]), "columns") for at in range(0, len(halves), 2))
    body = _head(card, match, dice) + inner + _foot(dice)
    return Page(document(_CSS, body, **style), (2 * width + 90) if is_double else width + 70, card)


def _notation(dice: Dice, fall: str) -> Notation:
    score, all_out, declared = dice.pick(_SCORES)
    return replace(
        choose_notation(dice),
        names=dice.pick(("spaced", "dotted", "initials")),
        short_names="surname",
        words=dice.pick((WORDS[0], WORDS[1], WORDS[2])),
        marks=dice.pick((MARKS[2], MARKS[3], MARKS[6])),
        extras=dice.pick(_EXTRAS),
        score=score,
        all_out=all_out,
        declared=declared,
        shows_noughts=False,
        star=False,
        fall=fall,
        whole_overs="{n}",
        nothing=dice.pick(("", "\N{EM DASH}")),
    )


def _head(card: CardView, match: Match, dice: Dice) -> str:
    book = dice.pick(("THE COUNTY YEARBOOK", "Cricket Annual", "SCHOOL MAGAZINE", "League Handbook"))
    page = str(dice.whole(40, 960))
    running = wrap("div", tag("span", page) + tag("span", f"{book} {match.year + 1}") + "<span></span>", "run")
    title = match_title(card, dice)
    place = " ".join(f"{part}." for part in (card.event, card.venue and f"At {card.venue}", card.date_text) if part)
    lines = [tag("h1", title.upper() if dice.chance(0.5) else title)]
    lines += [tag("p", place, "place")] if place else []
    lines += [tag("p", f"Toss: {card.toss}.")] if card.toss else []
    lines += [tag("p", f"{card.result}.")] if card.result else []
    return running + "".join(lines)


def _foot(dice: Dice) -> str:
    return tag("p", f"Umpires: {invent_official(dice)} and {invent_official(dice)}.")


def _innings(innings: InningsView, look: _Look) -> str:
    note, _, total = innings.score.rpartition(" ")
    lines = [tag("h2", team_title(innings, "{team}"))]
    lines += [_line(f"{batter.title} {batter.dismissal}", _runs(batter), look) for batter in innings.batting]
    lines.append(_line(f"Extras {innings.extras_parts}".rstrip(), str(innings.extras["total"]), look, "x"))
    lines.append(_line(f"{look.total} {note}".strip(), total, look, "x"))
    if innings.did_not_bat:
        lines.append(tag("p", f"Did not bat: {listed(innings.did_not_bat)}."))
    if innings.falls and look.has_two_lines:
        lines.append(two_lines(innings, "Fall of wickets:", ""))
    elif innings.falls:
        lines.append(tag("p", f"Fall: {' '.join(fall.text for fall in innings.falls)}"))
    return wrap("div", "".join(lines) + _bowling(innings, look), "innings")


def _runs(batter: BatterView) -> str:
    return batter.cells.get("runs", "\N{EM DASH}")


def _line(text: str, number: str, look: _Look, kind: str = "") -> str:
    left = look.room - 0.52 * look.size * len(text) - 45
    fill = '<i class="fill"></i>'
    if look.leaders == "dots":
        fill = tag("span", "." * max(3, int(left / (0.32 * look.size))), "text")
    elif look.leaders == "spaced dots":
        fill = tag("span", " ".join("." * max(2, int(left / (0.62 * look.size)))), "text")
    return wrap("div", tag("span", text, kind) + fill + tag("span", number, "r"), "l")


def _bowling(innings: InningsView, look: _Look) -> str:
    if look.bowling == "sentence":
        kind = "whole" if look.keeps_analyses else ""
        texts = [tag("span", bowler.name) + " " + tag("span", analysis(bowler), kind) for bowler in innings.bowling]
        return wrap("p", f"Bowling: {look.between.join(texts)}.")
    heads = [row([tag("th", "Bowling"), *number_cells(("O", "M", "R", "W"), "th")])] if look.bowling == "table" else []
    return wrap("table", "".join([*heads, *(_bowler(bowler) for bowler in innings.bowling)]))


def _bowler(bowler: BowlerView) -> str:
    return row([tag("td", bowler.name), *number_cells(bowler.texts(ANALYSIS, ""))])


LAYOUT = Layout("yearbook", _compose, is_paper=True)
