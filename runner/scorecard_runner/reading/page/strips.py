"""Regions of a page one below the other, so that a table or a list cut by the end of a column goes on by itself.

What goes on stands a line below what was before; everything else stands so far away that no table reaches it. Refuses to
move anything where there is only one region.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.reading.geometry import enclosing
from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.lines import Line, build_lines, typical_height
from scorecard_runner.reading.words import Word

LINE_PITCH = 1.8
"""In letter heights, between the last line of a page or column and the first of the next."""

_APART = 9.0  # letter heights
_SAME_WIDTH = 0.8
_FULL_LINE = 2.0  # letter heights between the end of a line that goes on and the edge of its column


@dataclass(frozen=True)
class Strip:
    """A region where it stands on the roll: its words were moved `right` and `down` from where they are printed."""

    words: tuple[Word, ...]
    right: float = 0.0
    down: float = 0.0

    @property
    def top(self) -> float:
        """Where it begins on the roll; 0 without words."""
        return min((word.box.top for word in self.words), default=0.0)


def stack(regions: Sequence[tuple[Word, ...]]) -> tuple[Strip, ...]:
    """Return the regions below each other, their left edges in line; a single one stays where it is."""
    if len(regions) < 2:  # noqa: PLR2004 - nothing to stand below
        return tuple(Strip(region) for region in regions)
    boxes = [enclosing(word.box for word in region) for region in regions]
    left = min(box.left for box in boxes)
    strips: list[Strip] = []
    end = boxes[0].top
    for index, (region, box) in enumerate(zip(regions, boxes, strict=True)):
        if index:
            pitch = LINE_PITCH if _goes_on(regions[index - 1], region) else _APART
            end += pitch * typical_height(region)
        strips.append(_moved(region, left - box.left, end - box.top))
        end += box.height
    return tuple(strips)


def _moved(region: Sequence[Word], right: float, down: float) -> Strip:
    return Strip(tuple(word.placed(factor=1.0, right=right, down=down) for word in region), right, down)


def _goes_on(before: Sequence[Word], region: Sequence[Word]) -> bool:
    """Whether the last line of one column runs on at the top of the next: as a row of a table, or as a sentence."""
    first, last = enclosing(word.box for word in before), enclosing(word.box for word in region)
    if min(first.width, last.width) < _SAME_WIDTH * max(first.width, last.width):
        return False
    above, below = build_lines(before), build_lines(region)
    if not above or not below or label_of(below[0].text) is not None:
        return False
    if _is_row(above[-1]):
        return _is_row(below[0])
    return above[-1].box.right >= first.right - _FULL_LINE * typical_height(before)


def _is_row(line: Line) -> bool:
    return len(line.words) > 1 and read_strictly(line.words[-1].text) is not None
