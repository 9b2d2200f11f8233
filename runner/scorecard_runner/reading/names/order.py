"""Names printed surname first, `Haman SG`: turned round to be compared, and back again to be printed.

Refuses names in capitals only: there a short surname looks like initials.
"""

import re

_INITIALS = re.compile(r"[^\W\d_a-zß-ÿ]{1,4}|(?:[^\W\d_a-zß-ÿ]\.){1,4}")
_NUMERALS = frozenset({"II", "III", "IV"})
_SMALL = re.compile(r"[a-zß-ÿ]")


def initials_behind(name: str) -> int:
    """Return how many words of initials stand behind the surname."""
    words = name.split()
    count = 0
    while count < len(words) - 1 and _is_initials(words[-1 - count]):
        count += 1
    surname = words[: len(words) - count]
    is_turned = not _is_initials(surname[0]) and _SMALL.search(" ".join(surname)) is not None
    return count if is_turned else 0


def initials_first(name: str) -> str:
    """Return the name with the initials that stand behind it before it."""
    return _turned(name, -initials_behind(name))


def surname_first(name: str, initials: int) -> str:
    """Return the name with so many words of initials behind it."""
    return _turned(name, initials)


def _turned(name: str, count: int) -> str:
    words = name.split()
    return " ".join([*words[count:], *words[:count]]) if count else name


def _is_initials(word: str) -> bool:
    return _INITIALS.fullmatch(word) is not None and word not in _NUMERALS
