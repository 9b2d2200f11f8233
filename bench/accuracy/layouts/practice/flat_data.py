"""An export opened in a spreadsheet or an editor: flat tables over all innings, the team in each row, columns nobody asked for."""

from dataclasses import dataclass, replace
from html import escape

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import MONO, SANS
from bench.accuracy.layouts.markup import document, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.flat_heads import STYLES, HeadStyle, word
from bench.accuracy.layouts.titles import match_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
body{margin:0;font:$size $font;color:#1f1f1f;background:#fff}
.tools{background:$bar;color:$bartext;display:flex;gap:20px;padding:7px 12px}
.fx{border-bottom:1px solid #c8c8c8;padding:4px 12px;color:#666}
table{border-collapse:collapse;width:100%;margin-bottom:$space} td,th{border:$rule;padding:$pad 6px;text-align:left;white-space:nowrap}
th{background:$head;font-weight:$weight} .n{text-align:$align} .at{background:#f1f3f4;color:#666;text-align:center;width:26px}
.s td{background:$stripe} .tabs{background:#f1f3f4;padding:6px 12px;color:#444} .h{margin:8px 12px 4px;font-weight:700}
"""
_BATTING = (
    ("runs", "balls", "fours", "sixes"),
    ("runs", "balls", "minutes", "fours", "sixes", "strike_rate"),
    ("runs", "balls", "fours", "sixes", "strike_rate"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"),
)
_KINDS: tuple[dict[str, str], ...] = (
    {"caught": "ct", "caught and bowled": "c&b", "bowled": "b", "stumped": "st"},
    {
        "caught": "Caught",
        "caught and bowled": "Caught & Bowled",
        "bowled": "Bowled",
        "stumped": "Stumped",
        "lbw": "LBW",
    },
    {},
)
_PARTS = (("byes", "b"), ("leg_byes", "lb"), ("wides", "wd"), ("no_balls", "nb"), ("penalty", "pen"))
Table = list[list[str]]


@dataclass(frozen=True)
class _Look:
    heads: HeadStyle
    match_id: str
    has_match: bool
    has_points: bool
    has_stripes: bool


def _compose(match: Match, dice: Dice) -> Page:
    plan = replace(
        choose_plan(dice, _notation(dice)),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        most_innings=2,
        prints_toss=False,
        prints_falls=False,
    )
    card = _with_kinds(fill_card(match, plan), dice.pick(_KINDS))
    look = _Look(
        heads=dice.pick(STYLES),
        match_id=str(dice.whole(10000, 99999)),
        has_match=dice.chance(0.5),
        has_points=dice.chance(0.4),
        has_stripes=dice.chance(0.4),
    )
    bar, bar_text = dice.pick((("#217346", "#ffffff"), ("#f3f3f3", "#444444"), ("#2b2f3a", "#e6e6e6")))
    style = {
        "size": f"{dice.pick((12, 13, 14))}px",
        "font": f"'{dice.pick(SANS + MONO[:3])}'",
        "pad": f"{dice.whole(2, 5)}px",
        "rule": dice.pick(("1px solid #d4d4d4", "1px solid #e6e6e6", "0")),
        "head": dice.pick(("#ffffff", "#e2efda", "#d9e1f2", "#333333; color:#ffffff")),
        "weight": dice.pick((400, 700)),
        "align": dice.pick(("right", "right", "left", "center")),
        "space": f"{dice.pick((8, 18))}px",
        "stripe": "#f3f6fb" if look.has_stripes else "transparent",
    }
    html = document(_CSS, _sheet(card, look, dice), bar=bar, bartext=bar_text, **style)
    return Page(html, dice.pick((1100, 1200, 1320)), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("full", "initials", "surname first")),
        short_names=dice.pick(("full", "initials")),
        words=WORDS[0],
        marks=MARKS[6],
        extras=EXTRAS[0],
        score="{t}/{w}",
        all_out="{t}/{w}",
        declared="{t}/{w}",
        shows_noughts=True,
        star=False,
        nothing=dice.pick(("", "NULL", "-")),
    )


def _with_kinds(card: CardView, kinds: dict[str, str]) -> CardView:
    """Return the card with one word for each way out: fielder and bowler have columns of their own."""

    def batting(batter: BatterView) -> BatterView:
        return replace(batter, dismissal=kinds.get(batter.kind, batter.kind))

    innings = [replace(each, batting=tuple(map(batting, each.batting))) for each in card.innings]
    return replace(card, innings=tuple(innings))


def _sheet(card: CardView, look: _Look, dice: Dice) -> str:
    tools = wrap(
        "div", "".join(tag("span", word) for word in ("File", "Home", "Insert", "Data", "Review", "View")), "tools"
    )
    lines = (card.event, card.venue, card.date_text, card.result)
    head = tag("div", " | ".join(filter(None, (match_title(card, dice), *lines))), "h")
    tables = [
        ("innings", _summary(card, look)),
        ("batting", _batting(card, look, dice)),
        ("bowling", _bowling(card, look)),
    ]
    if dice.chance(0.3):
        tables = [tables[0], tables[2], tables[1]]
    shown = "".join(tag("div", name, "h") + _drawn(table, look) for name, table in tables)
    return tools + tag("div", "fx", "fx") + head + shown + tag("div", "export   Sheet2   +", "tabs")


def _before(look: _Look) -> tuple[list[str], list[str]]:
    return ([word("match", look.heads)], [look.match_id]) if look.has_match else ([], [])


def _summary(card: CardView, look: _Look) -> Table:
    heads, cells = _before(look)
    names = ("inns", "team", "total", "wickets", "overs", "extras")
    parts = [(name, label) for name, label in _PARTS if any(name in each.extras for each in card.innings)]
    table = [
        [
            *heads,
            *(word(name, look.heads) for name in names),
            *(label for _, label in parts),
            word("declared", look.heads),
        ]
    ]
    for at, each in enumerate(card.innings, start=1):
        values = (at, each.team, each.total, each.wickets, each.overs, each.extras["total"])
        extras = [str(each.extras.get(name, "")) for name, _ in parts]
        table.append([*cells, *map(str, values), *extras, "Y" if each.declared else "N"])
    return table


def _batting(card: CardView, look: _Look, dice: Dice) -> Table:
    heads, cells = _before(look)
    columns = card.innings[0].batting_columns
    names = ("inns", "team", "pos", "batter", "out", "fielder", "bowler", *columns)
    points = [word("points", look.heads)] if look.has_points else []
    table = [[*heads, *(word(name, look.heads) for name in names), *points]]
    for at, each in enumerate(card.innings, start=1):
        for place, batter in enumerate(each.batting, start=1):
            texts = [str(at), each.team, str(place), batter.title, batter.dismissal, "/".join(batter.fielders)]
            more = [str(dice.whole(0, 120))] if look.has_points else []
            table.append([*cells, *texts, batter.bowler, *batter.texts(columns, card.nothing), *more])
        for place, name in enumerate(each.did_not_bat, start=len(each.batting) + 1):
            texts = [str(at), each.team, str(place), name, "did not bat", "", ""]
            table.append([*cells, *texts, *[card.nothing] * len(columns), *(["0"] if look.has_points else [])])
    return table


def _bowling(card: CardView, look: _Look) -> Table:
    heads, cells = _before(look)
    columns = card.innings[0].bowling_columns
    table = [[*heads, *(word(name, look.heads) for name in ("inns", "team", "bowler", *columns))]]
    for at, each in enumerate(card.innings, start=1):
        team = _other(card, each)
        table += [[*cells, str(at), team, bowler.name, *bowler.texts(columns, card.nothing)] for bowler in each.bowling]
    return table


def _other(card: CardView, innings: InningsView) -> str:
    return next(team for team in card.teams if team != innings.team)


def _drawn(table: Table, look: _Look) -> str:
    lines = [row([tag("td", "1", "at"), *(tag("th", text) for text in table[0])])]
    for at, texts in enumerate(table[1:], start=2):
        stripe = "s" if look.has_stripes and at % 2 else ""
        lines.append(row([tag("td", str(at), "at"), *map(_cell, texts)], stripe))
    return wrap("table", "".join(lines))


def _cell(text: str) -> str:
    is_number = text.replace(".", "", 1).isdigit()
    return f'<td class="{"n" if is_number else ""}">{escape(text, quote=False)}</td>'


LAYOUT = Layout("flat_data", _compose, is_paper=False)
