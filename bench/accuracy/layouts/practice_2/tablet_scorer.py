"""A scorer's app on a tablet: a rail of icons, many columns, dismissals below the names, bars, axes and legends beside."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BatterFigures, InningsFigures, Match
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, run_rate, with_scores
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
body{margin:0;display:flex;font:$size/1.25 $font;color:$text;background:$page;min-height:760px}
.rail{flex:0 0 $rail;background:$bar;color:#fff;display:flex;flex-direction:column;
align-items:center;gap:20px;padding-top:16px;font-size:.72em}
.rail i{display:block;width:24px;height:24px;border-radius:$icon;background:#ffffff55;margin:0 auto 3px} .rail .on i{background:$accent}
.work{flex:1;min-width:0;padding:14px 18px} .head{display:flex;justify-content:space-between;align-items:baseline;margin-bottom:10px}
.head b{font-size:1.5em} .sub{color:$faint}
.grid{display:flex;gap:16px;align-items:flex-start} .main{flex:2.1;min-width:0} .more{flex:1;min-width:250px}
.box{background:$panel;border:$edge;border-radius:$round;padding:8px 12px;margin-bottom:12px}
h4{margin:0 0 6px;font-size:.9em;color:$faint;letter-spacing:.5px} table{width:100%;border-collapse:collapse}
td,th{padding:$pad 5px;text-align:left;border-bottom:$rule;vertical-align:$place} th{color:$faint;font-size:.84em;font-weight:600}
.n{text-align:$align;white-space:nowrap} .nm{font-weight:600} .how{display:block;font-style:italic;font-size:.82em;color:$faint}
.in .nm{color:$accent} .bar{display:flex;gap:8px;align-items:center;font-size:.84em;padding:1px 0}
.bar i{height:8px;background:$accent;border-radius:4px}
.worm{position:relative;height:110px;border-left:1px solid $faint;border-bottom:1px solid $faint;margin:4px 8px 20px 30px;font-size:.74em}
.worm svg{width:100%;height:100%} .worm polyline{fill:none;stroke:$accent;stroke-width:2}
.worm span{position:absolute;color:$faint} .legend{display:flex;gap:14px;font-size:.84em} .legend i{display:inline-block;
width:9px;height:9px;border-radius:50%;margin-right:4px} .balls{display:flex;gap:7px}
.balls i{font-style:normal;width:26px;height:26px;line-height:26px;border-radius:50%;
text-align:center;font-size:.8em;background:$chip} .sum td{font-weight:700} p{margin:4px 0}
"""
_LIGHT = {"text": "#1b1f24", "page": "#f1f3f6", "panel": "#ffffff", "faint": "#5f6873", "chip": "#e2e6eb"}
_DARK = {"text": "#eceff3", "page": "#14171c", "panel": "#1e232b", "faint": "#a5afbb", "chip": "#343b46"}
_BATTING = (
    ("runs", "balls", "minutes", "fours", "sixes", "strike_rate"),
    ("runs", "balls", "fours", "sixes", "strike_rate", "minutes"),
    ("runs", "minutes", "balls", "fours", "sixes"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "dots", "fours", "sixes", "wides", "no_balls", "economy"),
    ("overs", "maidens", "runs", "wickets", "dots", "wides", "no_balls", "economy"),
    ("overs", "maidens", "runs", "wickets", "economy", "dots", "fours", "sixes"),
)
_HEADS = (
    {"runs": "R", "balls": "B", "minutes": "Min", "fours": "4s", "sixes": "6s", "strike_rate": "S/R", "overs": "O"}
    | {"maidens": "M", "wickets": "W", "dots": "Dot", "wides": "WD", "no_balls": "NB", "economy": "Econ"},
    {
        "runs": "Runs",
        "balls": "Balls",
        "minutes": "Mins",
        "fours": "4",
        "sixes": "6",
        "strike_rate": "SR",
        "overs": "Ov",
    }
    | {"maidens": "Mdn", "wickets": "Wkt", "dots": "0s", "wides": "Wd", "no_balls": "Nb", "economy": "RPO"},
)
_BALLS = ("0", "1", "0", "2", "4", "W", "6", "1lb", "wd", "0")
_ORDINALS = ("1st", "2nd", "3rd", *(f"{at}th" for at in range(4, 11)))
_COLOURS = (("1s", "#9aa5b1"), ("2s", "#2f9e6e"), ("3s", "#a05fd1"), ("4s", "#2b6fd6"), ("6s", "#d9442f"))


