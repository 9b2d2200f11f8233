"""A cup final's souvenir programme: names and ways out about an axis in small capitals, bowlers two to a line, prose around."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.joined import listed
from bench.accuracy.layouts.prose import advert, article
from bench.accuracy.layouts.unseen.styles import PROGRAMME
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import MARKS, WORDS, ExtrasStyle, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_BATTING = (("runs",), ("runs",), ("runs", "balls"), ("runs", "minutes", "fours", "sixes"), ("runs", "fours", "sixes"))
_HEADS = (
    {
        "runs": "R",
        "balls": "B",
        "minutes": "M",
        "fours": "4",
        "sixes": "6",
        "overs": "O",
        "maidens": "M",
        "wickets": "W",
    },
    {"runs": "Runs", "balls": "Balls", "minutes": "Min", "fours": "4s", "sixes": "6s", "overs": "Ov", "maidens": "Md"}
    | {"wickets": "Wk"},
)
_EXTRAS = (
    ExtrasStyle("({parts}) {n}", ("b {}", "lb {}", "w {}", "nb {}", "pen {}")),
    ExtrasStyle("({parts}) {n}", ("{} byes", "{} leg-byes", "{} wides", "{} no-balls", "{} penalties")),
    ExtrasStyle("{n}", ()),
)
_FALLS = ("{w}\N{EN DASH}{r}", "{w} for {r}", "{r} ({n})", "{w}\N{EN DASH}{r} ({n})")


@dataclass(frozen=True)
class _Look:
    heads: dict[str, str]
    has_heads: bool
    has_two_halves: bool
    title: str
    falls: str
    between: str
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    plan = _plan(notation, dice)
    card = fill_card(match, plan)
    look = _Look(
        heads=dice.pick(_HEADS),
        has_heads=len(plan.batting) > 1 or dice.chance(0.4),
        has_two_halves=dice.chance(0.65),
        title=dice.pick(("{team}", "{team} Innings", "The {team} Innings", "Innings of {team}")),
        falls=dice.pick(("Fall of wickets: ", "Wickets fell: ", "The fall of the wickets: ")),
        between=dice.pick((" \N{BULLET} ", ", ", "; ", " \N{MIDDLE DOT} ")),
        nothing=notation.nothing,
    )
    has_axis = dice.chance(0.55)
    size = dice.pick((14, 15, 16))
    style = {
        "edge": f"{dice.whole(20, 44)}px",
        "size": f"{size}px",
        "line": dice.pick((1.2, 1.3, 1.45)),
        "font": f"'{dice.pick(SERIF[:7])}'",
        "weight": dice.pick((400, 700)),
        "side": "right" if has_axis else "left",
        "share": "42%" if has_axis else "34%",
        "caps": dice.pick(("small-caps", "small-caps", "normal")),
        "pad": f"{dice.whole(0, 3)}px",
        "inset": dice.pick(("0", "0", "28px")),
    }
    body = _head(card, match, dice) + "".join(_innings(each, card, look) for each in card.innings) + _foot(dice)
    return Page(document(PROGRAMME, body, **_colours(dice), **style), dice.whole(40, 50) * size + 60, card)


def _colours(dice: Dice) -> dict[str, object]:
    accent, paper, tint = dice.pick(
        (
            ("#7b1e2b", "#fffaf0", "#f8ecd9"),
            ("#1f3d6d", "#ffffff", "#eef3fa"),
            ("#235a3c", "#fbfdf6", "#e9f2e2"),
            ("#222222", "#f6f2ea", "#f6f2ea"),
        )
    )
    frame = dice.pick((f"3px double {accent}", f"1px solid {accent}", "0"))
    rule = dice.pick(("0", f"1px dotted {accent}"))
    return {"accent": accent, "paper": paper, "tint": tint, "frame": frame, "rule": rule, "ink": "#211d1a"}


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("dotted", "initials", "full", "surname first")),
        short_names="surname",
        words=dice.pick((WORDS[0], WORDS[1], WORDS[2])),
        marks=dice.pick((MARKS[2], MARKS[3], MARKS[6], MARKS[1])),
        extras=dice.pick(_EXTRAS),
        all_out="{t} all out",
        shows_noughts=False,
        fall=dice.pick(_FALLS),
        whole_overs="{n}",
        nothing=dice.pick(("", "\N{EM DASH}")),
    )


def _plan(notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=("overs", "maidens", "runs", "wickets"),
        prints_falls=dice.chance(0.7),
    )


def _head(card: CardView, match: Match, dice: Dice) -> str:
    first, second = card.teams
    strap = dice.pick(("Souvenir Programme", "Official Programme \N{EM DASH} Price 50p", "The Final in Full"))
    title = tag("h1", f"{first} {dice.pick(('v', 'versus', '&'))} {second}")
    place = ", ".join(text for text in (card.event, card.venue, card.date_text) if text)
    sub = tag("p", place or f"Season {match.year}", "sub")
    lines = "".join(tag("p", f"{text}.") for text in (card.toss, card.result) if text)
    prose = tag("div", article(dice, dice.whole(3, 6)), "prose") if dice.chance(0.7) else ""
    return tag("div", strap, "strap") + title + sub + lines + prose


def _innings(innings: InningsView, card: CardView, look: _Look) -> str:
    number = f", {'First' if innings.number == 1 else 'Second'} Innings" if innings.has_number else ""
    columns = innings.batting_columns
    lines = []
    if look.has_heads:
        words = (look.heads[column] for column in columns)
        lines.append(row([tag("th", "", "name"), tag("th", ""), *number_cells(words, "th")]))
    lines += [_batter(each, columns, look) for each in innings.batting]
    overs = f"; {innings.overs} overs" if innings.overs else ""
    extras = ("Extras", innings.extras_parts, str(innings.extras["total"]))
    for label, note, total in (extras, ("Total", f"({_wickets(innings)}{overs})", str(innings.total))):
        cells = number_cells(total if column == "runs" else "" for column in columns)
        lines.append(row([tag("td", label, "name"), tag("td", note), *cells], "sum"))
    waiting = f"Did not bat: {listed(innings.did_not_bat)}." if innings.did_not_bat else ""
    falls = look.falls + look.between.join(fall.text for fall in innings.falls) if innings.falls else ""
    notes = "".join(tag("p", text) for text in (waiting, falls) if text)
    other = next(team for team in card.teams if team != innings.team)
    title = tag("h2", look.title.format(team=innings.team) + number)
    return wrap("div", title + wrap("table", "".join(lines), "bat") + notes + _bowling(innings, other, look), "innings")


def _wickets(innings: InningsView) -> str:
    if innings.wickets == 10:  # noqa: PLR2004 - all of eleven but one
        return "all out"
    return f"{innings.wickets} wicket{'s' * (innings.wickets != 1)}{' declared' * innings.declared}"


def _batter(batter: BatterView, columns: tuple[str, ...], look: _Look) -> str:
    cells = number_cells(batter.texts(columns, look.nothing))
    return row([tag("td", batter.title, "name"), tag("td", batter.dismissal), *cells])


def _bowling(innings: InningsView, other: str, look: _Look) -> str:
    columns, bowlers = innings.bowling_columns, list(innings.bowling)
    heads = ["<th></th>", *number_cells((look.heads[column] for column in columns), "th")]
    middle = (len(bowlers) + 1) // 2 if look.has_two_halves else len(bowlers)
    pairs = zip_longest(bowlers[:middle], bowlers[middle:])
    gap = '<td class="gap"></td>'
    lines = [row([*heads, *([gap, *heads] if bowlers[middle:] else [])])]
    lines += [row([*_bowler(one, columns), *([gap, *_bowler(two, columns)] if two else [])]) for one, two in pairs]
    title = tag("p", f"{other} bowling")
    return title + wrap("table", "".join(lines), "bowl")


def _bowler(bowler: BowlerView, columns: tuple[str, ...]) -> list[str]:
    return [tag("td", bowler.name, "name"), *number_cells(bowler.texts(columns, ""))]


def _foot(dice: Dice) -> str:
    ad = tag("div", advert(dice), "advert") if dice.chance(0.5) else ""
    parts = (str(dice.whole(2, 30)), "Printed by Thorne & Sons, High Street")
    return ad + wrap("div", "".join(tag("span", part) for part in parts), "foot")


LAYOUT = Layout("programme", _compose, is_paper=True)
