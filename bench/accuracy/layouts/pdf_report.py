"""A report as a league's web site exports it: A4, all innings below each other, tables cut wherever a page ends."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.tables import Look, batting_table, bowling_table, list_paragraphs
from bench.accuracy.layouts.titles import match_title, team_style, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import LONG, choose_headings
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_CSS = """
@page{size:A4;margin:$margin}
body{margin:0;padding:20px 30px;font:$size $font;color:#222;background:#fff;line-height:1.25}
@media print{body{padding:0}}
.top{display:flex;justify-content:space-between;border-bottom:3px solid $accent;padding-bottom:6px}
.top b{font-size:1.4em;color:$accent} .facts{margin:8px 0;color:#444} .facts p{margin:2px 0}
h2{font-size:1.15em;margin:$gap 0 4px;color:$accent;display:flex;justify-content:space-between}
table{width:100%;border-collapse:collapse;margin-top:4px} tr{break-inside:avoid}
th{background:$accent;color:#fff;text-align:left;font-weight:600} td,th{padding:$pad 6px;border-bottom:1px solid #ccc}
.n{text-align:$align;width:36px} .sum td{background:#f1f1f1;font-weight:600} .list{padding:5px 6px;margin:4px 0}
.name{width:25%} .foot{margin-top:16px;color:#777;font-size:.85em;border-top:1px solid #ccc;padding-top:4px}
"""


def _compose(match: Match, dice: Dice) -> Page:
    notation = replace(choose_notation(dice), names=dice.pick(("full", "initials", "full")))
    parts_bowlers = dice.chance(0.5)
    plan = replace(choose_plan(dice, notation), prints_venue=True, prints_date=True, parts_bowlers=parts_bowlers)
    card = fill_card(match, plan)
    look = Look(
        headings=LONG if dice.chance(0.6) else choose_headings(dice),
        nothing=notation.nothing,
        parts_sums=dice.chance(0.6),
        parts_bowlers=parts_bowlers,
        lists_in_table=dice.chance(0.3),
    )
    style = {
        "font": f"'{dice.pick(SANS)}'",
        "size": f"{dice.pick((11, 12, 13))}px",
        "pad": f"{dice.whole(2, 5)}px",
        "gap": f"{dice.whole(12, 26)}px",
        "margin": f"{dice.whole(10, 18)}mm",
        "accent": dice.pick(("#1b5e3a", "#243b6b", "#7a1f2b", "#333333", "#00796b")),
        "align": dice.pick(("center", "right")),
    }
    titles = team_style(dice)
    blocks = "".join(_block(innings, look, team_title(innings, titles)) for innings in card.innings)
    foot = tag(
        "div", f"Umpires: {invent_official(dice)}, {invent_official(dice)}   Scorer: {invent_official(dice)}", "foot"
    )
    return Page(document(_CSS, _head(card, dice) + blocks + foot, **style), 794, card)


def _head(card: CardView, dice: Dice) -> str:
    top = wrap("div", tag("b", match_title(card, dice)) + tag("span", card.date_text), "top")
    facts = [("Competition", card.event), ("Venue", card.venue), ("Toss", card.toss), ("Result", card.result)]
    lines = "".join(tag("p", f"{label}: {text}") for label, text in facts if text)
    return top + wrap("div", lines, "facts")


def _block(innings: InningsView, look: Look, title: str) -> str:
    head = wrap("h2", tag("span", title) + tag("span", innings.score_with_overs))
    lists = "" if look.lists_in_table else list_paragraphs(innings, look.headings)
    return head + batting_table(innings, look) + lists + bowling_table(innings, look)


LAYOUT = Layout("pdf_report", _compose, is_paper=True)
