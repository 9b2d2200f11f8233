"""A slide of a club's annual presentation: one innings, bowling at the left, headings in full words, falls as a small table."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SANS, SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.falls import TWO_LINES, fall_rows, fall_template, two_lines
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, run_rate, wickets_words, with_scores
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
@page{size:A4 landscape;margin:6mm}
body{margin:0;background:$page;font:$size/1.2 $font;color:$text;padding:$edge}
h1{margin:0 0 4px;font-size:1.9em;color:$accent;font-weight:$weight}
.sub{display:flex;gap:16px;margin-bottom:12px;border-bottom:3px solid $accent;padding-bottom:6px}
.two{display:flex;gap:$gap;align-items:flex-start;flex-direction:$order} .bowl{flex:1;min-width:0} .bat{flex:1.7;min-width:0}
table{width:100%;border-collapse:collapse;margin-bottom:12px} th{background:$accent;color:$on;text-align:left;font-size:.9em}
td,th{padding:$pad 7px;border:$rule} .n{text-align:$align} tr:nth-child(even) td{background:$stripe} .sum td{font-weight:700}
.foot{display:flex;justify-content:space-between;color:$accent;font-size:.8em;margin-top:8px} .list{margin:0 0 8px}
.falls{font-size:.9em} .logo{float:right;width:52px;height:52px;line-height:52px;border-radius:50%;background:$accent;color:$on;
text-align:center;font-weight:700}
"""
_WORDS = {
    "runs": "Runs",
    "balls": "Balls",
    "minutes": "Minutes",
    "fours": "Fours",
    "sixes": "Sixes",
    "strike_rate": "S/R",
    "overs": "Ovs",
    "maidens": "Mdns",
    "wickets": "Wkts",
    "economy": "Econ",
    "wides": "Wides",
    "no_balls": "No-balls",
}
_BATTING = (
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("minutes", "balls", "fours", "sixes", "runs"),
    ("fours", "sixes", "balls", "runs"),
    ("runs", "minutes", "balls"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "economy"),
    ("wickets", "runs", "overs", "maidens"),
    ("overs", "runs", "maidens", "wickets", "wides", "no_balls"),
)
_PARTS = (("byes", "B"), ("leg_byes", "LB"), ("wides", "W"), ("no_balls", "NB"), ("penalty", "Pen"))


@dataclass(frozen=True)
class _Look:
    falls: str
    names: tuple[str, str]
    total: str
    has_extras_table: bool
    splits_bowlers: bool
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    falls = dice.pick(("wrno", "nro", "wrn", "lines", "rno"))
    splits = dice.chance(0.4)
    notation = _notation(dice, TWO_LINES if falls == "lines" else fall_template(falls))
    card = fill_card(match, replace(_plan(match, notation, dice), parts_bowlers=splits))
    look = _Look(
        falls=falls,
        names=dice.pick((("Batsman", "Bowler"), ("Player", "Player"), ("Batting", "Bowling"))),
        total=dice.pick(("Total", "TOTAL", "Innings total")),
        has_extras_table=dice.chance(0.5),
        splits_bowlers=splits,
        nothing=notation.nothing,
    )
    accent, page, text, stripe, on = dice.pick(
        (
            ("#b5361c", "#ffffff", "#222222", "#fbeee9", "#ffffff"),
            ("#1f4e79", "#ffffff", "#1a1a1a", "#deeaf6", "#ffffff"),
            ("#8bd3a8", "#1d2b2a", "#f1f7f4", "#263a38", "#10201c"),
            ("#6b4e9b", "#f7f4fc", "#25203a", "#e9e1f6", "#ffffff"),
        )
    )
    style = {
        "size": f"{dice.pick((14, 15, 16))}px",
        "font": f"'{dice.pick(SANS + SERIF[:3])}'",
        "edge": f"{dice.whole(20, 44)}px",
        "weight": dice.pick((400, 700)),
        "gap": f"{dice.pick((18, 28, 40))}px",
        "order": dice.pick(("row", "row", "row-reverse")),
        "pad": f"{dice.whole(2, 5)}px",
        "rule": dice.pick(("0", f"1px solid {accent}", "1px solid #8884")),
        "align": dice.pick(("center", "right", "left")),
    }
    body = _slide(card, look, dice)
    html = document(_CSS, body, accent=accent, page=page, text=text, stripe=stripe, on=on, **style)
    return Page(html, dice.pick((1220, 1280, 1366)), card)


