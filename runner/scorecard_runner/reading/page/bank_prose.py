"""Whether lines beside a white channel are running text: sentences, a paragraph, an innings told from line to line.

Refuses to look at cells; `bank_lines` does.
"""

import re
from collections.abc import Sequence

from scorecard_runner.reading.page.banks import share
from scorecard_runner.reading.page.lines import Line

_MOSTLY = 0.6
_SENTENCE_WORDS = 4
_FULL = 0.85  # of the width of a column
_ENTRY = re.compile(
    r"(?:\b(?:b|lbw)\.?\s[^\d,;]{2,40}?|\bnot\s+out|\brun\s+out\b[^\d,;]{0,40}?)\s\d{1,3}\*?(?:\s\(\d{1,3}b?\))?[,;.](?=\s|$)"
)
"""A batter of an innings in running text, with the sign behind him that no row of a table has, or ..."""

_ANALYSIS = re.compile(r"\d-\s?\d{1,2}-\s?\d{1,3}-\s?\d{1,2}[,;](?=\s|$)")
"""... a bowler."""

_LEAST_ENTRIES = 3


def is_sentence(line: Line) -> bool:
    """Whether it is part of running text: several words in one go, most of them small."""
    small = sum(word.text[:1].islower() for word in line.words)
    return len(line.phrases) == 1 and len(line.words) >= _SENTENCE_WORDS and 2 * small >= len(line.words)


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether most lines are sentences, or run from one edge of the column to the other without being cells."""
    width = max(line.box.width for line in lines)
    full = sum(len(line.words) >= _SENTENCE_WORDS and line.box.width >= _FULL * width for line in lines)
    return full >= _MOSTLY * len(lines) or share(lines, is_sentence) >= _MOSTLY


def tells_innings(lines: Sequence[Line]) -> bool:
    """Whether they are a part of an innings in running text, from line to line."""
    return _entries_in(lines) >= _LEAST_ENTRIES


def tells_innings_across(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether lines that stand beside each other tell an innings in running text only together, the left line first."""
    across = [line for pair in zip(left, right, strict=True) for line in pair]
    return _entries_in(across) >= max(_LEAST_ENTRIES, _entries_in(left) + _entries_in(right) + 1)


def _entries_in(lines: Sequence[Line]) -> int:
    text = " ".join(line.text for line in lines)
    return len(_ENTRY.findall(text)) + len(_ANALYSIS.findall(text))
