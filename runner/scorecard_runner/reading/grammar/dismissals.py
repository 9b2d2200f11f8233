"""How a batter got out, from the usual notations; what a reader makes of a lone `c` or `b` is forgiven.

Refuses to guess: text that is no dismissal as a whole gives None.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from scorecard_runner.reading.grammar.name_dirt import without_dirt
from scorecard_runner.reading.grammar.names import clean_text


class HowOut(StrEnum):
    """The vocabulary of results; the names of the ways out are the backend's."""

    BOWLED = "bowled"
    CAUGHT = "caught"
    LBW = "lbw"
    STUMPED = "stumped"
    RUN_OUT = "run_out"
    HIT_WICKET = "hit_wicket"
    OBSTRUCTING_THE_FIELD = "obstructing_the_field"
    HIT_BALL_TWICE = "hit_ball_twice"
    TIMED_OUT = "timed_out"
    HANDLED_BALL = "handled_ball"
    RETIRED_OUT = "retired_out"
    RETIRED_HURT = "retired_hurt"
    RETIRED_NOT_OUT = "retired_not_out"
    ABSENT_HURT = "absent_hurt"
    NOT_OUT = "not_out"
    BATTING = "batting"
    DID_NOT_BAT = "did_not_bat"

    @property
    def is_out(self) -> bool:
        """Whether a wicket fell."""
        return self not in _WITHOUT_WICKET


_WITHOUT_WICKET = frozenset(
    {
        HowOut.NOT_OUT,
        HowOut.BATTING,
        HowOut.RETIRED_HURT,
        HowOut.RETIRED_NOT_OUT,
        HowOut.ABSENT_HURT,
        HowOut.DID_NOT_BAT,
    },
)


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One way out; `bowler` only where the wicket is the bowler's."""

    how_out: HowOut
    bowler: str | None = None
    fielders: tuple[str, ...] = ()


_FIXED: tuple[tuple[str, HowOut], ...] = (
    (r"[nr]?[o0ae][tl;]\s*[o0ac]u[tl]|n\.?o\.?|\*", HowOut.NOT_OUT),
    (r"batting|at\s*the\s*crease", HowOut.BATTING),
    (r"(?:retired|retd|ret)\W{0,3}(?:hurt|ill)|r(?:et)?\.?\s*h(?:urt)?|retired", HowOut.RETIRED_HURT),
    (r"(?:retired|retd|ret)\W{0,3}not\s*out\)?", HowOut.RETIRED_NOT_OUT),
    (r"(?:retired|retd|ret)\W{0,3}out", HowOut.RETIRED_OUT),
    (r"absent|a?b?sent\s*(?:hurt|ill|injured)", HowOut.ABSENT_HURT),
    (r"(?:did|[dil]{1,2}d?)\s*not\s*bat|dnb|yet\s*to\s*bat", HowOut.DID_NOT_BAT),
    (r"timed\s*out", HowOut.TIMED_OUT),
    (r"obstruct(?:ing|ed)?(?:\s*the)?\s*field", HowOut.OBSTRUCTING_THE_FIELD),
    (r"handled\s*(?:the\s*)?ball", HowOut.HANDLED_BALL),
    (r"[hn]?it\s*(?:the\s*)?ball\s*twice", HowOut.HIT_BALL_TWICE),
    (r"bowled|bw?ld|bwd", HowOut.BOWLED),
    (r"caught|ct", HowOut.CAUGHT),
    (r"stumped", HowOut.STUMPED),
    (r"hit\s*(?:wicket|wkt)", HowOut.HIT_WICKET),
)

