"""The print view of a club's site: letterhead, dismissals in two columns without names, falls as a paragraph, an address below."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SANS, SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, spanning, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import wickets_words
from bench.accuracy.layouts.practice_2.parted import PARTED_WORDS, parted
from bench.accuracy.layouts.titles import match_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
@page{size:$sheet;margin:9mm}
body{margin:0;padding:14px $edge;font:$size/1.3 $font;color:#000;background:#fff}
.print{display:flex;justify-content:space-between;font-size:.8em;margin-bottom:14px}
.letter{display:flex;gap:16px;align-items:center;border-bottom:$under;padding-bottom:8px;margin-bottom:10px;flex-direction:$order}
.letter h1{margin:0;font-size:1.5em;color:$accent} .letter p{margin:1px 0;font-size:.85em} .shield{flex:none;width:44px;height:52px;
background:$accent;border-radius:4px 4px 22px 22px} h2{font-size:1.15em;margin:6px 0} .facts{margin:0 0 10px}
.all{display:$pair;gap:24px;align-items:flex-start} .innings{flex:1;min-width:0;margin-bottom:16px}
h3{font-size:1.02em;margin:0 0 4px;padding:$pad 4px;background:$tint;color:$accent}
table{width:100%;border-collapse:collapse;margin-bottom:6px} td,th{padding:$pad 4px;text-align:left;border-bottom:$rule;vertical-align:top}
th{font-size:.9em;border-bottom:1px solid #000} .n{text-align:$align;white-space:nowrap} .sum td{font-weight:700} p{margin:4px 0 8px}
"""
_BATTING = (
    ("runs", "balls", "fours", "sixes"),
    ("runs", "balls", "fours", "sixes"),
    ("runs", "fours", "sixes"),
    ("runs", "balls"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets"),
)
_HEADS = {"runs": "Runs", "balls": "Balls", "fours": "4s", "sixes": "6s", "overs": "Overs", "maidens": "Mdns"}
_HEADS |= {"wickets": "Wkts", "wides": "Wd", "no_balls": "NB"}


@dataclass(frozen=True)
class _Look:
    names: tuple[str, str]
    is_upper: bool
    colon: str
    falls: str
    waiting: str
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(notation, dice))
    look = _Look(
        names=dice.pick((("Batsman", "Bowling"), ("Batter", "Bowling"), ("Batsman", "Bowler"), ("", "Bowler Name"))),
        is_upper=dice.chance(0.4),
        colon=dice.pick((":", ":", " :")),
        falls=dice.pick(("FOW:", "FoW:", "Fall of Wickets:")),
        waiting=dice.pick(("Did not bat:", "DNB:", "To bat:")),
        nothing=notation.nothing,
    )
    is_pair = dice.chance(0.4)
    accent, tint = dice.pick(
        (("#000000", "#eeeeee"), ("#0b3d66", "#e4eef7"), ("#6b0f1a", "#f7eaec"), ("#1d5c2e", "#ffffff"))
    )
    style = {
        "edge": f"{dice.whole(18, 40)}px",
        "size": f"{dice.pick((12, 13, 14))}px",
        "font": f"'{dice.pick(SANS + SERIF[:2])}'",
        "under": dice.pick(("0", f"2px solid {accent}", "1px solid #888")),
        "order": dice.pick(("row", "row-reverse")),
        "sheet": "A3 landscape" if is_pair else "A4",
        "pair": "flex" if is_pair else "block",
        "pad": f"{dice.whole(1, 4)}px",
        "rule": dice.pick(("0", "1px solid #ddd", "1px dotted #999")),
        "align": dice.pick(("right", "center", "left")),
        "accent": accent,
        "tint": tint,
    }
    inner = wrap("div", "".join(_innings(each, look) for each in card.innings[:2]), "all")
    inner += wrap("div", "".join(_innings(each, look) for each in card.innings[2:]), "all") if card.innings[2:] else ""
    body = _head(card, match, dice) + inner + _foot(dice)
    return Page(document(_CSS, body, **style), dice.whole(1180, 1320) if is_pair else dice.whole(700, 860), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("full", "full", "initials")),
        short_names=dice.pick(("surname", "initials")),
        words=dice.pick(PARTED_WORDS),
        marks=dice.pick((MARKS[3], MARKS[1], MARKS[0], MARKS[6])),
        extras=dice.pick((EXTRAS[3], EXTRAS[4], EXTRAS[5])),
        all_out="{t} all out",
        fall=dice.pick(("{r}-{w} ({n})", "{w}-{r}", "{r}-{w} ({n}, {o} ov)", "{r}/{w} {n}")),
        nothing=dice.pick(("", "-", "")),
    )


