"""A dark theme: light text on dark cards, coloured header bars, on a desktop or a tablet."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import CONDENSED, SANS
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.tables import Look, batting_table, bowling_table, list_paragraphs
from bench.accuracy.layouts.titles import match_title, team_style, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import choose_headings
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_THEMES = (
    ("#0f141a", "#182029", "#e8edf2", "#8fa0b3", "#1f6f54"),
    ("#121212", "#1e1e1e", "#f2f2f2", "#a0a0a0", "#bb3e3e"),
    ("#0b1020", "#151c36", "#dfe6ff", "#8d9ad0", "#3949ab"),
    ("#1b1429", "#271d3b", "#f0e9ff", "#a797c9", "#7e3ff2"),
    ("#000000", "#0a0a0a", "#ffffff", "#9e9e9e", "#333333"),
)
_CSS = """
body{margin:0;padding:22px;font:$size $font;background:$page;color:$text;line-height:1.3}
h1{font-size:1.35em;margin:0 0 4px} p{margin:4px 0;color:$quiet} .list{padding:8px 14px}
.list b{color:$quiet;font-weight:500} .list span{color:$text}
.innings{background:$card;border-radius:$round;margin-top:18px;overflow:hidden;border:1px solid #ffffff18}
.bar{display:flex;justify-content:space-between;background:$accent;color:#fff;padding:9px 14px;font-weight:700}
table{width:100%;border-collapse:collapse} th{color:$quiet;text-align:left;font-weight:500;font-size:.9em}
td,th{padding:$pad 14px;border-bottom:1px solid #ffffff14} .out{color:$quiet} .n{text-align:right} .total td{font-weight:700}
.name{white-space:nowrap} .result{color:$gold}
"""


def _compose(match: Match, dice: Dice) -> Page:
    notation = choose_notation(dice)
    plan = replace(choose_plan(dice, notation), prints_venue=False, prints_event=False, prints_date=False)
    card = fill_card(match, plan)
    look = Look(choose_headings(dice), notation.nothing, parts_sums=dice.chance(0.3), lists_in_table=False)
    page, inner, text, quiet, accent = dice.pick(_THEMES)
    style = {
        "font": f"'{dice.pick(SANS if dice.chance(0.85) else CONDENSED[:2])}'",
        "size": f"{dice.pick((13, 14, 15))}px",
        "pad": f"{dice.whole(4, 10)}px",
        "round": f"{dice.pick((0, 10))}px",
        "gold": dice.pick(("#e8b93c", "#5ad19a", "#ff7a7a")),
    }
    style_of_titles = team_style(dice)
    blocks = "".join(_block(innings, look, team_title(innings, style_of_titles)) for innings in card.innings)
    colours = {"page": page, "card": inner, "text": text, "quiet": quiet, "accent": accent}
    return Page(document(_CSS, _head(card, dice) + blocks, **style, **colours), dice.pick((760, 900, 1024)), card)


def _head(card: CardView, dice: Dice) -> str:
    toss = tag("p", card.toss) if card.toss else ""
    return tag("h1", match_title(card, dice)) + toss + (tag("p", card.result, "result") if card.result else "")


def _block(innings: InningsView, look: Look, title: str) -> str:
    bar = wrap("div", tag("span", title) + tag("span", innings.score_with_overs), "bar")
    tables = batting_table(innings, look) + list_paragraphs(innings, look.headings) + bowling_table(innings, look)
    return wrap("div", bar + tables, "innings")


LAYOUT = Layout("dark_app", _compose, is_paper=False)
