"""Where a word stands: boxes in pixels, with the origin at the top left of the page.

Refuses to know what is written in a box.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; `right` and `bottom` lie just outside."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Extent from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Extent from top to bottom."""
        return self.bottom - self.top

    @property
    def centre_x(self) -> float:
        """Middle between the left and the right edge."""
        return (self.left + self.right) / 2

    @property
    def centre_y(self) -> float:
        """Middle between the top and the bottom edge."""
        return (self.top + self.bottom) / 2

    def overlap_x(self, other: "Box") -> float:
        """Return how much of both is above each other; negative: the gap between them."""
        return min(self.right, other.right) - max(self.left, other.left)

    def overlap_y(self, other: "Box") -> float:
        """Return how much of both is beside each other; negative: the gap between them."""
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def scaled(self, factor: float) -> "Box":
        """Return the box in a picture `factor` times as large."""
        return Box(self.left * factor, self.top * factor, self.right * factor, self.bottom * factor)

    def moved(self, right: float, down: float) -> "Box":
        """Return the box shifted by so many pixels."""
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)


def enclosing(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around all of them.

    Raises:
        ValueError: there are none.
    """
    sides = [(box.left, box.top, box.right, box.bottom) for box in boxes]
    lefts, tops, rights, bottoms = zip(*sides, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))
