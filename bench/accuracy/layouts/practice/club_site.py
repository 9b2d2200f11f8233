"""A club's web site: menu, tabs, news and league table at the side, runs with balls and a whole analysis in one cell."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import InningsFigures, Match
from bench.accuracy.invented.sides import invent_team_names
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.joined import ANALYSIS, RUNS_WITH_BALLS, analysis, runs_and_balls
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, run_rate, with_scores
from bench.accuracy.layouts.prose import article
from bench.accuracy.layouts.titles import head_lines, match_title, team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
@page{size:A3;margin:8mm}
body{margin:0;font:$size/1.35 $font;color:#24292f;background:$page}
nav{background:$accent;color:#fff;display:flex;gap:24px;align-items:center;padding:11px 26px} nav b{margin-right:26px;font-size:1.15em}
header{background:$tint;padding:16px 26px;display:flex;gap:18px;align-items:center} header h1{font-size:1.35em;margin:0}
header p{margin:3px 0 0;font-size:.92em} .logo{width:46px;height:46px;line-height:46px;text-align:center;border-radius:$logo;
background:$accent;color:#fff;font-weight:700} .tabs{display:flex;gap:26px;padding:0 26px;border-bottom:1px solid #ccd2d8;background:#fff}
.tabs span{padding:9px 0;color:#59636e} .tabs .on{color:$accent;border-bottom:3px solid $accent;font-weight:600}
main{display:flex;gap:22px;padding:16px 26px;flex-direction:$order} .left{flex:1;min-width:0} aside{flex:0 0 230px;font-size:.92em}
.box{background:#fff;border:1px solid #d9dee3;border-radius:$round;margin-bottom:14px;overflow:hidden}
.box h2,.box h3{margin:0;padding:8px 14px;font-size:1em;background:$bar;color:$bartext;display:flex;justify-content:space-between}
table{width:100%;border-collapse:collapse} td,th{padding:$pad 8px;text-align:left;border-bottom:$rule}
th{font-weight:600;color:#59636e;font-size:.9em}
.box td:first-child,.box th:first-child{padding-left:14px} .n{text-align:$align;white-space:nowrap} .no{color:#59636e;width:14px}
.who{color:$link;font-weight:$weight} .p{padding:7px 14px;margin:0} .pair{display:flex;gap:10px;padding:3px 14px}
.pair i{font-style:normal}
.flag{display:inline-block;width:16px;height:11px;background:linear-gradient(90deg,$accent 50%,#e8c33a 50%);margin-right:6px}
footer{background:#1f2328;color:#d1d9e0;padding:16px 26px;display:flex;gap:28px;font-size:.9em}
"""
_BATTING = (
    ("runs", "balls"),
    ("runs", "balls", "fours", "sixes"),
    ("runs", "balls", "strike_rate"),
    ("runs", "balls", "fours", "sixes", "strike_rate"),
)
_HEADS = {"fours": ("4s", "Fours", "4"), "sixes": ("6s", "Sixes", "6"), "strike_rate": ("SR", "S/R", "Strike rate")}
_ORDINALS = ("1st", "2nd", "3rd", *(f"{at}th" for at in range(4, 11)))


