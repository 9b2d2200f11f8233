"""A league's printed return: numbered rows, empty ones too, sums in boxes at the right of the bowling, falls as a strip."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import HANDWRITING, SANS, SERIF, TYPEWRITER
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.falls import TWO_LINES, two_lines
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_CSS = """
@page{size:A4;margin:9mm}
body{margin:0;padding:20px 24px;font:$size $form;color:#222;background:$paper}
h1{font-size:1.35em;margin:0;text-align:$side} h1 + p{margin:2px 0 8px;text-align:$side;font-size:.9em}
.top{display:flex;flex-wrap:wrap;border:1px solid $rule} .top div{padding:4px 8px;border-right:1px solid $rule;flex:1 1 auto}
small{font-size:.78em;color:#555;margin-right:6px} .w{font:$hand_size $hand;color:$ink}
h2{margin:14px 0 0;font-size:1em;background:$shade;border:1px solid $rule;border-bottom:0;padding:4px 8px}
table{border-collapse:collapse;width:100%} td,th{border:$lines;padding:$pad 6px;height:1.25em;text-align:left}
th{font-size:.8em;font-weight:700;background:$shade} .n{text-align:center;width:40px} .no{width:18px;text-align:center;color:#555}
.lower{display:flex;gap:12px;align-items:flex-start;margin-top:8px;flex-direction:$order} .lower > table{flex:1}
.sums{flex:0 0 220px!important;width:220px} .sums td:first-child{font-size:.84em} .big td{font-weight:700}
.falls{margin-top:6px} .falls .n{width:auto}
.falls tr+tr .n{font:$hand_size $hand;color:$ink} .sign{margin-top:12px;display:flex;gap:40px;font-size:.85em}
"""
_BATTING = (("runs",), ("runs", "balls"), ("balls", "runs"), ("fours", "sixes", "runs"), ("minutes", "runs"))
_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "wides", "no_balls", "runs", "wickets"),
    ("wides", "no_balls", "overs", "maidens", "runs", "wickets"),
)
_HEADS = {
    "runs": "RUNS",
    "balls": "BALLS",
    "minutes": "MINS",
    "fours": "FOURS",
    "sixes": "SIXES",
    "overs": "OVERS",
    "maidens": "MDNS",
    "wickets": "WKTS",
    "wides": "WIDES",
    "no_balls": "N/B",
}
_SUMS = (
    ("byes", "Byes"),
    ("leg_byes", "Leg byes"),
    ("wides", "Wides"),
    ("no_balls", "No balls"),
    ("penalty", "Penalties"),
)
_ROWS = 11


@dataclass(frozen=True)
class _Look:
    wickets: str
    names: str
    bowlers: int
    falls_on_top: bool


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    plan = replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        most_innings=dice.pick((1, 2, 2)),
        parts_bowlers=True,
    )
    card = fill_card(match, plan)
    look = _Look(
        dice.pick(("FOR {w} WKTS", "for {w} wickets", "WICKETS {w}", "Wkts lost {w}")),
        dice.pick(("BATSMAN", "BATTERS", "Batsman's name", "NAMES OF BATSMEN")),
        dice.pick((0, 7, 8)),
        dice.chance(0.5),
    )
    is_hand = dice.chance(0.35)
    style = {
        "size": f"{dice.pick((12, 13))}px",
        "form": f"'{dice.pick(SANS + SERIF[:3])}'",
        "paper": dice.pick(("#ffffff", "#fdfbf2", "#eef4fb", "#fbeff0")),
        "rule": dice.pick(("#333333", "#4a6a9a", "#99333f")),
        "shade": dice.pick(("transparent", "#00000012")),
        "side": dice.pick(("left", "center")),
        "hand": f"'{dice.pick(HANDWRITING if is_hand else SANS + TYPEWRITER)}'",
        "hand_size": f"{dice.pick((17, 18, 19)) if is_hand else dice.pick((13, 14))}px",
        "ink": dice.pick(("#16264f", "#151515", "#1c3f8f")),
        "pad": f"{dice.whole(1, 4)}px",
        "order": dice.pick(("row", "row", "row-reverse")),
    }
    lines = dice.pick(("1px solid", "1px solid", "1px dotted")) + f" {style['rule']}"
    body = _head(card, dice) + "".join(_innings(innings, look) for innings in card.innings) + _signed(dice)
    return Page(document(_CSS, body, lines=lines, **style), dice.pick((780, 840, 900)), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("surname first", "initials", "dotted", "full")),
        short_names="surname",
        words=dice.pick((WORDS[0], WORDS[1], WORDS[3])),
        marks=dice.pick((MARKS[2], MARKS[3], MARKS[6])),
        extras=EXTRAS[0],
        score="{t}-{w}",
        all_out="{t}-{w}",
        declared="{t}-{w} dec",
        shows_noughts=dice.chance(0.7),
        star=False,
        fall=TWO_LINES,
        nothing=dice.pick(("", "-")),
    )


def _head(card: CardView, dice: Dice) -> str:
    title = dice.pick(("MATCH RETURN", "RESULT CARD", "SCORE RETURN FORM", "Match Record"))
    league = dice.pick(("District Cricket League", "Border League", "Combined Counties Alliance"))
    note = tag("p", "To reach the Results Secretary by Tuesday. Please write in block letters.")
    first, second = card.teams
    boxes = [("MATCH", f"{first} v {second}"), ("GROUND", card.venue), ("DATE", card.date_text)]
    boxes += [("COMPETITION", card.event), ("TOSS", card.toss), ("RESULT", card.result)]
    filled = "".join(wrap("div", tag("small", label) + _w(text)) for label, text in boxes if text)
    return tag("h1", f"{league} \N{EN DASH} {title}") + note + wrap("div", filled, "top")


def _signed(dice: Dice) -> str:
    names = [tag("span", f"{who}: {invent_official(dice)}") for who in ("Umpires", "Scorer", "Captain")]
    return wrap("div", "".join(names), "sign")


def _w(text: str) -> str:
    return tag("span", text, "w")


def _cell(text: str, kind: str = "") -> str:
    return wrap("td", _w(text), kind)


def _innings(innings: InningsView, look: _Look) -> str:
    number = {1: "1ST INNINGS OF", 2: "2ND INNINGS OF"}[innings.number] if innings.has_number else "INNINGS OF"
    head = wrap("h2", tag("small", number) + _w(innings.team))
    falls = two_lines(innings, "WKT", "FELL AT", 10) if innings.falls else ""
    lower = wrap("div", _bowling(innings, look) + _sums(innings, look), "lower")
    return head + _batting(innings, look) + (falls + lower if look.falls_on_top else lower + falls)


def _batting(innings: InningsView, look: _Look) -> str:
    columns = innings.batting_columns
    words = ["HOW OUT", "BOWLER"]
    lines = [row([tag("th", ""), tag("th", look.names), *(tag("th", word) for word in words), *_heads(columns)])]
    lines += [
        _line(at, [each.title, each.dismissal, each.bowler], each.texts(columns, ""))
        for at, each in enumerate(innings.batting, start=1)
    ]
    waiting = [[name, "did not bat", ""] for name in innings.did_not_bat]
    waiting += [["", "", ""]] * (_ROWS - len(innings.batting) - len(waiting))
    lines += [_line(at, texts, [""] * len(columns)) for at, texts in enumerate(waiting, start=len(innings.batting) + 1)]
    return wrap("table", "".join(lines))


def _line(at: int, texts: list[str], numbers: list[str]) -> str:
    return row([tag("td", str(at), "no"), *map(_cell, texts), *(_cell(text, "n") for text in numbers)])


def _heads(columns: tuple[str, ...]) -> list[str]:
    return number_cells((_HEADS[column] for column in columns), "th")


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", ""), tag("th", "BOWLERS"), *_heads(columns)])]
    rows = [([each.name], each.texts(columns, "")) for each in innings.bowling]
    rows += [([""], [""] * len(columns))] * (look.bowlers - len(rows))
    lines += [_line(at, texts, numbers) for at, (texts, numbers) in enumerate(rows, start=1)]
    return wrap("table", "".join(lines))


def _sums(innings: InningsView, look: _Look) -> str:
    lines = [row([tag("td", label), _cell(str(innings.extras.get(name, "")), "n")]) for name, label in _SUMS]
    lines.append(row([tag("td", "Total extras"), _cell(str(innings.extras["total"]), "n")]))
    lines.append(row([tag("td", "TOTAL"), _cell(str(innings.total), "n")], "big"))
    before, _, after = look.wickets.partition("{w}")
    dec = " dec" if innings.declared else ""
    wickets = tag("small", before.strip()) + _w(f"{innings.wickets}{dec}") + " " + tag("small", after.strip())
    lines.append(row([f'<td colspan="2">{wickets}</td>']))
    lines.append(row([tag("td", "OVERS"), _cell(innings.overs, "n")]))
    return wrap("table", "".join(lines), "sums")


LAYOUT = Layout("league_return", _compose, is_paper=True)
