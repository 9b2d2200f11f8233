"""Both innings next to each other, narrow tables with few columns."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import CONDENSED, SANS, SERIF
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.tables import Look, batting_table, bowling_table, list_paragraphs
from bench.accuracy.layouts.titles import head_lines, match_title, team_style, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import choose_headings
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_CSS = """
@page{size:A4 landscape;margin:8mm}
body{margin:0;padding:20px;font:$size $font;color:#1a1a1a;background:$paper;line-height:1.2}
h1{font-size:1.5em;text-align:center;margin:0 0 4px} .top p{text-align:center;margin:3px 0}
.both{display:flex;gap:$gap;align-items:flex-start;margin-top:12px} .half{flex:1;min-width:0;border:$frame}
h2{font-size:1.1em;margin:0;background:$bar;color:$bartext;padding:6px 8px;display:flex;justify-content:space-between}
table{width:100%;border-collapse:collapse} th{text-align:left;border-bottom:1px solid #666} td,th{padding:$pad 6px}
.b td,.sum td{border-bottom:$rule} .n{text-align:right;width:24px} .out{font-size:.92em;color:#444} .total{font-weight:700}
.list{padding:4px 6px;margin:2px 0} .bowling{margin-top:8px} .result{text-align:center;font-weight:700;margin-top:12px}
"""
_BATTING = (
    ("runs", "balls", "fours", "sixes"),
    ("runs", "balls"),
    ("runs",),
    ("minutes", "balls", "runs"),
    ("runs", "balls", "strike_rate"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "economy"),
    ("overs", "runs", "wickets", "maidens"),
)


def _compose(match: Match, dice: Dice) -> Page:
    notation = replace(
        choose_notation(dice), names=dice.pick(("initials", "surname", "initials", "full")), short_names="surname"
    )
    plan = replace(choose_plan(dice, notation), batting=dice.pick(_BATTING), bowling=dice.pick(_BOWLING))
    card = fill_card(match, plan)
    look = Look(choose_headings(dice), notation.nothing, parts_sums=dice.chance(0.5), lists_in_table=dice.chance(0.4))
    bar, bar_text = dice.pick(
        (("#23395b", "#ffffff"), ("#e6e6e6", "#111111"), ("#2d6a4f", "#ffffff"), ("#ffffff", "#111111"))
    )
    style = {
        "font": f"'{dice.pick(SANS + SERIF[:3] + CONDENSED[:1])}'",
        "size": f"{dice.pick((12, 13, 14))}px",
        "pad": f"{dice.whole(2, 6)}px",
        "gap": f"{dice.pick((14, 24, 40))}px",
        "frame": dice.pick(("0", "1px solid #999")),
        "rule": dice.pick(("1px solid #ddd", "0", "1px dotted #999")),
        "paper": dice.pick(("#ffffff", "#fafafa", "#f7f4ea")),
        "bar": bar,
        "bartext": bar_text,
    }
    titles = team_style(dice)
    halves = [_half(innings, look, team_title(innings, titles)) for innings in card.innings]
    pairs = [wrap("div", "".join(halves[at : at + 2]), "both") for at in range(0, len(halves), 2)]
    result = tag("div", card.result, "result") if card.result else ""
    return Page(
        document(_CSS, _head(card, dice) + "".join(pairs) + result, **style), dice.pick((1180, 1280, 1380)), card
    )


def _head(card: CardView, dice: Dice) -> str:
    return wrap("div", tag("h1", match_title(card, dice)) + "".join(tag("p", line) for line in head_lines(card)), "top")


def _half(innings: InningsView, look: Look, title: str) -> str:
    head = wrap("h2", tag("span", title) + tag("span", innings.score_with_overs))
    lists = "" if look.lists_in_table else list_paragraphs(innings, look.headings)
    return wrap("div", head + batting_table(innings, look) + lists + bowling_table(innings, look), "half")


LAYOUT = Layout("side_by_side", _compose, is_paper=True)
