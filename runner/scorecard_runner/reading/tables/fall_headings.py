"""Headings of tables with a row for each wicket, that would pass for those of batters: they name score, batter and balls.

Refuses to read such tables; the grammar of falls does.
"""

from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.vocabulary import fold

_OF_PAIRS = frozenset({"partnership", "partnerships", "pship", "pships"})
_COUNTS = frozenset({"wkt", "wicket", "wktno", "wicketno"})
_OVERS = frozenset({"over", "overs", "ov", "ovs"})
_SCORES = frozenset({"score", "total", "runs", "at"})
_LEAST_NAMES = 3


def heads_falls(line: Line) -> bool:
    """Whether the columns are those of wickets: runs of a partnership, or which wicket, at what score, in which over."""
    names = [fold(word.text) for word in line.words]
    if len(names) < _LEAST_NAMES or any(map(str.isdecimal, names)):
        return False
    counts_wickets = names[0] in _COUNTS and bool(_OVERS & set(names)) and bool(_SCORES & set(names))
    return bool(_OF_PAIRS & set(names)) or counts_wickets
