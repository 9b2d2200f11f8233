"""Lines that say several things in turn, as the foot of a window does: `Byes 4  Wides 5  Extras 12  Total 234/7  Overs 40`.

Each becomes a line of its own; the overs stay with the total. Refuses lines in which the first label has no number of its
own: there the others are its parts; and the word overs behind its number.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.words import Word

_PART = r"leg\s*-?\s*byes?|byes?|wides?|no\s*-?\s*balls?|penalt(?:y|ies)|ext(?:ras?)?|sundries|total|score"
_RUN_RATE = r"(?:c|r|net\s+)?rr|(?:current\s+)?run\s*-?\s*rate|rpo"
_STARTS = re.compile(rf"(?:total\s+extras|{_PART}|overs|ovs?|{_RUN_RATE})(?![a-z])", re.IGNORECASE)
_COMPLETE = re.compile(
    rf"\W*(?:total\s+extras|(?:{_PART})(?:\s+all\s*out)?(?:\s+for)?|overs|ovs?|{_RUN_RATE})\W*\d", re.IGNORECASE
)
_OVERS = re.compile(r"\W*ov(?:er)?s?(?![a-z])", re.IGNORECASE)
_RATE = re.compile(rf"\W*(?:{_RUN_RATE})(?![a-z])", re.IGNORECASE)
_TOTAL = re.compile(r"\W*(?:total(?!\s+extras)|score(?![a-z]))", re.IGNORECASE)
_PLAIN_OVERS = re.compile(r"\d{1,3}(?:\.\d)?")
_RATE_BEHIND = re.compile(r"\W*\d+(?:\.\d+)?\s*(?:(?:runs?\s*)?(?:per|an|/)\s*ov|r\.?p\.?o)", re.IGNORECASE)
_SET_OFF = (",", ";", ")")
_ENDS_NUMBER = re.compile(r"\d\W*$|all\s*out\W*$|\d\s*(?:d|dec\.?)$", re.IGNORECASE)


def with_labels_apart(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those with several labels cut before each of them."""
    found: list[Line] = []
    for part in (part for line in lines for part in _parts(line)):
        if found and _is_overs_alone(part) and _TOTAL.match(found[-1].text) and _COMPLETE.match(found[-1].text):
            found[-1] = _with_overs(found[-1].words, part.words)
        else:
            found.append(part)
    return found


def _parts(line: Line) -> list[Line]:
    pieces = list(_pieces(line.words, _behind_numbers(line)))
    if len(pieces) < 2 or not all(_COMPLETE.match(_text(piece)) for piece in pieces):  # noqa: PLR2004 - one is no run
        return [line]
    pieces = [piece for piece in pieces if not _RATE.match(_text(piece))]
    overs = [word for piece in pieces if _OVERS.match(_text(piece)) for word in piece]
    sums = [piece for piece in pieces if not _OVERS.match(_text(piece))]
    total = next((piece for piece in sums if _TOTAL.match(_text(piece))), None)
    if overs and total is None:
        # Of `Overs 6.0 (4 wkts) 44` the rest is the total without its label.
        parts = [_line(piece) for piece in pieces]
        return parts if all(_is_overs_alone(part) for part in parts if _OVERS.match(part.text)) else [line]
    return [_with_overs(piece, overs) if piece is total and overs else _line(piece) for piece in sums]


def _is_overs_alone(line: Line) -> bool:
    return _OVERS.match(line.text) is not None and len(line.words) == 2 and line.words[1].text[:1].isdigit()  # noqa: PLR2004


def _with_overs(total: Sequence[Word], overs: Sequence[Word]) -> Line:
    """Return the total with its overs as scores are written, the number first: `176/7 20.0 overs`."""
    first, *number = overs
    return _line([*total, *number, first])


def _behind_numbers(line: Line) -> set[int]:
    """Return each `overs` whose number stands before it, by identity: `4 wkts, 20 overs | 204` and `20 overs, 5.1 an over`.

    It ends its cell, a comma sets it off from what follows, or the number behind it is a rate.
    """
    return {
        id(word)
        for phrase in line.phrases
        for before, (at, word) in pairwise(enumerate(phrase.words))
        if _OVERS.match(word.text) and _PLAIN_OVERS.fullmatch(before[1].text) and _is_closed(phrase.words[at:])
    }


def _is_closed(words: Sequence[Word]) -> bool:
    """Whether the first word says nothing of what follows it."""
    overs, *behind = words
    return not behind or overs.text.endswith(_SET_OFF) or _RATE_BEHIND.match(_text(behind)) is not None


def _pieces(words: Sequence[Word], behind: Collection[int]) -> Iterator[list[Word]]:
    """Cut before every label that follows a number and stands outside brackets, but for those behind their numbers."""
    piece: list[Word] = []
    for index, word in enumerate(words):
        said = _text(piece)
        is_outside = said.count("(") <= said.count(")") and said.count("[") <= said.count("]")
        is_label = is_outside and id(word) not in behind
        if piece and is_label and _ENDS_NUMBER.search(said) and _STARTS.match(_text(words[index:])):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _line(words: Sequence[Word]) -> Line:
    return Line((Phrase(tuple(words)),))
