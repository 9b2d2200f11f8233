"""A picture sent in a chat, opened: two screens of a club's scoring app beside each other, status bars and tabs on both."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import run_rate
from bench.accuracy.layouts.prose import advert
from bench.accuracy.layouts.unseen_2.short_heads import SHORT_HEADS
from bench.accuracy.layouts.unseen_2.styles import APP_COLLAGE
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_BATTING = (
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("runs", "balls", "fours", "sixes", "strike_rate", "minutes"),
    ("runs", "balls", "fours", "sixes"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "economy"),
    ("overs", "maidens", "runs", "wickets", "dots", "fours", "sixes", "economy"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"),
)
_HEADS = SHORT_HEADS | {"minutes": "Min", "economy": "Eco."}
_LIGHT = {"text": "#222", "page": "#eceff1", "panel": "#fff", "line": "#e6e6e6", "faint": "#707070", "head": "#f4f4f4"}
_DARK = {"text": "#eee", "page": "#121212", "panel": "#1d1d1f", "line": "#333", "faint": "#a5a5a5", "head": "#2a2a2d"}
_UP, _DOWN = "\N{MODIFIER LETTER UP ARROWHEAD}", "\N{MODIFIER LETTER DOWN ARROWHEAD}"


@dataclass(frozen=True)
class _Look:
    batters: str
    bowlers: str
    waiting: str
    has_fall_rows: bool
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    is_split = len(match.innings) == 1 or dice.chance(0.5)
    notation = _notation(dice)
    card = fill_card(match, _plan(notation, match, dice, is_split=is_split))
    look = _Look(
        batters=dice.pick(("Batters", "Batsman", "Batter")),
        bowlers=dice.pick(("Bowlers", "Bowler")),
        waiting=dice.pick(("To Bat:", "Did not bat:", "Yet to bat:")),
        has_fall_rows=dice.chance(0.6),
        nothing=notation.nothing,
    )
    bar, link = dice.pick((("#b3261e", "#00695c"), ("#0d47a1", "#0d47a1"), ("#1b5e20", "#333"), ("#3a2378", "#5a3fc0")))
    is_light = dice.chance(0.8)
    style = {
        "size": f"{dice.pick((13, 14, 14))}px",
        "font": f"'{dice.pick(SANS[:7])}'",
        "pad": f"{dice.whole(4, 8)}px",
        "gap": f"{dice.pick((0, 3, 10))}px",
        "edge": f"{dice.pick((0, 6))}px",
        "bar": bar,
        "link": link if is_light else "#9ccfff",
        "team": dice.pick((bar, "#37474f", "#00796b")),
        "teamtext": "#fff",
        "shut": "#d7dde0" if is_light else "#2c2c30",
    }
    screens = _screens(card, look, dice, is_split=is_split)
    shots = wrap("div", "".join(wrap("div", screen, "phone") for screen in screens), "shots")
    theme = _LIGHT if is_light else _DARK
    return Page(document(APP_COLLAGE, _top(dice) + shots + _reply(dice), **theme, **style), dice.whole(800, 900), card)


def _notation(dice: Dice) -> Notation:
    names = dice.pick(("full", "full", "initials"))
    return replace(
        choose_notation(dice),
        names=names,
        short_names=dice.pick((names, "surname")),
        words=dice.pick((WORDS[0], WORDS[3], WORDS[1])),
        marks=dice.pick((MARKS[1], MARKS[0], MARKS[6])),
        score="{t}/{w}",
        all_out=dice.pick(("{t}/{w}", "{t}/{w}", "{t} all out")),
        declared="{t}/{w} d",
        overs="({o} Ov)",
        whole_overs=dice.pick(("{n}.0", "{n}")),
        extras=dice.pick((EXTRAS[0], EXTRAS[6])),
        fall="{n} {r}/{w} {o}",
        rate_decimals=2,
    )


def _plan(notation: Notation, match: Match, dice: Dice, *, is_split: bool) -> Plan:
    most = 1 if is_split else 2
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        prints_venue=False,
        prints_date=False,
        prints_event=False,
        prints_toss=False,
        most_innings=most,
        first_innings=dice.whole(0, len(match.innings) - most),
        prints_other_scores=True,
    )


def _top(dice: Dice) -> str:
    stamp = f"{dice.pick(('Today', 'Yesterday', '14 July'))}, {dice.whole(17, 22)}:{dice.whole(10, 59)}"
    who = wrap("div", tag("b", dice.pick(("You", invent_official(dice), "Sunday XI"))) + tag("small", stamp))
    return wrap("div", tag("span", "\N{LEFTWARDS ARROW}") + who + tag("span", "\N{WHITE STAR}"), "top")


def _reply(dice: Dice) -> str:
    return wrap("div", tag("span", dice.pick(("Reply", "Message", "Well played boys"))), "reply")


def _screens(card: CardView, look: _Look, dice: Dice, *, is_split: bool) -> tuple[str, str]:
    """Return both screens: an innings cut below its batting, or one innings on each."""
    minute, power = dice.whole(10, 58), dice.whole(12, 97)
    hour, net = dice.pick((18, 19, 20)), dice.pick(("4G", "5G", "LTE"))
    heads = [_head(card, f"{hour}:{minute + at}", f"{net} {power}%") for at in (0, 1)]
    shut = "".join(_team(each, _DOWN, "team shut") for each in card.others)
    advertised = tag("div", advert(dice), "ad") if dice.chance(0.5) else ""
    feet = wrap("div", "".join(tag("span", word) for word in ("Home", "Looking", "My Cricket", "Community")), "foot")
    result = wrap("div", tag("b", card.result), "line") if card.result else ""
    if is_split:
        innings = card.innings[0]
        return (
            heads[0] + result + _team(innings, _UP) + _batting(innings, look) + feet,
            heads[1] + _bowling(innings, look) + _falls(innings, look) + shut + advertised + feet,
        )
    left, right = (
        _team(each, _UP) + _batting(each, look) + _bowling(each, look) + _falls(each, look) for each in card.innings
    )
    return heads[0] + result + left + feet, heads[1] + right + shut + advertised + feet


def _head(card: CardView, clock: str, power: str) -> str:
    status = wrap("div", tag("span", clock) + tag("span", power), "status")
    title = tag("span", "\N{LEFTWARDS ARROW}") + tag("span", f"{card.teams[0]} vs {card.teams[1]}")
    words = ("Summary", "Scorecard", "Comms", "Analysis", "MVP")
    tabs = "".join(tag("span", word, "on" if word == "Scorecard" else "") for word in words)
    return status + wrap("div", title, "title") + wrap("div", tabs, "tabs")


def _team(innings: InningsView, sign: str, kind: str = "team") -> str:
    number = f" {'1st' if innings.number == 1 else '2nd'} Inn" if innings.has_number else ""
    score = tag("span", innings.score) + " " + tag("small", innings.overs_text) + " " + tag("span", sign)
    return wrap("div", tag("span", innings.team + number) + wrap("span", score), kind)


def _batting(innings: InningsView, look: _Look) -> str:
    columns = innings.batting_columns
    lines = [row([tag("th", look.batters), *number_cells((_HEADS[column] for column in columns), "th")])]
    lines += [_batter(each, columns, look) for each in innings.batting]
    rate = f" CRR {run_rate(innings)}" if run_rate(innings) else ""
    sums = wrap("div", tag("b", "Extras") + tag("span", innings.extras_text), "line")
    sums += wrap("div", tag("b", "Total") + tag("span", innings.score_with_overs + rate, "b"), "line")
    if innings.did_not_bat:
        sums += wrap("div", tag("b", look.waiting) + tag("span", ", ".join(innings.did_not_bat)), "wait")
    return wrap("table", "".join(lines)) + sums


def _batter(batter: BatterView, columns: tuple[str, ...], look: _Look) -> str:
    name = tag("span", batter.title) + tag("small", batter.dismissal)
    first, *rest = batter.texts(columns, look.nothing)
    return row([wrap("td", name, "who"), tag("td", first, "n b"), *number_cells(rest)])


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", look.bowlers), *number_cells((_HEADS[column] for column in columns), "th")])]
    lines += [
        row([tag("td", bowler.name, "who"), *number_cells(bowler.texts(columns, look.nothing))])
        for bowler in innings.bowling
    ]
    return wrap("table", "".join(lines))


def _falls(innings: InningsView, look: _Look) -> str:
    if not innings.falls:
        return ""
    if not look.has_fall_rows:
        texts = (f"{fall.runs}/{fall.wicket} ({fall.batter}, {fall.over} Ov)" for fall in innings.falls)
        return wrap("div", tag("b", "Fall of Wickets") + tag("span", ", ".join(texts)), "wait")
    lines = [row([tag("th", "Fall of wickets"), *number_cells(("Score", "Over"), "th")])]
    lines += [
        row([tag("td", fall.batter), *number_cells((f"{fall.runs}/{fall.wicket}", fall.over))])
        for fall in innings.falls
    ]
    return wrap("table", "".join(lines))


LAYOUT = Layout("app_collage", _compose, is_paper=False)
