"""Where the labelled parts of an innings in running text end: the last of them runs into whatever follows it.

Figures end with the last one that follows the others closely, lists of names with their full stop or their paragraph.
Refuses to look behind the next label.
"""

import re

from scorecard_runner.reading.grammar.labels import Label

_DASH = r"\s*[-–—]\s*"  # noqa: RUF001 - as printed
_ANALYSIS = re.compile(rf"\d{{1,3}}(?:\.\d)?{_DASH}\d{{1,2}}{_DASH}\d{{1,3}}{_DASH}\d{{1,2}}(?!\d)(?:\s*\([^()]*\))?")
_FALL = re.compile(rf"\d{{1,4}}(?:{_DASH}\d{{1,4}})?\*?(?:\s*\([^()]*\))?")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.(?=\s|\Z)")
_FURTHEST_ANALYSIS = 45  # letters from one bowler's figures to the next one's: a name
_FURTHEST_FALL = 4
_FURTHEST_FIRST_FALL = 24
_PARAGRAPH = "\n\n"


def end_of(label: Label, text: str, start: int, limit: int) -> int:
    """Return where the part ends that begins there with its label, at `limit` at the latest."""
    if label is Label.BOWLING_FIGURES:
        return _last_of(_ANALYSIS, text, start, limit, (_FURTHEST_ANALYSIS, _FURTHEST_ANALYSIS))
    if label is Label.FALL_OF_WICKETS:
        return _last_of(_FALL, text, start, limit, (_FURTHEST_FIRST_FALL, _FURTHEST_FALL))
    paragraph = text.find(_PARAGRAPH, start, limit)
    end = paragraph if paragraph >= 0 else limit
    if label is Label.DID_NOT_BAT and (stop := _STOP.search(text, start, end)):
        return stop.end()
    return end


def _last_of(pattern: re.Pattern[str], text: str, start: int, limit: int, furthest: tuple[int, int]) -> int:
    """Return the end of the last match that is no further from the one before it, with the full stop behind it."""
    end = start
    for match in pattern.finditer(text, start, limit):
        if match.start() - end > furthest[end > start]:
            break
        end = match.end()
    if end == start:
        return limit
    return end + 1 if text[end:limit].startswith(".") else end
