"""Results in the small print of a newspaper: an innings is a paragraph of running text, in one narrow column or several."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import CONDENSED, SANS, SERIF
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.joined import ANALYSIS, analysis
from bench.accuracy.layouts.prose import article
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import MARKS, WORDS, ExtrasStyle, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
@page{size:A4;margin:12mm}
body{margin:0;padding:$edge;font:$size/$line $font;color:#171717;background:$paper}
.flow{column-count:$count;column-gap:18px;column-rule:$rule;text-align:$align;hyphens:none}
h1{font-size:1.35em;margin:0 0 6px;border-bottom:2px solid #111;padding-bottom:2px}
h2{font-size:1.08em;margin:0 0 2px;text-align:left} p{margin:0 0 $space} .news{color:#333}
"""
_EXTRAS = (
    ExtrasStyle("({parts}) {n}", ("b{}", "lb{}", "w{}", "nb{}", "p{}"), " "),
    ExtrasStyle("({parts}) {n}", ("b{}", "lb{}", "w{}", "nb{}", "p{}"), ", "),
    ExtrasStyle("({parts}) {n}", ("b {}", "lb {}", "w {}", "nb {}", "pen {}"), ", "),
    ExtrasStyle("{n} ({parts})", ("b{}", "lb{}", "w{}", "nb{}", "p{}"), " "),
    ExtrasStyle("{n}", ()),
)
_TOTALS = (
    ("(for {w}, {o} overs) {t}", "(all out, {o} overs) {t}", "(for {w} dec, {o} overs) {t}"),
    ("(for {w} wkts, {o} ov) {t}", "(all out, {o} ov) {t}", "(for {w} wkts dec, {o} ov) {t}"),
    ("{t} for {w} ({o} overs)", "{t} all out ({o} overs)", "{t} for {w} dec ({o} overs)"),
    ("({o} overs) {t}-{w}", "({o} overs) {t} all out", "({o} overs) {t}-{w} dec"),
    ("({o} overs, for {w}) {t}", "({o} overs) {t} all out", "({o} overs, for {w} declared) {t}"),
)


@dataclass(frozen=True)
class _Look:
    team: str
    between: str
    runs: str
    waiting: str
    falls: str
    falls_between: str
    bowling: str
    bowling_between: str
    is_one_paragraph: bool


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    has_balls = dice.chance(0.25)
    plan = replace(choose_plan(dice, notation), batting=("runs", "balls") if has_balls else ("runs",), bowling=ANALYSIS)
    card = fill_card(match, plan)
    look = _Look(
        team=dice.pick(("{team}:", "{team} \N{EM DASH}", "{team}.", "{team}:")),
        between=dice.pick((", ", ", ", "; ")),
        runs=dice.pick(("{r} ({b})", "{r} ({b}b)")) if has_balls else "{r}",
        waiting=dice.pick(("Did not bat: ", "DNB: ", "Did not bat ")),
        falls=dice.pick(("Fall: ", "Fall of wickets: ", "FoW: ")),
        falls_between=dice.pick((", ", " ", "; ")),
        bowling=dice.pick(("Bowling: ", "BOWLING: ", "Bowling \N{EM DASH} ")),
        bowling_between=dice.pick((", ", "; ")),
        is_one_paragraph=dice.chance(0.4),
    )
    count = dice.pick((1, 1, 2, 2, 3))
    width = dice.whole(230, 300)
    style = {
        "edge": f"{dice.whole(12, 26)}px",
        "size": f"{dice.pick((12, 13, 14))}px",
        "line": dice.pick((1.1, 1.2, 1.3)),
        "font": f"'{dice.pick(SERIF if dice.chance(0.5) else (*SANS[:6], CONDENSED[0], CONDENSED[3]))}'",
        "paper": dice.pick(("#f4f1ea", "#ffffff", "#eeeeea", "#fbe8dc")),
        "count": count,
        "rule": dice.pick(("0", "1px solid #777")),
        "align": dice.pick(("justify", "justify", "left")),
        "space": f"{dice.pick((2, 4, 7))}px",
    }
    body = _head(card, dice) + "".join(_innings(each, look) for each in card.innings) + _foot(dice)
    title = tag("h1", dice.pick(("SCOREBOARD", "Cricket results", "SCORES IN FULL", "Yesterday's scores")))
    html = document(_CSS, title + wrap("div", body, "flow"), **style)
    return Page(html, (width + 18) * count + 40, card)


def _notation(dice: Dice) -> Notation:
    score, all_out, declared = dice.pick(_TOTALS)
    return replace(
        choose_notation(dice),
        names=dice.pick(("initials", "surname", "spaced", "dotted")),
        short_names="surname",
        words=dice.pick((WORDS[0], WORDS[1], WORDS[5])),
        marks=dice.pick((MARKS[2], MARKS[6], MARKS[3])),
        extras=dice.pick(_EXTRAS),
        score=score,
        all_out=all_out,
        declared=declared,
        shows_noughts=False,
        fall=dice.pick(("{w}-{r}", "{w}-{r}", "{w}-{r} ({n})", "{r}")),
        whole_overs="{n}",
        nothing="",
    )


def _head(card: CardView, dice: Dice) -> str:
    first, second = card.teams
    place = f" at {card.venue}" if card.venue else ""
    title = f"{first} v {second}{place}"
    lines = [tag("h2", card.event.upper() if dice.chance(0.5) else card.event)] if card.event else []
    lines.append(tag("h2", title))
    rest = (card.date_text, card.toss, card.result)
    text = " ".join(f"{part}." for part in rest if part)
    return "".join(lines) + (tag("p", text) if text else "")


def _foot(dice: Dice) -> str:
    umpires = tag("p", f"Umpires: {invent_official(dice)} and {invent_official(dice)}.")
    return umpires + (tag("p", article(dice, 3), "news") if dice.chance(0.5) else "")


def _innings(innings: InningsView, look: _Look) -> str:
    number = f" ({'First' if innings.number == 1 else 'Second'} innings)" if innings.has_number else ""
    team = tag("b", look.team.format(team=innings.team.upper() + number))
    batters = look.between.join(_batter(batter, look) for batter in innings.batting)
    extras = str(innings.extras["total"]) if not innings.extras_parts else innings.extras_text
    sentences = [f"{batters}{look.between.replace(',', '.').replace(';', '.')}Extras {extras}."]
    sentences.append(f"Total {innings.score}.")
    waiting = f"{look.waiting}{', '.join(innings.did_not_bat)}." if innings.did_not_bat else ""
    falls = look.falls + look.falls_between.join(fall.text for fall in innings.falls) + "." if innings.falls else ""
    analyses = look.bowling_between.join(f"{bowler.name} {analysis(bowler)}" for bowler in innings.bowling)
    groups = [" ".join(sentences), waiting, falls, f"{look.bowling}{analyses}."]
    texts = [text for text in groups if text]
    if look.is_one_paragraph:
        texts = [" ".join(texts)]
    first, *others = (tag("span", text) for text in texts)
    return "".join(wrap("p", text) for text in (f"{team} {first}", *others))


def _batter(batter: BatterView, look: _Look) -> str:
    runs = batter.cells.get("runs")
    text = f"{batter.title} {batter.dismissal}"
    return text if runs is None else f"{text} {look.runs.format(r=runs, b=batter.cells.get('balls', ''))}"


LAYOUT = Layout("agate", _compose, is_paper=True)
