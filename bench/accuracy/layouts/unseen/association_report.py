"""An association's official report: numbered sections, how out in three columns, codes with a key, stamps and signatures."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import SANS, SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, spanning, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import run_rate, wickets_words
from bench.accuracy.layouts.unseen.modes import IN_CODES, IN_FULL, KEY, apart
from bench.accuracy.layouts.unseen.styles import ASSOCIATION_REPORT
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import MARKS, ExtrasStyle, Notation, Words, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_BATTING = (
    ("runs", "balls", "fours", "sixes"),
    ("runs", "minutes", "balls", "fours", "sixes"),
    ("minutes", "balls", "fours", "sixes", "runs"),
    ("runs", "balls", "fours", "sixes", "strike_rate"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "no_balls", "wides", "economy"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets"),
)
_HEADS = (
    {"runs": "Runs", "balls": "Balls", "minutes": "Min.", "fours": "4s", "sixes": "6s", "strike_rate": "S/R"}
    | {"overs": "Overs", "maidens": "Mdn.", "wickets": "Wkts.", "no_balls": "NB", "wides": "Wd", "economy": "R.P.O."},
    {"runs": "RUNS", "balls": "BALLS", "minutes": "MINS", "fours": "FOURS", "sixes": "SIXES", "strike_rate": "SR"}
    | {
        "overs": "OVERS",
        "maidens": "MAIDENS",
        "wickets": "WICKETS",
        "no_balls": "N.B.",
        "wides": "WDS",
        "economy": "ECON",
    },
)
_EXTRAS = ("({parts}) {n}", ("Byes {}", "Leg Byes {}", "Wides {}", "No Balls {}", "Penalty {}"))
_SHORT_EXTRAS = ("({parts}) {n}", ("B-{}", "LB-{}", "W-{}", "NB-{}", "P-{}"))
_FALLS = {
    "{w} {r}": (),
    "{w} {r} {n}": ("Batter out",),
    "{w} {r} {o}": ("Over",),
    "{w} {r} {n} {o}": ("Batter out", "Over"),
}


@dataclass(frozen=True)
class _Look:
    heads: dict[str, str]
    how: tuple[str, str, str]
    names: tuple[str, str]
    fall: str
    has_key: bool
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    has_codes = dice.chance(0.35)
    fall = dice.pick(tuple(_FALLS))
    notation = _notation(dice, IN_CODES if has_codes else IN_FULL, fall)
    card = fill_card(match, _plan(notation, dice))
    look = _Look(
        heads=dice.pick(_HEADS),
        how=dice.pick((("Mode of dismissal", "Fielder", "Bowler"), ("How out", "Fielder", "Bowler"))),
        names=dice.pick((("Name of batter", "Name of bowler"), ("BATTER", "BOWLER"), ("Batsman", "Bowler"))),
        fall=fall,
        has_key=has_codes,
        nothing=notation.nothing,
    )
    style = {
        "edge": f"{dice.whole(22, 44)}px",
        "size": f"{dice.pick((12, 13, 14))}px",
        "font": f"'{dice.pick(SERIF[:1] + SERIF[3:6] + SANS[:6])}'",
        "ink": dice.pick(("#14315c", "#5b1220", "#0f4a2d", "#111111")),
        "stamp": dice.pick(("#1d3fa8", "#a3172b", "#5a2d91")),
        "turn": f"{dice.whole(-12, -3)}deg",
        "round": dice.pick(("6px", "50%")),
        "under": dice.pick(("0", "1px solid #777")),
        "grid": dice.pick(("1px solid #555", "1px solid #bbb", "1px solid #111")),
        "shade": dice.pick(("#ececec", "#e3eaf4", "#ffffff", "#f3ead6")),
        "pad": f"{dice.whole(1, 4)}px",
        "align": dice.pick(("center", "right")),
    }
    parts = [_head(match, dice), _facts(card, dice)]
    parts += [_innings(at, each, card, look) for at, each in enumerate(card.innings, start=2)]
    body = "".join(parts) + _foot(dice, 2 + len(card.innings))
    return Page(document(ASSOCIATION_REPORT, body, **style), dice.whole(800, 940), card)


def _notation(dice: Dice, words: Words, fall: str) -> Notation:
    whole, parts = dice.pick((_EXTRAS, _SHORT_EXTRAS))
    return replace(
        choose_notation(dice),
        names=dice.pick(("full", "full", "dotted", "initials")),
        short_names=dice.pick(("initials", "surname", "dotted")),
        words=words,
        marks=dice.pick((MARKS[4], MARKS[1], MARKS[6])),
        extras=ExtrasStyle(whole, parts),
        all_out="{t} all out",
        fall=fall,
        star=False,
        nothing=dice.pick(("-", "", "\N{EN DASH}")),
    )


def _plan(notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation), batting=dice.pick(_BATTING), bowling=dice.pick(_BOWLING), parts_bowlers=True
    )


def _head(match: Match, dice: Dice) -> str:
    body = dice.pick(("Northern Cricket Association", "State Cricket Board", "Metropolitan Cricket Council"))
    title = dice.pick(("OFFICIAL MATCH REPORT", "Match Report Form MR-2", "Scorers' Report"))
    number = f"Report No. {dice.whole(100, 999)}/{match.year}"
    letters = "".join(word[0] for word in body.split())
    stamp = wrap("div", dice.pick(("RECEIVED", "APPROVED", "VERIFIED")) + tag("small", letters + " Office"), "stamp")
    texts = tag("h1", body) + tag("p", title) + tag("p", number)
    return wrap("div", tag("div", letters, "crest") + wrap("div", texts, "t") + stamp, "head")


def _facts(card: CardView, dice: Dice) -> str:
    first, second = card.teams
    facts = [("Match", f"{first} v {second}"), ("Competition", card.event), ("Venue", card.venue)]
    facts += [("Date", card.date_text), ("Toss", card.toss), ("Result", card.result)]
    facts += [
        ("Umpires", f"{invent_official(dice)}, {invent_official(dice)}"),
        ("Match referee", invent_official(dice)),
    ]
    lines = (row([tag("td", label, "k"), tag("td", text)]) for label, text in facts if text)
    return tag("h2", "1. Details of the match") + wrap("table", "".join(lines))


def _innings(at: int, innings: InningsView, card: CardView, look: _Look) -> str:
    number = f"{'First' if innings.number == 1 else 'Second'} innings" if innings.has_number else "Innings"
    other = next(team for team in card.teams if team != innings.team)
    waiting = ", ".join(innings.did_not_bat)
    key = tag("p", KEY, "key") if look.has_key else ""
    notes = wrap("p", tag("b", "Did not bat: ") + tag("span", waiting)) if waiting else ""
    title = tag("h2", f"{at}. {number} of {innings.team}")
    bowling = tag("h2", f"{at}.1 Bowling of {other}") + _bowling(innings, look)
    return title + _batting(innings, look) + key + notes + _falls(innings, look) + bowling


def _batting(innings: InningsView, look: _Look) -> str:
    columns = innings.batting_columns
    heads = [tag("th", "", "no"), tag("th", look.names[0]), *(tag("th", word) for word in look.how)]
    lines = [row([*heads, *number_cells((look.heads[column] for column in columns), "th")])]
    for place, batter in enumerate(innings.batting, start=1):
        how = [tag("td", text) for text in apart(batter)]
        cells = number_cells(batter.texts(columns, look.nothing))
        lines.append(row([tag("td", str(place), "no"), tag("td", batter.title), *how, *cells]))
    overs = f", {innings.overs} overs" if innings.overs else ""
    rate = f", {run_rate(innings)} per over" if run_rate(innings) else ""
    extras = ("Extras", innings.extras_parts, str(innings.extras["total"]))
    for label, note, total in (extras, ("Total", wickets_words(innings) + overs + rate, str(innings.total))):
        cells = number_cells(total if column == "runs" else "" for column in columns)
        lines.append(row(["<td></td>", tag("td", label), spanning(note, 3), *cells], "sum"))
    return wrap("table", "".join(lines))


def _falls(innings: InningsView, look: _Look) -> str:
    if not innings.falls:
        return ""
    cells = {"Batter out": [fall.batter for fall in innings.falls], "Over": [fall.over for fall in innings.falls]}
    lines = [
        ("Wicket", [str(fall.wicket) for fall in innings.falls]),
        ("Score", [str(fall.runs) for fall in innings.falls]),
    ]
    lines += [(label, cells[label]) for label in _FALLS[look.fall]]
    rows = (row([tag("th", label), *(tag("td", text) for text in texts)]) for label, texts in lines)
    return wrap("table", "".join(rows), "falls")


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", look.names[1]), *number_cells((look.heads[column] for column in columns), "th")])]
    lines += [row([tag("td", each.name), *number_cells(each.texts(columns, look.nothing))]) for each in innings.bowling]
    return wrap("table", "".join(lines))


def _foot(dice: Dice, number: int) -> str:
    names = "".join(tag("div", f"{who}: {invent_official(dice)}") for who in ("Scorer", "Scorer", "Hon. Secretary"))
    return tag("h2", f"{number}. Certified correct") + wrap("div", names, "sign") + tag("p", "End of report", "page")


LAYOUT = Layout("association_report", _compose, is_paper=True)
