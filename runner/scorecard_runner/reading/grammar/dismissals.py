"""How a batter got out, from the usual notations; what a reader makes of a lone `c` or `b` is forgiven.

Refuses to guess: text that is no dismissal as a whole gives None.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

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
    (r"n[o0ae]t\s*[o0]ut|n\.?o\.?|\*", HowOut.NOT_OUT),
    (r"batting|at\s*the\s*crease", HowOut.BATTING),
    (r"retired\s*hurt|ret\.?\s*hurt|r(?:et)?\.?\s*h(?:urt)?|retired\s*ill|retired", HowOut.RETIRED_HURT),
    (r"retired\s*not\s*out|retired\s*\(not\s*out\)", HowOut.RETIRED_NOT_OUT),
    (r"retired\s*out|ret\.?\s*out", HowOut.RETIRED_OUT),
    (r"absent(?:\s*(?:hurt|ill|injured))?", HowOut.ABSENT_HURT),
    (r"did\s*not\s*bat|dnb|yet\s*to\s*bat", HowOut.DID_NOT_BAT),
    (r"timed\s*out", HowOut.TIMED_OUT),
    (r"obstruct(?:ing|ed)?(?:\s*the)?\s*field", HowOut.OBSTRUCTING_THE_FIELD),
    (r"handled\s*(?:the\s*)?ball", HowOut.HANDLED_BALL),
    (r"hit\s*(?:the\s*)?ball\s*twice", HowOut.HIT_BALL_TWICE),
    (r"bowled", HowOut.BOWLED),
    (r"caught|ct", HowOut.CAUGHT),
    (r"stumped", HowOut.STUMPED),
    (r"hit\s*(?:wicket|wkt)", HowOut.HIT_WICKET),
)

_RUN_OUT = re.compile(r"(?:run|nun|rum)\s*[o0]ut\s*(.*)|r\s*/\s*o\s*(.*)", re.IGNORECASE)
# Lone letters are what readers lose and change first: a cent sign or an opening bracket for c, 6 or & for b.
_C = r"(?:caught|ct\.?|c\.?|C|¢|€|©|e)"
_B = r"(?:bowled|bwd|b\.?|B|6)"
_CAUGHT_AND_BOWLED = re.compile(rf"{_C}\s*(?:&|and|\+)\s*{_B}(?:\s+(?:by\s+)?(?P<bowler>\S.*))?", re.IGNORECASE)
_BOWLED_TIGHT = re.compile(r"b(?P<bowler>[A-Z].*)")  # slanted letters stand so close that the space is lost
_CAUGHT = re.compile(rf"{_C}\s+(?P<fielder>\S.*?)\s+{_B}\s+(?P<bowler>\S.*)", re.IGNORECASE)
_CAUGHT_TIGHT = re.compile(r"[c¢]\s*(?P<fielder>[†*(A-Z]\S*(?:\s\S+)*?)\s+b\s*(?P<bowler>[A-Z].*)")
_STUMPED = re.compile(rf"(?:st\.?|stumped|sl)\s+(?P<fielder>\S.*?)\s+{_B}\s+(?P<bowler>\S.*)", re.IGNORECASE)
_LBW = re.compile(rf"[il1|]\.?\s*b\.?\s*w\.?,?(?:\s+(?:{_B}\s+)?(?P<bowler>\S.*))?", re.IGNORECASE)
_HIT_WICKET = re.compile(rf"(?:hit\s*(?:wicket|wkt)|hw|h\.w\.)\s+(?:{_B}\s+)?(?P<bowler>\S.*)", re.IGNORECASE)
# Not a capital B: that is an initial.
_BOWLED = re.compile(r"(?:[Bb]owled|b\.?)\s+(?:by\s+)?(?P<bowler>\S.*)")

_LETTER_LOST = re.compile(r"(?:\W|[c¢]{2})?\s*(?P<fielder>[^\W\d_].*?)\s+b\s+(?P<bowler>[^\W\d_].*)")

_PATTERNS: tuple[tuple[re.Pattern[str], HowOut], ...] = (
    (_STUMPED, HowOut.STUMPED),
    (_LBW, HowOut.LBW),
    (_HIT_WICKET, HowOut.HIT_WICKET),
    (_CAUGHT, HowOut.CAUGHT),
    (_CAUGHT_TIGHT, HowOut.CAUGHT),
    (_BOWLED, HowOut.BOWLED),
    (_BOWLED_TIGHT, HowOut.BOWLED),
)

_MARKS = re.compile(r"[†‡*]|\((?:sub|wk|c)\)|\bsub\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def parse_dismissal(text: str) -> Dismissal | None:
    """Return the way out that the whole text says, or None."""
    bare = clean_text(text) if text.strip() != "*" else "*"
    if not bare:
        return None
    for pattern, how_out in _FIXED:
        if re.fullmatch(pattern, bare, re.IGNORECASE):
            return Dismissal(how_out)
    if matched := _RUN_OUT.fullmatch(bare):
        return Dismissal(HowOut.RUN_OUT, fielders=_split_fielders(matched[1] or matched[2] or ""))
    if matched := _CAUGHT_AND_BOWLED.fullmatch(bare):
        bowler = _person(matched["bowler"] or "")
        return Dismissal(HowOut.CAUGHT, bowler, (bowler,) if bowler else ())
    return _parse_by_pattern(bare)


def parse_without_its_letter(text: str) -> Dismissal | None:
    """Return the catch that `Fielder b Bowler` is where a dismissal must stand: readers drop a lone `c`, hardly ever `st`."""
    matched = _LETTER_LOST.fullmatch(clean_text(text))
    fielder, bowler = (_person(matched[part]) for part in ("fielder", "bowler")) if matched else (None, None)
    return Dismissal(HowOut.CAUGHT, bowler, (fielder,)) if fielder and bowler else None


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
    bare = clean_text(_MARKS.sub(" ", text)).strip("() ")
    return bare if _LETTER.search(bare) else None


def split_dismissal(text: str) -> tuple[str, str] | None:
    """Return name and dismissal of a phrase such as `RG Sharma c Klaasen b Maharaj`; None if there is no such place."""
    tokens = text.split()
    for start in range(1, len(tokens)):
        head, tail = " ".join(tokens[:start]), " ".join(tokens[start:])
        if _is_saint(tokens[start:]) or _is_initial(tokens[:start], tokens[start]):
            continue
        if _starts_dismissal(tokens[start]) and parse_dismissal(tail):
            return head, tail
    return None


def _is_saint(tokens: list[str]) -> bool:
    """Whether `St` begins a surname: stumped is printed in small letters, or before a keeper's mark."""
    return tokens[0] == "St" and len(tokens) > 1 and tokens[1][:1] not in "†‡+*("