@dataclass(frozen=True)
class _Look:
    runs: str
    between: str
    heads: tuple[str, str, str]
    style: int
    has_numbers: bool
    has_flags: bool
    bowling_first: bool
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    heads = dice.pick((("Batter", "R (B)", "Bowler"), ("BATTING", "Runs (balls)", "BOWLING"), ("", "", "")))
    card = fill_card(match, _plan(notation, dice, has_heads=bool(heads[0])))
    look = _Look(
        runs=dice.pick(RUNS_WITH_BALLS),
        between=dice.pick(("-", "-", " - ")),
        heads=heads,
        style=dice.whole(0, 2),
        has_numbers=dice.chance(0.6),
        has_flags=dice.chance(0.3),
        bowling_first=dice.chance(0.15),
        nothing=notation.nothing,
    )
    accent, tint = dice.pick(
        (("#7a1f2b", "#f6e9ea"), ("#14532d", "#e7f3ea"), ("#1e3a5f", "#e6eef7"), ("#4a2c7a", "#eee8f7"))
    )
    bar, bar_text = dice.pick(((accent, "#ffffff"), (tint, "#222222"), ("#ffffff", "#222222")))
    style = {
        "size": f"{dice.pick((13, 14, 15))}px",
        "font": f"'{dice.pick(SANS)}'",
        "pad": f"{dice.whole(4, 8)}px",
        "round": f"{dice.pick((0, 6, 10))}px",
        "logo": dice.pick(("50%", "6px")),
        "order": dice.pick(("row", "row", "row-reverse")),
        "align": dice.pick(("right", "right", "center", "left")),
        "rule": dice.pick(("1px solid #e4e8ec", "0", "1px dashed #ccd2d8")),
        "link": dice.pick((accent, "#24292f", "#0b5cad")),
        "weight": dice.pick((400, 600)),
        "page": dice.pick(("#f4f6f8", "#ffffff")),
    }
    left = "".join(_innings(each, match, look, dice) for each in card.innings)
    main = wrap("main", wrap("div", left, "left") + _aside(match, card, dice))
    body = _top(card, dice) + main + _footer()
    html = document(_CSS, body, accent=accent, tint=tint, bar=bar, bartext=bar_text, **style)
    return Page(html, dice.pick((1100, 1200, 1300)), card)


def _notation(dice: Dice) -> Notation:
    styles = WICKETS_FIRST if dice.chance(0.45) else RUNS_FIRST
    notation = with_scores(choose_notation(dice), styles, dice)
    return replace(
        notation,
        names=dice.pick(("full", "full", "initials", "surname first")),
        extras=dice.pick((EXTRAS[0], EXTRAS[3], EXTRAS[5], EXTRAS[8])),
        fall=dice.pick(("{w}-{r} ({n})", "{w}/{r}", "{r}-{w} ({n}, {o})", "{n} {w}-{r}")),
    )


def _plan(notation: Notation, dice: Dice, *, has_heads: bool) -> Plan:
    economy = ("economy",) if dice.chance(0.4) else ()
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING) if has_heads else _BATTING[0],
        bowling=(*ANALYSIS, *economy),
    )


def _top(card: CardView, dice: Dice) -> str:
    club = card.teams[0]
    menu = "".join(tag("span", word) for word in ("Home", "Fixtures", "Teams", "Juniors", "Bar & Hire", "Contact"))
    logos = [tag("div", "".join(word[0] for word in team.split())[:2].upper(), "logo") for team in card.teams]
    lines = tag("h1", match_title(card, dice)) + "".join(tag("p", line) for line in head_lines(card))
    lines += tag("p", card.result) if card.result else ""
    words = ("Summary", "Scorecard", "Commentary", "Graphs")
    tabs = wrap("div", "".join(tag("span", word, "on" if word == "Scorecard" else "") for word in words), "tabs")
    return wrap("nav", tag("b", club) + menu) + wrap("header", logos[0] + wrap("div", lines) + logos[1]) + tabs


def _footer() -> str:
    words = ("Privacy", "Cookies", "Club shop", "Sign in", "\N{COPYRIGHT SIGN} Pavilion Pages")
    return wrap("footer", "".join(tag("span", word) for word in words))


def _innings(innings: InningsView, match: Match, look: _Look, dice: Dice) -> str:
    style = "{team} {number}" if innings.has_number else "{team} innings"
    title = wrap("h2", tag("span", team_title(innings, style)) + tag("span", innings.score_with_overs))
    batting, bowling = _batting(innings, look, dice), _bowling(innings, look)
    tables = bowling + batting if look.bowling_first else batting + bowling
    figures = next(each for each in match.innings if each.side.name == innings.team and each.number == innings.number)
    pairs = _partnerships(figures) if dice.chance(0.4) else ""
    return wrap("div", title + tables + pairs, "box")


