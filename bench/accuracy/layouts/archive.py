"""An archive's page of the nineties: one serif, bordered tables, lines of text for everything else. Reporting only."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import RESERVED_SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.titles import match_title, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
@page{size:A4;margin:12mm}
body{margin:0;padding:16px 22px;font:$size $font;color:#000;background:$paper}
h1{font-size:1.4em;margin:0 0 6px;text-align:$place} p{margin:3px 0;text-align:$place}
table{border-collapse:collapse;margin:10px $side 0;min-width:$width} td{padding:1px 8px;border:$border;vertical-align:top}
.title td{font-weight:700;background:$shade} .n{text-align:right} .sum td{font-style:$style}
"""
_BATTING = (
    ("runs", "balls", "minutes", "fours", "sixes"),
    ("runs",),
    ("runs", "balls", "fours", "sixes"),
    ("runs", "minutes"),
)
_BOWLING = (("overs", "maidens", "runs", "wickets"), ("overs", "maidens", "runs", "wickets", "wides", "no_balls"))
_WORDS = {
    "runs": "Runs",
    "balls": "Balls",
    "minutes": "Mins",
    "fours": "4s",
    "sixes": "6s",
    "overs": "Overs",
    "maidens": "Mdns",
    "wickets": "Wkts",
    "wides": "Wd",
    "no_balls": "NB",
}


def _compose(match: Match, dice: Dice) -> Page:
    notation = replace(choose_notation(dice), names=dice.pick(("initials", "dotted")), short_names="surname")
    plan = replace(choose_plan(dice, notation), batting=dice.pick(_BATTING), bowling=dice.pick(_BOWLING))
    card = fill_card(match, plan)
    centred = dice.chance(0.4)
    html = document(
        _CSS,
        _head(card, dice) + "".join(_innings(innings, notation) for innings in card.innings),
        font=f"'{dice.pick(RESERVED_SERIF)}'",
        size=f"{dice.pick((14, 15, 16))}px",
        paper=dice.pick(("#ffffff", "#ffffe8", "#f0f0e0")),
        place="center" if centred else "left",
        side="auto" if centred else "0",
        width=dice.pick(("560px", "640px", "100%")),
        border=dice.pick(("0", "1px solid #aaa", "1px solid #000")),
        shade=dice.pick(("#ddd", "#fff", "#cfe0cf")),
        style=dice.pick(("normal", "italic")),
    )
    return Page(html, 820, card)


def _head(card: CardView, dice: Dice) -> str:
    lines = (card.event, card.venue, card.date_text, card.toss, card.result)
    return tag("h1", match_title(card, dice)) + "".join(tag("p", line) for line in lines if line)


def _innings(innings: InningsView, notation: Notation) -> str:
    words = (_WORDS[column] for column in innings.batting_columns)
    lines = [row([tag("td", team_title(innings, "{team} innings")), "<td></td>", *number_cells(words)], "title")]
    lines += [_batter(batter, innings.batting_columns, notation.nothing) for batter in innings.batting]
    lines.append(_sum("Extras", innings.extras_parts, str(innings.extras["total"]), innings))
    lines.append(_sum("Total", innings.sum_note, str(innings.total), innings))
    lists = tag("p", f"DNB: {', '.join(innings.did_not_bat)}.") if innings.did_not_bat else ""
    lists += tag("p", f"FoW: {', '.join(fall.text for fall in innings.falls)}.") if innings.falls else ""
    return wrap("table", "".join(lines)) + lists + _bowling(innings, notation.nothing)


def _batter(batter: BatterView, columns: tuple[str, ...], nothing: str) -> str:
    texts = batter.texts(columns, nothing)
    return row([tag("td", batter.title), tag("td", batter.dismissal), *number_cells(texts)])


def _sum(label: str, note: str, number: str, innings: InningsView) -> str:
    at_runs = (number if column == "runs" else "" for column in innings.batting_columns)
    return row([tag("td", label), tag("td", note), *number_cells(at_runs)], "sum")


def _bowling(innings: InningsView, nothing: str) -> str:
    lines = [row([tag("td", "Bowling"), *number_cells(_WORDS[column] for column in innings.bowling_columns)], "title")]
    for bowler in innings.bowling:
        texts = bowler.texts(innings.bowling_columns, nothing)
        lines.append(row([tag("td", bowler.name), *number_cells(texts)]))
    return wrap("table", "".join(lines))


LAYOUT = Layout("archive", _compose, is_paper=True, is_reserved=True)
