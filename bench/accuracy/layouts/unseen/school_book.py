"""A school tournament's scoring sheet in two languages: a ruled form, typed in, with strokes, times and sums in a strip."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import SANS, SERIF, TYPEWRITER
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.unseen.added import figures_of, strokes, times
from bench.accuracy.layouts.unseen.school_words import LANGUAGES, Labels
from bench.accuracy.layouts.unseen.styles import SCHOOL_BOOK
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
    ("overs", "runs", "wickets"),
)
_SUMS = ("byes", "leg_byes", "wides", "no_balls", "penalty")


@dataclass(frozen=True)
class _Look:
    labels: Labels
    has_strokes: bool
    has_times: bool
    rows: int


def _compose(match: Match, dice: Dice) -> Page:
    card = fill_card(match, _plan(_notation(dice), dice))
    look = _Look(
        labels=Labels(dice.pick(LANGUAGES), dice.pick((" / ", " / ", " \N{MIDDLE DOT} ")), is_upper=dice.chance(0.35)),
        has_strokes=dice.chance(0.6),
        has_times=dice.chance(0.4),
        rows=dice.pick((0, 11, 12)),
    )
    print_colour, ink = dice.pick(
        (("#1d4f2f", "#111111"), ("#222222", "#1c2f7d"), ("#7a2230", "#151515"), ("#1f3a68", "#000"))
    )
    style = {
        "edge": f"{dice.whole(20, 36)}px",
        "size": f"{dice.pick((12, 13))}px",
        "form": f"'{dice.pick(SANS[:6] + SERIF[:1])}'",
        "print": print_colour,
        "ink": ink,
        "hand": f"'{dice.pick(TYPEWRITER if dice.chance(0.7) else SANS)}'",
        "typed": f"{dice.pick((13, 14, 15))}px",
        "paper": dice.pick(("#ffffff", "#fdf8ea", "#f1f7ef", "#f6f1f4")),
        "line": f"1px solid {print_colour}",
        "shade": dice.pick(("transparent", "#0000000d", "#00000018")),
        "side": dice.pick(("left", "center")),
        "weight": dice.pick((400, 700)),
        "pad": f"{dice.whole(1, 4)}px",
        "log": f"{dice.whole(230, 300)}px",
    }
    body = _head(card, dice) + "".join(_innings(each, match, look, dice) for each in card.innings) + _signed(dice)
    return Page(document(SCHOOL_BOOK, body, **style), dice.whole(1060, 1200), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("initials", "full", "surname first", "dotted")),
        short_names=dice.pick(("surname", "initials")),
        words=dice.pick((WORDS[0], WORDS[1], WORDS[3])),
        marks=dice.pick((MARKS[2], MARKS[1], MARKS[6])),
        extras=EXTRAS[0],
        score="{t}/{w}",
        all_out="{t}/{w}",
        declared="{t}/{w} dec",
        shows_noughts=True,
        star=False,
        fall=dice.pick(("{w} {r}", "{w} {r} {n}")),
        nothing="",
    )


def _plan(notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick((("runs",), ("runs",), ("balls", "runs"))),
        bowling=dice.pick(_BOWLING),
        parts_bowlers=True,
        most_innings=dice.pick((1, 2, 4)),
    )


def _head(card: CardView, dice: Dice) -> str:
    title = dice.pick(
        (
            "Department of Education \N{EM DASH} Inter-School Games",
            "Schools Sports Federation",
            "Provincial Schools Cricket Week",
        )
    )
    facts = [("Match", " v ".join(card.teams)), ("Tournament", card.event), ("Ground", card.venue)]
    facts += [("Date", card.date_text), ("Toss", card.toss), ("Result", card.result)]
    boxes = "".join(wrap("div", tag("span", f"{label}:") + _w(text)) for label, text in facts if text)
    form = f"Form SC{dice.whole(2, 19)} \N{EM DASH} Cricket scoring sheet. To be typed in triplicate."
    return wrap("h1", tag("span", title) + tag("small", form)) + wrap("div", boxes, "facts")


def _signed(dice: Dice) -> str:
    return wrap(
        "div",
        "".join(tag("span", f"{who}: {invent_official(dice)}") for who in ("Teacher in charge", "Scorer", "Umpire")),
        "sign",
    )


def _w(text: str) -> str:
    return tag("span", text, "w")


def _cell(text: str, kind: str = "") -> str:
    return wrap("td", _w(text), kind)


def _innings(innings: InningsView, match: Match, look: _Look, dice: Dice) -> str:
    number = f" ({'1st' if innings.number == 1 else '2nd'})" if innings.has_number else ""
    title = wrap("h2", tag("span", look.labels.word("innings")) + _w(innings.team + number))
    lower = wrap("div", _bowling(innings, look) + _falls(innings, look), "half")
    return title + _batting(innings, match, look, dice) + _strip(innings, look) + lower


def _batting(innings: InningsView, match: Match, look: _Look, dice: Dice) -> str:
    columns, figures = innings.batting_columns, figures_of(match, innings)
    lines = [_heads(columns, look)]
    rows = zip(innings.batting, figures.batters, times(figures.batters), strict=True)
    for at, (batter, played, span) in enumerate(rows, start=1):
        cells = [tag("td", str(at), "no"), _cell(batter.title)]
        cells += [_cell(text, "n") for text in span] * look.has_times
        cells += [_cell(" ".join(strokes(played, dice)), "log")] * look.has_strokes
        numbers = (_cell(each, "n") for each in batter.texts(columns, ""))
        lines.append(row([*cells, _cell(batter.dismissal), _cell(batter.bowler), *numbers]))
    rest = [(name, "did not bat") for name in innings.did_not_bat]
    rest += [("", "")] * (look.rows - len(innings.batting) - len(rest))
    for at, (name, how) in enumerate(rest, start=len(innings.batting) + 1):
        before = ["<td></td>"] * (2 * look.has_times + look.has_strokes)
        cells = [tag("td", str(at), "no"), _cell(name), *before, _cell(how), "<td></td>"]
        lines.append(row([*cells, *["<td></td>"] * len(columns)]))
    return wrap("table", "".join(lines))


def _heads(columns: Sequence[str], look: _Look) -> str:
    word = look.labels.word
    cells = [tag("th", "", "no"), tag("th", word("batter"))]
    cells += [tag("th", text, "n") for text in ("In", "Out")] * look.has_times
    cells += [tag("th", word("log"), "log")] * look.has_strokes
    cells += [tag("th", word("how")), tag("th", word("bowler"))]
    return row([*cells, *number_cells(map(word, columns), "th")])


def _strip(innings: InningsView, look: _Look) -> str:
    extras = innings.extras
    boxes = [(name, str(extras[name])) for name in _SUMS if name in extras]
    boxes += [("extras", str(extras["total"])), ("total", str(innings.total))]
    boxes += [("wickets", f"{innings.wickets}{' dec' * innings.declared}"), ("overs", innings.overs)]
    cells = (wrap("td", tag("small", look.labels.word(name)) + _w(text)) for name, text in boxes)
    return wrap("table", row(cells), "strip")


def _bowling(innings: InningsView, look: _Look) -> str:
    word, columns = look.labels.word, innings.bowling_columns
    lines = [row([tag("th", word("bowler")), *number_cells(map(word, columns), "th")])]
    lines += [
        row([_cell(each.name), *(_cell(text, "n") for text in each.texts(columns, ""))]) for each in innings.bowling
    ]
    return wrap("table", "".join(lines))


def _falls(innings: InningsView, look: _Look) -> str:
    if not innings.falls:
        return ""
    lines = [row([f'<th colspan="3">{look.labels.word("fell")}</th>'])]
    for fall in innings.falls:
        who = [_cell(fall.batter)] if "batter" in fall.printed else []
        lines.append(row([tag("td", str(fall.wicket)), _cell(str(fall.runs)), *who]))
    return wrap("table", "".join(lines), "falls")


LAYOUT = Layout("school_book", _compose, is_paper=True)
