"""An encyclopaedia's page of one match: side menu, box of facts, batting and bowling as ruled tables beside each other, footnotes."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import SANS, SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, wickets_words, with_scores
from bench.accuracy.layouts.prose import article
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import LONG
from bench.accuracy.printed.notation import EXTRAS, MARKS, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
@page{size:A3;margin:8mm}
body{margin:0;font:$size/1.45 $font;color:#202122;background:#f8f9fa;display:flex}
.menu{flex:0 0 130px;padding:70px 10px 0 14px;font-size:.85em;color:#3366cc} .menu div{padding:3px 0}
.text{flex:1;min-width:0;background:#fff;border:1px solid #a7d7f9;border-right:0;padding:16px 24px}
h1{font:400 1.75em $serif;margin:0 0 4px;border-bottom:1px solid #a2a9b1}
h2{font:400 1.4em $serif;border-bottom:1px solid #a2a9b1;margin:16px 0 8px}
h2 small{font-size:.55em;color:#54595d} sup{font-size:.7em;color:#3366cc}
.info{float:right;width:250px;margin:0 0 12px 18px;border:1px solid #a2a9b1;background:#f8f9fa;font-size:.88em;padding:4px}
.info td,.info th{border:0;background:none;padding:2px 5px;vertical-align:top} .info caption{font-weight:700}
.pair{display:$pair;gap:14px;clear:both;align-items:flex-start;margin-bottom:8px}
.wiki{border-collapse:collapse;background:#f8f9fa;font-size:.9em;margin-bottom:10px;flex:$grow}
td,th{border:1px solid #a2a9b1;padding:$pad 6px}
th{background:#eaecf0;text-align:center} .wiki td{text-align:left} .wiki td.n{text-align:$align} td a{color:$link}
.note{font-size:.88em;margin:3px 0} .refs{font-size:.85em}
"""
_BATTING = (
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("runs", "minutes", "balls", "fours", "sixes"),
    ("runs", "balls", "fours", "sixes"),
    ("runs", "balls", "strike_rate"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "economy"),
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "economy", "wides", "no_balls"),
)
_FULL = {
    "strike_rate": "Strike rate",
    "minutes": "Minutes",
    "maidens": "Maidens",
    "wickets": "Wickets",
    "economy": "Economy",
}


@dataclass(frozen=True)
class _Look:
    status: str
    sums: str
    has_captions: bool
    pairs: bool
    repeats_headings: bool
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    plan = replace(choose_plan(dice, notation), batting=dice.pick(_BATTING), bowling=dice.pick(_BOWLING))
    card = fill_card(match, plan)
    look = _Look(
        status=dice.pick(("Status", "Method of dismissal", "Dismissal", "")),
        sums=dice.pick(("spanned", "label right", "one cell")),
        has_captions=dice.chance(0.5),
        pairs=dice.chance(0.5),
        repeats_headings=dice.chance(0.6),
        nothing=notation.nothing,
    )
    style = {
        "size": f"{dice.pick((13, 14))}px",
        "font": f"'{dice.pick(SANS)}'",
        "serif": f"'{dice.pick(SERIF)}'",
        "pair": "flex" if look.pairs else "block",
        "grow": dice.pick(("1", "none")),
        "pad": f"{dice.whole(1, 5)}px",
        "align": dice.pick(("center", "right", "left")),
        "link": dice.pick(("#3366cc", "#202122")),
    }
    inner = _head(card, match, dice) + "".join(_innings(at, each, look) for at, each in enumerate(card.innings))
    menu = "".join(
        tag("div", word) for word in ("Main page", "Contents", "Current events", "Random article", "Donate", "Tools")
    )
    body = wrap("div", menu, "menu") + wrap("div", inner + _references(dice), "text")
    return Page(
        document(_CSS, body, **style), dice.pick((1240, 1320, 1440)) if look.pairs else dice.pick((1000, 1100)), card
    )


def _notation(dice: Dice) -> Notation:
    notation = with_scores(choose_notation(dice), WICKETS_FIRST if dice.chance(0.3) else RUNS_FIRST, dice)
    return replace(
        notation,
        names=dice.pick(("full", "full", "initials")),
        marks=dice.pick((MARKS[0], MARKS[1], MARKS[2])),
        extras=dice.pick((EXTRAS[3], EXTRAS[4], EXTRAS[0])),
        fall=dice.pick(("{w}/{r} ({n})", "{w}-{r} ({n}, {o} ov)", "{r}/{w}", "{w}/{r} ({n}, {o} overs)")),
    )


