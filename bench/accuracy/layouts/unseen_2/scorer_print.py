"""A laser print of a scoring program: every stroke counted in columns, extras in a box, partnerships and overs in tables below."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import InningsFigures, Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import MONO, SANS, SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, spanning, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import run_rate, wickets_words
from bench.accuracy.layouts.unseen.added import figures_of
from bench.accuracy.layouts.unseen_2.around import dot_balls, ones_twos_threes, over_by_over, quotient, stands
from bench.accuracy.layouts.unseen_2.styles import SCORER_PRINT
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import MARKS, WORDS, ExtrasStyle, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_STROKES = ("0s", "1s", "2s", "3s", "fours", "sixes")
_BATTING = (
    ("runs", "balls", "minutes", *_STROKES, "strike_rate"),
    ("minutes", "balls", *_STROKES, "runs"),
    ("runs", "minutes", "balls", "fours", "sixes", "strike_rate"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls", "dots", "fours", "sixes", "Avge", "economy"),
    ("overs", "maidens", "runs", "wickets", "Avge", "economy", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets", "economy", "Avge", "S/R"),
)
_HEADS = (
    {"runs": "Runs", "balls": "Balls", "minutes": "Mins", "fours": "4s", "sixes": "6s", "strike_rate": "S/R"}
    | {"overs": "Overs", "maidens": "Mdns", "wickets": "Wkts", "wides": "Wd", "no_balls": "Nb", "dots": "Dots"}
    | {"economy": "Econ"},
    {"runs": "R", "balls": "B", "minutes": "M", "fours": "4s", "sixes": "6s", "strike_rate": "SR", "overs": "O"}
    | {"maidens": "M", "wickets": "W", "wides": "w", "no_balls": "nb", "dots": "0s", "economy": "RPO"},
)
_EXTRAS = ExtrasStyle("{n}", ("Byes {}", "Leg byes {}", "Wides {}", "No balls {}", "Penalty {}"))
_LABELS = {"byes": "Byes", "leg_byes": "Leg byes", "wides": "Wides", "no_balls": "No balls", "penalty": "Penalty"}
_OVERS_IN_ROW = 20


@dataclass(frozen=True)
class _Look:
    heads: dict[str, str]
    batting: tuple[str, ...]
    bowling: tuple[str, ...]
    names: tuple[str, str, str]
    has_stands: bool
    has_overs: bool
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    look = _Look(
        heads=dice.pick(_HEADS),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        names=dice.pick(
            (("Batsman", "How out", "Bowler"), ("Batter", "Dismissal", "Bowler"), ("BATTING", "", "BOWLING"))
        ),
        has_stands=dice.chance(0.7),
        has_overs=match.format.overs is not None and dice.chance(0.5),
        nothing=notation.nothing,
    )
    card = fill_card(match, _plan(notation, look, dice))
    style = {
        "edge": f"{dice.whole(16, 34)}px",
        "size": f"{dice.pick((11, 12, 12))}px",
        "font": f"'{dice.pick((*SANS[:4], *MONO[:1], SERIF[0], 'Liberation Sans'))}'",
        "under": dice.pick(("2px solid #000", "1px solid #000", "3px double #000")),
        "title": dice.pick(("left", "center")),
        "grid": dice.pick(("0", "1px solid #999", "1px dotted #888", "1px solid #000")),
        "shade": dice.pick(("#ffffff", "#e6e6e6", "#d0d0d0")),
        "pad": f"{dice.whole(1, 3)}px",
    }
    parts = [_head(card, dice)]
    parts += [_innings(each, figures_of(match, each), look, dice) for each in card.innings]
    program = dice.pick(("ScorePad Pro 4.1", "CricTrack 2008", "Stumps Scoring Suite v7.03"))
    foot = tag("span", f"Produced by {program}") + tag("span", f"Registered to {invent_official(dice)}")
    body = "".join(parts) + wrap("div", foot + tag("span", "Page 1"), "foot")
    return Page(document(SCORER_PRINT, body, **style), dice.whole(860, 980), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("initials", "dotted", "full", "spaced")),
        short_names=dice.pick(("surname", "initials")),
        words=dice.pick((WORDS[0], WORDS[1], WORDS[5])),
        marks=dice.pick((MARKS[2], MARKS[3], MARKS[1])),
        all_out="{t} all out",
        extras=_EXTRAS,
        fall="{w} {r} {n} {o}",
        whole_overs=dice.pick(("{n}", "{n}.0")),
        nothing=dice.pick(("", "-")),
    )


def _plan(notation: Notation, look: _Look, dice: Dice) -> Plan:
    own = ("0s", "1s", "2s", "3s", "Avge", "S/R")
    return replace(
        choose_plan(dice, notation),
        batting=tuple(column for column in look.batting if column not in own),
        bowling=tuple(column for column in look.bowling if column not in own),
    )


def _head(card: CardView, dice: Dice) -> str:
    first, second = card.teams
    top = tag("span", dice.pick(("Full Scorecard", "MATCH SCORECARD", "Scorecard (detailed)")))
    top += tag("span", f"Printed {dice.whole(10, 28)}/0{dice.whole(4, 9)} {dice.whole(17, 21)}:{dice.whole(10, 59)}")
    place = [text for text in (card.event, card.venue, card.date_text, card.toss, card.result) if text]
    title = tag("h1", f"{first} {dice.pick(('v', 'vs', 'versus'))} {second}")
    return wrap("div", top, "head") + title + "".join(tag("div", text, "facts") for text in place)


def _innings(innings: InningsView, played: InningsFigures, look: _Look, dice: Dice) -> str:
    number = f" - {'1st' if innings.number == 1 else '2nd'} innings" if innings.has_number else " innings"
    waiting = wrap("p", tag("b", "Did not bat: ") + tag("span", ", ".join(innings.did_not_bat)))
    parts = [tag("h2", innings.team + number), _batting(innings, played, look), waiting if innings.did_not_bat else ""]
    extras = wrap("div", _extras(innings), "few")
    beside = wrap("div", _falls(innings, played, look, dice)) if innings.falls else ""
    parts += [_bowling(innings, played, look), wrap("div", extras + beside, "two")]
    return "".join(parts) + (_overs(played, dice) if look.has_overs else "")


def _batting(innings: InningsView, played: InningsFigures, look: _Look) -> str:
    heads = (look.heads.get(column, column) for column in look.batting)
    lines = [row([tag("th", look.names[0]), tag("th", look.names[1]), *number_cells(heads, "th")])]
    for batter, figures in zip(innings.batting, played.batters, strict=True):
        ran = map(str, (dot_balls(figures), *ones_twos_threes(figures)))
        cells = dict(zip(_STROKES, ran, strict=False)) if figures.came_in else {}
        cells |= batter.cells
        numbers = number_cells(cells.get(column, look.nothing) for column in look.batting)
        lines.append(row([tag("td", batter.title), tag("td", batter.dismissal), *numbers]))
    overs = f" off {innings.overs} overs" if innings.overs else ""
    rate = f", {run_rate(innings)} per over" if run_rate(innings) else ""
    extras = ("Extras", "", str(innings.extras["total"]))
    for label, note, total in (extras, ("TOTAL", wickets_words(innings) + overs + rate, str(innings.total))):
        numbers = number_cells(total if column == "runs" else "" for column in look.batting)
        lines.append(row([tag("td", label), tag("td", note), *numbers], "sum"))
    return wrap("table", "".join(lines))


def _extras(innings: InningsView) -> str:
    lines = [row([spanning("Extras", 2, "b")])]
    lines += [
        row([tag("td", label), *number_cells([str(innings.extras[part])])])
        for part, label in _LABELS.items()
        if part in innings.extras
    ]
    return wrap(
        "table", "".join([*lines, row([tag("td", "Total"), *number_cells([str(innings.extras["total"])])], "sum")])
    )


def _falls(innings: InningsView, played: InningsFigures, look: _Look, dice: Dice) -> str:
    words = ("Wkt", "Score", "Batter out", "Over", *(("P'ship", "Balls") if look.has_stands else ()))
    together = stands(played)
    lines = [row(tag("th", word, "" if word == "Batter out" else "n") for word in words)]
    for at, fall in enumerate(innings.falls):
        cells = [*number_cells((str(fall.wicket), str(fall.runs))), tag("td", fall.batter), *number_cells([fall.over])]
        if look.has_stands:
            cells += number_cells([str(together[at].runs), str(together[at].balls)] if at < len(together) else ["", ""])
        lines.append(row(cells))
    return tag("b", dice.pick(("Fall of wickets", "Fall of wickets and partnerships"))) + wrap("table", "".join(lines))


def _bowling(innings: InningsView, played: InningsFigures, look: _Look) -> str:
    heads = (look.heads.get(column, column) for column in look.bowling)
    lines = [row([tag("th", look.names[2]), *number_cells(heads, "th")])]
    for bowler, figures in zip(innings.bowling, played.bowlers, strict=True):
        cells = {
            "Avge": quotient(figures.runs, figures.wickets, "-"),
            "S/R": quotient(figures.balls, figures.wickets, "-"),
        }
        cells |= bowler.cells
        lines.append(
            row([tag("td", bowler.name), *number_cells(cells.get(each, look.nothing) for each in look.bowling)])
        )
    return wrap("table", "".join(lines))


def _overs(played: InningsFigures, dice: Dice) -> str:
    runs, lines, score = over_by_over(played, dice), list[str](), 0
    for start in range(0, len(runs), _OVERS_IN_ROW):
        part = runs[start : start + _OVERS_IN_ROW]
        sums = [score := score + each for each in part]
        numbers = range(start + 1, start + len(part) + 1)
        for label, texts in (("Over", numbers), ("Runs", part), ("Score", sums)):
            lines.append(row([tag("th", label), *(tag("td", str(text)) for text in texts)]))
    return wrap("table", "".join(lines), "overs")


LAYOUT = Layout("scorer_print", _compose, is_paper=True)