@dataclass(frozen=True)
class _Look:
    heads: dict[str, str]
    names: tuple[str, str]
    dots_after: str
    total: str
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(match, notation, dice))
    innings = card.innings[0]
    look = _Look(
        heads=dice.pick(_HEADS),
        names=dice.pick((("Batter", "Bowler"), ("BATTING", "BOWLING"), ("Batsman", "Bowler"))),
        dots_after=dice.pick(("", innings.batting_columns[1], innings.batting_columns[-1])),
        total=dice.pick(("Total", "TOTAL", "Score")),
        nothing=notation.nothing,
    )
    accent, bar = dice.pick(
        (("#e4572e", "#17223b"), ("#0fa3b1", "#0b2f3a"), ("#c79a00", "#2d2a1f"), ("#4c8dff", "#101828"))
    )
    is_beside = dice.chance(0.5)
    style = {
        "size": f"{dice.pick((13, 14, 15))}px",
        "font": f"'{dice.pick(SANS)}'",
        "rail": f"{dice.whole(60, 84)}px",
        "icon": dice.pick(("50%", "6px")),
        "edge": dice.pick(("0", "1px solid #8884")),
        "round": f"{dice.pick((0, 8, 14))}px",
        "pad": f"{dice.whole(2, 5)}px",
        "rule": dice.pick(("0", "1px solid #8883")),
        "place": dice.pick(("top", "middle")),
        "align": dice.pick(("right", "center")),
        "accent": accent,
        "bar": bar,
    }
    theme = _LIGHT if dice.chance(0.6) else _DARK
    body = _rail() + wrap("div", _head(card, dice) + _grid(match, innings, look, dice, is_beside=is_beside), "work")
    width = dice.whole(1340, 1480) if is_beside else dice.whole(1040, 1180)
    return Page(document(_CSS, body, **theme, **style), width, card)