def _plan(notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        prints_falls=dice.chance(0.85),
    )


def _head(card: CardView, match: Match, dice: Dice) -> str:
    stamp = f"{dice.whole(1, 28):02}/{dice.whole(1, 12):02}/{match.year + 1}, {dice.whole(18, 22)}:{dice.whole(10, 59)}"
    top = wrap("div", tag("span", stamp) + tag("span", "Scorecard - print view"), "print")
    lines = tag("h1", card.teams[0])
    lines += tag("p", f"The Pavilion, {dice.whole(2, 90)} {dice.pick(('Mill Lane', 'Station Road', 'Church Street'))}")
    lines += tag("p", f"Tel 01632 {dice.whole(960000, 960999)}  secretary@club.example")
    letter = wrap("div", '<div class="shield"></div>' + wrap("div", lines), "letter")
    labels = (
        ("Competition", card.event),
        ("Ground", card.venue),
        ("Date", card.date_text),
        ("Toss", card.toss),
        ("Result", card.result),
    )
    facts = "".join(wrap("div", tag("b", f"{label}: ") + tag("span", text)) for label, text in labels if text)
    return top + letter + tag("h2", match_title(card, dice)) + wrap("div", facts, "facts")


def _foot(dice: Dice) -> str:
    address = f"https://club.example/results/{dice.whole(1_000_000, 6_999_999)}/print"
    return wrap("div", tag("span", address) + tag("span", f"Page 1 of {dice.whole(1, 2)}"), "print")


def _innings(innings: InningsView, look: _Look) -> str:
    number = f" {'1st' if innings.number == 1 else '2nd'} Innings" if innings.has_number else " Innings"
    title = innings.team + number
    falls, waiting = ", ".join(fall.text for fall in innings.falls), ", ".join(innings.did_not_bat)
    pairs = ((look.waiting, waiting), (look.falls, falls))
    notes = "".join(wrap("p", tag("b", label) + " " + tag("span", text)) for label, text in pairs if text)
    heading = tag("h3", title.upper() if look.is_upper else title)
    return wrap("div", heading + _batting(innings, look) + notes + _bowling(innings, look), "innings")


def _batting(innings: InningsView, look: _Look) -> str:
    columns = innings.batting_columns
    heads = number_cells((_HEADS[column] for column in columns), "th")
    lines = [row([tag("th", look.names[0]), "<th></th><th></th>", *heads])]
    lines += [_batter(each, columns, look) for each in innings.batting]
    rest = number_cells("" for _ in columns[1:])
    total = f"for {wickets_words(innings)}" if "wkt" in wickets_words(innings) else wickets_words(innings)
    sums = (
        (f"EXTRAS{look.colon}", innings.extras_parts, innings.extras["total"]),
        (f"TOTAL{look.colon}", f"{total} ({innings.overs} overs)", innings.total),
    )
    lines += [
        row([tag("td", label), spanning(note, 2), tag("td", str(number), "n"), *rest], "sum")
        for label, note, number in sums
    ]
    return wrap("table", "".join(lines))


def _batter(batter: BatterView, columns: tuple[str, ...], look: _Look) -> str:
    name = batter.title.upper() if look.is_upper else batter.title
    return row(
        [
            tag("td", name),
            *(tag("td", part) for part in parted(batter)),
            *number_cells(batter.texts(columns, look.nothing)),
        ]
    )


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", look.names[1]), *number_cells((_HEADS[column] for column in columns), "th")])]
    for bowler in innings.bowling:
        name = bowler.name.upper() if look.is_upper else bowler.name
        lines.append(row([tag("td", name), *number_cells(bowler.texts(columns, look.nothing))]))
    return wrap("table", "".join(lines))


LAYOUT = Layout("play_print", _compose, is_paper=True)
