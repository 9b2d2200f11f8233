"""What readers make of a name beside which something else stands: daggers read as letters, digits for initials, stray bits.

Only what no name has is put right, word by word. Refuses to compare with other names; `name_agreement` does.
"""

import re

BEFORE_SURNAMES = frozenset(
    {
        "van",
        "von",
        "der",
        "den",
        "de",
        "du",
        "di",
        "da",
        "del",
        "la",
        "le",
        "ter",
        "ten",
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
    }
    | {"st", "mc", "mac"}
)
"""Words before a surname that belong to it, in small letters."""

_BESIDE_NAMES = BEFORE_SURNAMES | {"jr", "sr"}
_LONGEST_STRAY = 3  # letters of a bit that is no word
_LETTER_OF_DIGIT = str.maketrans("012568", "OIZSGB")
_NOUGHT = "0"

_CONSONANT = "[bcdfghjklmnpqrstvwxyz]"
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_DAGGER_BEFORE = re.compile(rf"^(?:\+(?=\w)|1?[tf](?={_CAPITAL}|l{_CONSONANT}|(?:van|de|du|al|ter)\b))")
_DAGGER_APART = re.compile(rf"^t\s+(?={_CAPITAL}[a-zß-ÿ])")
_DAGGER_AS_ONE = re.compile(r"^1(?=[A-Z]{1,3}(?:\s|$)|[A-Z]{2})")
_DOTTED_DIGITS = re.compile(r"(?:\d\.){2,4}")
_INITIALS = re.compile(r"(?:[A-Z\d]\.){1,4}|[A-Z\d]{1,3}")
_BRACKETED = re.compile(r"\s*\(\s*\S{0,3}\s*\)?$")
_HAS_CAPITAL = re.compile(_CAPITAL)
_LETTER = re.compile(r"[^\W\d_]")

_MENDINGS = (
    # Signs and digits in the place of letters: a stroke through an O, a nought.
    (re.compile(r"(?<![^\W\d_])@(?=[a-z])"), "Ø"),
    (re.compile(r"(?<=[A-Za-z])¢(?=[a-z])"), "ø"),
    (re.compile(r"\b0(?=['’][A-Z]|[a-z]{2})"), "O"),  # noqa: RUF001 - as printed
    # The dots of an ü with the rest of it; other names have their two i further behind.
    (re.compile(rf"(?<![^\W\d_])([A-Z](?:ch)?)ii(?={_CONSONANT})"), r"\1ü"),
    # One capital read twice.
    (re.compile(r"\b(?:2(?=Z(?:\s|$))|5(?=S(?:\s|$))|8(?=B(?:\s|$))|6(?=G(?:\s|$)))"), ""),
    (re.compile(r"\b([CSVWXZ])(?i:\1)(?<=[a-z])(?=\s|$)"), r"\1"),
    # In most fonts a capital I and a small l are one stroke; no name starts with an l and a consonant.
    (re.compile(rf"\bl(?={_CONSONANT}[a-z])"), "I"),
    (re.compile(r"(?<=[a-z])lI(?=[a-z])"), "l"),
    (re.compile(r"(?<![^\W\d_])E(?:lI|I)(?=[a-z])"), "El"),
    # Initials without their space; a lone T may be a dagger.
    (re.compile(rf"^([A-Z]{{2,3}})(?:[l|](?=[A-Z][a-z])|(?=l{_CONSONANT}[a-z]))"), r"\1 "),
    (re.compile(r"^([A-SU-Z]|[A-Z]{2,3})(?=[A-Z][a-z]{2,}$)"), r"\1 "),
    (re.compile(rf"(?<=\b[A-Z]\.)(?={_CAPITAL}[\w'’])"), " "),  # noqa: RUF001 - as printed
)


def without_dirt(text: str) -> str:
    """Return the name without what clearly does not belong to it; unchanged where nothing would be left."""
    text = _DAGGER_APART.sub("", text)
    words = _without_stray_bits(_BRACKETED.sub("", text).split() or text.split())
    words[:1] = [_first_word(words[0], is_followed=len(words) > 1)] if words else []
    return _mended(" ".join(words)) or text


def begins_with_dagger(text: str) -> bool:
    """Whether a keeper's dagger before the name was read as a letter."""
    return bool(_DAGGER_BEFORE.match(text.strip()) or _DAGGER_APART.match(text.strip()))


def _first_word(word: str, *, is_followed: bool) -> str:
    bare = _DAGGER_BEFORE.sub("", _DAGGER_AS_ONE.sub("", word))
    # A single digit with a full stop counts rows; two are initials, and no row has the number 0.
    is_initials = _DOTTED_DIGITS.fullmatch(bare) or (_INITIALS.fullmatch(bare) and _HAS_CAPITAL.search(bare))
    return bare.translate(_LETTER_OF_DIGIT) if is_followed and (is_initials or bare == _NOUGHT) else bare


def _mended(text: str) -> str:
    for pattern, instead in _MENDINGS:
        text = pattern.sub(instead, text)
    return text


def _without_stray_bits(words: list[str]) -> list[str]:
    """Drop small bits at both ends of a name that is written with capitals."""
    named = [number for number, word in enumerate(words) if _HAS_CAPITAL.search(word)]
    if not named:
        return words
    start, end = 0, len(words)
    # Before a single word it may as well be an initial in small letters.
    while start < named[0] and _is_stray(words[start]) and (end - start > 2 or not _LETTER.search(words[start])):  # noqa: PLR2004
        start += 1
    while end - 1 > named[0] and (_is_stray(words[end - 1]) or words[end - 1] in BEFORE_SURNAMES):
        end -= 1
    return words[start:end]


def _is_stray(word: str) -> bool:
    """Whether the word is too little for a part of a name: signs, digits, or a few small letters."""
    if _DOTTED_DIGITS.fullmatch(word) or word == _NOUGHT:
        return False
    letters = "".join(_LETTER.findall(word))
    is_small = letters == letters.lower() and len(letters) <= _LONGEST_STRAY
    return is_small and letters not in _BESIDE_NAMES and "-" not in word
