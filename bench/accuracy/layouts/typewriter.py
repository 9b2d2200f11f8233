"""A typed sheet: one width of letters, ink on yellowish paper, columns by blanks."""

from dataclasses import replace
from html import escape

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import TYPEWRITER
from bench.accuracy.layouts.markup import document
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.text_card import TextLook, innings_lines
from bench.accuracy.layouts.text_grid import DASHED, PLAIN
from bench.accuracy.layouts.titles import head_lines, match_title, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import choose_headings, uppercase
from bench.accuracy.printed.notation import choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView

_CSS = """
@page{size:A4;margin:14mm}
body{margin:0;padding:40px 48px;background:$paper;color:$ink}
pre{margin:0;font:$size $font;line-height:$line;font-variant-ligatures:none}
"""
_BATTING = (("runs",), ("runs", "minutes"), ("runs", "balls"), ("runs", "fours", "sixes"))
_BOWLING = (("overs", "maidens", "runs", "wickets"), ("overs", "runs", "wickets", "maidens"))
_LETTER = 0.62


def _compose(match: Match, dice: Dice) -> Page:
    notation = replace(choose_notation(dice), star=False, nothing=dice.pick(("-", "")))
    plan = replace(choose_plan(dice, notation), batting=dice.pick(_BATTING), bowling=dice.pick(_BOWLING))
    card = fill_card(match, plan)
    headings = choose_headings(dice)
    look = TextLook(
        headings=uppercase(headings) if dice.chance(0.5) else headings,
        frame=dice.pick((PLAIN, DASHED)),
        nothing=notation.nothing,
        width=70,
        puts_sums_in_table=dice.chance(0.6),
        gap=dice.pick((1, 2)),
    )
    lines = _lines(card, look, dice)
    size = dice.pick((14, 15, 16))
    html = document(
        _CSS,
        "<pre>" + "\n".join(escape(line, quote=False) for line in lines) + "</pre>",
        paper=dice.pick(("#fdfbf3", "#ffffff", "#f6efdc")),
        ink=dice.pick(("#1a1a1a", "#2b2b3f", "#3a2f2a")),
        size=f"{size}px",
        font=f"'{dice.pick(TYPEWRITER)}'",
        line=dice.pick((1.25, 1.4, 1.6)),
    )
    return Page(html, int(110 + max(len(line) for line in lines) * size * _LETTER), card)


def _lines(card: CardView, look: TextLook, dice: Dice) -> list[str]:
    title = match_title(card, dice)
    lines = [title.upper() if dice.chance(0.5) else title, *head_lines(card), ""]
    for innings in card.innings:
        heading = team_title(innings, "{team} INNINGS")
        lines += [*innings_lines(innings, heading, look), ""]
    return [*lines, *([f"RESULT: {card.result}"] if card.result else [])]


LAYOUT = Layout("typewriter", _compose, is_paper=True)