_RUN_OUT = re.compile(r"(?:run|nun|rum|hun|fun)\s*[o0]ut\s*(.*)|r\s*/\s*o\s*(.*)", re.IGNORECASE)
# Lone letters are what readers lose and change first: a cent sign or an opening bracket for c, 6 or & for b.
_C = r"(?:caught|ct\.?|[c¢€©e]{1,2}\.?|C)"
_B = r"(?:bowled|bwd|bw?ld|bh?\.?|B|6\.?)"
# A second b has its own bowler: of `c +B Roy b Ali` the first is an initial behind a keeper's mark.
_CAUGHT_AND_BOWLED = re.compile(
    rf"(?:(?:&|and)\s*{_B}|{_C}\s*(?:&|and|\+)\s*{_B}|(?-i:c[a8]b|c\s+b\.?(?=\s)))(?:\s+(?:by\s+|(?-i:b)\s+)?(?P<bowler>(?!.*\s(?-i:b)\.?\s)\S.*))?",
    re.IGNORECASE,
)
_CAUGHT_AND_BOWLED_TIGHT = re.compile(r"c?\s*&\s*b\.?(?P<bowler>[A-Z].*)")
_BOWLED_TIGHT = re.compile(r"b[l|]?(?P<bowler>[A-Z].*)")  # slanted letters stand so close that the space is lost
_SMALL_B = r"(?-i:b\.?)"  # tried first: a capital one is rather an initial
_CAUGHT_PLAIN = re.compile(rf"{_C}\s+(?P<fielder>\S.*?)\s+{_SMALL_B}\s+(?P<bowler>\S.*)", re.IGNORECASE)
_CAUGHT = re.compile(rf"{_C}\s+(?P<fielder>\S.*?)\s+{_B}\s+(?P<bowler>\S.*)", re.IGNORECASE)
_CAUGHT_INITIALS = re.compile(r"(?:ct|[c¢]{1,2}|C)\.?\s*(?P<fielder>[A-Z]{1,3})\s*b\s*(?P<bowler>[A-Z]{1,3})")
_CAUGHT_TIGHT = re.compile(
    r"(?:[c¢]\.?\s*|C(?=[A-Z][a-z]))(?P<fielder>[†*(A-Z]\S*(?:\s\S+)*?)\s+b\s*(?P<bowler>[A-Z].*)"
)
_STUMPED_TIGHT = re.compile(r"st(?P<fielder>[†*A-Z]\S*(?:\s\S+)*?)\s+b\s*(?P<bowler>[A-Z].*)")
_STUMPED_PLAIN = re.compile(rf"st\.?\s+(?P<fielder>\S.*?)\s+{_SMALL_B}\s+(?P<bowler>\S.*)", re.IGNORECASE)
_STUMPED = re.compile(rf"(?:st\.?|stumped|sl)\s+(?P<fielder>\S.*?)\s+{_B}\s+(?P<bowler>\S.*)", re.IGNORECASE)
_LBW = re.compile(
    rf"(?:(?:[il1|t]\.?\s*|(?-i:[a-z]))[bo6]\.?\s*|(?-i:b))w\.?,?(?:\s+(?:{_B}\s+)?(?P<bowler>\S.*))?", re.IGNORECASE
)
_HIT_WICKET = re.compile(rf"(?:hit\s*(?:wicket|wkt)|hw|h\.w\.)\s+(?:{_B}\s+)?(?P<bowler>\S.*)", re.IGNORECASE)
# Not a capital B: that is an initial.
_BOWLED = re.compile(r"(?:(?i:bowled|bwd|bw?ld)\.?|b\.?)\s+(?:by\s+)?(?P<bowler>\S.*)")

# A dagger beside a keeper's name is read as a one, and then as part of his initials.
_LETTER_LOST = re.compile(
    r"(?:\W|[c¢]{2})?\s*1?(?P<fielder>(?:[^\W\d_]|\d\.).*?)(?:\s+bh?\.?|b\.)\s+(?P<bowler>(?:[^\W\d_]|\d\.).*)"
)
_NOBODY = re.compile(r"[a-z]{1,2}\.?|[a-z1]?[bhoe6]w\.?")
"""What is read for `b.` and `lbw`: no name begins with a small letter and is as short."""

_STRAY_BEFORE = re.compile(r"(?:\S{1,2}\s+){1,2}")

