"""A desktop web page: a bar for each innings, striped tables, figures at the right."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SANS, SERIF
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.tables import Look, batting_table, bowling_table, list_paragraphs
from bench.accuracy.layouts.titles import head_lines, match_title, team_style, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import choose_headings
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_COLOURS = (
    ("#14532d", "#ffffff", "#eef2f1", "#f8faf9"),
    ("#0b4f9e", "#ffffff", "#e9f0f8", "#f7f9fc"),
    ("#f2f2f2", "#222222", "#fafafa", "#ffffff"),
    ("#8b1a2b", "#ffffff", "#f7ecee", "#ffffff"),
    ("#03a9f4", "#ffffff", "#dff3fd", "#f4fbff"),
)
_CSS = """
body{margin:0;padding:24px 36px;font:$size $font;color:#1c2430;background:#fff;line-height:1.25}
h1{font-size:1.5em;margin:0 0 6px} p{margin:4px 0;color:#4b5768}
.bar{display:flex;justify-content:space-between;background:$bar;color:$bartext;font-weight:700;font-size:1.1em;
padding:$pad 14px;margin-top:22px;border-radius:$round}
table{width:100%;border-collapse:collapse} th{background:$heading;color:#5d6b7c;text-align:left;font-weight:$weight}
td,th{padding:$pad 14px;border-bottom:$rule} tr.b:nth-child(odd) td{background:$stripe}
.n{text-align:$align;width:$column;white-space:nowrap} .out{color:#5d6b7c} .name{white-space:nowrap} .total td{font-weight:700}
td.name{color:$link} .bowling{margin-top:12px} .list{padding:$pad 14px}
"""


def _compose(match: Match, dice: Dice) -> Page:
    notation = choose_notation(dice)
    card = fill_card(match, choose_plan(dice, notation))
    look = Look(
        headings=choose_headings(dice),
        nothing=notation.nothing,
        parts_sums=dice.chance(0.5),
        lists_in_table=dice.chance(0.5),
        team_in_heading=False,
    )
    bar, bar_text, heading, stripe = dice.pick(_COLOURS)
    width = dice.pick((860, 980, 1100, 1240))
    style = {
        "font": f"'{dice.pick(SANS if dice.chance(0.9) else SERIF)}'",
        "size": f"{dice.pick((13, 14, 15, 16))}px",
        "pad": f"{dice.whole(3, 11)}px",
        "round": f"{dice.pick((0, 6))}px",
        "rule": dice.pick(("1px solid #d8dfdc", "0", "1px solid #eee")),
        "weight": dice.pick((400, 700)),
        "align": dice.pick(("right", "center")),
        "column": f"{dice.whole(32, 56)}px",
        "link": dice.pick(("#1c2430", "#0b5cad")),
    }
    body = _head(card, dice) + _innings_blocks(card, look, dice)
    html = document(_CSS, body, bar=bar, bartext=bar_text, heading=heading, stripe=stripe, **style)
    return Page(html, width, card)


def _head(card: CardView, dice: Dice) -> str:
    lines = [tag("h1", match_title(card, dice)), *(tag("p", line) for line in head_lines(card))]
    return "".join(lines) + (tag("p", card.result) if card.result else "")


def _innings_blocks(card: CardView, look: Look, dice: Dice) -> str:
    style = team_style(dice)
    score_in_bar = dice.chance(0.7)
    return "".join(_block(innings, look, team_title(innings, style), in_bar=score_in_bar) for innings in card.innings)


def _block(innings: InningsView, look: Look, title: str, *, in_bar: bool) -> str:
    score = tag("span", innings.score_with_overs) if in_bar else ""
    bar = wrap("div", tag("span", title) + score, "bar")
    lists = "" if look.lists_in_table else list_paragraphs(innings, look.headings)
    return bar + batting_table(innings, look, title) + lists + bowling_table(innings, look)


LAYOUT = Layout("web_table", _compose, is_paper=True)
