"""How far two readings of a name are apart, in the eyes of a reader of pictures: letters of one shape count little.

Refuses to say who is meant; a pair of readings is all it knows.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from scorecard_runner.reading.grammar.name_dirt import BEFORE_SURNAMES

_SHAPE_WEIGHT = 0.25
"""Of a letter exchanged for one of the same shape, against any other mistake."""

_HARDLY_ALIKE = 0.5
_NO_LETTERS_OF_THEIR_OWN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe"})
_SAME_SHAPE = str.maketrans(
    {
        "0": "o",
        "q": "g",
        "9": "g",
        "6": "g",
        "1": "l",
        "i": "l",
        "j": "l",
        "!": "l",
        "5": "s",
        "8": "b",
        "3": "b",
        "2": "z",
    }
)
_DIGRAPHS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("ll", "u"), ("li", "u"))
_CAPITALS_ALIKE = ("OQDCG0", "CGE6", "BRPE83", "IJTL1l", "MNHW", "KRX", "UVY", "S5", "Z2", "FPTE")
_MARK_BEHIND, _MARK_BEFORE = "tf", "tTfiIl1"
"""What readers make of a dagger, a star or a plus beside a name; an i at its end is easily lost."""

_INITIALS = re.compile(r"(?:[A-Z0-9]\.?){1,4}")
_INNER_CAPITAL = re.compile(
    r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bDi)(?<!\bDu)(?<!\bLa)(?<!\bLe)(?<=[a-zß-ÿ])[A-Z]|[A-Z]{2}(?=[a-z])"
)
_ODD = re.compile(r"[^\w\s.'’‘-]|[\d_]|ii|vv|(?<=\w\.)[A-Z][a-z]")  # noqa: RUF001 - as printed


@lru_cache(maxsize=4096)
def letters_of(name: str) -> str:
    """Return the letters and digits of the name, small and without accents."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_NO_LETTERS_OF_THEIR_OWN))
    return "".join(letter for letter in plain if letter.isalnum())


def likeness(first: str, second: str) -> float:
    """Return from 0 to 1 how alike two readings are in letters; spaces, full stops and accents do not count."""
    return _likeness(letters_of(first), letters_of(second))


@lru_cache(maxsize=4096)
def _likeness(first: str, second: str) -> float:
    longer = max(len(first), len(second))
    if not first or not second:
        return 0.0
    shapes = _shape(first), _shape(second)
    at_best = 1 - (max(map(len, shapes)) - sum((Counter(shapes[0]) & Counter(shapes[1])).values())) / longer
    if at_best < _HARDLY_ALIKE:
        return at_best  # the mistakes need not be counted
    plain = _edits(first, second)
    shaped = min(plain, _edits(*shapes))
    return 1 - (shaped + _SHAPE_WEIGHT * (plain - shaped)) / longer


def _shape(letters: str) -> str:
    for pair, single in _DIGRAPHS:
        letters = letters.replace(pair, single)
    return letters.translate(_SAME_SHAPE)


def _edits(first: str, second: str) -> int:
    """Return how many letters must be put in, taken out or exchanged to make one of the other."""
    if first == second:
        return 0
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        current = [row]
        for column, other in enumerate(second, start=1):
            current.append(min(above[column - 1] + (letter != other), above[column] + 1, current[-1] + 1))
        above = current
    return above[-1]


def has_mark_more(marked: str, bare: str) -> bool:
    """Whether the first reading is the second with what may be a dagger, star or plus before or behind it."""
    longer, shorter = letters_of(marked), letters_of(bare)
    if not shorter or len(longer) != len(shorter) + 1:
        return False
    if longer[:-1] == shorter and marked[-1] in _MARK_BEHIND:
        return True
    # A letter on its own is an initial, unless there are others behind it.
    is_glued = not marked[1:2].isspace() or bool(given_name(marked[1:].strip()))
    is_stray = marked[0].islower() and marked[1:2].isspace()
    return longer[1:] == shorter and (is_stray or (marked[0] in _MARK_BEFORE and is_glued))


def between_marks(before: str, behind: str) -> str | None:
    """Return the name that both readings have, one with a mark before it and one with a mark behind it."""
    if before[:1] not in _MARK_BEFORE or behind[-1:] not in _MARK_BEHIND:
        return None
    return behind[:-1] if letters_of(before)[1:] == letters_of(behind)[:-1] else None


def has_lost_its_capital(short: str, whole: str) -> bool:
    """Whether the first reading is the second without its first letter, which was a capital."""
    return begins_small(short) and letters_of(whole)[1:] == letters_of(short)


def contradict(first: str, second: str) -> bool:
    """Whether initials or first names, where both have some, are surely of two people."""
    one, other = (letters_of(given_name(name)) for name in (first, second))
    if not one or not other:
        return False
    is_initials = [_is_initials(given_name(name)) for name in (first, second)]
    if is_initials == [False, False]:
        return likeness(one, other) < _HARDLY_ALIKE
    if all(is_initials):
        return not _may_be_same_initials(one.upper(), other.upper())
    return not _are_alike(one[0].upper(), other[0].upper())


def _may_be_same_initials(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    starts = range(len(longer) - len(shorter) + 1)
    return len(longer) - len(shorter) <= 1 and any(
        all(_are_alike(*pair) for pair in zip(shorter, longer[start:], strict=False)) for start in starts
    )


def _are_alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _CAPITALS_ALIKE)


def is_short_form(short: str, full: str) -> bool:
    """Whether the first reading has initials for the second one's first name, and the same surname."""
    is_form = has_initials(short) and bool(given_name(full)) and not has_initials(full)
    return is_form and letters_of(surname(short)) == letters_of(surname(full)) and not contradict(short, full)


def has_initials(name: str) -> bool:
    """Whether the name begins with initials rather than a first name."""
    return bool(given_name(name)) and _is_initials(given_name(name))


@lru_cache(maxsize=4096)
def given_name(name: str) -> str:
    """Return initials or first name; empty where a surname stands alone."""
    words = name.split()
    initials = 0
    while initials < len(words) - 1 and _is_initials(words[initials]):
        initials += 1
    if not initials and len(words) > 1 and words[0].casefold() not in BEFORE_SURNAMES:
        initials = 1
    return " ".join(words[:initials])


def surname(name: str) -> str:
    """Return the name without initials or first name."""
    return " ".join(name.split()[len(given_name(name).split()) :])


@lru_cache(maxsize=4096)
def _is_initials(text: str) -> bool:
    return all(_INITIALS.fullmatch(word) for word in text.split())


@lru_cache(maxsize=4096)
def endings(name: str) -> tuple[str, ...]:
    """Return the name, and what is left of it without its first words, the longest first."""
    words = name.split()
    return tuple(" ".join(words[start:]) for start in range(len(words)))


def begins_small(name: str) -> bool:
    """Whether the name begins with a small letter that is no particle's: its first letter was lost or misread."""
    word = re.split(r"[\s-]", name.strip(), maxsplit=1)[0]
    return word[:1].islower() and word not in BEFORE_SURNAMES


@lru_cache(maxsize=4096)
def blemishes(name: str) -> int:
    """Return how many things there are in the reading that names do not have: digits, signs, capitals inside a word."""
    small = sum(begins_small(word) for word in name.split())
    return len(_ODD.findall(name)) + len(_INNER_CAPITAL.findall(name)) + small
