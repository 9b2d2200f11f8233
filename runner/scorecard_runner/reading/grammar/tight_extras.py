"""Extras whose spaces were lost: `(bOIb9w2nb1)` or `(b71b5w12nb1)`, where a 1 may be a digit or the l of `lb`.

Every way of cutting the text into labels and numbers is tried; the total says which one was printed. Without a total that
fits nothing is said.
"""

import re
from collections.abc import Iterator

_PIECE = re.compile(r"(?P<label>[li1|]b|nb|b|wd|w|p)(?P<number>[0-9oO]{1,2})", re.IGNORECASE)
_PARTS = {"nb": "no_balls", "b": "byes", "wd": "wides", "w": "wides", "p": "penalty"}
_BRACKETED = re.compile(r"[(\[{](?P<inside>[^)\]}\s]{4,})[)\]}]")


def parse_tight_extras(text: str, total: int) -> dict[str, int] | None:
    """Return the parts in the brackets that make the total; None if no way, or more than one, does."""
    bracketed = _BRACKETED.search(text)
    if bracketed is None:
        return None
    fitting = [parts for parts in _cuts(bracketed["inside"].strip(",;.")) if sum(parts.values()) == total]
    return fitting[0] if fitting and all(parts == fitting[0] for parts in fitting) else None


def _cuts(text: str) -> Iterator[dict[str, int]]:
    """Yield the parts of every way to cut the whole text, none of them named twice."""
    if not text:
        yield {}
        return
    for digits in (1, 2):
        matched = _PIECE.match(text)
        if matched is None or len(matched["number"]) < digits:
            return
        label, number = matched["label"].lower(), matched["number"][:digits]
        part = _PARTS.get(label, "leg_byes")
        for rest in _cuts(text[matched.start("number") + digits :].lstrip(",;")):
            if part not in rest:
                yield {part: int(re.sub("[oO]", "0", number)), **rest}
