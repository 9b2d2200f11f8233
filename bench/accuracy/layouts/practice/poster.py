"""A poster for social media: both sides' names in capitals, batting beside the other side's bowling, sponsors and hashtags."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import CONDENSED, SANS
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.joined import ANALYSIS, analysis, listed, runs_and_balls
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, with_scores
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_CSS = """
@page{size:A3;margin:0}
body{margin:0;font:$size/1.25 $font;color:$text;background:linear-gradient($angle,$back,$back2)}
.frame{padding:36px $edge} h1{margin:0;font-size:2.4em;letter-spacing:$space;text-align:$side;color:$loud}
.sub{text-align:$side;margin:4px 0 18px}
.team{display:flex;align-items:center;gap:14px;background:$bar;color:$bartext;padding:10px 16px;margin-top:22px;font-size:1.3em;
font-weight:700}
.team b{flex:1} .team i{font-style:normal;width:40px;height:40px;line-height:40px;text-align:center;border-radius:50%;background:#fff;
color:#222;font-size:.6em}
.team small{font-size:.65em;font-weight:400} .two{display:flex;gap:$gap;flex-direction:$order;background:$panel;padding:10px 16px;
align-items:flex-start}
.bat{flex:1.5;min-width:0} .bowl{flex:1;min-width:0} table{width:100%;border-collapse:collapse}
td{padding:$pad 4px;border-bottom:$rule;text-align:left}
td small{display:$how;font-size:.84em} .n{text-align:right;font-weight:700;white-space:nowrap} .n span{font-weight:400;font-size:.85em}
.sum{margin:0;padding:8px 16px;background:$panel;font-size:.85em;display:flex;gap:26px;flex-wrap:wrap}
.result{margin-top:24px;padding:14px;text-align:center;font-size:1.35em;font-weight:700;background:$loud;color:$back}
.foot{display:flex;justify-content:space-between;margin-top:20px;font-size:.78em;opacity:.9}
"""
_COLOURS = (
    ("#0b132b", "#1c2f5c", "#ffffff", "#ffd166", "#ef476f", "#ffffff", "#ffffff14"),
    ("#fff8ec", "#fde7c3", "#2b2118", "#a4161a", "#2b2118", "#fff8ec", "#ffffffb0"),
    ("#052e2b", "#0f5c4d", "#f4fff9", "#f9c80e", "#f9c80e", "#052e2b", "#00000030"),
    ("#f5f5f7", "#dfe3ee", "#15172b", "#3a0ca3", "#3a0ca3", "#ffffff", "#ffffff"),
)
_RUNS = ("{r} ({b})", "{r}({b})", "{r} <span>({b})</span>", "{r} <span>{b}</span>")

_BEST = 4


@dataclass(frozen=True)
class _Look:
    runs: str
    figures: str
    is_best_of: bool


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    plan = replace(
        choose_plan(dice, notation),
        batting=dice.pick((("runs", "balls"), ("runs", "balls"), ("runs",))),
        bowling=ANALYSIS if dice.chance(0.4) else ("wickets", "runs", "overs"),
        prints_falls=False,
        prints_toss=False,
    )
    card = fill_card(match, plan)
    is_best_of = dice.chance(0.25)
    card = replace(card, innings=tuple(map(_best, card.innings))) if is_best_of else card
    look = _Look(
        runs=dice.pick(_RUNS),
        figures=dice.pick(("{w}/{r} ({o})", "{w}-{r} ({o})", "{w} for {r} <span>({o} ov)</span>")),
        is_best_of=is_best_of,
    )
    back, back2, text, loud, bar, bar_text, panel = dice.pick(_COLOURS)
    width = dice.pick((1080, 1080, 900, 960))
    style = {
        "size": f"{dice.pick((17, 18, 19, 20))}px",
        "font": f"'{dice.pick(CONDENSED if dice.chance(0.5) else SANS)}'",
        "angle": f"{dice.whole(100, 200)}deg",
        "edge": f"{dice.whole(24, 56)}px",
        "space": dice.pick(("0", "2px", "4px")),
        "side": dice.pick(("left", "center", "right")),
        "gap": f"{dice.pick((16, 28, 40))}px",
        "order": dice.pick(("row", "row", "row-reverse")),
        "pad": f"{dice.whole(2, 6)}px",
        "rule": dice.pick(("0", f"1px solid {text}33", f"1px dashed {text}44")),
        "how": dice.pick(("block", "inline")),
    }
    body = _head(card, look, dice) + "".join(_side(each, card, look) for each in card.innings) + _foot(card, dice)
    html = document(
        _CSS,
        wrap("div", body, "frame"),
        back=back,
        back2=back2,
        text=text,
        loud=loud,
        bar=bar,
        bartext=bar_text,
        panel=panel,
        **style,
    )
    return Page(html, width, card)


def _notation(dice: Dice) -> Notation:
    notation = with_scores(choose_notation(dice), WICKETS_FIRST if dice.chance(0.35) else RUNS_FIRST, dice)
    return replace(
        notation,
        names=dice.pick(("surname", "full", "initials")),
        short_names="surname",
        words=dice.pick(WORDS[:2]),
        marks=dice.pick((MARKS[1], MARKS[6], MARKS[3])),
        star=dice.chance(0.7),
        extras=dice.pick((EXTRAS[8], EXTRAS[0], EXTRAS[5])),
        nothing="",
    )


def _best(innings: InningsView) -> InningsView:
    """Return who did most, without the ways out; a star still says who was not out."""
    batters = sorted((each for each in innings.batting if "runs" in each.cells), key=_runs, reverse=True)[:_BEST]
    bowlers = sorted(innings.bowling, key=lambda each: int(each.cells["wickets"]), reverse=True)[:_BEST]
    return replace(innings, batting=tuple(map(_without_dismissal, batters)), bowling=tuple(bowlers), did_not_bat=())


def _runs(batter: BatterView) -> int:
    return int(batter.cells["runs"].rstrip("*"))


def _without_dismissal(batter: BatterView) -> BatterView:
    kind = batter.kind if batter.cells["runs"].endswith("*") else ""
    return replace(batter, dismissal="", kind=kind, bowler="", fielders=())


def _head(card: CardView, look: _Look, dice: Dice) -> str:
    title = (
        "TOP PERFORMERS"
        if look.is_best_of
        else dice.pick(("MATCH RESULT", "FULL TIME", "SCORECARD", "THAT'S STUMPS", "MATCH DAY"))
    )
    parts = " | ".join(filter(None, (card.event, card.venue, card.date_text)))
    return tag("h1", title) + tag("div", parts.upper(), "sub")


def _side(innings: InningsView, card: CardView, look: _Look) -> str:
    other = next(team for team in card.teams if team != innings.team)
    number = f" {innings.number}{'st' if innings.number == 1 else 'nd'} inns" if innings.has_number else ""
    badge = tag("i", "".join(word[0] for word in innings.team.split())[:3].upper())
    overs = tag("small", innings.overs_text)
    head = wrap("div", badge + tag("b", (innings.team + number).upper()) + tag("span", innings.score) + overs, "team")
    batting = wrap("div", wrap("table", "".join(_batter(each, look) for each in innings.batting)), "bat")
    bowlers = "".join(_bowler(each, look) for each in innings.bowling)
    bowling = wrap("div", wrap("table", row([tag("td", f"{other} bowling")]) + bowlers), "bowl")
    sums = tag("span", f"EXTRAS {innings.extras_text}")
    sums += tag("span", f"DNB: {listed(innings.did_not_bat, ', ')}") if innings.did_not_bat else ""
    return head + wrap("div", batting + bowling, "two") + wrap("div", sums, "sum")


def _batter(batter: BatterView, look: _Look) -> str:
    how = " " + tag("small", batter.dismissal) if batter.dismissal else ""
    return row(
        [wrap("td", tag("span", batter.title.upper()) + how), wrap("td", runs_and_balls(batter, look.runs, ""), "n")]
    )


def _bowler(bowler: BowlerView, look: _Look) -> str:
    cells = bowler.cells
    if "maidens" in cells:
        return row([tag("td", bowler.name.upper()), *number_cells((analysis(bowler),))])
    figures = look.figures.format(w=cells["wickets"], r=cells["runs"], o=cells["overs"])
    return row([tag("td", bowler.name.upper()), wrap("td", figures, "n")])


def _foot(card: CardView, dice: Dice) -> str:
    result = tag("div", card.result.upper() + dice.pick(("", "!")), "result") if card.result else ""
    words = (
        f"#{card.teams[0].split()[0]}Family",
        dice.pick(("#UpTheCasuals", "#cricket")),
        "Kit by Boundary & Co",
        "@pitchside",
    )
    return result + wrap("div", "".join(tag("span", word) for word in words), "foot")


LAYOUT = Layout("poster", _compose, is_paper=False)
