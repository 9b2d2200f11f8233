"""Extras and their parts: `(b 4, lb 2, w 5, nb 1) 12`, `12 (b: 4 ...)`, `4b 2lb 5w`, or a bare number."""

import re
from dataclasses import dataclass, fields

from scorecard_runner.reading.grammar.doubtful_extras import parse_doubtful_extras
from scorecard_runner.reading.grammar.tight_extras import parse_tight_extras

_LABEL = r"(?:leg\s*-?\s*byes?|no\s*-?\s*balls?|l[1li|]bs?|(?:[li|]|(?<!\d)1)\s?bs?|n\s?bs?|wides?|wd?s?|byes?|penalt(?:y|ies)|pens?|p|b)"
_BEFORE = re.compile(rf"(?<![a-z])({_LABEL})\.?\s*[:\-=]?\s*([0-9oOQ]{{1,3}})(?![\d.])", re.IGNORECASE)
_AFTER = re.compile(rf"(?<![\d.])(\d{{1,3}})\s*({_LABEL})(?![a-z])", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.])(\d{1,3})(?![\d.])")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_HEAD = re.compile(r"^\W*(?:extras?|sundries|total\s+extras)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Extras:
    """Runs that no batter scored; None where nothing is printed."""

    total: int | None = None
    byes: int | None = None
    leg_byes: int | None = None
    wides: int | None = None
    no_balls: int | None = None
    penalty: int | None = None

    @property
    def parts(self) -> dict[str, int]:
        """The parts that are printed, by name."""
        named = ((field.name, getattr(self, field.name)) for field in fields(self) if field.name != "total")
        return {name: value for name, value in named if value is not None}


def parse_extras(text: str) -> Extras | None:
    """Return the extras of a line that is known to be about them; None if no number is in it."""
    rest = _HEAD.sub("", text)
    pattern, label_group = (_AFTER, 2) if _puts_numbers_first(rest) else (_BEFORE, 1)
    parts: dict[str, int] = {}
    for matched in pattern.finditer(rest):
        number = matched[3 - label_group].translate(str.maketrans("oOQ", "000"))
        parts.setdefault(_part_of(matched[label_group]), int(number))
    # What stands in brackets are parts, read or not.
    bare = _BRACKETS.sub(" ", text)
    outside = _NUMBER.search(pattern.sub(" ", bare)) or _NUMBER.search(pattern.sub(" ", rest))
    total = int(outside[1]) if outside else None
    if total is not None and sum(parts.values()) != total:
        parts = parse_tight_extras(text, total) or parse_doubtful_extras(text, total) or parts
    return Extras(total, **parts) if parts or total is not None else None


def _puts_numbers_first(text: str) -> bool:
    return len(_AFTER.findall(text)) > len(_BEFORE.findall(text))


def _part_of(label: str) -> str:
    letters = re.sub(r"[^a-z1|]", "", label.casefold())
    if letters.startswith(("l", "1", "i", "|")):
        return "leg_byes"
    starts = (("n", "no_balls"), ("w", "wides"), ("p", "penalty"))
    return next((part for start, part in starts if letters.startswith(start)), "byes")
