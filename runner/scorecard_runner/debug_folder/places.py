"""Where on which page something of the roll stands: later stages see all pages below each other.

Pure. Pages without words are not on the roll, so that its pages are told from the file's by their words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorecard_runner.debug_folder.marks import Mark
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.roll import Page, Roll

_SLACK = 0.5
"""Pixels: boxes are computed as fractions."""


@dataclass(frozen=True)
class Stretch:
    """The part of the roll that shows one page, or a region of it: `number` is the page's from 1.

    `right` and `down` are what its words were moved by from where they are printed.
    """

    number: int
    begin: float
    end: float
    right: float
    down: float

    def box_of(self, box: Box) -> Box:
        """Return a box of the roll in pixels of the page."""
        return box.moved(-self.right, -self.down)

    def marks_of(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return what stands on this page, in its pixels; what runs across its ends is cut there."""
        found = []
        for mark in marks:
            box = Box(mark.box.left, max(mark.box.top, self.begin), mark.box.right, min(mark.box.bottom, self.end))
            if box.height > _SLACK:
                label = mark.label if box.top == mark.box.top else ""
                found.append(replace(mark, box=self.box_of(box), label=label))
        return found


def stretches_of(roll: Roll, pages: Sequence[Page]) -> list[Stretch]:
    """Return the stretches of the roll from top to bottom; `pages` are all those of the file, in order."""
    begins = [
        min(word.box.top for word in page.words) + shift for page, shift in zip(roll.pages, roll.shifts, strict=True)
    ]
    page_edges = _edges(begins)
    strip_edges = _edges([strip.top for strip in roll.strips])
    numbered = list(enumerate(zip(_numbers(roll, pages), roll.shifts, strict=True)))
    return [
        Stretch(number, begin, end, strip.right, strip.down + shift)
        for at, strip in enumerate(roll.strips)
        for index, (number, shift) in numbered
        for begin in [max(strip_edges[at], page_edges[index] + strip.down)]
        for end in [min(strip_edges[at + 1], page_edges[index + 1] + strip.down)]
        if begin < end
    ]


def _edges(begins: Sequence[float]) -> list[float]:
    return [float("-inf"), *(begin - _SLACK for begin in begins[1:]), float("inf")]


def stretch_at(stretches: Sequence[Stretch], box: Box) -> Stretch:
    """Return the stretch in which the middle of the box lies."""
    return next(each for each in stretches if each.begin <= box.centre_y < each.end)


def _numbers(roll: Roll, pages: Sequence[Page]) -> list[int]:
    numbers: list[int] = []
    for laid in roll.pages:
        start = numbers[-1] if numbers else 0
        numbers.append(next(n for n, page in enumerate(pages[start:], start + 1) if laid.words[0] in page.words))
    return numbers
