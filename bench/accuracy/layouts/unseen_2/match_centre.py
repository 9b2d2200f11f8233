"""A scoring company's match centre on a wide screen: an innings is a row of panels, batting, bowling with falls, partnerships."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import InningsFigures, Match
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, run_rate, with_scores
from bench.accuracy.layouts.unseen.added import figures_of
from bench.accuracy.layouts.unseen_2.around import over_by_over, shares, stands
from bench.accuracy.layouts.unseen_2.short_heads import SHORT_HEADS
from bench.accuracy.layouts.unseen_2.styles import MATCH_CENTRE
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_BATTING = (
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("runs", "balls", "fours", "sixes"),
    ("runs", "balls", "minutes", "fours", "sixes", "strike_rate"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "economy"),
    ("overs", "maidens", "runs", "wickets", "dots", "economy"),
    ("overs", "dots", "maidens", "runs", "wickets", "economy"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
)
_HEADS = SHORT_HEADS | {"economy": "Econ", "dots": "Dots", "wides": "Wd", "no_balls": "Nb"}
_LIGHT = {"text": "#1c2330", "page": "#eef1f5", "panel": "#ffffff", "line": "#e3e7ed", "faint": "#66707f"}
_DARK = {"text": "#eef2f8", "page": "#0e1624", "panel": "#18233500", "line": "#2c3a52", "faint": "#9fb0c8"}
_EXTRAS = ("byes", "leg_byes", "wides", "no_balls", "penalty")
_CODES = (("B", "LB", "W", "NB", "P"), ("b", "lb", "w", "nb", "pen"))


@dataclass(frozen=True)
class _Look:
    codes: Sequence[str]
    extras: str
    has_stands: bool
    has_bars: bool
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(notation, match, dice))
    look = _Look(
        codes=dice.pick(_CODES),
        extras="Sundries" if notation.score.startswith("{w}") else "Extras",
        has_stands=dice.chance(0.8),
        has_bars=dice.chance(0.6),
        nothing=notation.nothing,
    )
    is_light = dice.chance(0.6)
    bar, accent = dice.pick(
        (("#0b1f3f", "#1d6fd8"), ("#3b0f52", "#8b3fc4"), ("#0d3b2e", "#148a5f"), ("#5c0f1b", "#c22840"))
    )
    style = {
        "size": f"{dice.pick((13, 14, 15))}px",
        "font": f"'{dice.pick(SANS[:8])}'",
        "pad": f"{dice.whole(3, 7)}px",
        "round": f"{dice.pick((0, 6, 14))}px",
        "shares": dice.pick(("5fr 4fr 3fr", "4fr 3fr 3fr")) if look.has_stands else dice.pick(("3fr 2fr", "1fr 1fr")),
        "border": dice.pick((f"1px solid {'#d7dce4' if is_light else '#2c3a52'}", "0")),
        "shadow": dice.pick(("none", "0 1px 4px #0003")),
        "bar": bar,
        "bartext": "#fff",
        "accent": accent if is_light else dice.pick(("#5fd0ff", "#ffc63d", "#58e0a0")),
        "disc": "#fff" if is_light else "#0e1624",
        "lit": "#eef6ff" if is_light else "#22304a",
    }
    theme = _LIGHT if is_light else _DARK | {"panel": "#182335"}
    body = _head(card, dice)
    body += "".join(_innings(each, figures_of(match, each), look, dice) for each in card.innings)
    return Page(document(MATCH_CENTRE, body, **theme, **style), dice.pick((1280, 1360, 1440)), card)


def _notation(dice: Dice) -> Notation:
    notation = with_scores(choose_notation(dice), WICKETS_FIRST[:2] if dice.chance(0.35) else RUNS_FIRST[:4], dice)
    return replace(
        notation,
        names=dice.pick(("full", "full", "initials", "spaced")),
        short_names=dice.pick(("surname", "initials")),
        words=dice.pick((WORDS[0], WORDS[1], WORDS[4])),
        marks=dice.pick((MARKS[1], MARKS[0], MARKS[4], MARKS[6])),
        extras=EXTRAS[0],
        fall="{w} {n} {r} {o}",
        rate_decimals=dice.pick((2, 1)),
    )


def _plan(notation: Notation, match: Match, dice: Dice) -> Plan:
    is_one = dice.chance(0.3)
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        prints_falls=dice.chance(0.8),
        most_innings=1 if is_one else 4,
        first_innings=dice.whole(0, len(match.innings) - 1) if is_one else 0,
        prints_other_scores=True,
    )


def _head(card: CardView, dice: Dice) -> str:
    everything = (*card.innings, *card.others)
    sides = []
    for team, kind in zip(card.teams, ("", "away"), strict=True):
        scores = " & ".join(
            each.score for each in sorted(everything, key=lambda each: each.number) if each.team == team
        )
        sides.append(wrap("div", tag("b", team) + tag("strong", scores), kind))
    place = " \N{MIDDLE DOT} ".join(text for text in (card.event, card.venue, card.date_text) if text)
    middle = tag("small", place) + tag("b", card.result or dice.pick(("Result", "Match complete")))
    middle += tag("small", card.toss) if card.toss else ""
    words = ("Overview", "Scorecard", "Ball by Ball", "Partnerships", "Wagon Wheel", "Line-ups")
    tabs = "".join(tag("span", word, "on" if word == "Scorecard" else "") for word in words)
    return wrap("header", sides[0] + wrap("div", middle, "mid") + sides[1]) + wrap("div", tabs, "tabs")


def _panel(title: str, inner: str) -> str:
    return wrap("div", tag("h3", title) + inner, "panel")


def _innings(innings: InningsView, played: InningsFigures, look: _Look, dice: Dice) -> str:
    number = f" - {'1st' if innings.number == 1 else '2nd'} Innings" if innings.has_number else ""
    head = wrap("h2", tag("span", innings.team + number) + tag("span", innings.score_with_overs))
    second = _panel("Bowling", _bowling(innings, look))
    second += _panel("Fall of wickets", _falls(innings)) if innings.falls else ""
    third = _panel("Partnerships", _stands(played, dice)) if look.has_stands else ""
    bars = _panel("Runs per over", _bars(over_by_over(played, dice))) if look.has_bars else ""
    columns = [
        _panel("Batting", _batting(innings, look)),
        second + ("" if third else bars),
        third + bars if third else "",
    ]
    return head + wrap("div", "".join(wrap("div", column) for column in columns if column), "grid")


def _batting(innings: InningsView, look: _Look) -> str:
    columns = innings.batting_columns
    lines = [row([tag("th", ""), *number_cells((_HEADS[column] for column in columns), "th")])]
    lines += [_batter(each, columns, look) for each in innings.batting]
    parts = "".join(
        tag("span", f"{code} {innings.extras[part]}")
        for code, part in zip(look.codes, _EXTRAS, strict=True)
        if part in innings.extras
    )
    total = tag("span", str(innings.extras["total"]), "b")
    sums = wrap("div", tag("span", look.extras) + wrap("span", parts, "chips") + total, "sums")
    rate = f" \N{MIDDLE DOT} RR {run_rate(innings)}" if run_rate(innings) else ""
    sums += wrap("div", tag("span", "Total") + tag("span", innings.score_with_overs + rate), "sums total")
    if innings.did_not_bat:
        sums += wrap("div", tag("b", "Did not bat ") + tag("span", ", ".join(innings.did_not_bat)), "wait")
    return wrap("table", "".join(lines)) + sums


def _batter(batter: BatterView, columns: Sequence[str], look: _Look) -> str:
    first, *rest = batter.texts(columns, look.nothing)
    name = wrap("td", tag("b", batter.title) + tag("small", batter.dismissal), "who")
    return row([name, tag("td", first, "n b"), *number_cells(rest)], "in" if batter.kind == "not out" else "")


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", ""), *number_cells((_HEADS[column] for column in columns), "th")])]
    lines += [
        row([wrap("td", tag("b", each.name), "who"), *number_cells(each.texts(columns, look.nothing))])
        for each in innings.bowling
    ]
    return wrap("table", "".join(lines))


def _falls(innings: InningsView) -> str:
    return "".join(
        wrap(
            "div",
            tag("i", str(fall.wicket))
            + tag("span", fall.batter)
            + tag("b", str(fall.runs))
            + tag("small", f"{fall.over} ov"),
            "fall",
        )
        for fall in innings.falls
    )


def _stands(played: InningsFigures, dice: Dice) -> str:
    together = stands(played)
    most = max((stand.runs for stand in together), default=0) or 1
    lines = []
    for stand in together:
        (first, second), (his, hers) = stand.pair, shares(stand, dice)
        texts = (f"{first.name.surname} {his[0]}", f"{stand.runs} ({stand.balls})", f"{hers[0]} {second.name.surname}")
        names = wrap("div", tag("small", texts[0]) + tag("b", texts[1]) + tag("small", texts[2]))
        lines.append(wrap("div", f'{names}<i style="width:{round(100 * stand.runs / most)}%"></i>', "stand"))
    return "".join(lines)


def _bars(runs: list[int]) -> str:
    most = max(runs) or 1
    bars = "".join(f'<i style="height:{round(100 * each / most)}%"></i>' for each in runs)
    marks = [str(at) for at in range(5, len(runs) + 1, 5)] if len(runs) <= 50 else ["1", str(len(runs))]  # noqa: PLR2004 - no room for more
    return wrap("div", bars, "bars") + wrap("div", "".join(tag("span", mark) for mark in marks), "axis")


LAYOUT = Layout("match_centre", _compose, is_paper=False)
