"""A club's form, printed and filled in by machine or by hand."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import HANDWRITING, SANS, SERIF, TYPEWRITER
from bench.accuracy.layouts.form import FORM_CSS, field, innings_form
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView

_BATTING = (("runs",), ("runs",), ("runs", "balls"), ("minutes", "runs"), ("fours", "sixes", "runs"))
_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "runs", "wickets", "maidens"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
)
_HAND_SIZES = {"DkgHandwriting": 18, "Breip": 17, "Steve": 17, "Chilanka": 17, "Comic Neue": 16}


def _compose(match: Match, dice: Dice) -> Page:
    return _page(match, dice, f"'{dice.pick(SANS + TYPEWRITER)}'", dice.pick((13, 14, 15)), "#111111")


def _compose_by_hand(match: Match, dice: Dice) -> Page:
    hand = dice.pick(HANDWRITING)
    return _page(
        match, dice, f"'{hand}'", _HAND_SIZES[hand] + dice.whole(0, 3), dice.pick(("#1f2f7a", "#1b1b1b", "#123a6b"))
    )


def _page(match: Match, dice: Dice, hand: str, size: int, ink: str) -> Page:
    notation = _notation(dice)
    plan = replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        most_innings=dice.pick((1, 2, 2)),
        parts_bowlers=True,
    )
    card = fill_card(match, plan)
    style = {
        "form": f"'{dice.pick(SANS + SERIF)}'",
        "print": f"{dice.pick((11, 12, 13))}px",
        "hand": hand,
        "size": f"{size}px",
        "ink": ink,
        "slant": "",
        "paper": dice.pick(("#ffffff", "#fbfaf4", "#f2f7f0")),
        "rule": dice.pick(("#222222", "#777777", "#3b6b4a")),
        "shade": dice.pick(("#ffffff", "#e8e8e8")),
        "pad": f"{dice.whole(1, 6)}px",
    }
    body = _head(card, dice) + "".join(innings_form(innings, notation.nothing) for innings in card.innings)
    return Page(document(FORM_CSS, body, **style), dice.pick((794, 860, 920)), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("initials", "dotted", "full", "spaced")),
        words=dice.pick((WORDS[0], WORDS[2], WORDS[3])),
        marks=dice.pick((MARKS[2], MARKS[3], MARKS[6])),
        shows_noughts=True,
        star=False,
        extras=EXTRAS[0],
        fall=dice.pick(("{w}-{r}", "{r}-{w}", "{w}/{r} {n}")),
        nothing=dice.pick(("", "-")),
    )


def _head(card: CardView, dice: Dice) -> str:
    title = dice.pick(("CRICKET SCORE SHEET", "MATCH RESULT SHEET", "OFFICIAL SCORECARD"))
    first, second = card.teams
    fields = [field("Match:", f"{first} v {second}"), field("Ground:", card.venue), field("Date:", card.date_text)]
    fields += [field("Competition:", card.event), field("Toss:", card.toss), field("Result:", card.result)]
    return tag("h1", title) + wrap("div", "".join(fields), "fields")


LAYOUT = Layout("club_form", _compose, is_paper=True)
BY_HAND = Layout("handwritten_form", _compose_by_hand, is_paper=True)
