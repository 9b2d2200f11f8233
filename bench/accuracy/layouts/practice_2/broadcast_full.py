"""A full screen of a broadcast: striped rows with the dismissal in two small columns, bowlers in cards, sums in a bar below."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.lists import words_of
from bench.accuracy.layouts.fonts import CONDENSED, SANS
from bench.accuracy.layouts.markup import document, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import run_rate
from bench.accuracy.layouts.practice_2.parted import PARTED_WORDS, parted
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_CSS = """
body{margin:0;min-height:720px;box-sizing:border-box;padding:$edge;font:$size/1.2 $font;color:$text;
background:radial-gradient(circle at 30% 20%,$glow,$back);display:flex;flex-direction:column;justify-content:center}
.top{display:flex;justify-content:space-between;align-items:center;background:$bar;color:$bartext;padding:10px 22px;border-radius:$round}
.top b{font-size:1.5em} .halves{display:flex;gap:14px;margin:$gap 0;align-items:$place;flex-direction:$order}
table{flex:$share;border-collapse:separate;border-spacing:0 $space} td{padding:$pad 12px;background:$odd}
tr:nth-child(even) td{background:$even} tr.in td{background:$lit;color:$litext} td:first-child{padding-left:20px;font-weight:700}
.how{font-size:.72em;white-space:nowrap} .runs{text-align:right;font-weight:800;font-size:1.12em} .balls{text-align:left;font-size:.72em}
.wait td{opacity:.75}
.cards{flex:1;display:grid;grid-template-columns:$cards;gap:8px;align-content:start}
.card{background:$even;padding:10px 14px;border-left:$side}
.card .name{font-weight:700;margin-right:10px} .card{display:$card;justify-content:space-between}
.card .fig{font-weight:800;white-space:nowrap}
.bottom{display:flex;justify-content:space-between;background:$bar;color:$bartext;padding:10px 22px;font-weight:700;border-radius:$round}
.bottom small{font-weight:400;margin-right:8px;font-size:.8em}
"""
_THEMES = (
    ("#0b1026", "#27407f", "#f5c518", "#10131f", "#1c2a55", "#25366b", "#f5c518", "#10131f", "#ffffff"),
    ("#04231c", "#0f5e4a", "#e8f5ef", "#07251d", "#0c3b2f", "#12503f", "#ffffff", "#0a2d24", "#f2fffa"),
    ("#e9edf2", "#ffffff", "#a3122a", "#ffffff", "#ffffff", "#dfe5ec", "#1b2a41", "#ffffff", "#17202c"),
    ("#1a0d2b", "#5a2a8a", "#19c3b2", "#10202a", "#2c1747", "#3a1f5c", "#19c3b2", "#0b1f24", "#ffffff"),
)
_SMALL = set(
    words_of(
        "c ct st b lbw run out not hit wicket wkt & sub retired hurt absent obstructing the field handled ball twice timed"
    )
)
"""Words of a dismissal that are not names."""


@dataclass(frozen=True)
class _Look:
    figures: str
    sums: tuple[str, str, str, str]
    rate: bool
    waiting: str
    names_bowling: bool
    between: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(match, notation, dice))
    look = _Look(
        figures=dice.pick(("{w}-{r} ({o})", "{w}-{r} ({o})", "{w}/{r} ({o} ov)", "{w}-{r} off {o}")),
        sums=dice.pick((("EXTRAS", "OVERS", "TOTAL", "RUN RATE"), ("EXTRAS", "OVERS", "SCORE", "RPO"))),
        rate=dice.chance(0.7),
        waiting=dice.pick(("rows", "rows", "line")),
        names_bowling=dice.chance(0.5),
        between=dice.pick((" | ", ", ", " \N{MIDDLE DOT} ")),
    )
    html = document(_CSS, _screen(card, look, dice), **_style(dice))
    return Page(html, dice.pick((1280, 1280, 1366)), card)


def _style(dice: Dice) -> dict[str, object]:
    back, glow, bar, bar_text, odd, even, lit, lit_text, text = dice.pick(_THEMES)
    colours = {"back": back, "glow": glow, "bar": bar, "bartext": bar_text, "odd": odd, "even": even, "lit": lit}
    sizes = {
        "edge": f"{dice.whole(18, 60)}px",
        "size": f"{dice.pick((20, 21, 22))}px",
        "font": f"'{dice.pick(CONDENSED[:2] if dice.chance(0.4) else SANS)}'",
        "round": f"{dice.pick((0, 0, 10))}px",
        "gap": f"{dice.whole(6, 14)}px",
        "share": dice.pick((1.5, 1.8, 2.1)),
        "space": f"{dice.pick((0, 2, 4))}px",
        "pad": f"{dice.whole(5, 9)}px",
        "place": dice.pick(("flex-start", "stretch")),
        "order": dice.pick(("row", "row", "row-reverse")),
        "cards": dice.pick(("1fr", "1fr", "1fr 1fr")),
        "card": dice.pick(("flex", "block")),
        "side": dice.pick(("0", f"5px solid {bar}")),
    }
    return colours | sizes | {"litext": lit_text, "text": text}


def _notation(dice: Dice) -> Notation:
    between = dice.pick(("{t}-{w}", "{t}-{w}", "{t}/{w}", "{t} FOR {w}"))
    return replace(
        choose_notation(dice),
        names=dice.pick(("surname", "surname", "full", "initials")),
        short_names="surname",
        words=dice.pick(PARTED_WORDS[:2]),
        marks=dice.pick((MARKS[6], MARKS[6], MARKS[4])),
        extras=dice.pick((EXTRAS[8], EXTRAS[8], EXTRAS[0])),
        score=between,
        all_out=dice.pick((between, "{t} ALL OUT")),
        declared=f"{between} DEC",
        star=dice.chance(0.2),
        nothing="",
    )


def _plan(match: Match, notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=("runs", "balls"),
        bowling=("wickets", "runs", "overs"),
        first_innings=dice.whole(0, len(match.innings) - 1),
        most_innings=1,
        prints_falls=False,
        prints_toss=False,
        prints_date=False,
        prints_result=False,
        prints_did_not_bat=True,
    )


def _screen(card: CardView, look: _Look, dice: Dice) -> str:
    innings = card.innings[0]
    other = next(team for team in card.teams if team != innings.team)
    number = f" {'1ST' if innings.number == 1 else '2ND'} INNINGS" if innings.has_number else ""
    about = look.between.join(text for text in (f"v {other}", card.event, card.venue) if text)
    top = wrap("div", tag("b", innings.team.upper() + number) + tag("span", about), "top")
    rows = "".join(_batter(each) for each in innings.batting)
    if look.waiting == "rows":
        rows += "".join(row([tag("td", name.upper()), "<td></td>" * 4], "wait") for name in innings.did_not_bat)
    halves = wrap("div", wrap("table", rows) + _cards(innings, other, look), "halves")
    waiting = ""
    if look.waiting == "line" and innings.did_not_bat:
        label = dice.pick(("DID NOT BAT", "YET TO BAT"))
        waiting = wrap("div", tag("span", f"{label}: {', '.join(innings.did_not_bat).upper()}"), "how")
    return top + halves + waiting + _bottom(innings, look)


def _batter(batter: BatterView) -> str:
    first, second = (tag("td", _loud(part), "how") for part in parted(batter))
    runs, balls = (batter.cells.get(column, "") for column in ("runs", "balls"))
    cells = [tag("td", batter.title.upper()), first, second, tag("td", runs, "runs"), tag("td", balls, "balls")]
    return row(cells, "in" if batter.kind == "not out" else "")


def _loud(text: str) -> str:
    """Return the text with names in capitals."""
    return " ".join(word if word in _SMALL else word.upper() for word in text.split())


def _cards(innings: InningsView, other: str, look: _Look) -> str:
    title = wrap("div", tag("span", f"{other.upper()} BOWLING", "name"), "card") if look.names_bowling else ""
    return wrap("div", title + "".join(_card(each, look) for each in innings.bowling), "cards")


def _card(bowler: BowlerView, look: _Look) -> str:
    figures = look.figures.format(w=bowler.cells["wickets"], r=bowler.cells["runs"], o=bowler.cells["overs"])
    return wrap("div", tag("span", bowler.name.upper(), "name") + tag("span", figures, "fig"), "card")


def _bottom(innings: InningsView, look: _Look) -> str:
    texts = [innings.extras_text, innings.overs, innings.score, run_rate(innings) if look.rate else ""]
    pairs = zip(look.sums, texts, strict=True)
    parts = [wrap("span", tag("small", label) + " " + tag("span", text)) for label, text in pairs if text]
    return wrap("div", "".join(parts), "bottom")


LAYOUT = Layout("broadcast_full", _compose, is_paper=False)
