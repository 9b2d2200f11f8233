"""A line as it was read, cut into words: where a space was read, and where the ink shows a gap that was read over.

Pure, given the ink. The columns of the network are coarse and come early or late, so that cuts go where the ink has its gap.
Refuses to cut inside a number: wide digits stand further apart than narrow letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Protocol

from scorecard_runner.reading.engines.rapid.letters import Letter
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word

_COLUMNS_AROUND_SPACE = 1.0
"""Measured: without them one cut in ten goes through a letter, with them 3 in 1,000."""

_COLUMNS_AROUND_LETTERS = 0.5
_CELL_GAP = 0.9
"""Of the height of the line's ink: what is as wide lies between two cells. Signs stand further from letters than letters do."""

_WORD_GAP = 0.17
"""Of that height, more than between the letters of the line: 1 in 1,000 letters stands as far from the next."""

_BLUR = 1
"""Pixels by which a gap may be misjudged: at half their size, one in three of these cuts was right without it, and two are with it."""

_SAME_GAP = 0.3
"""Of that height: two cuts nearer to each other are one."""


class Ink(Protocol):
    """Where the crop of a line is dark."""

    @property
    def height(self) -> int:
        """Rows from the first with ink to the last; 0 without ink."""

    def widest_gap(self, start: float, end: float) -> tuple[float, float]:
        """Return middle and width of the widest run of blank columns between two places."""

    def bounds(self, start: float, end: float) -> tuple[int, int, int, int] | None:
        """Return left, top, right and bottom of the ink between two places; None if there is none."""


@dataclass(frozen=True, slots=True)
class _Joint:
    """Where one letter ends and the next begins; widths in heights of the line's ink."""

    left: Letter
    right: Letter
    is_spaced: bool
    middle: float
    width: float

    @property
    def is_within_number(self) -> bool:
        return self.left.text.isdigit() and self.right.text.isdigit()

    @property
    def has_sign(self) -> bool:
        return not (self.left.text.isalnum() and self.right.text.isalnum())


def words_of(letters: Sequence[Letter], column_width: float, ink: Ink, width: float) -> list[Word]:
    """Return the words of a line with boxes in pixels of its crop; what has no ink was not there.

    Args:
        letters: what was read, with spaces.
        column_width: pixels of the crop for each column that a letter names.
        ink: where the crop is dark.
        width: of the crop in pixels.
    """
    printed = [letter for letter in letters if letter.text != " "]
    if not printed or not ink.height:
        return []
    cuts = _cuts(_joints(letters, column_width, ink), ink.height)
    ends = [number for number, _ in cuts]
    places = [0.0, *(place for _, place in cuts), width]
    words = []
    for (first, last), (start, end) in zip(pairwise([0, *ends, len(printed)]), pairwise(places), strict=True):
        bounds = ink.bounds(start, end)
        if bounds is not None:
            text = "".join(letter.text for letter in printed[first:last])
            confidence = min(letter.score for letter in printed[first:last])
            words.append(Word(text, Box(*map(float, bounds)), min(1.0, confidence)))
    return words


def _joints(letters: Sequence[Letter], column_width: float, ink: Ink) -> list[_Joint]:
    joints, left, is_spaced = [], None, False
    for letter in letters:
        if letter.text == " ":
            is_spaced = True
            continue
        if left is not None:
            around = _COLUMNS_AROUND_SPACE if is_spaced else _COLUMNS_AROUND_LETTERS
            start = (left.last + 0.5 - around) * column_width
            middle, gap = ink.widest_gap(start, (letter.first + 0.5 + around) * column_width)
            joints.append(_Joint(left, letter, is_spaced, middle, gap / ink.height))
        left, is_spaced = letter, False
    return joints


def _cuts(joints: Sequence[_Joint], height: int) -> list[tuple[int, float]]:
    """Return where words end: after how many letters, and at which pixel."""
    usual = median([joint.width for joint in joints if not joint.is_spaced] or [0.0])
    spaces = [joint.middle for joint in joints if joint.is_spaced]
    cuts: list[tuple[int, float]] = []
    for number, joint in enumerate(joints, start=1):
        is_new = all(abs(joint.middle - space) > _SAME_GAP * height for space in spaces)
        if joint.is_spaced or (is_new and _is_cut(joint, usual, height)):
            cuts.append((number, max([joint.middle, *(place for _, place in cuts[-1:])])))
    return cuts


def _is_cut(joint: _Joint, usual: float, height: int) -> bool:
    if joint.is_within_number:
        return False
    if joint.has_sign:
        return joint.width > _CELL_GAP
    return joint.width - usual > _WORD_GAP + _BLUR / height
