"""The running total of a scorebook: printed numbers from 1 to some hundred, struck off as runs are scored.

Told by rows in which one number follows the other, and by its title. Refuses a single such row: wickets and overs are
counted so as well.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from scorecard_runner.reading.page.ball_marks import says_a_word
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.words import Word

_LEAST_STEPS = 6
_LEAST_ROWS = 2
_MOST_ROWS = 14
_MOST_OVERS = 25
_WIDE_GAP = 3.0  # of the usual one
_BEFORE = 1.25  # columns beside the outermost that was read
_TITLE = re.compile(r"(?:running|run)\W*(?:total|tally)|tally", re.IGNORECASE)


def tallies(lines: Sequence[Line]) -> set[int]:
    """Return the identities of the words in such a grid, struck off or not, its title included."""
    counted = [run for line in lines if len(run := _counted(line)) > _LEAST_STEPS]
    if len(counted) < _LEAST_ROWS:
        return set()
    longest = max(counted, key=len)
    pitch = (longest[-1].box.centre_x - longest[0].box.centre_x) / (len(longest) - 1)
    left = min(run[0].box.centre_x for run in counted) - _BEFORE * pitch
    right = max(run[-1].box.centre_x for run in counted) + _BEFORE * pitch
    bottom = max(word.box.bottom for run in counted for word in run)
    above = [line for line in reversed(lines) if line.box.top < bottom]
    parts = [part for line in above if (part := line.within(left, right))]
    return {id(word) for part in parts[: _end(parts)] for word in part.words}


def _end(parts: Sequence[Line]) -> int:
    """Return how many parts upwards belong to the grid: up to its title, or up to the first word above."""
    titled = next((at for at, part in enumerate(parts[:_MOST_ROWS]) if _TITLE.search(part.text)), None)
    if titled is not None:
        return titled + 1
    return next((at for at, part in enumerate(parts) if any(map(says_a_word, part.words))), len(parts))


def _counted(line: Line) -> list[Word]:
    """Return the numbers of the line from the first to the last that counts up by one; a few between may be misread."""
    runs = (_between_steps(run) for run in _evenly_spaced([word for word in line.words if word.text.isdecimal()]))
    return max(runs, key=len, default=[])


def _between_steps(run: Sequence[Word]) -> list[Word]:
    steps = [at for at, (one, other) in enumerate(pairwise(run)) if int(other.text) - int(one.text) == 1]
    counts_runs = bool(steps) and int(run[steps[-1]].text) > _MOST_OVERS
    return list(run[steps[0] : steps[-1] + 2]) if len(steps) >= _LEAST_STEPS and counts_runs else []


def _evenly_spaced(numbers: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the runs of numbers with no wide gap in them: beside the grid other boxes are counted."""
    gaps = [other.box.centre_x - one.box.centre_x for one, other in pairwise(numbers)]
    widest = _WIDE_GAP * median(gaps) if gaps else 0.0
    run: list[Word] = []
    for at, number in enumerate(numbers):
        if run and gaps[at - 1] > widest:
            yield run
            run = []
        run.append(number)
    yield run
