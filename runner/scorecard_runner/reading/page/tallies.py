"""The running total of a scorebook: printed numbers from 1 to some hundred, struck off as runs are scored.

Told by rows in which one number follows the other, and by its title. Refuses a single such row: wickets and overs are
counted so as well.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from scorecard_runner.reading.page.ball_marks import says_a_word
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.words import Word

_LEAST_STEPS = 8
_LEAST_ROWS = 2
_TITLE = re.compile(r"(?:running|run)\W*(?:total|tally)|tally", re.IGNORECASE)


def tallies(lines: Sequence[Line]) -> set[int]:
    """Return the identities of the words in such a grid, struck off or not, its title included."""
    counted = [run for line in lines if len(run := _counted(line)) > _LEAST_STEPS]
    if len(counted) < _LEAST_ROWS:
        return set()
    left = min(run[0].box.left for run in counted)
    right = max(run[-1].box.right for run in counted)
    bottom = max(run[0].box.bottom for run in counted)
    above = [line for line in lines if line.box.centre_y < bottom]
    parts = [part for line in reversed(above) if (part := line.within(left, right))]
    inside: list[Word] = []
    for part in parts:
        is_title = _TITLE.search(part.text) is not None
        if any(map(says_a_word, part.words)) and not is_title:
            break
        inside += part.words
        if is_title:
            break
    return {id(word) for word in inside}


def _counted(line: Line) -> list[Word]:
    """Return the longest run of numbers that count up by one; a few may be missing or misread."""
    numbers = [word for word in line.words if word.text.isdecimal()]
    steps = sum(int(second.text) - int(first.text) == 1 for first, second in pairwise(numbers))
    return numbers if steps >= _LEAST_STEPS else []
