"""The ways a card may write the same thing: names, marks, dismissals, scores, extras, falls of wickets, dates."""

from dataclasses import dataclass
from typing import Literal

from bench.accuracy.invented.dice import Dice

Economy = Literal["rounded", "truncated", "decimal overs"]


@dataclass(frozen=True)
class Words:
    """How one source words dismissals; {f} is a fielder, {b} the bowler."""

    caught: str
    caught_and_bowled: str
    bowled: str
    lbw: str
    stumped: str
    run_out: str
    hit_wicket: str
    not_out: str
    between_fielders: str = "/"
    is_capital: bool = False


@dataclass(frozen=True)
class Marks:
    """What stands beside a captain's and a keeper's name; `in_front` puts them before it."""

    captain: str
    keeper: str
    in_front: bool = False
    keeper_in_dismissals: bool = False


@dataclass(frozen=True)
class ExtrasStyle:
    """How extras are written: the whole, and each part in the order byes, leg byes, wides, no-balls, penalty."""

    whole: str
    parts: tuple[str, ...]
    between: str = ", "
    is_no_ball_first: bool = False


@dataclass(frozen=True)
class Notation:
    """Every way of writing that a card keeps to. Templates name their parts: {t} total, {w} wickets, {o} overs."""

    names: str
    short_names: str
    words: Words
    marks: Marks
    score: str
    all_out: str
    declared: str
    overs: str
    whole_overs: str
    star: bool
    extras: ExtrasStyle
    shows_noughts: bool
    fall: str
    rate_decimals: int
    economy_decimals: int
    economy: Economy
    date: str
    nothing: str


WORDS = (
    Words(
        "c {f} b {b}", "c & b {b}", "b {b}", "lbw b {b}", "st {f} b {b}", "run out ({f})", "hit wicket b {b}", "not out"
    ),
    Words(
        "c {f} b {b}", "c and b {b}", "b {b}", "lbw b {b}", "st {f} b {b}", "run out ({f})", "hit wkt b {b}", "not out"
    ),
    Words(
        "c. {f} b. {b}",
        "c. & b. {b}",
        "b. {b}",
        "lbw b. {b}",
        "st. {f} b. {b}",
        "run out {f}",
        "hit wkt b. {b}",
        "not out",
        " & ",
    ),
    Words(
        "ct {f} b {b}",
        "c&b {b}",
        "b {b}",
        "lbw {b}",
        "st {f} b {b}",
        "run out [{f}]",
        "hit wicket b {b}",
        "not out",
        ", ",
    ),
    Words(
        "c {f} b {b}",
        "c & b {b}",
        "b {b}",
        "lbw b {b}",
        "st {f} b {b}",
        "run out ({f})",
        "hit wicket b {b}",
        "Not Out",
        "/",
        is_capital=True,
    ),
    Words("c {f} b {b}", "c & b {b}", "b {b}", "lbw b {b}", "st {f} b {b}", "run out", "hit wkt b {b}", "not out"),
)
MARKS = (
    Marks("(c)", "†", keeper_in_dismissals=True),
    Marks("(c)", "(wk)"),
    Marks("*", "†", in_front=True, keeper_in_dismissals=True),
    Marks("*", "+", keeper_in_dismissals=True),
    Marks("(C)", "(WK)"),
    Marks("(capt)", "†", keeper_in_dismissals=True),
    Marks("", ""),
)
SCORES = ("{t}/{w}", "{t}-{w}", "{w}-{t}", "{w}/{t}", "{t} for {w}", "{t} for {w} wkts", "({w} wkts) {t}")
OVERS = ("({o} ov)", "({o} overs)", "({o} Ov)", "in {o} overs", "({o})")
_SHORT_SCORE = 8
_ECONOMIES: tuple[tuple[Economy, float], ...] = (("rounded", 0.86), ("truncated", 0.07), ("decimal overs", 0.07))
EXTRAS = (
    ExtrasStyle("{n} ({parts})", ("b {}", "lb {}", "w {}", "nb {}", "p {}")),
    ExtrasStyle("{n} ({parts})", ("b {}", "lb {}", "w {}", "nb {}", "pen {}"), is_no_ball_first=True),
    ExtrasStyle("{n} {parts}", ("b {}", "lb {}", "w {}", "nb {}", "p {}"), " "),
    ExtrasStyle("({parts}) {n}", ("b{}", "lb{}", "w{}", "nb{}", "p{}")),
    ExtrasStyle("({parts}) {n}", ("b {}", "lb {}", "w {}", "nb {}", "p {}")),
    ExtrasStyle("({parts}) {n}", ("{}b", "{}lb", "{}w", "{}nb", "{}p"), " "),
    ExtrasStyle("{n} ({parts})", ("b {}", "lb {}", "wd {}", "nb {}", "pen {}"), is_no_ball_first=True),
    ExtrasStyle("{n} [{parts}]", ("B {}", "LB {}", "WD {}", "NB {}", "P {}")),
    ExtrasStyle("{n}", ()),
)
FALLS = (
    "{w}-{r} ({n}, {o} ov)",
    "{r}-{w} ({n}, {o})",
    "{r}-{w} ({n} {o} ov)",
    "{w}-{r} ({n})",
    "{w}-{r}",
    "{w}/{r} {n}",
    "{r}/{w} ({n}, {o} Ov)",
    "{r}",
)
DATES = (
    "{d} {month} {y}",
    "{month} {d}, {y}",
    "{dd}/{mm}/{y}",
    "{d} {mon} {y}",
    "{y}-{mm}-{dd}",
    "{dd}.{mm}.{y}",
    "{mon} {dd} {y}",
)


def choose_notation(dice: Dice) -> Notation:
    """Return a notation with every choice open; layouts replace what their kind would not write."""
    names = dice.weighted((("initials", 0.4), ("full", 0.3), ("dotted", 0.12), ("spaced", 0.1), ("surname", 0.08)))
    score = dice.weighted(tuple(zip(SCORES, (0.4, 0.15, 0.08, 0.05, 0.2, 0.06, 0.06), strict=True)))
    return Notation(
        names=names,
        short_names="surname" if dice.chance(0.6) else names,
        words=dice.pick(WORDS),
        marks=dice.pick(MARKS),
        score=score,
        all_out=dice.pick(("{t} all out", "{t} (all out)", *(2 * [score] if len(score) < _SHORT_SCORE else []))),
        declared=score + (dice.pick(("d", " dec", " dec.", "d")) if len(score) < _SHORT_SCORE else " dec"),
        overs=dice.pick(OVERS),
        whole_overs=dice.pick(("{n}", "{n}", "{n}.0")),
        star=dice.chance(0.3),
        extras=dice.pick(EXTRAS),
        shows_noughts=dice.chance(0.4),
        fall=dice.pick(FALLS),
        rate_decimals=dice.weighted(((2, 0.75), (1, 0.15), (0, 0.1))),
        economy_decimals=dice.weighted(((2, 0.75), (1, 0.25))),
        economy=dice.weighted(_ECONOMIES),
        date=dice.pick(DATES),
        nothing=dice.pick(("-", "", "\N{EN DASH}")),
    )
