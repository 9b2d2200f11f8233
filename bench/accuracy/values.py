"""When two values of a cell are the same: names by their letters, everything else by what it means.

Refuses to know where a value stands in the card.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

SAME_NAME_FROM = 0.85
"""Similarity from which two names are one: a letter of a name of seven may be wrong."""

_ECONOMY_TOLERANCE = Decimal("0.005")

_MARK = r"(?:c|vc|wk|capt|captain)"
_BRACKETED_MARKS = re.compile(rf"\(\s*{_MARK}(?:\s*(?:&|/|,|and)\s*{_MARK})*\s*\)", re.IGNORECASE)
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018`")
# Letters that Unicode does not take apart into a plain one and an accent.
_PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "\u0131": "i"})


def is_given(value: object) -> bool:
    """Whether there is a value at all: null and empty mean that nothing is printed."""
    return value is not None and value not in ("", [])


def is_same(field: str, truth: object, answer: object) -> bool:
    """Whether the answer for the field is right; both values are given."""
    match field:
        case "name":
            return is_same_name(str(truth), str(answer))
        case "bowler":
            return is_same_or_fuller_name(str(truth), str(answer))
        case "kind":
            return truth == answer
        case "economy":
            return is_same_economy(truth, answer)
        case "overs":
            return number(truth) == number(answer)
        case _:
            return count(truth) == count(answer)


def count(value: object) -> Decimal | str:
    """Return the number of runs, balls or wickets that is meant, without the star of the not out."""
    return number(str(value).rstrip().removesuffix("*"))


def number(value: object) -> Decimal | str:
    """Return the number that is written; other text as it is."""
    text = str(value).strip()
    return Decimal(text) if re.fullmatch(r"-?\d+(?:\.\d+)?", text, re.ASCII) else text


def is_same_economy(truth: object, answer: object) -> bool:
    """Whether both are runs an over that differ at most in how they were rounded."""
    printed, answered = number(truth), number(answer)
    if isinstance(printed, str) or isinstance(answered, str):
        return False
    return abs(printed - answered) <= _ECONOMY_TOLERANCE


def is_same_name(truth: str, answer: str) -> bool:
    """Whether both are one name, read with few letters wrong."""
    return name_similarity(truth, answer) >= SAME_NAME_FROM


def is_same_or_fuller_name(truth: str, answer: str) -> bool:
    """Whether the answer is the printed name, perhaps with more before it; never with less."""
    if is_same_name(truth, answer):
        return True
    printed, answered = _name_words(truth), _name_words(answer)
    return 0 < len(printed) < len(answered) and answered[-len(printed) :] == printed


def name_similarity(left: str, right: str) -> float:
    """Return from 0 to 1 how alike two names are in their letters and digits; 0 where one has none."""
    return _letter_similarity("".join(_name_words(left)), "".join(_name_words(right)))


@lru_cache(maxsize=65_536)
def _name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in small plain letters, without marks of captain and keeper."""
    bare = _BRACKETED_MARKS.sub(" ", name).casefold().translate(_APOSTROPHES).translate(_PLAIN_LETTERS)
    letters = (letter for letter in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(letter))
    return tuple("".join(letter if letter.isalnum() else " " for letter in letters).split())


@lru_cache(maxsize=1_048_576)
def _letter_similarity(left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    return 1 - _edits(left, right) / max(len(left), len(right))


def _edits(left: str, right: str) -> int:
    """Return how many letters must be put in, taken out or exchanged to make one of the other."""
    above = list(range(len(right) + 1))
    for row, letter in enumerate(left, start=1):
        current = [row]
        for column, other in enumerate(right, start=1):
            exchanged = above[column - 1] + (letter != other)
            current.append(min(exchanged, above[column] + 1, current[-1] + 1))
        above = current
    return above[-1]
