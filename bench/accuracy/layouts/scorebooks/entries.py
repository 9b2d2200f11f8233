"""What every scorebook writes in its own way: notation, columns, and the lines above the boxes."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.markup import tag, wrap
from bench.accuracy.layouts.scorebooks.book import Book
from bench.accuracy.layouts.scorebooks.pen import Pen
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_WORD = 0.95


def card_of(
    match: Match,
    dice: Dice,
    batting: tuple[tuple[str, ...], ...],
    bowling: tuple[tuple[str, ...], ...],
    most_innings: int = 1,
) -> CardView:
    """Return what is written on the page: one innings, as books give each a page, or more below each other."""
    notation = replace(
        choose_notation(dice),
        names=dice.pick(("initials", "dotted", "full", "surname", "spaced")),
        short_names="surname",
        words=dice.pick((WORDS[0], WORDS[2], WORDS[5])),
        marks=dice.pick((MARKS[2], MARKS[3], MARKS[6], MARKS[6])),
        score="{t}/{w}",
        all_out="{t}/{w}",
        declared="{t}/{w}",
        whole_overs="{n}",
        star=False,
        extras=EXTRAS[0],
        shows_noughts=dice.chance(0.5),
        fall=dice.pick(("{w} {r}", "{w} {r}", "{w} {r} {n}")),
        nothing="",
    )
    plan = replace(
        choose_plan(dice, notation),
        batting=dice.pick(batting),
        bowling=dice.pick(bowling),
        parts_bowlers=True,
        prints_overs=dice.chance(0.7),
        prints_falls=dice.chance(0.85),
        most_innings=most_innings,
        first_innings=dice.pick((0, 1)) if most_innings == 1 and len(match.innings) > 1 else 0,
    )
    return fill_card(match, plan)


def book_of(pen: Pen, dice: Dice, order: tuple[str, ...]) -> Book:
    """Return a make of book with its parts of a batter's row in this order."""
    return Book(
        pen=pen,
        dice=dice,
        order=order,
        batter=dice.pick(("BATSMAN", "BATSMEN", "BATTER", "BATSMAN'S NAME")),
        log=dice.pick(("RUNS AS SCORED", "SCORING STROKES", "RUNS SCORED", "BALL BY BALL", "")),
        total=dice.pick(("TOTAL", "RUNS", "TOTAL RUNS")),
        rows=dice.pick((11, 11, 12)),
        overs=dice.pick((10, 12, 14)),
        dot=dice.pick((".", "\N{BULLET}", "\N{BULLET}", "-")),
        has_totals_of_overs=dice.chance(0.4),
        is_short=dice.chance(0.4),
    )


def style_of(pen: Pen, dice: Dice, width_px: int, **own: object) -> dict[str, object]:
    """Return the values of the style sheet; `own` are those that a make of book has for itself."""
    size = pen.size_px
    line, print_colour = dice.pick(
        (
            ("#3b6b4a", "#2c5238"),
            ("#444444", "#222222"),
            ("#9a3b3b", "#7c2a2a"),
            ("#4a6a94", "#2c4a73"),
            ("#777777", "#333333"),
        )
    )
    return {
        "edge": f"{dice.whole(18, 34)}px",
        "print": f"{dice.pick((11, 11.5, 12))}px",
        "form": dice.pick(("'Liberation Sans'", "'Roboto'", "'Liberation Serif'", "'Roboto Condensed'")),
        "print_colour": print_colour,
        "paper": dice.pick(("#ffffff", "#fdfaf0", "#f6f8f0", "#fbf7ee")),
        "width": f"{width_px}px",
        "hand": f"'{pen.hand.family}'",
        "ink": pen.ink,
        "line": line,
        "shade": dice.pick(("transparent", "#00000010", "#3b6b4a18")),
        "row": f"{round(size * dice.real(1.5, 1.9))}px",
        "name": f"{round(size * 9.7)}px",
        "how": f"{round(size * 7.4)}px",
        "by": f"{round(size * 7.4)}px",
        "num": f"{round(size * dice.real(2.4, 3.0))}px",
        "gap": f"{dice.whole(0, 3)}px",
        "over": f"{round(size * dice.real(1.7, 2.1))}px",
        "sumrow": f"{round(size * 1.45)}px",
        "share": 2,
        "fallrow": f"{round(size * 1.4)}px",
    } | own


def head(card: CardView, pen: Pen, dice: Dice) -> str:
    """Return the lines above the boxes."""
    between = pen.write(card.teams[0]) + " v " + pen.write(card.teams[1])
    lines = [("MATCH", between), ("GROUND", pen.write(card.venue)), ("DATE", pen.write(card.date_text))]
    lines += [("COMPETITION", pen.write(card.event)), ("TOSS WON BY", pen.write(card.toss, _WORD))]
    lines += [("RESULT", pen.write(card.result))]
    title = dice.pick(("", "CRICKET SCORE BOOK", "THE CRICKET SCORER"))
    facts = "".join(wrap("div", f"{caption} {text}") for caption, text in lines if text or dice.chance(0.4))
    return (tag("h1", title) if title else "") + wrap("div", facts, "facts")


def innings_of(innings: InningsView, pen: Pen) -> str:
    """Return the line that says whose innings it is."""
    number = pen.write("1st" if innings.number == 1 else "2nd") if innings.has_number else ""
    lines = wrap("div", f"INNINGS OF {pen.write(innings.team, 1.1)}") + (
        wrap("div", f"{number} INNINGS") if number else ""
    )
    return wrap("div", lines, "facts")


def signed(pen: Pen, dice: Dice) -> str:
    """Return the names of umpires and scorers."""
    names = [(who, pen.write(invent_official(dice)) if dice.chance(0.6) else "") for who in ("UMPIRES", "SCORER")]
    return wrap("div", "".join(wrap("div", f"{who} {name}") for who, name in names), "sign")
