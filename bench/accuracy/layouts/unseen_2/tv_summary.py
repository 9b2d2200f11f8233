"""A broadcast's match summary: for each innings the best batters at the left and the best bowlers against them at the right."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import CONDENSED, SANS
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, with_scores
from bench.accuracy.layouts.unseen_2.styles import TV_SUMMARY
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import MARKS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_COLOURS = (
    ("#0b1c3a", "#2f6db5", "#10264dee", "#ffd200", "#0a1730", "#e9eef7", "#0b1c3a"),
    ("#14301f", "#4f9b5d", "#0f2417ee", "#e4002b", "#ffffff", "#1d5c37", "#ffffff"),
    ("#2b0b2e", "#8a3a94", "#34103aee", "#00d1c1", "#10202b", "#f3e9f5", "#2b0b2e"),
    ("#1a1a1c", "#6b6f76", "#232428ee", "#ff6a13", "#1a1a1c", "#3b3e45", "#ffffff"),
)
_FIGURES = ("{w}-{r}", "{w}-{r}", "{w}/{r}")
_MANY = 2


@dataclass(frozen=True)
class _Look:
    figures: str
    overs: str
    balls: str
    title: str


def _compose(match: Match, dice: Dice) -> Page:
    notation, has_balls, has_overs = _notation(dice), dice.chance(0.75), dice.chance(0.65)
    card = fill_card(match, _plan(notation, dice, has_balls=has_balls, has_overs=has_overs))
    most = 2 if len(card.innings) > _MANY else dice.pick((3, 4, 4))
    card = replace(card, innings=tuple(_best(each, most) for each in card.innings))
    look = _Look(
        figures=dice.pick(_FIGURES),
        overs=dice.pick(("{o}", "({o})", "{o} ov")) if has_overs else "",
        balls=dice.pick(("{b}", "({b})", "{b}")) if has_balls else "",
        title=dice.pick(("MATCH SUMMARY", "SUMMARY", "SCORECARD SUMMARY", "AT STUMPS")),
    )
    back, light, panel, accent, foot_text, bar, bar_text = dice.pick(_COLOURS)
    width = dice.pick((1280, 1280, 1100))
    style = {
        "size": f"{dice.pick((18, 20) if len(card.innings) > _MANY else (24, 26, 28))}px",
        "font": f"'{dice.pick(CONDENSED[:3] if dice.chance(0.5) else SANS)}'",
        "height": f"{round(width * 9 / 16)}px",
        "edge": f"54px {dice.whole(50, 110)}px 30px",
        "spot": f"{dice.whole(20, 80)}% {dice.whole(10, 60)}%",
        "bugside": f"{dice.whole(24, 80)}px",
        "gap": f"{dice.whole(8, 18)}px",
        "pad": f"{dice.whole(3, 7)}px",
        "middle": f"{dice.pick((0, 12, 40))}px",
        "rule": dice.pick(("0", "1px solid #ffffff2e")),
        "back": back,
        "light": light,
        "panel": panel,
        "accent": accent,
        "foottext": foot_text,
        "bar": bar,
        "bartext": bar_text,
    }
    body = _head(card, look, dice) + "".join(_innings(each, look) for each in card.innings) + _foot(card, dice)
    return Page(document(TV_SUMMARY, wrap("div", body, "screen"), **style), width, card)


def _notation(dice: Dice) -> Notation:
    notation = with_scores(choose_notation(dice), WICKETS_FIRST[:2] if dice.chance(0.25) else RUNS_FIRST[1:4], dice)
    return replace(
        notation,
        names=dice.pick(("surname", "initials", "full", "spaced")),
        marks=dice.pick((MARKS[6], MARKS[6], MARKS[1])),
        overs=dice.pick(("{o} overs", "({o} ov)", "{o} ov")),
        star=True,
    )


def _plan(notation: Notation, dice: Dice, *, has_balls: bool, has_overs: bool) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=("runs", "balls") if has_balls else ("runs",),
        bowling=("overs", "runs", "wickets") if has_overs else ("runs", "wickets"),
        prints_extras=False,
        prints_falls=False,
        prints_did_not_bat=False,
        prints_toss=False,
        prints_overs=dice.chance(0.8),
    )


def _best(innings: InningsView, most: int) -> InningsView:
    """Return who did most; nobody's dismissal is on the screen, a star alone says who was not out."""
    batters = sorted((each for each in innings.batting if "runs" in each.cells), key=_runs, reverse=True)[:most]
    takers = [each for each in innings.bowling if each.cells["wickets"] != "0"] or innings.bowling[:1]
    bowlers = sorted(takers, key=lambda each: (-int(each.cells["wickets"]), int(each.cells["runs"])))[:most]
    return replace(innings, batting=tuple(map(_without_dismissal, batters)), bowling=tuple(bowlers))


def _runs(batter: BatterView) -> int:
    return int(batter.cells["runs"].rstrip("*"))


def _without_dismissal(batter: BatterView) -> BatterView:
    kind = batter.kind if batter.cells["runs"].endswith("*") else ""
    return replace(batter, dismissal="", kind=kind, bowler="", fielders=())


def _head(card: CardView, look: _Look, dice: Dice) -> str:
    place = " | ".join(text for text in (card.event, card.venue, card.date_text) if text)
    bug = tag("div", dice.pick(("SPORTS 1 HD", "LIVE", "CRIC TV")), "bug")
    return bug + wrap("div", tag("b", look.title) + tag("span", place), "title")


def _innings(innings: InningsView, look: _Look) -> str:
    number = f" {'1st' if innings.number == 1 else '2nd'} inns" if innings.has_number else ""
    name = tag("b", (innings.team + number).upper())
    team = wrap("div", name + tag("small", innings.overs_text.upper()) + tag("strong", innings.score.upper()), "team")
    halves = []
    for batter, bowler in zip_longest(innings.batting, innings.bowling):
        halves += [_batter(batter, look), _bowler(bowler, look)]
    return wrap("div", team + wrap("div", "".join(halves), "rows"), "in")


def _batter(batter: BatterView | None, look: _Look) -> str:
    if batter is None:
        return wrap("div", tag("span", ""), "half")
    balls = tag("small", look.balls.format(b=batter.cells["balls"])) if look.balls else ""
    return wrap("div", tag("span", batter.title.upper()) + " " + tag("b", batter.cells["runs"]) + " " + balls, "half")


def _bowler(bowler: BowlerView | None, look: _Look) -> str:
    if bowler is None:
        return wrap("div", tag("span", ""), "half")
    cells = bowler.cells
    figures = tag("b", look.figures.format(w=cells["wickets"], r=cells["runs"]))
    overs = tag("small", look.overs.format(o=cells["overs"])) if look.overs else ""
    return wrap("div", tag("span", bowler.name.upper()) + " " + figures + " " + overs, "half")


def _foot(card: CardView, dice: Dice) -> str:
    result = tag("div", card.result.upper(), "foot") if card.result else ""
    return result + tag(
        "div", f"{dice.pick(('Data by', 'Presented by'))} {dice.pick(('Boundary & Co', 'Oakline Bank'))}", "sponsor"
    )


LAYOUT = Layout("tv_summary", _compose, is_paper=False)