def _head(card: CardView, match: Match, dice: Dice) -> str:
    first, second = card.teams
    facts = [("Event", card.event), ("Date", card.date_text), ("Venue", card.venue), ("Toss", card.toss)]
    facts += [("Result", card.result), ("Umpires", f"{invent_official(dice)} and {invent_official(dice)}")]
    rows = "".join(row([tag("th", label), tag("td", text)]) for label, text in facts if text)
    box = wrap("table", f"<caption>{tag('span', f'{first} v {second}')}</caption>{rows}", "info")
    text = wrap("p", tag("span", article(dice, 4)) + "<sup>[1]</sup>")
    title = tag("h1", f"{first} v {second} ({match.year} match)")
    return title + box + text + wrap("p", tag("span", article(dice, 3)) + "<sup>[2]</sup>")


def _references(dice: Dice) -> str:
    lines = [
        f'{at}. \N{UPWARDS ARROW} "Scorecard". {site}. Retrieved 4 May.'
        for at, site in ((1, "Cricket Store"), (2, "The Bugle"))
    ]
    return tag("h2", "References") + "".join(tag("div", line, "refs") for line in dice.some(lines, 2))


def _innings(at: int, innings: InningsView, look: _Look) -> str:
    number = f" ({'1st' if innings.number == 1 else '2nd'} innings)" if innings.has_number else ""
    heading = wrap("h2", tag("span", f"{innings.team} innings{number}") + " " + tag("small", "[edit]"))
    has_headings = look.repeats_headings or at == 0
    batting, bowling = _batting(innings, look, has_headings=has_headings), _bowling(innings, look)
    notes = "".join(tag("p", line, "note") for line in _notes(innings))
    return heading + wrap("div", batting + bowling, "pair") + notes


def _heads(words: dict[str, str], columns: tuple[str, ...]) -> list[str]:
    return number_cells((_FULL.get(column, words[column]) for column in columns), "th")


def _batting(innings: InningsView, look: _Look, *, has_headings: bool) -> str:
    columns = innings.batting_columns
    width = 2 + len(columns)
    title = f'<th colspan="{width}">{tag("span", f"{innings.team} batting")}</th>'
    lines = [row([title])] if look.has_captions else []
    if has_headings:
        lines.append(row([tag("th", "Player"), tag("th", look.status), *_heads(dict(LONG.batting), columns)]))
    lines += [_batter(each, columns, look) for each in innings.batting]
    total = f"{wickets_words(innings)}; {innings.overs} overs"
    place = columns.index("runs")
    lines.append(_sum("Extras", innings.extras_parts, str(innings.extras["total"]), (place, len(columns)), look))
    lines.append(_sum("Total", f"({total})", str(innings.total), (place, len(columns)), look))
    return wrap("table", "".join(lines), "wiki")


def _batter(batter: BatterView, columns: tuple[str, ...], look: _Look) -> str:
    name = wrap("td", tag("a", batter.title))
    return row([name, tag("td", batter.dismissal), *number_cells(batter.texts(columns, look.nothing))])


def _sum(label: str, note: str, number: str, at: tuple[int, int], look: _Look) -> str:
    place, count = at
    if look.sums == "one cell":
        text = f"{label}: {number} {note}".strip()
        return row([f'<td colspan="{2 + count}">{tag("b", text)}</td>'])
    cells = number_cells(number if column == place else "" for column in range(count))
    if look.sums == "label right":
        return row([f'<td colspan="2" style="text-align:right">{tag("b", f"{label} {note}".strip())}</td>', *cells])
    return row([wrap("td", tag("b", label)), tag("td", note), *cells])


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    lines = [row([f'<th colspan="{1 + len(columns)}">Bowling</th>'])] if look.has_captions else []
    lines.append(row([tag("th", "Bowler"), *_heads(dict(LONG.bowling), columns)]))
    lines += [
        row([wrap("td", tag("a", each.name)), *number_cells(each.texts(columns, look.nothing))])
        for each in innings.bowling
    ]
    return wrap("table", "".join(lines), "wiki")


def _notes(innings: InningsView) -> list[str]:
    waiting, falls = ", ".join(innings.did_not_bat), ", ".join(fall.text for fall in innings.falls)
    lines = (("Did not bat", waiting), ("Fall of wickets", falls))
    return [f"{label}: {text}" for label, text in lines if text]


LAYOUT = Layout("wiki_page", _compose, is_paper=True)
