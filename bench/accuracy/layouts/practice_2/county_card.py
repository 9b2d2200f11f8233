"""A scorecard sold at the ground: one row for each batter with both innings in it, bowling tables side by side for both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import SANS, SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import wickets_words
from bench.accuracy.layouts.titles import match_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import MARKS, WORDS, ExtrasStyle, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BowlerView, CardView, InningsView

_CSS = """
@page{size:$sheet;margin:10mm}
body{margin:0;padding:$edge;font:$size/1.3 $font;color:$ink;background:$paper}
.crest{text-align:center;font-weight:700;letter-spacing:2px} h1{text-align:center;font-size:1.4em;margin:2px 0}
.place{text-align:center;margin:0 0 2px} .sheet{border:$frame;padding:8px 12px;margin-top:10px}
table{width:100%;border-collapse:collapse} td,th{padding:$pad 6px;text-align:left;vertical-align:baseline;border-bottom:$rule}
th{font-size:.88em;font-weight:700} .team{font-size:1.1em} .how{border-left:$split;padding-left:10px}
.n{text-align:right;white-space:nowrap;width:2.2em} .no{width:1.4em} .sum td{border-top:$sums}
.falls td{border:0;padding:1px 6px;white-space:nowrap} .falls{margin-top:6px;width:auto}
.bowl{margin-top:8px;width:$bowl} .bowl .n{width:2.6em}
.gap{width:26px} .foot{display:flex;justify-content:space-between;gap:14px;margin-top:10px;font-size:.92em}
"""
_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
)
_HEADS = {"overs": "O", "maidens": "M", "runs": "R", "wickets": "W", "wides": "Wd", "no_balls": "Nb"}
_EXTRAS = (
    ExtrasStyle("({parts}) {n}", ("b{}", "lb{}", "w{}", "nb{}", "p{}"), ", "),
    ExtrasStyle("({parts}) {n}", ("B {}", "LB {}", "W {}", "NB {}", "P {}"), " "),
    ExtrasStyle("({parts}) {n}", ("b {}", "l-b {}", "w {}", "n-b {}", "pen {}"), ", "),
)


@dataclass(frozen=True)
class _Look:
    titles: tuple[str, str]
    alone: str
    heads: tuple[str, str]
    not_in: str
    extras: str
    total: str
    falls: tuple[str, str, str]
    falls_in_row: int
    bowling: str
    has_numbers: bool
    has_overs_row: bool
    is_upper: bool


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = _in_row_order(fill_card(match, _plan(notation, dice)))
    look = _Look(
        titles=dice.pick(
            (("FIRST INNINGS", "SECOND INNINGS"), ("1st Innings", "2nd Innings"), ("1st inns", "2nd inns"))
        ),
        alone=dice.pick(("INNINGS", "How out", "")),
        heads=dice.pick((("", ""), ("", ""), ("How out", "Runs"))),
        not_in=dice.pick(("did not bat", "did not bat", "dnb")),
        extras=dice.pick(("Extras", "EXTRAS", "Extras")),
        total=dice.pick(("Total", "TOTAL", "TOTALS")),
        falls=dice.pick((("Fall of Wickets:", "First", "Second"), ("FALL OF WICKETS", "1st inns", "2nd inns"))),
        falls_in_row=10,
        bowling=dice.pick(("BOWLING", "Bowling", "{team} bowling", "Bowling analysis")),
        has_numbers=dice.chance(0.6),
        has_overs_row=dice.chance(0.4),
        is_upper=dice.chance(0.25),
    )
    is_double = any(innings.number > 1 for innings in card.innings)
    if not is_double:
        look = replace(look, falls_in_row=dice.pick((5, 6)))
    body = _head(card, match, dice) + "".join(_sheet(team, card, look) for team in card.teams) + _foot(dice)
    width = dice.whole(940, 1100) if is_double else dice.whole(600, 760)
    return Page(document(_CSS, body, **_style(dice, is_double=is_double)), width, card)


def _style(dice: Dice, *, is_double: bool) -> dict[str, object]:
    ink, paper = dice.pick(
        (("#1a1a1a", "#ffffff"), ("#14254a", "#fbfaf4"), ("#3a1512", "#fdf8ec"), ("#0e3320", "#f6faf4"))
    )
    return {
        "edge": f"{dice.whole(16, 34)}px",
        "size": f"{dice.pick((13, 14, 15))}px",
        "font": f"'{dice.pick(SANS[:6] + SERIF)}'",
        "sheet": "A3" if is_double else "A4",
        "ink": ink,
        "paper": paper,
        "frame": dice.pick(("0", f"1px solid {ink}", f"3px double {ink}")),
        "pad": f"{dice.whole(1, 4)}px",
        "rule": dice.pick(("0", "1px solid #ccc", f"1px dotted {ink}")),
        "split": dice.pick(("0", f"1px solid {ink}")),
        "sums": dice.pick(("0", f"1px solid {ink}")),
        "bowl": "100%" if is_double and dice.chance(0.5) else "auto",
    }


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("spaced", "dotted", "initials", "full", "surname first")),
        short_names="surname",
        words=dice.pick((WORDS[0], WORDS[1], WORDS[5])),
        marks=dice.pick((MARKS[2], MARKS[3], MARKS[1], MARKS[6])),
        extras=dice.pick(_EXTRAS),
        all_out="{t} all out",
        fall=dice.pick(("{w}-{r}", "{w}-{r}", "{w}/{r}")),
        whole_overs=dice.pick(("{n}", "{n}.0")),
        star=False,
        nothing="",
    )


def _plan(notation: Notation, dice: Dice) -> Plan:
    return replace(choose_plan(dice, notation), batting=("runs",), bowling=dice.pick(_BOWLING), prints_did_not_bat=True)


def _in_row_order(card: CardView) -> CardView:
    """Return the card with bowlers in the order of their rows, which the first innings of their team gives."""
    ordered = []
    for innings in card.innings:
        names = _bowlers([each for each in card.innings if each.team == innings.team])
        bowling = tuple(sorted(innings.bowling, key=lambda bowler: names.index(bowler.name)))
        ordered.append(replace(innings, bowling=bowling))
    return replace(card, innings=tuple(ordered))


def _bowlers(both: Sequence[InningsView]) -> list[str]:
    return list(dict.fromkeys(bowler.name for innings in both for bowler in innings.bowling))


def _head(card: CardView, match: Match, dice: Dice) -> str:
    crest = dice.pick(("OFFICIAL SCORECARD", "THE COUNTY GROUND", "SCORECARD 50p", f"SEASON {match.year}"))
    title = match_title(card, dice)
    places = (
        card.event,
        card.venue and f"at {card.venue}",
        card.date_text,
        card.toss and f"Toss: {card.toss}",
        card.result,
    )
    lines = "".join(tag("p", text, "place") for text in places if text)
    return tag("div", crest, "crest") + tag("h1", title.upper() if dice.chance(0.4) else title) + lines


def _foot(dice: Dice) -> str:
    parts = [
        f"Umpires: {invent_official(dice)} & {invent_official(dice)}",
        f"Scorers: {invent_official(dice)} & {invent_official(dice)}",
        dice.pick(("* Captain  \N{DAGGER} Wicket-keeper", "Hours of play: 11.00 to 6.30", "Lunch 1.15 Tea 3.40")),
    ]
    return wrap("div", "".join(tag("span", part) for part in dice.some(parts, dice.whole(1, 3))), "foot")


def _sheet(team: str, card: CardView, look: _Look) -> str:
    both = [innings for innings in card.innings if innings.team == team]
    if not both:
        return ""
    other = next(each for each in card.teams if each != team)
    return wrap("div", _batting(team, both, look) + _falls(both, look) + _bowling(other, both, look), "sheet")


def _batting(team: str, both: Sequence[InningsView], look: _Look) -> str:
    before = ["<th></th>"] if look.has_numbers else []
    titles = look.titles if len(both) > 1 or both[0].has_number else (look.alone,)
    heads = [f'<th class="how" colspan="2">{title}</th>' for title in titles[: len(both)]]
    lines = [row([*before, tag("th", team.upper() if look.is_upper else team, "team"), *heads])]
    if any(look.heads):
        cells = [tag("th", look.heads[0], "how"), tag("th", look.heads[1], "n")] * len(both)
        lines.append(row([*before, "<th></th>", *cells]))
    lines += [_batter(at, name, both, look) for at, name in enumerate(_batters(both), start=1)]
    lines.append(_sum(look.extras, [(each.extras_parts, str(each.extras["total"])) for each in both], look))
    if look.has_overs_row:
        lines.append(_sum("Overs", [("", each.overs) for each in both], look))
    lines.append(_sum(look.total, [(_note(each, look), str(each.total)) for each in both], look, "sum"))
    return wrap("table", "".join(lines))


def _note(innings: InningsView, look: _Look) -> str:
    words = wickets_words(innings)
    return f"({words})" if look.has_overs_row else f"({words}, {innings.overs} overs)"


def _batters(both: Sequence[InningsView]) -> list[str]:
    names = [batter.name for innings in both for batter in innings.batting]
    return list(dict.fromkeys([*names, *(name for innings in both for name in innings.did_not_bat)]))


def _batter(at: int, name: str, both: Sequence[InningsView], look: _Look) -> str:
    title, cells = name, []
    for innings in both:
        batter = next((each for each in innings.batting if each.name == name), None)
        title = batter.title if batter else title
        how, runs = (batter.dismissal, batter.cells.get("runs", "")) if batter else (look.not_in, "")
        cells += [tag("td", how, "how"), tag("td", runs, "n")]
    number = [tag("td", str(at), "no")] if look.has_numbers else []
    return row([*number, tag("td", title.upper() if look.is_upper else title), *cells])


def _sum(label: str, pairs: Sequence[tuple[str, str]], look: _Look, kind: str = "") -> str:
    before = ["<td></td>"] if look.has_numbers else []
    cells = [cell for note, number in pairs for cell in (tag("td", note, "how"), wrap("td", tag("b", number), "n"))]
    return row([*before, wrap("td", tag("b", label)), *cells], kind)


def _falls(both: Sequence[InningsView], look: _Look) -> str:
    label, *numbers = look.falls
    lines: list[str] = []
    for innings in both:
        texts = [fall.text for fall in innings.falls]
        for at in range(0, len(texts), look.falls_in_row):
            before = [tag("td", "" if lines else label)]
            before += [tag("td", "" if at else numbers[innings.number - 1])] if innings.has_number else []
            lines.append(row([*before, *(tag("td", text) for text in texts[at : at + look.falls_in_row])]))
    return wrap("table", "".join(lines), "falls") if lines else ""


def _bowling(other: str, both: Sequence[InningsView], look: _Look) -> str:
    columns = both[0].bowling_columns
    title = look.bowling.format(team=other)
    heads = [
        cell
        for _ in both
        for cell in ("<th class='gap'></th>", *number_cells((_HEADS[each] for each in columns), "th"))
    ]
    lines = [row([tag("th", title.upper() if look.is_upper else title), *heads])]
    for name in _bowlers(both):
        cells = []
        for innings in both:
            found = next((each for each in innings.bowling if each.name == name), BowlerView(name, {}))
            cells += ["<td class='gap'></td>", *number_cells(found.texts(columns, ""))]
        lines.append(row([tag("td", name.upper() if look.is_upper else name), *cells]))
    return wrap("table", "".join(lines), "bowl")


LAYOUT = Layout("county_card", _compose, is_paper=True)
