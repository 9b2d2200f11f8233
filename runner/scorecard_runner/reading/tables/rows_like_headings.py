"""Rows of batters that would pass for headings: `run out`, a 4 and a 6 behind it name three columns.

Refuses to say whether any other line is a heading.
"""

import re
from collections.abc import Sequence

from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.column_names import column_of, names_players
from scorecard_runner.reading.tables.vocabulary import TableKind

_LEAST_NAME = 3  # letters, of a bowler who is no abbreviation of a column
_OUT = re.compile(r"\b(?:run|not)\s?out\b|\blbw\b|\bhit\s?wicket\b", re.IGNORECASE)
_CUT_SHORT = re.compile(r"\s(?:c|ct|st)\.?\s+[†‡+*]?[^\W\d_]\S{2,}.*\sb\.?\s")
"""A catch whose bowler was wrapped."""

_ALONE = re.compile(r"(?:c|ct|st)\.?\s+\S.*\sb\.?\s+\S.*")
"""On a line below its batter; of a bowler with a single letter it looks like `B R`."""


def tells_a_dismissal(line: Line) -> bool:
    """Whether it is the row of a batter.

    No two columns have the same name, so a figure that stands there twice is no misread name either.
    """
    words = [word.text for word in line.words]
    if _OUT.search(line.text) or _ALONE.fullmatch(line.text) or _has_figure_twice(words) or _says_bowled(line):
        return True
    while words and read_strictly(words[-1]) is not None:
        words.pop()
    said = split_dismissal(" ".join(words)) if len(words) < len(line.words) else None
    if any(map(names_players, words)):
        return False
    is_cut = _CUT_SHORT.search(line.text) is not None
    return is_cut or (said is not None and any(len(word) >= _LEAST_NAME for word in said[1].split()))


def _says_bowled(line: Line) -> bool:
    """Whether it is `b` and a name, set as close as words are: `b R Jumood` names no balls and runs."""
    words = [word.text for word in line.words]
    is_one_phrase = len(line.phrases) == 1 and len(words) > 1 and words[0].rstrip(".") == "b"
    return is_one_phrase and any(len(word) >= _LEAST_NAME and not _names_column(word) for word in words[1:])


def _names_column(text: str) -> bool:
    return any(column_of(text, kind) is not None for kind in TableKind)


def _has_figure_twice(words: Sequence[str]) -> bool:
    """Whether a figure stands twice behind one name of players: a table beside has its own, a number before counts rows."""
    figures: list[str] = []
    for word in words:
        if names_players(word):
            figures = []
        elif word.isdecimal():
            if word in figures:
                return True
            figures.append(word)
    return False
