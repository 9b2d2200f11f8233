"""A school's or club's annual: names, dismissals and runs set wide apart, averages in the analyses, signs explained below."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import SERIF, TYPEWRITER
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.joined import listed
from bench.accuracy.layouts.practice.scores import wickets_words
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import MARKS, WORDS, ExtrasStyle, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_CSS = """
@page{size:A4;margin:16mm}
body{margin:0;padding:$edge;font:$size/$line $font;font-variant-numeric:$figures;color:#201c15;background:$paper}
h1{text-align:center;font-weight:$weight;font-size:1.25em;margin:0 0 4px;letter-spacing:1px}
.place{text-align:center;font-style:$slant;margin:0 0 10px}
h2{text-align:center;font-weight:$weight;font-size:1em;letter-spacing:$spread;margin:14px 0 6px} p{margin:6px 0}
table{border-collapse:collapse} .bat{width:$wide;margin:0 auto} td,th{padding:0 $gap 0 0;text-align:left;font-weight:400;vertical-align:top}
.n{text-align:right;padding-right:0} .indent{padding-left:$indent} .bowl{margin:6px 0 6px $inset} .bowl .n{padding-left:$gap}
.foot{margin-top:14px;font-size:.92em;display:flex;gap:30px;justify-content:$place} .page{text-align:center;margin-top:12px}
.rule{border:0;border-top:1px solid #555;width:90px;margin:12px auto}
"""
_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "runs", "wickets"),
)
_HEADS = (
    {"overs": "O.", "maidens": "M.", "runs": "R.", "wickets": "W.", "average": "Avge."},
    {"overs": "Overs", "maidens": "Mds.", "runs": "Runs", "wickets": "Wkts.", "average": "Av."},
    {"overs": "O", "maidens": "M", "runs": "R", "wickets": "W", "average": "Ave"},
)
_EXTRAS = (
    ExtrasStyle("({parts}) {n}", ("b. {}", "l.b. {}", "w. {}", "n.b. {}", "pen. {}")),
    ExtrasStyle("({parts}) {n}", ("b {}", "l-b {}", "w {}", "n-b {}", "p {}")),
    ExtrasStyle("{n}", ()),
    ExtrasStyle("{n}", ()),
)


@dataclass(frozen=True)
class _Look:
    heads: dict[str, str]
    has_average: bool
    leaders: str
    sums: tuple[str, str]
    title: str
    falls: str
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation, signs = _notation(dice)
    card = fill_card(match, _plan(notation, dice))
    look = _Look(
        heads=dice.pick(_HEADS),
        has_average=dice.chance(0.5),
        leaders=dice.pick((" \N{HORIZONTAL ELLIPSIS}", " ...", " .....", "", " . . . .")),
        sums=dice.pick((("Extras", "Total"), ("EXTRAS", "TOTAL"), ("Extras", "Total"))),
        title=dice.pick(("{team}", "{team}", "Innings of {team}")),
        falls=dice.pick(("Fall of wickets: ", "Wickets fell at: ", "Fall of wickets \N{EM DASH} ")),
        nothing=notation.nothing,
    )
    is_typed = dice.chance(0.35)
    size = dice.pick((13, 14, 15))
    style = {
        "edge": f"{dice.whole(26, 56)}px",
        "size": f"{size}px",
        "line": dice.pick((1.25, 1.4, 1.55)),
        "font": f"'{dice.pick(TYPEWRITER if is_typed else SERIF[1:6])}'",
        "figures": dice.pick(("oldstyle-nums", "normal")),
        "paper": dice.pick(("#f7f2e4", "#fffdf7", "#ffffff", "#efe8d6")),
        "weight": dice.pick((400, 700)),
        "slant": dice.pick(("italic", "normal")),
        "spread": f"{dice.pick((1, 2, 3))}px",
        "wide": dice.pick(("100%", "92%", "84%")),
        "gap": f"{dice.whole(14, 26)}px",
        "indent": dice.pick(("0", "34px")),
        "inset": dice.pick(("0", "40px", "90px")),
        "place": dice.pick(("flex-start", "center", "space-between")),
    }
    body = _head(card, match, dice) + "".join(_innings(each, look) for each in card.innings) + _foot(signs, dice)
    return Page(document(_CSS, body, **style), dice.whole(41, 49) * size + (110 if is_typed else 0), card)


def _notation(dice: Dice) -> tuple[Notation, str]:
    """Return the notation and what explains its signs."""
    marks, signs = dice.pick(
        (
            (MARKS[2], "* Captain   \N{DAGGER} Wicket-keeper"),
            (MARKS[3], "* Captain   + Wicket-keeper"),
            (MARKS[2], "* denotes captain, \N{DAGGER} denotes wicket-keeper"),
            (MARKS[6], ""),
        )
    )
    notation = replace(
        choose_notation(dice),
        names=dice.pick(("dotted", "spaced", "initials", "surname first")),
        short_names="surname",
        words=dice.pick((WORDS[0], WORDS[1], WORDS[2])),
        marks=marks,
        extras=dice.pick(_EXTRAS),
        all_out="{t} all out",
        shows_noughts=False,
        fall=dice.pick(("{w}-{r}", "{w} for {r}", "{w} for {r}", "{w}/{r}")),
        whole_overs="{n}",
        star=False,
        nothing=dice.pick(("", "\N{EM DASH}")),
    )
    return notation, signs


def _plan(notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=("runs",),
        bowling=dice.pick(_BOWLING),
        prints_overs=dice.chance(0.6),
        prints_falls=dice.chance(0.55),
    )


def _head(card: CardView, match: Match, dice: Dice) -> str:
    first, second = card.teams
    title = f"{first} v. {second}"
    place = f"Played at {card.venue}" if card.venue else ""
    where = ", ".join(text for text in (place, card.date_text) if text)
    lines = [tag("h1", title.upper() if dice.chance(0.5) else title)]
    lines += [tag("p", text, "place") for text in (card.event, where) if text]
    lines += [tag("p", f"{text}.") for text in (card.toss, card.result) if text]
    running = f"The {dice.pick(('Elizabethan', 'Wykeham', 'Lantern', 'Club'))} Annual, {match.year}"
    return tag("p", running, "place") + '<hr class="rule">' + "".join(lines)


def _foot(signs: str, dice: Dice) -> str:
    parts = [f"Umpires: {invent_official(dice)} and {invent_official(dice)}.", signs]
    foot = wrap("div", "".join(tag("span", part) for part in parts if part), "foot")
    return foot + tag("p", str(dice.whole(12, 98)), "page")


def _innings(innings: InningsView, look: _Look) -> str:
    number = f" \N{EM DASH} {'FIRST' if innings.number == 1 else 'SECOND'} INNINGS" if innings.has_number else ""
    lines = [_batter(each, look) for each in innings.batting]
    note = wickets_words(innings).replace("dec", "dec.") + (f", {innings.overs} overs" if innings.overs else "")
    sums = ((look.sums[0], innings.extras_parts, innings.extras["total"]), (look.sums[1], f"({note})", innings.total))
    for label, text, total in sums:
        words = f"{label} {text}".rstrip() + look.leaders
        lines.append(row(["<td></td>", tag("td", words, "indent"), tag("td", str(total), "n")]))
    waiting = f"{listed(innings.did_not_bat)} did not bat." if innings.did_not_bat else ""
    falls = f"{look.falls}{', '.join(fall.text for fall in innings.falls)}." if innings.falls else ""
    notes = "".join(tag("p", text) for text in (waiting, falls) if text)
    title = tag("h2", look.title.format(team=innings.team).upper() + number)
    return title + wrap("table", "".join(lines), "bat") + notes + _bowling(innings, look)


def _batter(batter: BatterView, look: _Look) -> str:
    runs = batter.cells.get("runs", look.nothing)
    return row([tag("td", batter.title), tag("td", batter.dismissal), tag("td", runs, "n")])


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    words = [*(look.heads[column] for column in columns), *([look.heads["average"]] if look.has_average else [])]
    lines = [row(["<th></th>", *number_cells(words, "th")])]
    for bowler in innings.bowling:
        average = [_average(bowler)] if look.has_average else []
        lines.append(row([tag("td", bowler.name), *number_cells([*bowler.texts(columns, look.nothing), *average])]))
    return wrap("table", "".join(lines), "bowl")


def _average(bowler: BowlerView) -> str:
    wickets = int(bowler.cells["wickets"])
    return f"{int(bowler.cells['runs']) / wickets:.2f}" if wickets else "\N{EM DASH}"


LAYOUT = Layout("annual", _compose, is_paper=True)
