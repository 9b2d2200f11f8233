"""Extras and their parts: `(b 4, lb 2, w 5, nb 1) 12`, `12 (b: 4 ...)`, `4b 2lb 5w`, or a bare number."""

import re
from dataclasses import dataclass, fields, replace

from scorecard_runner.reading.grammar.extras_puzzle import solve_extras

_LEG_BYES = r"leg\s*-?\s*byes?|l[1li|]bs?|(?:[li|]|(?<!\d)1)\.?\s?-?\s?bs?"
_NO_BALLS = r"no\s*-?\s*ba[lit1]{1,3}s?|n\.?\s?-?\s?bs?"
_LABEL = rf"(?:{_LEG_BYES}|{_NO_BALLS}|wides?|wd?s?|byes?|penalt(?:y|ies)|pens?|p|b)"
_BEFORE = re.compile(rf"(?<![a-z])({_LABEL})\.?\s*[:\-=]?\s*([0-9oOQī]{{1,3}})(?![\d.])", re.IGNORECASE)
_AFTER = re.compile(rf"((?<![\d.])\d{{1,3}}|(?<![\w.])O)\s*({_LABEL})(?![a-z])", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.])(\d{1,3})(?![\d.])")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_PART_ALONE = re.compile(
    r"(\W*(?:leg\s*-?\s*byes?|byes?|wides?|no\s*-?\s*ba[lit1]{1,3}s?|penalt(?:y|ies))\W*\s)([\dOoIl]{1,3})\W*",
    re.IGNORECASE,
)
_STRAY_SIGN = re.compile(
    r"^(\W*(?:leg\s*-?\s*byes?|byes?|wides?|no\s*-?\s*ba[lit1]{1,3}s?|penalt(?:y|ies))\W+)[a-z†]\W+(?=\d)",
    re.IGNORECASE,
)
"""Between a part that is written out and its number: the box in which it is filled in."""

_DIGITS = str.maketrans("OoIl", "0011")
_LABEL_ALONE = re.compile(r"(?<![^\W_])m?(lb|nb|wd?|b|p)\.?(?![^\W_])", re.IGNORECASE)
"""A part whose number was lost; an old-style 11 before its label is read as an m."""

_OF_TOTAL = re.compile(r"(?:total\s*)?extras?|sundries", re.IGNORECASE)
_NO_PARTS = {"total", "is_solved"}
_HEAD = re.compile(r"^\W*(?:extras?|sundries|total\s*extras|E(?![^\W\d_]))\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Extras:
    """Runs that no batter scored; None where nothing is printed.

    `is_solved`: signs had to be taken for others so that the parts make the total.
    """

    total: int | None = None
    byes: int | None = None
    leg_byes: int | None = None
    wides: int | None = None
    no_balls: int | None = None
    penalty: int | None = None
    is_solved: bool = False

    @property
    def parts(self) -> dict[str, int]:
        """The parts that are printed, by name."""
        named = ((field.name, getattr(self, field.name)) for field in fields(self) if field.name not in _NO_PARTS)
        return {name: value for name, value in named if value is not None}


def parse_extras(text: str) -> Extras | None:
    """Return the extras of a line that is known to be about them; None if no number is in it."""
    text = _STRAY_SIGN.sub(r"\1", text)
    rest = _HEAD.sub("", text)
    if part := _PART_ALONE.fullmatch(rest):
        rest = f"{part[1]}{part[2].translate(_DIGITS)}"
    pattern, label_group = (_AFTER, 2) if _puts_numbers_first(rest) else (_BEFORE, 1)
    parts: dict[str, int] = {}
    for matched in pattern.finditer(rest):
        number = matched[3 - label_group].translate(str.maketrans("oOQī", "0001"))
        parts.setdefault(_part_of(matched[label_group]), int(number))
    # What stands in brackets are parts, read or not.
    bare = _BRACKETS.sub(" ", text)
    outside = _NUMBER.search(pattern.sub(" ", bare)) or _NUMBER.search(pattern.sub(" ", rest))
    total = int(outside[1]) if outside else None
    known = _with_unread(parts, total, pattern.sub(" ", _OF_TOTAL.sub(" ", rest)))
    if known != parts:
        return replace(_extras(total, known), is_solved=True)
    is_lettered = any(map(str.isalpha, rest))
    if is_lettered and (total is None or not parts or sum(parts.values()) != total):
        solved = solve_extras(rest)
        if solved:
            return replace(_extras(solved.total, solved.parts), is_solved=True)
    return _extras(total, parts) if parts or total is not None else None


def _with_unread(parts: dict[str, int], total: int | None, left: str) -> dict[str, int]:
    """Return the parts with those of which only the label was read, if the others leave one value for them.

    Args:
        parts: with their numbers.
        total: that they make.
        left: the text without these parts.
    """
    names = {_part_of(matched[1]) for matched in _LABEL_ALONE.finditer(left)} - parts.keys()
    rest = -1 if total is None else total - sum(parts.values())
    if not parts or not names or rest < 0 or (rest and len(names) > 1):
        return parts
    return parts | dict.fromkeys(names, rest)


def _extras(total: int | None, parts: dict[str, int]) -> Extras:
    return Extras(
        total,
        byes=parts.get("byes"),
        leg_byes=parts.get("leg_byes"),
        wides=parts.get("wides"),
        no_balls=parts.get("no_balls"),
        penalty=parts.get("penalty"),
    )


def _puts_numbers_first(text: str) -> bool:
    return len(_AFTER.findall(text)) > len(_BEFORE.findall(text))


def _part_of(label: str) -> str:
    letters = re.sub(r"[^a-z1|]", "", label.casefold())
    if letters.startswith(("l", "1", "i", "|")):
        return "leg_byes"
    starts = (("n", "no_balls"), ("w", "wides"), ("p", "penalty"))
    return next((part for start, part in starts if letters.startswith(start)), "byes")
