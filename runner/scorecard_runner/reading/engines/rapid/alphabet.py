"""Which of the thousands of characters that the network knows can stand on a scorecard, and how they are written here.

Pure. The network was trained on Chinese first: it writes punctuation in its wide forms and sees ideographs in stains. What
has a plain form counts as that; what is neither Latin, digit nor sign is never read.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

BLANK = ""
"""What the network says between two characters."""

_PLAIN = {
    "\u2018": "'",
    "\u2019": "'",
    "\u00b4": "'",
    "`": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u3001": ",",
    "\u3002": ".",
    "\u3010": "[",
    "\u3011": "]",
    "\u3014": "(",
    "\u3015": ")",
}
"""Signs whose plain forms Unicode does not know as such."""

_SIGNS = frozenset("\u2020\u2021\u00b7\u00d7\u00bd\u00bc\u00be")
"""Daggers, the middle dot, the multiplication sign, and the fractions of an over."""

_LATIN = "LATIN "
_LAST_ASCII = "~"


@dataclass(frozen=True)
class Alphabet:
    """The characters that are read: for each the places of its forms in the network's answer."""

    texts: tuple[str, ...]
    places: tuple[tuple[int, ...], ...]


def alphabet_of(characters: Sequence[str]) -> Alphabet:
    """Return the alphabet of a network that answers with a blank, then `characters`, then the space."""
    forms: dict[str, list[int]] = {BLANK: [0]}
    for place, character in enumerate([*characters, " "], start=1):
        plain = _plain(character)
        if plain is not None:
            forms.setdefault(plain, []).append(place)
    return Alphabet(tuple(forms), tuple(map(tuple, forms.values())))


def _plain(character: str) -> str | None:
    text = character if character in _SIGNS else unicodedata.normalize("NFKC", _PLAIN.get(character, character))
    return text if all(map(_is_ours, text)) else None


def _is_ours(letter: str) -> bool:
    if " " <= letter <= _LAST_ASCII or letter in _SIGNS:
        return True
    return letter.isalpha() and unicodedata.name(letter, "").startswith(_LATIN)
