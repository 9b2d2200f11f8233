"""How an innings of a batter ended, in one vocabulary: answers may abbreviate, or give only the printed text.

Knows nothing of the product's own grammar on purpose: a mistake shared by both would count as right.
"""

import re
from typing import Any

from bench.accuracy.cells import COUNTED, Fields, Part
from bench.accuracy.values import is_given, is_same_or_fuller_name

CAUGHT = "caught"
CAUGHT_AND_BOWLED = "caught and bowled"
DID_NOT_BAT = "did not bat"

_ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "bowled": ("b",),
    CAUGHT: ("c", "ct", "catch"),
    CAUGHT_AND_BOWLED: ("c & b", "c&b", "c and b", "caught & bowled"),
    "lbw": ("l b w", "leg before wicket"),
    "stumped": ("st",),
    "run out": ("runout",),
    "hit wicket": ("hit wkt",),
    "not out": ("notout",),
    "retired hurt": ("retired",),
    "retired out": (),
    "retired not out": (),
    "obstructing the field": ("obstructing field",),
    "timed out": (),
    "handled the ball": (),
    "hit the ball twice": (),
    "absent hurt": ("absent",),
    DID_NOT_BAT: ("dnb", "yet to bat"),
}
_KINDS = {spelling: kind for kind, others in _ABBREVIATIONS.items() for spelling in (kind, *others)}

_C, _B = r"(?:c|ct|caught)", r"(?:b|bowled)"
_BOWLER = r"(?P<bowler>\S.*)"
_FIELDER = r"(?P<fielder>\S.*?)"
_NOTATIONS = (
    (CAUGHT_AND_BOWLED, re.compile(rf"(?:c|caught)\s*(?:&|and)\s*{_B}\s+{_BOWLER}", re.IGNORECASE)),
    (CAUGHT, re.compile(rf"{_C}\.?\s+{_FIELDER}\s+{_B}\.?\s+{_BOWLER}", re.IGNORECASE)),
    ("stumped", re.compile(rf"(?:st|stumped)\.?\s+{_FIELDER}\s+{_B}\.?\s+{_BOWLER}", re.IGNORECASE)),
    ("lbw", re.compile(rf"lbw(?:\s+b)?\s+{_BOWLER}", re.IGNORECASE)),
    ("hit wicket", re.compile(rf"hit\s+(?:wicket|wkt)(?:\s+b)?\s+{_BOWLER}", re.IGNORECASE)),
    ("bowled", re.compile(rf"{_B}\.?\s+{_BOWLER}", re.IGNORECASE)),
)
_OPENINGS = ("run out", "runout", "retired hurt", "not out")
"""Words that more text may follow: a fielder, the score."""

_NEEDS_A_NAME = frozenset({"b", "c", "ct", "st"})
"""Whole texts too short to say that somebody was out."""


def with_plain_kind(row: Fields) -> dict[str, Any]:
    """Return the batting row with `kind` in our words, and a bowler where only the text names one."""
    plain = dict(row)
    if is_given(row.get("kind")):
        plain["kind"] = _plain_kind(str(row["kind"]))
    else:
        plain |= _take_apart(str(row.get("dismissal") or ""))
        plain["bowler"] = row.get("bowler") or plain.get("bowler")
    fielders = row.get("fielders") or []
    if plain.get("kind") == CAUGHT and len(fielders) == 1 and _is_the_bowler(fielders[0], plain.get("bowler")):
        plain["kind"] = CAUGHT_AND_BOWLED
    return plain


def has_not_batted(row: Fields) -> bool:
    """Whether the row, with its kind in our words, only lists a player of the side."""
    if row.get("kind") == DID_NOT_BAT:
        return True
    return not any(is_given(row.get(field)) for field in COUNTED[Part.BATTING] if field != "name")


def _plain_kind(kind: str) -> str:
    spelling = re.sub(r"[\s_.-]+", " ", kind).strip().lower()
    return _KINDS.get(spelling, spelling)


def _take_apart(dismissal: str) -> dict[str, str]:
    """Return kind and bowler as far as the printed text tells them."""
    text = re.sub("[\u2020+]", "", dismissal).strip()
    small = text.lower()
    if small in _KINDS and small not in _NEEDS_A_NAME:
        return {"kind": _KINDS[small]}
    for kind, notation in _NOTATIONS:
        if found := notation.fullmatch(text):
            names = found.groupdict()
            is_his_own = kind == CAUGHT and _is_the_bowler(names["fielder"], names["bowler"])
            return {"kind": CAUGHT_AND_BOWLED if is_his_own else kind, "bowler": names["bowler"]}
    opening = next((opening for opening in _OPENINGS if small.startswith(opening)), None)
    return {"kind": _KINDS[opening]} if opening else {}


def _is_the_bowler(fielder: str, bowler: str | None) -> bool:
    return bool(bowler) and is_same_or_fuller_name(fielder, str(bowler))
