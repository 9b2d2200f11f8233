"""A news portal's match page: menu, advertisements, squads and commentary around the card."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.prose import advert, article, commentary, squad
from bench.accuracy.layouts.tables import Look, batting_table, bowling_table, list_paragraphs
from bench.accuracy.layouts.titles import head_lines, match_title, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import choose_headings
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView

_CSS = """
@page{size:A3;margin:8mm}
body{margin:0;font:$size $font;color:#2b2c2d;background:#edeef0;line-height:1.3}
.menu{background:$accent;color:#fff;display:flex;gap:22px;padding:10px 24px;font-weight:600} .menu b{font-size:1.2em}
.ad{background:#fff7d6;border:1px dashed #c9b458;text-align:center;padding:18px;color:#7a6a1a;font-weight:700;margin:10px 0}
.page{display:flex;gap:16px;padding:12px 24px;align-items:flex-start} .main{flex:1;min-width:0} .side{width:230px}
.card{background:#fff;border-radius:$round;margin-bottom:12px;overflow:hidden;border:1px solid #dfe1e5}
.head{padding:12px 14px} .head h1{font-size:1.25em;margin:4px 0} .head p{margin:2px 0;color:#6c6d6f}
.score{display:flex;justify-content:space-between;font-weight:700;font-size:1.1em;padding:2px 0}
.tabs{display:flex;gap:18px;padding:8px 14px;border-top:1px solid #eee;color:#6c6d6f}
h2{font-size:1em;margin:0;padding:9px 14px;background:$tint}
table{width:100%;border-collapse:collapse} th{text-align:left;background:#f5f6f7;color:#48494a;font-size:.86em}
td,th{padding:$pad 10px;border-bottom:1px solid #edeef0} .n{text-align:right;width:30px} td.name{color:$link}
.n:nth-child(3){font-weight:700}
.list{padding:7px 14px;margin:0} .side h3{font-size:1em;margin:0;padding:8px 12px;background:$tint} .side p{margin:0;padding:4px 12px}
"""
_MENU = ("Live Scores", "Schedule", "Series", "Teams", "News", "Videos", "Stats")


def _compose(match: Match, dice: Dice) -> Page:
    notation = replace(choose_notation(dice), names="full" if dice.chance(0.7) else "initials", star=False)
    card = fill_card(match, choose_plan(dice, notation))
    look = Look(
        headings=choose_headings(dice),
        nothing=notation.nothing,
        parts_sums=dice.chance(0.7),
        lists_in_table=False,
        team_in_heading=False,
    )
    accent, tint = dice.pick(
        (("#03418f", "#e6eef9"), ("#b00020", "#fbe9ec"), ("#1d1f23", "#eceef1"), ("#00695c", "#e0f2f0"))
    )
    style = {
        "font": f"'{dice.pick(SANS)}'",
        "size": f"{dice.pick((12, 13, 14))}px",
        "pad": f"{dice.whole(4, 8)}px",
        "round": f"{dice.pick((0, 8, 12))}px",
        "link": dice.pick(("#0056a6", "#2b2c2d")),
    }
    menu = wrap(
        "div",
        tag("b", dice.pick(("CricWorld", "TheStumps", "PitchSide"))) + "".join(tag("span", word) for word in _MENU),
        "menu",
    )
    page = wrap("div", _main(card, look, dice) + _side(match, dice), "page")
    html = document(_CSS, menu + page, accent=accent, tint=tint, **style)
    return Page(html, dice.pick((1200, 1280, 1366)), card)


def _main(card: CardView, look: Look, dice: Dice) -> str:
    blocks = [_head(card, dice), tag("div", advert(dice), "ad")]
    for innings in card.innings:
        title = (
            team_title(innings, "{team} Innings") if not innings.has_number else team_title(innings, "{team} {number}")
        )
        tables = batting_table(innings, look) + list_paragraphs(innings, look.headings) + bowling_table(innings, look)
        blocks.append(wrap("div", wrap("h2", tag("span", title)) + tables, "card"))
    return wrap("div", "".join(blocks), "main")


def _head(card: CardView, dice: Dice) -> str:
    lines = [tag("h1", match_title(card, dice)), *(tag("p", line) for line in head_lines(card))]
    lines += [
        wrap("div", tag("span", each.team) + tag("span", each.score_with_overs), "score") for each in card.innings
    ]
    lines += [tag("p", card.result)] if card.result else []
    tabs = wrap(
        "div", "".join(tag("span", word) for word in ("Summary", "Scorecard", "Commentary", "Statistics")), "tabs"
    )
    return wrap("div", wrap("div", "".join(lines), "head") + tabs, "card")


def _side(match: Match, dice: Dice) -> str:
    boxes = [
        wrap("div", tag("h3", f"{side.name} squad") + "".join(tag("p", name) for name in squad(side)), "card")
        for side in match.sides
    ]
    balls = "".join(wrap("p", tag("b", over) + " " + tag("span", text)) for over, text in commentary(match, dice, 9))
    news = wrap("div", tag("h3", "Report") + tag("p", article(dice, 3)), "card")
    shown = [tag("div", advert(dice), "ad"), *boxes, wrap("div", tag("h3", "Commentary") + balls, "card"), news]
    return wrap("div", "".join(dice.some(shown, dice.whole(2, 5))), "side")


LAYOUT = Layout("portal", _compose, is_paper=True)
