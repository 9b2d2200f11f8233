"""A newspaper's column: small serif, no headings, bowling as a sentence, an article beside it."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SERIF
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.prose import article
from bench.accuracy.layouts.titles import match_title, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_CSS = """
@page{size:A4;margin:12mm}
body{margin:0;padding:26px;font:$size/$line $font;color:#161616;background:$paper}
.page{display:flex;gap:20px} .column{width:$width} .news{width:190px;text-align:justify;color:#333}
h2{font-size:1.25em;margin:0 0 4px;border-top:2px solid #111;padding-top:4px} h3{font-size:1.02em;margin:10px 0 2px}
p{margin:3px 0} .line{display:flex;justify-content:space-between;gap:8px} .line span:first-child{flex:1}
.dots{flex:1;border-bottom:1px dotted #555;margin:0 3px 3px} .total{font-weight:700} .indent{padding-left:12px}
"""
_BOWLING = ("overs", "maidens", "runs", "wickets")


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    plan = replace(
        choose_plan(dice, notation),
        batting=dice.pick((("runs",), ("runs",), ("runs", "balls"))),
        bowling=_BOWLING,
        prints_falls=dice.chance(0.8),
        prints_event=False,
    )
    card = fill_card(match, plan)
    width = dice.pick((270, 300, 340))
    dotted = dice.chance(0.3)
    style = {
        "size": f"{dice.pick((12, 13, 14, 15))}px",
        "line": dice.pick((1.15, 1.25, 1.35)),
        "font": f"'{dice.pick(SERIF)}'",
        "paper": dice.pick(("#fdfdfb", "#f3f0e7", "#ececec", "#ffffff")),
        "width": f"{width}px",
    }
    separator = dice.pick(("; ", ", ", ". "))
    columns = wrap(
        "div", _head(card, dice) + "".join(_innings(each, separator, dotted=dotted) for each in card.innings), "column"
    )
    beside = dice.chance(0.5)
    news = wrap("div", "".join(tag("p", article(dice, 3)) for _ in range(4)), "news") if beside else ""
    body = wrap("div", news + columns if dice.chance(0.5) else columns + news, "page")
    return Page(document(_CSS, body, **style), width + 60 + 210 * beside, card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("initials", "spaced", "dotted", "surname")),
        short_names="surname",
        marks=dice.pick((MARKS[2], MARKS[6], MARKS[3])),
        extras=dice.pick(EXTRAS[3:6]),
        score="({w} wkts, {o} overs) {t}",
        all_out="(all out, {o} overs) {t}",
        declared="({w} wkts dec, {o} overs) {t}",
        shows_noughts=False,
        fall=dice.pick(("{w}-{r}", "{w}/{r}", "{w}-{r} {n}")),
        whole_overs="{n}",
        nothing="",
    )


def _head(card: CardView, dice: Dice) -> str:
    place = " ".join(f"{part}." for part in (card.venue, card.date_text) if part)
    lines = [tag("h2", match_title(card, dice)), *(tag("p", line) for line in (place, card.toss, card.result) if line)]
    return "".join(lines)


def _innings(innings: InningsView, separator: str, *, dotted: bool) -> str:
    lines = [tag("h3", team_title(innings, "{team}"))]
    lines += [_line(f"{batter.title} {batter.dismissal}", _runs(batter), dotted=dotted) for batter in innings.batting]
    extras = innings.extras["total"]
    lines.append(_line(f"Extras {innings.extras_parts}".rstrip(), str(extras), "indent", dotted=dotted))
    note, _, total = innings.score.rpartition(" ")
    lines.append(_line(f"Total {note}", total, "indent total", dotted=dotted))
    if innings.did_not_bat:
        lines.append(tag("p", f"Did not bat: {', '.join(innings.did_not_bat)}."))
    if innings.falls:
        lines.append(tag("p", f"Fall of wickets: {', '.join(fall.text for fall in innings.falls)}."))
    lines.append(tag("p", f"Bowling: {separator.join(_analysis(bowler) for bowler in innings.bowling)}."))
    return "".join(lines)


def _runs(batter: BatterView) -> str:
    runs, balls = batter.cells.get("runs", ""), batter.cells.get("balls", "")
    return f"{runs} ({balls})" if balls else runs


def _analysis(bowler: BowlerView) -> str:
    return f"{bowler.name} {'-'.join(bowler.cells[column] for column in _BOWLING)}"


def _line(text: str, number: str, kind: str = "", *, dotted: bool) -> str:
    if dotted:
        dots = '<i class="dots"></i>'
        return f'<div class="line {kind}"><span style="flex:none;max-width:85%">{tag("span", text)}</span>{dots}{tag("span", number)}</div>'
    return wrap("div", tag("span", text) + tag("span", number), f"line {kind}".rstrip())


LAYOUT = Layout("newspaper", _compose, is_paper=True)
