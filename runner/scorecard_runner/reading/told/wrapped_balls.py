"""Balls in brackets that were wrapped to the line below their runs, put back behind them: `... b Roy 13` and `(17)`.

Refuses what stands below the runs themselves: that is printed there on purpose; and brackets beside other words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.words import Word

_BALLS = re.compile(r"\(\d{1,3}b?\)")
_RUNS = re.compile(r"\d{1,3}\*?")
_NEXT_LINE = 1.5  # letter heights between two lines
_SPACE = 0.5  # letter heights


def with_wrapped_balls(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each with the balls of its batter that stand alone on the next one."""
    found: list[Line] = []
    for line in lines:
        if found and _is_rest_of(found[-1], line):
            found[-1] = _with_balls(found[-1], line.words[0])
        else:
            found.append(line)
    return found


def _is_rest_of(above: Line, line: Line) -> bool:
    last = above.words[-1]
    if len(line.words) > 1 or not _BALLS.fullmatch(line.text) or not _RUNS.fullmatch(last.text):
        return False
    is_next = 0 <= line.box.top - above.box.bottom <= _NEXT_LINE * line.box.height
    is_below_runs = line.box.right > last.box.left - _SPACE * last.box.height
    before = " ".join(word.text for word in above.words[:-1])
    return is_next and not is_below_runs and split_dismissal(before) is not None


def _with_balls(line: Line, balls: Word) -> Line:
    *phrases, last = line.phrases
    box = last.words[-1].box
    left = box.right + _SPACE * box.height
    moved = replace(balls, box=Box(left, box.top, left + balls.box.width, box.bottom))
    return Line((*phrases, Phrase((*last.words, moved))))