def _is_initial(before: list[str], token: str) -> bool:
    """Whether a capital is one more initial: readers make capitals of a lone c, but no surname has come yet."""
    return token.rstrip(".") in {"C", "B", "E"} and not any(map(_is_surname, before))


def _is_surname(word: str) -> bool:
    return len(word) >= _LEAST_SURNAME or (len(word) > 1 and not word.replace(".", "").isupper())


_LEAST_SURNAME = 4  # letters, where all are capitals
_OPENINGS = re.compile(
    r"(?:c|ct|¢|©|b|st|lbw|[il1|]bw|run|not|retired|hit|absent|did|dnb|c&b|caught|bowled|stumped|timed|handled|obstruct(?:ing|ed)|batting|runout|notout)\.?",
    re.IGNORECASE,
)


_FIRST_WORDS = re.compile(
    r"(?:(?:c|ct|b|st)\b\.?|c\s*&\s*b\b|(?i:lbw|(?:run|not|retired|timed)\s*out|retired|hit\s*w|absent|bowled|caught|stumped|handled|obstruct|"
    r"did\s*not\s*bat|dnb)\b)(?!\w)"
)


def opens_dismissal(text: str) -> bool:
    """Whether the text begins as dismissals do, complete or not: `ct Ali` of a card with a column for bowlers, say."""
    return bool(_FIRST_WORDS.match(text.strip()))


def _starts_dismissal(token: str) -> bool:
    return bool(_OPENINGS.fullmatch(token.strip("'\"‘’")))  # noqa: RUF001 - as printed
