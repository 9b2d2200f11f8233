"""Writes single values in a notation: a name, a dismissal, overs, a rate, a date. Pure text, no truth and no HTML."""

from bench.accuracy.invented.figures import BALLS_PER_OVER, Dismissal, Fielder, Match
from bench.accuracy.invented.lists import words_of
from bench.accuracy.invented.sides import Player, Side
from bench.accuracy.printed.notation import Notation, Words

_MONTHS = words_of("January February March April May June July August September October November December")
_PLAIN = {
    "obstructing the field",
    "handled the ball",
    "hit the ball twice",
    "timed out",
    "retired out",
    "retired hurt",
    "retired not out",
    "absent hurt",
}


def full_name(player: Player, side: Side, notation: Notation) -> str:
    """Return the name as a row of a table shows it, without marks."""
    return _name(player, side, notation.names)


def short_name(player: Player, side: Side, notation: Notation) -> str:
    """Return the name as a dismissal or a fall of wicket shows it."""
    return _name(player, side, notation.short_names)


def _name(player: Player, side: Side, style: str) -> str:
    name = player.name
    if name.is_single:
        return name.surname
    if style == "surname" and not side.shares_surname(player):
        return name.surname
    if style == "surname first":
        return f"{name.surname} {name.initials}"
    before = {
        "full": name.first,
        "dotted": "".join(f"{letter}." for letter in name.initials),
        "spaced": " ".join(name.initials),
    }.get(style, name.initials)
    return f"{before} {name.surname}"


def fielder_text(fielder: Fielder, side: Side, notation: Notation) -> str:
    """Return a fielder with the marks of a keeper or a substitute."""
    text = short_name(fielder.player, side, notation)
    if fielder.is_substitute:
        return f"sub ({text})"
    return notation.marks.keeper + text if fielder.player.is_keeper and notation.marks.keeper_in_dismissals else text


def dismissal_text(dismissal: Dismissal, side: Side, notation: Notation) -> str:
    """Return how a batter got out, at the hands of `side`."""
    words = notation.words
    if dismissal.kind in _PLAIN:
        return dismissal.kind.title() if words.is_capital else dismissal.kind
    fielders = words.between_fielders.join(fielder_text(each, side, notation) for each in dismissal.fielders)
    bowler = short_name(dismissal.bowler, side, notation) if dismissal.bowler else ""
    return _template(words, dismissal.kind).format(f=fielders, b=bowler)


def without_bowler(text: str, bowler: str, dismissal: Dismissal) -> str:
    """Return "c Ali" of "c Ali b Khan", as cards print it that have a column for bowlers."""
    before = text.removesuffix(bowler).rstrip()
    if dismissal.kind == "caught and bowled":
        return before
    return before.removesuffix(" b").removesuffix(" b.")


def _template(words: Words, kind: str) -> str:
    return {
        "caught": words.caught,
        "caught and bowled": words.caught_and_bowled,
        "bowled": words.bowled,
        "lbw": words.lbw,
        "stumped": words.stumped,
        "run out": words.run_out,
        "hit wicket": words.hit_wicket,
        "not out": words.not_out,
    }[kind]


def overs_text(balls: int, whole: str = "{n}") -> str:
    """Return balls as overs: 118 balls are 19.4 overs; `whole` writes whole overs."""
    completed, rest = divmod(balls, BALLS_PER_OVER)
    return f"{completed}.{rest}" if rest else whole.format(n=completed)


def rate_text(amount: float, balls: float, decimals: int) -> str:
    """Return `amount` for each ball; nothing when no ball was bowled."""
    return f"{amount / balls:.{decimals}f}" if balls else ""


def economy_text(runs: int, balls: int, notation: Notation) -> str:
    """Return runs an over, with the faults of some sources: cut off, or with 5.5 overs taken for five and a half."""
    decimals = notation.economy_decimals
    if notation.economy == "truncated" and balls:
        steps = 10**decimals
        return f"{BALLS_PER_OVER * runs * steps // balls / steps:.{decimals}f}"
    if notation.economy == "decimal overs":
        return rate_text(runs, float(overs_text(balls)), decimals)
    return rate_text(BALLS_PER_OVER * runs, balls, decimals)


def date_text(match: Match, notation: Notation) -> str:
    """Return the day of the match."""
    month = _MONTHS[match.month - 1]
    return notation.date.format(
        d=match.day, dd=f"{match.day:02}", mm=f"{match.month:02}", y=match.year, month=month, mon=month[:3]
    )
