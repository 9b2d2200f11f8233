"""A summary of the best performances at the top, the full card below: the best rows are printed twice."""

from collections.abc import Callable, Sequence
from typing import TypeVar

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
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

T = TypeVar("T", BatterView, BowlerView)
_CSS = """
@page{size:A4;margin:10mm}
body{margin:0;padding:22px 30px;font:$size $font;color:#212529;background:#fff;line-height:1.25}
h1{font-size:1.45em;margin:0 0 2px} p{margin:3px 0;color:#555} .summary{border:1px solid $accent;border-radius:$round;margin:12px 0 20px}
.half{display:flex;gap:24px;padding:6px 12px} .half>div{flex:1} .score{background:$tint;display:flex;justify-content:space-between;
padding:6px 12px;font-weight:700} .best{display:flex;justify-content:space-between;padding:2px 0}
h2{font-size:1.1em;border-left:5px solid $accent;padding-left:8px;margin:18px 0 6px}
table{width:100%;border-collapse:collapse} th{text-align:left;background:$tint} td,th{padding:$pad 8px;border-bottom:1px solid #dee2e6}
.n{text-align:right;width:40px} .out{color:#555} .total td{font-weight:700} .bowling{margin-top:10px} .list{padding:6px 8px}
"""


def _compose(match: Match, dice: Dice) -> Page:
    notation = choose_notation(dice)
    card = fill_card(match, choose_plan(dice, notation))
    look = Look(choose_headings(dice), notation.nothing, parts_sums=dice.chance(0.5), lists_in_table=dice.chance(0.4))
    accent, tint = dice.pick(
        (("#0d6efd", "#e7f0ff"), ("#198754", "#e3f4ea"), ("#6f42c1", "#efe8fb"), ("#444444", "#eeeeee"))
    )
    style = {
        "font": f"'{dice.pick(SANS + SERIF[-1:])}'",
        "size": f"{dice.pick((12, 13, 14, 15))}px",
        "pad": f"{dice.whole(3, 7)}px",
        "round": f"{dice.pick((0, 8))}px",
    }
    titles = team_style(dice)
    best = wrap("div", "".join(_summary(innings, team_title(innings, "{team}")) for innings in card.innings), "summary")
    blocks = "".join(_block(innings, look, team_title(innings, titles)) for innings in card.innings)
    html = document(_CSS, _head(card, dice) + best + blocks, accent=accent, tint=tint, **style)
    return Page(html, dice.pick((800, 900, 1000)), card)


def _head(card: CardView, dice: Dice) -> str:
    lines = [*head_lines(card), *([card.result] if card.result else [])]
    return tag("h1", match_title(card, dice)) + "".join(tag("p", line) for line in lines)


def _summary(innings: InningsView, title: str) -> str:
    score = wrap("div", tag("span", title) + tag("span", innings.score_with_overs), "score")
    batters = _best(innings.batting, lambda batter: int(batter.cells.get("runs", "0").rstrip("*")))
    bowlers = _best(innings.bowling, lambda bowler: 100 * int(bowler.cells["wickets"]) - int(bowler.cells["runs"]))
    left = wrap("div", "".join(_line(batter.name, _runs(batter)) for batter in batters))
    right = wrap(
        "div", "".join(_line(bowler.name, f"{bowler.cells['wickets']}/{bowler.cells['runs']}") for bowler in bowlers)
    )
    return score + wrap("div", left + right, "half")


def _best(rows: Sequence[T], worth: Callable[[T], int]) -> list[T]:
    return sorted(rows, key=worth, reverse=True)[:3]


def _runs(batter: BatterView) -> str:
    balls = batter.cells.get("balls")
    return f"{batter.cells.get('runs', '0')} ({balls})" if balls else batter.cells.get("runs", "0")


def _line(name: str, text: str) -> str:
    return wrap("div", tag("span", name) + tag("span", text), "best")


def _block(innings: InningsView, look: Look, title: str) -> str:
    lists = "" if look.lists_in_table else list_paragraphs(innings, look.headings)
    return tag("h2", title) + batting_table(innings, look) + lists + bowling_table(innings, look)


LAYOUT = Layout("summary_full", _compose, is_paper=True)