_PATTERNS: tuple[tuple[re.Pattern[str], HowOut], ...] = (
    (_STUMPED_PLAIN, HowOut.STUMPED),
    (_STUMPED, HowOut.STUMPED),
    (_LBW, HowOut.LBW),
    (_HIT_WICKET, HowOut.HIT_WICKET),
    (_CAUGHT_PLAIN, HowOut.CAUGHT),
    (_CAUGHT, HowOut.CAUGHT),
    (_CAUGHT_INITIALS, HowOut.CAUGHT),
    (_CAUGHT_TIGHT, HowOut.CAUGHT),
    (_STUMPED_TIGHT, HowOut.STUMPED),
    (_BOWLED, HowOut.BOWLED),
    (_BOWLED_TIGHT, HowOut.BOWLED),
)

_COLON = re.compile(r"(?<=\bc|\bb)\s?:\s?|(?<=\bst|\bct)\s?:\s?|(?<=\blbw)\s?:\s?")
"""Printed forms have `c: Ali` and `b: Cox`, in columns that are called nothing else."""

_BEHIND_BRACKET = re.compile(r"(?<=\))(?=b\b)")

_MARKS = re.compile(r"[†‡*]|\((?:sub|wk|c)\)|\bsub\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def parse_dismissal(text: str) -> Dismissal | None:
    """Return the way out that the whole text says, or None."""
    bare = _BEHIND_BRACKET.sub(" ", _COLON.sub(" ", clean_text(text))) if text.strip() != "*" else "*"
    if not bare:
        return None
    for pattern, how_out in _FIXED:
        if re.fullmatch(pattern, bare, re.IGNORECASE):
            return Dismissal(how_out)
    if matched := _RUN_OUT.fullmatch(bare):
        return Dismissal(HowOut.RUN_OUT, fielders=_split_fielders(matched[1] or matched[2] or ""))
    if matched := _CAUGHT_AND_BOWLED.fullmatch(bare) or _CAUGHT_AND_BOWLED_TIGHT.fullmatch(bare):
        bowler = _person(matched["bowler"] or "")
        return Dismissal(HowOut.CAUGHT, bowler, (bowler,) if bowler else ())
    return _parse_by_pattern(bare)


def parse_without_its_letter(text: str) -> Dismissal | None:
    """Return what the text says where a dismissal must stand: a catch without its `c`, or `not out` behind dirt.

    Readers drop a lone `c`, hardly ever `st`.
    """
    if (dirt := _STRAY_BEFORE.match(text)) and (said := parse_dismissal(text[dirt.end() :])) and not said.bowler:
        return said
    matched = _LETTER_LOST.fullmatch(clean_text(text))
    fielder, bowler = (_person(matched[part]) for part in ("fielder", "bowler")) if matched else (None, None)
    if not fielder or not bowler:
        return None
    if _NOBODY.fullmatch(fielder):
        # In a column of its own: what it says without a name needs no fielder.
        return Dismissal(HowOut.LBW if fielder.endswith("w") else HowOut.BOWLED, bowler)
    return Dismissal(HowOut.CAUGHT, bowler, (fielder,))


def _parse_by_pattern(bare: str) -> Dismissal | None:
    for pattern, how_out in _PATTERNS:
        matched = pattern.fullmatch(bare)
        if matched:
            found = matched.groupdict()
            fielder = _person(found.get("fielder") or "")
            return Dismissal(how_out, _person(found.get("bowler") or ""), (fielder,) if fielder else ())
    return None


def _split_fielders(text: str) -> tuple[str, ...]:
    inner = text.strip().strip("()[]")
    parts = (_person(part) for part in re.split(r"/|,|&|\band\b", inner))
    return tuple(part for part in parts if part)


def _person(text: str) -> str | None:
    bare = without_dirt(clean_text(_MARKS.sub(" ", text)).strip("() "))
    return bare if _LETTER.search(bare) else None
