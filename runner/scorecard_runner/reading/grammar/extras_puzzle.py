"""Extras whose spaces were lost and among whose digits letters were read: `5lblw3nbl` is 5, lb 1, w 3, nb 1.

Every way to cut the text into a total, labels and numbers is tried, each sign taken for what readers mistake for it; the
parts must make the total. Each doubt has its price, and the cheapest way is taken if no other comes near. Refuses to guess
without a total in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

_PRICES: dict[str, dict[str, float]] = {
    **{digit: {digit: 0.0} for digit in "0123456789"},
    **{sign: {"1": 0.2} for sign in "lI|!i"},
    **{sign: {"0": 0.2} for sign in "oOQ"},
    **{sign: {"5": 0.3, "8": 0.6, "3": 0.6} for sign in "sS"},
    **{sign: {"2": 0.4, "3": 0.5, "7": 0.8} for sign in "zZ"},
    **{sign: {"1": 0.6} for sign in "rt"},
    "L": {"1": 0.5},
    "T": {"7": 0.4, "1": 0.7},
    "B": {"8": 0.5},
    "b": {"6": 0.5, "5": 0.9},
    "g": {"9": 0.5, "4": 0.6},
    "q": {"9": 0.5},
    "é": {"6": 0.4, "4": 0.5},
    "A": {"4": 0.5},
    "G": {"6": 0.5},
    "a": {"4": 0.9},
}
"""The digits for which readers take a sign, and what each mistake costs."""

_LABELS: tuple[tuple[str, str, float], ...] = (
    *(
        (f"{first}b", "leg_byes", price)
        for first, price in (("l", 0.0), ("L", 0.0), ("1", 0.1), ("I", 0.1), ("i", 0.2))
    ),
    *((f"{first}b", "leg_byes", 0.2) for first in "|!t"),
    *(("lh", "leg_byes", 1.0), ("1h", "leg_byes", 1.1)),
    *(("nb", "no_balls", 0.0), ("Nb", "no_balls", 0.0), ("NB", "no_balls", 0.0)),
    *((wrong, "no_balls", 0.8) for wrong in ("nh", "nl", "hb", "ub", "rb", "mb")),
    *(("wd", "wides", 0.0), ("WD", "wides", 0.0), ("w", "wides", 0.0), ("W", "wides", 0.0), ("vv", "wides", 0.4)),
    *(("pen", "penalty", 0.0), ("p", "penalty", 0.0), ("P", "penalty", 0.0)),
    *(("LB", "leg_byes", 0.0), ("1B", "leg_byes", 0.1), ("IB", "leg_byes", 0.1)),
    *(("b", "byes", 0.0), ("B", "byes", 0.0), ("h", "byes", 1.0)),
)
"""What may be read for a label."""

_LEG_BYES_LOST = 1.5
"""Price of leg byes whose first letter was lost: a second `b` behind the byes."""

_MOST_DIGITS = 2
_SPACE = " "
_STOP = ","
"""No part goes on behind it."""

_GLUED = 0.1
"""Price of two parts without anything between them."""

_STRAY = 1.0
_STRAYS = "lI1|i"
_TWICE = 0.4
"""Price of a digit that was read twice, once as a letter."""

_UNREAD = 1.6
"""Price of a number of which nothing was read: the total says it."""

_DEAREST = 2.5
_CLEARLY = 0.3
_MOST_RUNS = 99
_LONGEST = 40


@dataclass(frozen=True)
class SolvedExtras:
    """Extras of which the parts make the total."""

    total: int
    parts: dict[str, int]


@dataclass(frozen=True)
class _Way:
    """What was cut off so far: parts by name, a number that was not read as -1, and the price."""

    parts: tuple[tuple[str, int], ...]
    end: int
    price: float


def solve_extras(text: str) -> SolvedExtras | None:
    """Return the extras that the text, without its heading, most likely says; None if no way or no clear one is there."""
    signs = "".join(_sign(sign) for sign in text)
    signs = _SPACE.join(word for word in signs.split() if word != "|").strip(_STOP + _SPACE)
    if not signs or len(signs) > _LONGEST:
        return None
    found: dict[tuple[int, tuple[tuple[str, int], ...]], float] = {}
    for way, total, price in _ways(signs):
        parts = _with_rest(way.parts, total)
        if parts is not None and sum(value for _, value in parts) == total:
            key = (total, tuple(sorted(parts)))
            found[key] = min(price, found.get(key, price))
    ranked = sorted(found.items(), key=lambda each: each[1])
    if not ranked or (len(ranked) > 1 and ranked[1][1] - ranked[0][1] < _CLEARLY):
        return None
    total, parts = ranked[0][0]
    return SolvedExtras(total, dict(parts))


def _sign(sign: str) -> str:
    if sign in ",;":
        return _STOP
    return sign if sign.isalnum() or sign in "|!" else _SPACE


def _ways(signs: str) -> Iterator[tuple[_Way, int, float]]:
    """Yield ways to read all signs, with the total in front or at the end, within the price."""
    for is_label_first in (True, False):
        for total, start, price in _numbers(signs, 0):
            for way in _items(signs, start, (), is_label_first=is_label_first, left=_DEAREST - price):
                if way.end >= len(signs):
                    yield way, total, price + way.price
        for way in _items(signs, 0, (), is_label_first=is_label_first, left=_DEAREST):
            for total, end, price in _numbers(signs, _next(signs, way.end)):
                if _next(signs, end) >= len(signs) and way.price + price <= _DEAREST:
                    yield way, total, price + way.price


def _items(
    signs: str, start: int, parts: tuple[tuple[str, int], ...], *, is_label_first: bool, left: float
) -> Iterator[_Way]:
    """Yield what is left from `start` on cut into one or more parts, none named twice, for at most the price `left`."""
    at = _next(signs, start)
    if parts:
        yield _Way(parts, at, 0.0)
    glue = 0.0 if not parts or at > start else _GLUED
    for name, value, end, price in _item(signs, at, is_label_first=is_label_first, has_byes=("byes" in dict(parts))):
        spent = price + glue
        if spent <= left and all(name != other for other, _ in parts):
            more = (*parts, (name, value))
            for way in _items(signs, end, more, is_label_first=is_label_first, left=left - spent):
                yield _Way(way.parts, way.end, way.price + spent)
    if parts and left >= _STRAY and signs[at : at + 1] and signs[at] in _STRAYS:
        for way in _items(signs, at + 1, parts, is_label_first=is_label_first, left=left - _STRAY):
            yield _Way(way.parts, way.end, way.price + _STRAY)


def _item(signs: str, start: int, *, is_label_first: bool, has_byes: bool) -> Iterator[tuple[str, int, int, float]]:
    if is_label_first:
        for name, middle, price in _labels(signs, start, has_byes=has_byes):
            for value, end, more in (*_numbers(signs, middle), (-1, middle, _UNREAD)):
                yield name, value, end, price + more
    else:
        for value, middle, price in (*_numbers(signs, start), (-1, start, _UNREAD)):
            for name, end, more in _labels(signs, middle, has_byes=has_byes):
                yield name, value, end, price + more


def _labels(signs: str, start: int, *, has_byes: bool) -> Iterator[tuple[str, int, float]]:
    at = _skipped(signs, start)
    for printed, name, price in _LABELS:
        if signs.startswith(printed, at):
            yield name, at + len(printed), price
    if has_byes and signs[at : at + 1] in {"b", "B"}:
        yield "leg_byes", at + 1, _LEG_BYES_LOST


def _numbers(signs: str, start: int) -> Iterator[tuple[int, int, float]]:
    at = _skipped(signs, start)
    for length in range(1, _MOST_DIGITS + 1):
        taken = signs[at : at + length]
        if len(taken) < length or any(sign not in _PRICES for sign in taken):
            return
        for digits in product(*(_PRICES[sign].items() for sign in taken)):
            yield int("".join(digit for digit, _ in digits)), at + length, sum(price for _, price in digits)
    first, second = signs[at], signs[at + 1]
    if not first.isdigit() and second in _PRICES[first]:
        yield int(second), at + _MOST_DIGITS, _PRICES[first][second] + _TWICE


def _skipped(signs: str, start: int) -> int:
    """Return where the next sign of a part stands."""
    return start + 1 if signs[start : start + 1] == _SPACE else start


def _next(signs: str, start: int) -> int:
    """Return where the next part begins."""
    while start < len(signs) and signs[start] in _SPACE + _STOP:
        start += 1
    return start


def _with_rest(parts: tuple[tuple[str, int], ...], total: int) -> tuple[tuple[str, int], ...] | None:
    """Return the parts with the one number that was not read; None if there are two, or nothing is left for it."""
    unread = [name for name, value in parts if value < 0]
    rest = total - sum(value for _, value in parts if value >= 0)
    if len(unread) > 1 or (unread and not 0 < rest <= _MOST_RUNS):
        return None
    return tuple((name, rest if value < 0 else value) for name, value in parts)
