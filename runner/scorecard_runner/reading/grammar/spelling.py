"""Words that readers get almost right.

Refuses to correct: it only says whether a word can be meant.
"""

FUZZY_FROM_LETTERS = 5
"""Shorter words must be equal."""


def almost_equal(word: str, known: str) -> bool:
    """Whether they are equal, or one inserted, lost or changed letter apart; short words must be equal."""
    if word == known:
        return True
    if min(len(word), len(known)) < FUZZY_FROM_LETTERS or abs(len(word) - len(known)) > 1:
        return False
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    ends = (
        (word[start + 1 :], known[start + 1 :]),
        (word[start:], known[start + 1 :]),
        (word[start + 1 :], known[start:]),
    )
    return any(left == right for left, right in ends)


_FALSE_STROKES = str.maketrans("łŁĺļľıħẖ", "lLlllihh")


def without_false_strokes(text: str) -> str:
    """Return the text with plain letters for those that no English label has: a speck makes an ł of an l."""
    return text.translate(_FALSE_STROKES)
