"""Extras among whose digits letters were read: `(b6, wé, nbr)` or `(21b sw Inb)`, as old-style figures come back.

A letter may stand for the digits that it resembles, an `l` for a 1 and the other way round; the total says which of all ways
was printed. Refuses to choose where two ways make the total.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

_BRACKETED = re.compile(r"[(\[{](?P<inside>[^)\]}]{2,})[)\]}]")
_LABEL = re.compile(r"[lIi1|]b|nb|wd|b|w|p")
_PARTS = {"nb": "no_balls", "b": "byes", "wd": "wides", "w": "wides", "p": "penalty"}
_DIGITS = {
    **{digit: digit for digit in "0123456789"},
    **dict.fromkeys("oO", "0"),
    **dict.fromkeys("iIlr", "1"),
    **dict.fromkeys("zZ", "23"),
    **dict.fromkeys("sS", "5"),
    "g": "49",
    "é": "6",
}
"""The digits for which readers take each sign."""

_MOST_PIECES = 5

Part = tuple[str, int]


def parse_doubtful_extras(text: str, total: int) -> dict[str, int] | None:
    """Return the parts in the brackets that make the total; None if no way, or more than one, does."""
    bracketed = _BRACKETED.search(text)
    pieces = re.split(r"[,;\s]+", bracketed["inside"].strip(" ,;.")) if bracketed else []
    if not 1 <= len(pieces) <= _MOST_PIECES:
        return None
    ways = [way for is_label_first in (True, False) for way in _ways(pieces, is_label_first=is_label_first)]
    fitting = [way for way in ways if sum(way.values()) == total]
    return fitting[0] if fitting and all(way == fitting[0] for way in fitting) else None


def _ways(pieces: Sequence[str], *, is_label_first: bool) -> Iterator[dict[str, int]]:
    """Yield every way to read all pieces, none of them named twice."""
    for parts in product(*(list(_readings(piece, is_label_first=is_label_first)) for piece in pieces)):
        if len({name for name, _ in parts}) == len(parts):
            yield dict(parts)


def _readings(piece: str, *, is_label_first: bool) -> Iterator[Part]:
    """Yield what a piece can say; `11b` is 11 byes, or one leg bye."""
    for length in (1, 2):
        cut = len(piece) - length if is_label_first else length
        label, number = (piece[:cut], piece[cut:]) if is_label_first else (piece[cut:], piece[:cut])
        if len(piece) > length and _LABEL.fullmatch(label):
            for digits in product(*(_DIGITS.get(sign, "") for sign in number)):
                yield _PARTS.get(label, "leg_byes"), int("".join(digits))
