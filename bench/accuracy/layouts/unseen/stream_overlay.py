"""A club's live stream: a glassy card over the picture, batters in two columns, bowlers in a row of cells, both scores below."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import CONDENSED, SANS
from bench.accuracy.layouts.markup import document, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import run_rate
from bench.accuracy.layouts.unseen.styles import STREAM_OVERLAY
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_THEMES = (
    {"glass": "#ffffffee", "text": "#10203a", "bar": "#12326b", "bartext": "#ffffff", "faint": "#43506b"}
    | {"lit": "#dce8fb", "strip": "#e7edf6", "line": "#10203a26"},
    {"glass": "#fffdf5f0", "text": "#231b12", "bar": "#7a1022", "bartext": "#ffffff", "faint": "#5d4c3c"}
    | {"lit": "#f8e5c8", "strip": "#f1e6d6", "line": "#231b1226"},
    {"glass": "#0d1218ec", "text": "#f3f6fa", "bar": "#f2b61c", "bartext": "#15191f", "faint": "#b7c2cf"}
    | {"lit": "#2c3a4b", "strip": "#1b232d", "line": "#ffffff26"},
    {"glass": "#06281ff0", "text": "#eefaf4", "bar": "#16a571", "bartext": "#04150f", "faint": "#b4d9c9"}
    | {"lit": "#0f4a38", "strip": "#0a382b", "line": "#ffffff26"},
)
_FIGURES = ("{o}-{m}-{r}-{w}", "{w}-{r} ({o})", "{w}/{r} {o}ov", "{w} for {r} ({o} ov)")


@dataclass(frozen=True)
class _Look:
    has_numbers: bool
    how_below: bool
    figures: str
    labels: tuple[str, str, str]
    bowling: str
    left: int


def _compose(match: Match, dice: Dice) -> Page:
    figures = dice.pick(_FIGURES)
    card = fill_card(match, _plan(match, _notation(dice), figures, dice))
    innings = card.innings[0]
    count = len(innings.batting) + len(innings.did_not_bat)
    look = _Look(
        has_numbers=dice.chance(0.5),
        how_below=dice.chance(0.5),
        figures=figures,
        labels=dice.pick((("Extras", "Overs", "Run rate"), ("EXTRAS", "OVERS", "RR"), ("Ext", "Ov", "CRR"))),
        bowling=dice.pick(("BOWLING", "Bowlers", "")),
        left=(count + 1) // 2,
    )
    theme = dict(dice.pick(_THEMES))
    line = theme.pop("line")
    style = {
        "size": f"{dice.pick((17, 18, 19))}px",
        "font": f"'{dice.pick(CONDENSED[:2] if dice.chance(0.4) else SANS)}'",
        "side": f"{dice.whole(40, 110)}px",
        "round": f"{dice.pick((0, 12, 18))}px",
        "gap": f"{dice.whole(24, 44)}px",
        "pad": f"{dice.whole(3, 6)}px",
        "rule": dice.pick(("0", f"1px solid {line}")),
        "place": dice.pick(("flex-start", "center", "space-between")),
        "cell": dice.pick(("", f"border-right:1px solid {line}")),
    }
    body = tag("div", "LIVE", "live") + tag("div", dice.pick(("ClubCast TV", "PitchStream", "Camera 2")), "logo")
    body += _card(card, look) + _ticker(card, dice)
    return Page(document(STREAM_OVERLAY, body, **theme, **style), 1280, card)


def _notation(dice: Dice) -> Notation:
    between = dice.pick(("{t}-{w}", "{t}/{w}", "{w}/{t}"))
    return replace(
        choose_notation(dice),
        names=dice.pick(("initials", "full", "surname", "dotted")),
        short_names="surname",
        words=dice.pick(WORDS[:2]),
        marks=dice.pick((MARKS[6], MARKS[1], MARKS[3])),
        extras=dice.pick((EXTRAS[8], EXTRAS[8], EXTRAS[0])),
        score=between,
        all_out=dice.pick((between, "{t} all out")),
        declared=f"{between} dec",
        star=dice.chance(0.5),
        nothing="",
    )


def _plan(match: Match, notation: Notation, figures: str, dice: Dice) -> Plan:
    maidens = ("maidens",) if "{m}" in figures else ()
    return replace(
        choose_plan(dice, notation),
        batting=("runs", "balls"),
        bowling=("overs", *maidens, "runs", "wickets"),
        first_innings=dice.whole(0, len(match.innings) - 1),
        most_innings=1,
        prints_other_scores=True,
        prints_falls=False,
        prints_toss=False,
        prints_date=False,
    )


def _card(card: CardView, look: _Look) -> str:
    innings = card.innings[0]
    number = f" {'1st' if innings.number == 1 else '2nd'} innings" if innings.has_number else ""
    about = " \N{MIDDLE DOT} ".join(text for text in (card.event, card.venue) if text)
    parts = [tag("span", innings.team + number), *([tag("small", about)] if about else []), tag("span", innings.score)]
    rows = [_batter(at, each, look) for at, each in enumerate(innings.batting, start=1)]
    rows += [_waiting(at, name, look) for at, name in enumerate(innings.did_not_bat, start=1 + len(rows))]
    columns = (rows[: look.left], rows[look.left :])
    two = wrap("div", "".join(wrap("table", "".join(each)) for each in columns), "two")
    return wrap(
        "div", wrap("div", "".join(parts), "bar") + two + _sums(innings, look) + _bowling(innings, look), "card"
    )


def _batter(at: int, batter: BatterView, look: _Look) -> str:
    number = [tag("td", str(at), "no")] if look.has_numbers else []
    name = tag("b", batter.title)
    cells = [wrap("td", name + tag("span", batter.dismissal, "how"))]
    if not look.how_below:
        cells = [wrap("td", name), wrap("td", tag("span", batter.dismissal, "how"))]
    runs, balls = (batter.cells.get(column, "") for column in ("runs", "balls"))
    return row([*number, *cells, tag("td", runs, "n"), tag("td", balls, "b")], "in" if batter.kind == "not out" else "")


def _waiting(at: int, name: str, look: _Look) -> str:
    number = [tag("td", str(at), "no")] if look.has_numbers else []
    return row([*number, tag("td", name), "<td></td>" * (2 if look.how_below else 3)])


def _sums(innings: InningsView, look: _Look) -> str:
    texts = zip(look.labels, (innings.extras_text, innings.overs, run_rate(innings)), strict=True)
    return wrap("div", "".join(tag("span", f"{label} {text}") for label, text in texts if text), "sums")


def _bowling(innings: InningsView, look: _Look) -> str:
    label = [tag("div", look.bowling, "label")] if look.bowling else []
    return wrap("div", "".join([*label, *(_bowler(each, look) for each in innings.bowling)]), "bowl")


def _bowler(bowler: BowlerView, look: _Look) -> str:
    cells = bowler.cells
    figures = look.figures.format(o=cells["overs"], m=cells.get("maidens", ""), r=cells["runs"], w=cells["wickets"])
    return wrap("div", tag("b", bowler.name) + tag("span", figures))


def _ticker(card: CardView, dice: Dice) -> str:
    lines = []
    for each in card.others:
        number = f" {'1st' if each.number == 1 else '2nd'} inns" if each.has_number else ""
        lines.append(f"{each.team}{number} {each.score}")
    words = [*lines, card.result or dice.pick(("Thanks for watching", "Like and subscribe"))]
    return wrap("div", "".join(tag("span", word) for word in words), "ticker")


LAYOUT = Layout("stream_overlay", _compose, is_paper=False)
