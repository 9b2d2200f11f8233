"""What only pages of scorebooks have, taken out before the page is cut: every ball that was bowled, in boxes of its own.

Nothing of it is asked for, and it would be read as figures. Refuses pages of any other kind by refusing each part for itself.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.page.fall_strips import FallStrip, find_fall_strips
from scorecard_runner.reading.page.lines import Line, build_lines, typical_height
from scorecard_runner.reading.page.over_boxes import over_boxes
from scorecard_runner.reading.page.scored_strokes import scored_strokes
from scorecard_runner.reading.page.sum_strokes import without_sum_strokes
from scorecard_runner.reading.page.tallies import tallies
from scorecard_runner.reading.words import Word

_SUREST_BY_HAND = 0.8
"""Readers learned from print and overrate what they make of handwriting: only what sums prove may be sure on such a page."""


def without_ball_marks(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a page without marks of single balls and counts of runs."""
    lines, height = build_lines(words), typical_height(words)
    ruled = tallies(lines) | over_boxes(lines, height) | _falls(lines, height)
    marks = ruled | scored_strokes(lines, height)
    kept = [word for word in words if id(word) not in marks]
    if not marks:
        return tuple(kept)
    bare = without_sum_strokes(kept, build_lines(kept), height)
    return tuple(map(_by_hand, bare)) if ruled else tuple(bare)


def _by_hand(word: Word) -> Word:
    return replace(word, confidence=min(word.confidence, _SUREST_BY_HAND))


def _falls(lines: Sequence[Line], height: float) -> set[int]:
    strips = find_fall_strips(lines, height)
    return {word for strip in strips if _is_partly_filled(strip) for word in strip.dropped}


def _is_partly_filled(strip: FallStrip) -> bool:
    """Whether more wickets are numbered than fell, or could be read: a table of falls has a number for each."""
    return len(strip.scores) != len(strip.wickets)
