"""What only pages of scorebooks have, taken out before the page is cut: every ball that was bowled, in boxes of its own.

Nothing of it is asked for, and it would be read as figures. Refuses pages of any other kind by refusing each part for itself.
"""

from collections.abc import Sequence

from scorecard_runner.reading.page.lines import build_lines, typical_height
from scorecard_runner.reading.page.over_boxes import over_boxes
from scorecard_runner.reading.page.scored_strokes import scored_strokes
from scorecard_runner.reading.page.sum_strokes import without_sum_strokes
from scorecard_runner.reading.page.tallies import tallies
from scorecard_runner.reading.words import Word


def without_ball_marks(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a page without marks of single balls and counts of runs."""
    lines, height = build_lines(words), typical_height(words)
    marks = tallies(lines) | over_boxes(lines, height) | scored_strokes(lines, height)
    return tuple(without_sum_strokes([word for word in words if id(word) not in marks], lines, height))
