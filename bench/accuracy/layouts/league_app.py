"""An app of an amateur league: round letters, each dismissal in a row of its own. Reporting only."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import RESERVED_ROUND
from bench.accuracy.layouts.markup import document, number_cells, row, spanning, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_CSS = """
body{margin:0;padding:0 0 14px;font:$size $font;color:$text;background:$page;line-height:1.25}
.top{background:$bar;color:#fff;padding:14px;border-radius:0 0 18px 18px;text-align:center} .top p{margin:2px 0} .top b{font-size:1.2em}
.card{background:$card;margin:12px;border-radius:14px;padding:4px 0 8px}
.title{display:flex;justify-content:space-between;padding:10px 14px;font-weight:700}
.title span:last-child{color:$accent} table{width:100%;border-collapse:collapse} td,th{padding:$pad 5px;text-align:left}
th{font-weight:600;opacity:.65;font-size:.85em} .n{text-align:center;min-width:24px} tr.b td{border-top:1px solid #8884}
td:first-child,th:first-child{padding-left:14px} td:last-child,th:last-child{padding-right:14px}
small{display:block;opacity:.7;font-size:.86em} .x{padding:6px 14px;opacity:.85}
"""
_THEMES = (
    ("#f3fbfa", "#ffffff", "#123332", "#00897b", "#00897b"),
    ("#14213d", "#1f2f55", "#f1f4fb", "#fca311", "#fca311"),
    ("#fff7f2", "#ffffff", "#3a2415", "#e76f51", "#e76f51"),
)
_BATTING = (("runs", "balls", "fours", "sixes", "strike_rate"), ("runs", "balls", "sixes", "fours"), ("runs", "balls"))
_BOWLING = (
    ("overs", "runs", "wickets", "economy"),
    ("wickets", "runs", "overs"),
    ("overs", "maidens", "runs", "wickets", "dots"),
)
_HEADS = {
    "runs": "Run",
    "balls": "Ball",
    "fours": "4s",
    "sixes": "6s",
    "strike_rate": "SR",
    "overs": "Ov",
    "wickets": "Wkt",
    "economy": "Eco",
    "maidens": "Md",
    "dots": "Dot",
}


def _compose(match: Match, dice: Dice) -> Page:
    notation = replace(
        choose_notation(dice),
        names=dice.pick(("full", "initials")),
        extras=EXTRAS[7],
        nothing="-",
        fall="{r}/{w} ({n})",
    )
    plan = replace(
        choose_plan(dice, notation), batting=dice.pick(_BATTING), bowling=dice.pick(_BOWLING), most_innings=2
    )
    card = fill_card(match, replace(plan, prints_toss=False, prints_venue=False, prints_other_scores=False))
    page, inner, text, bar, accent = dice.pick(_THEMES)
    html = document(
        _CSS,
        _top(card) + "".join(_innings(innings, notation.nothing) for innings in card.innings),
        font=f"'{dice.pick(RESERVED_ROUND)}'",
        size=f"{dice.pick((13, 14, 15))}px",
        pad=f"{dice.whole(4, 8)}px",
        page=page,
        card=inner,
        text=text,
        bar=bar,
        accent=accent,
    )
    return Page(html, dice.pick((390, 420, 460)), card)


def _top(card: CardView) -> str:
    first, second = card.teams
    lines = (card.event, card.date_text, card.result)
    return wrap("div", tag("b", f"{first} vs {second}") + "".join(tag("p", line) for line in lines if line), "top")


def _innings(innings: InningsView, nothing: str) -> str:
    number = f" ({innings.number})" if innings.has_number else ""
    title = wrap("div", tag("span", innings.team + number) + tag("span", innings.score_with_overs), "title")
    extras = tag("div", f"Extras: {innings.extras_text}", "x")
    waiting = tag("div", f"Still to bat: {', '.join(innings.did_not_bat)}", "x") if innings.did_not_bat else ""
    falls = tag("div", f"Wickets: {' · '.join(fall.text for fall in innings.falls)}", "x") if innings.falls else ""
    return wrap(
        "div", title + _batting(innings, nothing) + extras + waiting + falls + _bowling(innings, nothing), "card"
    )


def _batting(innings: InningsView, nothing: str) -> str:
    columns = innings.batting_columns
    lines = [row([tag("th", "Batters"), *number_cells((_HEADS[column] for column in columns), "th")])]
    for batter in innings.batting:
        name = f"<td>{tag('span', batter.title)}</td>"
        lines.append(row([name, *number_cells(batter.texts(columns, nothing))], "b"))
        lines.append(row([spanning(batter.dismissal, len(columns) + 1, "d")]))
    return wrap("table", "".join(lines))


def _bowling(innings: InningsView, nothing: str) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", "Bowlers"), *number_cells((_HEADS[column] for column in columns), "th")])]
    lines += [
        row([tag("td", bowler.name), *number_cells(bowler.texts(columns, nothing))], "b") for bowler in innings.bowling
    ]
    return wrap("table", "".join(lines))


LAYOUT = Layout("league_app", _compose, is_paper=False, is_reserved=True)
