"""A terminal: monospace, light on dark, tables of box-drawing characters or of blanks."""

from dataclasses import replace
from html import escape

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import MONO
from bench.accuracy.layouts.markup import document
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.text_card import TextLook, innings_lines
from bench.accuracy.layouts.text_grid import ASCII, DASHED, DOUBLE, HEAVY, PLAIN
from bench.accuracy.layouts.titles import head_lines, match_title, team_style, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import choose_headings
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView

_CSS = """
body{margin:0;padding:18px 22px;background:$page;color:$text}
pre{margin:0;font:$size $font;line-height:$line;font-variant-ligatures:none}
b{color:$accent;font-weight:$weight}
"""
_COLOURS = (
    ("#1e1e1e", "#d4d4d4", "#4ec9b0"),
    ("#300a24", "#eeeeec", "#8ae234"),
    ("#000000", "#33ff33", "#ffff66"),
    ("#002b36", "#93a1a1", "#b58900"),
    ("#0c0c0c", "#cccccc", "#61d6d6"),
)
_PERCENT_OF_FONT = 62


def _compose(match: Match, dice: Dice) -> Page:
    notation = choose_notation(dice)
    plan = choose_plan(dice, notation)
    card = fill_card(match, replace(plan, most_innings=2, first_innings=0))
    look = TextLook(
        headings=choose_headings(dice),
        frame=dice.pick((HEAVY, HEAVY, DOUBLE, ASCII, PLAIN, DASHED)),
        nothing=notation.nothing,
        width=100,
        puts_sums_in_table=dice.chance(0.4),
        gap=dice.pick((1, 1, 2)),
    )
    size = dice.pick((13, 14, 15, 16))
    lines = _lines(card, look, dice)
    page, text, accent = dice.pick(_COLOURS)
    html = document(
        _CSS,
        "<pre>" + "\n".join(lines) + "</pre>",
        page=page,
        text=text,
        accent=accent,
        size=f"{size}px",
        font=f"'{dice.pick(MONO)}'",
        line=dice.pick((1.2, 1.3, 1.4)),
        weight=dice.pick((400, 700)),
    )
    longest = max(len(line) for line in lines)
    return Page(html, 60 + longest * size * _PERCENT_OF_FONT // 100, card)


def _lines(card: CardView, look: TextLook, dice: Dice) -> list[str]:
    prompt = dice.pick(("$ scorecard --match latest", "PS C:\\cricket> python score.py", "> cricket-cli card 1042"))
    lines = [prompt, "", _title(match_title(card, dice)), *(escape(line, quote=False) for line in head_lines(card))]
    style = team_style(dice)
    for innings in card.innings:
        title = f"{team_title(innings, style)}  {innings.score_with_overs}"
        first, *rest = innings_lines(innings, title, look)
        lines += ["", _title(first), *(escape(line, quote=False) for line in rest)]
    return [*lines, *([_title(card.result)] if card.result else []), "", "$ _"]


def _title(text: str) -> str:
    return f"<b>{escape(text, quote=False)}</b>"


LAYOUT = Layout("terminal", _compose, is_paper=False)
