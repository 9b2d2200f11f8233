"""A live scoring app: a tile for each batter with an avatar, figures in chips, wickets before runs for bowlers, the last over."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, run_rate, with_scores
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_CSS = """
body{margin:0;font:$size/1.3 $font;color:$text;background:$page}
.hero{background:linear-gradient($angle,$accent,$deep);color:#fff;padding:16px}
.side{display:flex;align-items:center;gap:10px;margin:6px 0}
.side b{flex:1} .av{width:34px;height:34px;flex:none;line-height:34px;border-radius:$round;text-align:center;font-size:.8em;
font-weight:700;
background:$chip;color:$text} .hero .av{background:#fff3;color:#fff} .hero p{margin:6px 0 0;font-size:.88em}
.seg{display:flex;margin:12px;border-radius:20px;background:$chip;overflow:hidden} .seg span{flex:1;text-align:center;padding:7px}
.seg .on{background:$accent;color:#fff;font-weight:600} .over{display:flex;gap:6px;align-items:center;margin:0 14px 10px;font-size:.85em}
.over i{font-style:normal;width:25px;height:25px;line-height:25px;border-radius:50%;background:$chip;text-align:center}
.over i.w{background:#c62828;color:#fff}
h2{font-size:.95em;margin:14px 14px 6px;letter-spacing:.5px;color:$faint} .tile{display:flex;gap:10px;align-items:$place;background:$tile;
margin:0 $gap $space;padding:$pad 12px;border-radius:$corner} .mid{flex:1;min-width:0} .nm{font-weight:600}
small{display:block;font-size:.84em;color:$faint}
.pill{font-size:.7em;border:1px solid $faint;border-radius:4px;padding:0 4px;margin-left:5px;font-weight:400}
.chips{display:flex;gap:8px;margin-top:4px;font-size:.82em} .chips span{background:$chip;border-radius:9px;padding:1px 7px}
.big{text-align:right;white-space:nowrap} .big b{font-size:1.35em}
.sum{display:flex;justify-content:space-between;padding:8px 14px;background:$tile;margin:0 $gap $space}
.list{padding:2px 14px;margin:4px 0;font-size:.92em}
.nav{display:flex;justify-content:space-around;padding:12px;background:$tile;margin-top:14px;color:$faint;font-size:.82em}
"""
_LIGHT = {"text": "#1c2230", "page": "#f0f2f6", "tile": "#ffffff", "chip": "#e3e8f0", "faint": "#5b6577"}
_DARK = {"text": "#eef1f6", "page": "#10141b", "tile": "#1a202b", "chip": "#2a3342", "faint": "#a4afc0"}
_BATTING = (
    ("runs", "balls", "fours", "sixes"),
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("runs", "balls"),
    ("runs", "balls", "strike_rate"),
)
_BOWLING = (
    ("wickets", "runs", "overs"),
    ("wickets", "runs", "overs", "economy"),
    ("wickets", "runs", "overs", "maidens"),
)
_BALLS = ("0", "1", "0", "2", "4", "W", "6", "1lb", "wd", "0")


@dataclass(frozen=True)
class _Look:
    runs: str
    chips: str
    figures: str
    is_label_first: bool
    face: str
    starts_with_bowling: bool
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(match, notation, dice))
    look = _Look(
        runs=dice.pick(
            ("<b>{r}</b> ({b})", "<b>{r}</b> off {b}", "<b>{r}</b> {b}b", "<b>{r}</b><small>{b} balls</small>")
        ),
        chips=dice.pick(("{n} x {l}", "{l}: {n}", "{l} {n}")),
        figures=dice.pick(("{w}/{r}", "{w}-{r}", "{w} for {r}")),
        is_label_first=dice.chance(0.5),
        face=dice.pick(("initials", "initials", "position", "shirt")),
        starts_with_bowling=dice.chance(0.2),
        nothing="\N{EN DASH}",
    )
    theme = _LIGHT if dice.chance(0.6) else _DARK
    accent, deep = dice.pick(
        (("#0e7c66", "#06483b"), ("#3949ab", "#1a237e"), ("#d84315", "#7f2407"), ("#00796b", "#102a43"))
    )
    style = {
        "size": f"{dice.pick((13, 14, 15))}px",
        "font": f"'{dice.pick(SANS)}'",
        "angle": f"{dice.whole(90, 180)}deg",
        "round": dice.pick(("50%", "9px")),
        "place": dice.pick(("center", "flex-start")),
        "gap": f"{dice.pick((0, 10, 12))}px",
        "space": f"{dice.pick((1, 4, 8))}px",
        "pad": f"{dice.whole(6, 11)}px",
        "corner": f"{dice.pick((0, 8, 14))}px",
    }
    body = _hero(card) + _segments(card) + "".join(_innings(each, look, dice) for each in card.innings)
    bottom = wrap("div", "".join(tag("span", word) for word in ("Home", "Matches", "Stats", "Profile")), "nav")
    html = document(_CSS, body + bottom, accent=accent, deep=deep, **theme, **style)
    return Page(html, dice.pick((360, 390, 412, 430)), card)


def _notation(dice: Dice) -> Notation:
    notation = with_scores(choose_notation(dice), WICKETS_FIRST if dice.chance(0.3) else RUNS_FIRST, dice)
    return replace(
        notation,
        names=dice.pick(("full", "full", "initials")),
        marks=replace(MARKS[0], captain="C", keeper="WK", keeper_in_dismissals=False),
        extras=dice.pick((EXTRAS[0], EXTRAS[2], EXTRAS[8])),
        fall=dice.pick(("{r}-{w} {n} ({o})", "{w}/{r} ({n}, {o} ov)", "{n} {r}/{w}")),
    )


def _plan(match: Match, notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        first_innings=dice.whole(0, len(match.innings) - 1),
        most_innings=1,
        prints_other_scores=True,
        prints_toss=False,
        prints_venue=False,
        prints_date=False,
    )


def _initials(text: str) -> str:
    words = text.replace("-", " ").split()
    return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else text[:2].upper()


def _hero(card: CardView) -> str:
    scores = sorted((*card.innings, *card.others), key=lambda each: (each.number, card.teams.index(each.team)))
    lines = [
        wrap(
            "div",
            tag("span", _initials(each.team), "av") + tag("b", each.team) + tag("span", each.score_with_overs),
            "side",
        )
        for each in scores
    ]
    return wrap("div", "".join(lines) + "".join(tag("p", text) for text in (card.event, card.result) if text), "hero")


def _segments(card: CardView) -> str:
    shown = card.innings[0].team
    return wrap("div", "".join(tag("span", team, "on" if team == shown else "") for team in card.teams), "seg")


def _innings(innings: InningsView, look: _Look, dice: Dice) -> str:
    balls = "".join(tag("i", ball, "w" if ball == "W" else "") for ball in (dice.pick(_BALLS) for _ in range(6)))
    strip = wrap("div", tag("span", dice.pick(("This over", "Last over", "Recent"))) + balls, "over")
    batting = tag("h2", dice.pick(("BATTING", "Batters", "Batting card"))) + "".join(
        _batter(face, each, innings.batting_columns, look)
        for face, each in zip(_faces(innings, look, dice), innings.batting, strict=True)
    )
    sums = wrap("div", tag("span", "Extras") + tag("span", innings.extras_text), "sum")
    rate = f" \N{MIDDLE DOT} RR {run_rate(innings)}" if dice.chance(0.5) and run_rate(innings) else ""
    sums += wrap("div", tag("b", "Total") + tag("b", innings.score_with_overs + rate), "sum")
    bowling = tag("h2", dice.pick(("BOWLING", "Bowlers"))) + "".join(_bowler(each, look) for each in innings.bowling)
    batting += sums + _lists(innings)
    return strip + (bowling + batting if look.starts_with_bowling else batting + bowling)


def _lists(innings: InningsView) -> str:
    waiting, falls = ", ".join(innings.did_not_bat), " \N{BULLET} ".join(fall.text for fall in innings.falls)
    lines = (("DID NOT BAT", waiting), ("FALL OF WICKETS", falls))
    return "".join(tag("h2", label) + tag("p", text, "list") for label, text in lines if text)


def _faces(innings: InningsView, look: _Look, dice: Dice) -> list[str]:
    """Return what stands in the circles before the names."""
    shirts = dice.some(range(1, 100), len(innings.batting))
    if look.face == "initials":
        return [_initials(batter.name) for batter in innings.batting]
    return list(map(str, shirts if look.face == "shirt" else range(1, len(innings.batting) + 1)))


def _batter(face: str, batter: BatterView, columns: tuple[str, ...], look: _Look) -> str:
    pills = "".join(tag("span", mark, "pill") for mark in _marks(batter))
    mid = wrap("div", tag("span", batter.name, "nm") + pills) + tag("small", batter.dismissal)
    labels = {"fours": "4s", "sixes": "6s", "strike_rate": "SR"}
    chips = [
        look.chips.format(n=batter.cells[column], l=labels[column]).replace(
            f"x {labels[column]}", f"x {labels[column][0]}"
        )
        if column != "strike_rate"
        else f"SR {batter.cells[column]}"
        for column in columns[2:]
        if column in batter.cells
    ]
    mid += wrap("div", "".join(tag("span", chip) for chip in chips), "chips") if chips else ""
    runs = batter.cells.get("runs")
    big = look.nothing if runs is None else look.runs.format(r=runs, b=batter.cells["balls"])
    return wrap("div", tag("span", face, "av") + wrap("div", mid, "mid") + wrap("div", big, "big"), "tile")


def _marks(batter: BatterView) -> list[str]:
    return ["C"] * batter.captain + ["WK"] * batter.keeper


def _bowler(bowler: BowlerView, look: _Look) -> str:
    cells = bowler.cells
    figures = tag("b", look.figures.format(w=cells["wickets"], r=cells["runs"]))
    overs = f"{cells['overs']} overs" if look.is_label_first else f"({cells['overs']} ov)"
    more = [f"Econ {cells['economy']}"] if "economy" in cells else []
    more += [f"Maidens {cells['maidens']}"] if "maidens" in cells else []
    mid = tag("div", bowler.name, "nm") + "".join(tag("small", text) for text in more)
    return wrap("div", wrap("div", mid, "mid") + wrap("div", figures + tag("small", overs), "big"), "tile")


LAYOUT = Layout("score_app", _compose, is_paper=False)
