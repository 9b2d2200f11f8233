"""Lines of nothing but strokes: the corners and crossings of a drawn table, which readers take for i, u, ll and the like.

Refuses to drop a line in which a figure other than 1 or a word could be meant.
"""

from collections.abc import Sequence

from scorecard_runner.reading.page.lines import Line

_LEAST_WORDS = 3
_SHARE = 0.7
_LONGEST = 3  # letters
_UPRIGHT = frozenset("iIl|!uUhHtTyYjJ1LnN\"'`°.,:;-_~=[]{}()\\/")


def without_strokes(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that say something."""
    return [line for line in lines if not _is_strokes(line)]


def _is_strokes(line: Line) -> bool:
    texts = [word.text for word in line.words]
    if len(texts) < _LEAST_WORDS or max(map(len, texts)) > _LONGEST or all(text.isdecimal() for text in texts):
        return False
    return sum(set(text) <= _UPRIGHT for text in texts) >= _SHARE * len(texts)