def _notation(dice: Dice) -> Notation:
    return replace(
        with_scores(choose_notation(dice), RUNS_FIRST[1:4], dice),
        names=dice.pick(("full", "full", "initials")),
        short_names=dice.pick(("surname", "initials")),
        marks=dice.pick((MARKS[0], MARKS[1], MARKS[6])),
        extras=dice.pick((EXTRAS[0], EXTRAS[1], EXTRAS[6])),
        fall=dice.pick(("{w}-{r} ({n}, {o} ov)", "{r}/{w} ({n}, {o})", "{w}-{r}")),
        nothing=dice.pick(("-", "")),
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


def _rail() -> str:
    words = ("Score", "Card", "Graphs", "Players", "Setup")
    return wrap(
        "div",
        "".join(wrap("div", "<i></i>" + tag("span", word), "on" if word == "Card" else "") for word in words),
        "rail",
    )


def _head(card: CardView, dice: Dice) -> str:
    innings = card.innings[0]
    other = next(team for team in card.teams if team != innings.team)
    number = f" {'1st' if innings.number == 1 else '2nd'} inns" if innings.has_number else ""
    title = wrap("span", tag("b", innings.team + number) + " " + tag("span", f"v {other}"))
    rate = f"CRR {run_rate(innings)}" if run_rate(innings) and dice.chance(0.5) else ""
    parts = " \N{MIDDLE DOT} ".join(text for text in (card.event, card.venue, card.date_text, card.result) if text)
    score = wrap("span", tag("b", innings.score) + " " + tag("span", f"{innings.overs_text} {rate}".rstrip()))
    return wrap("div", title + score, "head") + (tag("p", parts, "sub") if parts else "")


def _grid(match: Match, innings: InningsView, look: _Look, dice: Dice, *, is_beside: bool) -> str:
    figures = next(each for each in match.innings if each.side.name == innings.team and each.number == innings.number)
    batting = wrap("div", _batting(innings, figures, look), "box")
    bowling = wrap("div", _bowling(innings, look), "box")
    panels = dice.some(
        [_over(dice), _partnerships(figures), _worm(innings, figures), _legend(figures)], dice.whole(2, 4)
    )
    if is_beside:
        return wrap("div", wrap("div", batting, "main") + wrap("div", bowling + "".join(panels[:2]), "main"), "grid")
    return wrap("div", wrap("div", batting + bowling, "main") + wrap("div", "".join(panels), "more"), "grid")


def _batting(innings: InningsView, figures: InningsFigures, look: _Look) -> str:
    columns = innings.batting_columns
    words = [look.heads[column] for column in columns]
    lines = [row([tag("th", look.names[0]), *number_cells(_with_dots(words, look.heads["dots"], columns, look), "th")])]
    for batter, played in zip(innings.batting, figures.batters, strict=True):
        texts = _with_dots(batter.texts(columns, look.nothing), _dots(played), columns, look)
        lines.append(row([_name(batter), *number_cells(texts)], "in" if batter.kind == "not out" else ""))
    rest = f'<td class="n" colspan="{len(columns) + bool(look.dots_after)}">'
    sums = (("Extras", innings.extras_text), (look.total, innings.score_with_overs))
    lines += [row([tag("td", label), f"{rest}{tag('span', text)}</td>"], "sum") for label, text in sums]
    notes = (
        ("Did not bat", ", ".join(innings.did_not_bat)),
        ("Fall of wickets", ", ".join(fall.text for fall in innings.falls)),
    )
    return wrap("table", "".join(lines)) + "".join(
        wrap("p", tag("b", f"{label}:") + " " + tag("span", text)) for label, text in notes if text
    )


def _dots(played: BatterFigures) -> str:
    """Return the balls without a run, had all runs but boundaries been singles."""
    scoring = played.runs - 3 * played.fours - 5 * played.sixes
    return str(max(0, played.balls - scoring)) if played.came_in else ""


def _with_dots(texts: list[str], dots: str, columns: tuple[str, ...], look: _Look) -> list[str]:
    """Return the texts with the balls without runs, which the schema does not know, in a column among them."""
    if not look.dots_after:
        return texts
    place = columns.index(look.dots_after) + 1
    return [*texts[:place], dots, *texts[place:]]


def _name(batter: BatterView) -> str:
    return wrap("td", tag("span", batter.title, "nm") + tag("span", batter.dismissal, "how"))


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", look.names[1]), *number_cells((look.heads[column] for column in columns), "th")])]
    lines += [
        row([tag("td", each.name, "nm"), *number_cells(each.texts(columns, look.nothing))]) for each in innings.bowling
    ]
    return wrap("table", "".join(lines))


def _over(dice: Dice) -> str:
    balls = "".join(tag("i", dice.pick(_BALLS)) for _ in range(6))
    return wrap("div", tag("h4", "THIS OVER") + wrap("div", balls, "balls"), "box")


def _partnerships(figures: InningsFigures) -> str:
    lines, before = [tag("h4", "PARTNERSHIPS")], 0
    for fall in figures.falls:
        runs = fall.runs - before
        bar = f'<i style="width:{min(20 + runs, 150)}px"></i>'
        lines.append(
            wrap("div", tag("span", f"{_ORDINALS[fall.wicket - 1]} wkt") + bar + tag("span", str(runs)), "bar")
        )
        before = fall.runs
    return wrap("div", "".join(lines), "box")


def _worm(innings: InningsView, figures: InningsFigures) -> str:
    top = max(innings.total, 50)
    marks = [f'<span style="left:-28px;bottom:{100 * at // top}%">{at}</span>' for at in range(0, top + 1, 50)]
    overs = int(innings.overs.partition(".")[0] or 0)
    step = 5 if overs <= 20 else 10 if overs <= 60 else 25  # noqa: PLR2004 - four to six marks
    marks += [
        f'<span style="bottom:-18px;left:{95 * at // max(overs, 1)}%">{at}</span>' for at in range(0, overs + 1, step)
    ]
    ends = [(0, 0), *((fall.balls, fall.runs) for fall in figures.falls), (figures.balls, figures.total)]
    points = " ".join(f"{95 * balls / max(figures.balls, 1):.1f},{100 - 100 * runs / top:.1f}" for balls, runs in ends)
    line = f'<svg viewBox="0 0 100 100" preserveAspectRatio="none"><polyline points="{points}"/></svg>'
    return wrap("div", tag("h4", "WORM") + wrap("div", line + "".join(marks), "worm"), "box")


def _legend(figures: InningsFigures) -> str:
    fours, sixes = (sum(getattr(each, name) for each in figures.batters) for name in ("fours", "sixes"))
    counts = {"4s": fours, "6s": sixes}
    parts = [
        f'<span><i style="background:{colour}"></i>{word}{f" ({counts[word]})" if word in counts else ""}</span>'
        for word, colour in _COLOURS
    ]
    return wrap("div", tag("h4", "WAGON WHEEL") + wrap("div", "".join(parts), "legend"), "box")


LAYOUT = Layout("tablet_scorer", _compose, is_paper=False)