def _batting(innings: InningsView, look: _Look, dice: Dice) -> str:
    extra = innings.batting_columns[2:]
    lines = []
    if look.heads[0]:
        words = (look.heads[1], *(_HEADS[column][look.style] for column in extra))
        number = [tag("th", "#")] if look.has_numbers else []
        lines.append(row([*number, tag("th", look.heads[0]), tag("th", ""), *number_cells(words, "th")]))
    lines += [_batter(at, each, extra, look) for at, each in enumerate(innings.batting, start=1)]
    rest = f"colspan={1 + len(extra)}"
    before = '<td colspan="2">' if look.has_numbers else "<td>"
    lines.append(
        row([f"{before}{tag('b', 'Extras')}</td>", "<td></td>", f"<td {rest} class='n'>{innings.extras_text}</td>"])
    )
    rate = run_rate(innings) if dice.chance(0.6) else ""
    note = f"{dice.pick(('RR', 'Run rate', 'R/R'))} {rate}" if rate else ""
    total = tag("b", innings.score_with_overs)
    lines.append(row([f"{before}{tag('b', 'Total')}</td>", tag("td", note), f"<td {rest} class='n'>{total}</td>"]))
    return wrap("table", "".join(lines)) + _lists(innings)


def _batter(at: int, batter: BatterView, extra: tuple[str, ...], look: _Look) -> str:
    number = [tag("td", str(at), "no")] if look.has_numbers else []
    flag = '<i class="flag"></i>' if look.has_flags else ""
    name = wrap("td", flag + tag("span", batter.title, "who"))
    runs = runs_and_balls(batter, look.runs, look.nothing)
    return row([*number, name, tag("td", batter.dismissal), *number_cells((runs, *batter.texts(extra, look.nothing)))])


def _lists(innings: InningsView) -> str:
    waiting, falls = ", ".join(innings.did_not_bat), ", ".join(fall.text for fall in innings.falls)
    lines = (("Did not bat: ", waiting), ("Fall of wickets: ", falls))
    return "".join(wrap("p", tag("b", label) + tag("span", text), "p") for label, text in lines if text)


def _bowling(innings: InningsView, look: _Look) -> str:
    extra = innings.bowling_columns[len(ANALYSIS) :]
    lines = []
    if look.heads[2]:
        words = ("O-M-R-W".replace("-", look.between), *("Econ" for _ in extra))
        lines.append(row([tag("th", look.heads[2]), *number_cells(words, "th")]))
    for bowler in innings.bowling:
        cells = (analysis(bowler, look.between), *bowler.texts(extra, look.nothing))
        lines.append(row([tag("td", bowler.name, "who"), *number_cells(cells)]))
    return wrap("table", "".join(lines))


def _partnerships(figures: InningsFigures) -> str:
    lines, before = [tag("h3", "Partnerships")], 0
    for fall in figures.falls:
        text = f"{_ORDINALS[fall.wicket - 1]} wicket: {fall.runs - before} runs"
        lines.append(wrap("div", tag("i", text), "pair"))
        before = fall.runs
    return "".join(lines)


def _aside(match: Match, card: CardView, dice: Dice) -> str:
    heads = row([tag("th", "Team"), *number_cells(("P", "W", "Pts"), "th")])
    teams = (*card.teams, *invent_team_names(dice, 4))
    rows = [
        row([tag("td", team), *number_cells((str(dice.whole(6, 9)), str(dice.whole(0, 6)), str(dice.whole(20, 140))))])
        for team in teams
    ]
    best = max(match.innings[0].batters, key=lambda each: each.runs).player.name
    stars = "\N{BLACK STAR}" * dice.whole(3, 5)
    boxes = [
        tag("h3", "League table") + wrap("table", heads + "".join(rows)),
        tag("h3", "Player of the match") + tag("p", f"{best.first} {best.surname}".strip(), "p") + tag("p", stars, "p"),
        tag("h3", "Latest news") + tag("p", article(dice, 2), "p") + tag("p", article(dice, 2), "p"),
    ]
    return wrap("aside", "".join(wrap("div", box, "box") for box in dice.some(boxes, dice.whole(1, 3))))


LAYOUT = Layout("club_site", _compose, is_paper=True)