def _notation(dice: Dice, fall: str) -> Notation:
    notation = with_scores(choose_notation(dice), WICKETS_FIRST if dice.chance(0.3) else RUNS_FIRST, dice)
    return replace(
        notation,
        names=dice.pick(("full", "initials", "surname first", "spaced")),
        short_names="surname",
        extras=EXTRAS[0],
        shows_noughts=dice.chance(0.7),
        fall=fall,
    )


def _plan(match: Match, notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        first_innings=dice.whole(0, len(match.innings) - 1),
        most_innings=1,
        prints_toss=False,
    )


def _slide(card: CardView, look: _Look, dice: Dice) -> str:
    innings = card.innings[0]
    other = next(team for team in card.teams if team != innings.team)
    number = f", {'1st' if innings.number == 1 else '2nd'} innings" if innings.has_number else ""
    title = f"{innings.team}{number} {dice.pick(('-', ':', ''))} {innings.score_with_overs}"
    logo = tag("div", innings.team[:1] + "C", "logo") if dice.chance(0.6) else ""
    parts = (f"v {other}", card.event, card.venue, card.date_text, card.result)
    sub = wrap("div", "".join(tag("span", part) for part in parts if part), "sub")
    bowl = wrap("div", _bowling(innings, look) + _falls(innings, look), "bowl")
    two = wrap("div", bowl + wrap("div", _batting(innings, look), "bat"), "two")
    words = (dice.pick(("Annual Dinner", "Season review", "AGM")), "Cricket section", f"{dice.whole(2, 40)}")
    return logo + tag("h1", title) + sub + two + wrap("div", "".join(tag("span", word) for word in words), "foot")


def _heads(columns: tuple[str, ...]) -> list[str]:
    return number_cells((_WORDS[column] for column in columns), "th")


def _batting(innings: InningsView, look: _Look) -> str:
    columns = innings.batting_columns
    how = [tag("th", "How out"), tag("th", "Bowler")] if look.splits_bowlers else [tag("th", "")]
    lines = [row([tag("th", look.names[0]), *how, *_heads(columns)])]
    lines += [_batter(each, columns, look) for each in innings.batting]
    place = columns.index("runs")
    if not look.has_extras_table:
        lines.append(_sum(("Extras", innings.extras_parts, str(innings.extras["total"])), place, innings, look))
    rate = run_rate(innings)
    note = f"{wickets_words(innings)}, {innings.overs} overs" + (f", RR {rate}" if rate else "")
    lines.append(_sum((look.total, note, str(innings.total)), place, innings, look))
    table = wrap("table", "".join(lines))
    table += _extras_table(innings) if look.has_extras_table else ""
    waiting = ", ".join(innings.did_not_bat)
    return table + (wrap("p", tag("b", "Did not bat: ") + tag("span", waiting), "list") if waiting else "")


def _batter(batter: BatterView, columns: tuple[str, ...], look: _Look) -> str:
    how = [batter.dismissal, batter.bowler] if look.splits_bowlers else [batter.dismissal]
    return row(
        [
            tag("td", batter.title),
            *(tag("td", text) for text in how),
            *number_cells(batter.texts(columns, look.nothing)),
        ]
    )


def _sum(texts: tuple[str, str, str], place: int, innings: InningsView, look: _Look) -> str:
    label, note, number = texts
    span = 2 if look.splits_bowlers else 1
    cells = number_cells(number if at == place else "" for at in range(len(innings.batting_columns)))
    return row([tag("td", label), f'<td colspan="{span}">{note}</td>', *cells], "sum")


def _extras_table(innings: InningsView) -> str:
    shown = [(label, str(innings.extras[name])) for name, label in _PARTS if name in innings.extras]
    shown.append(("Total", str(innings.extras["total"])))
    heads = row([tag("th", "Extras"), *number_cells((label for label, _ in shown), "th")])
    return wrap("table", heads + row([tag("td", ""), *number_cells(number for _, number in shown)]))


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", look.names[1]), *_heads(columns)])]
    lines += [row([tag("td", each.name), *number_cells(each.texts(columns, look.nothing))]) for each in innings.bowling]
    return wrap("table", "".join(lines))


def _falls(innings: InningsView, look: _Look) -> str:
    if not innings.falls:
        return ""
    title = tag("p", "Fall of wickets", "list")
    return title + (two_lines(innings) if look.falls == "lines" else fall_rows(innings, look.falls))


LAYOUT = Layout("slide", _compose, is_paper=True)
