"""The connected pieces of a mask, found run by run: Pillow has no such thing, and a pixel at a time would take minutes.

Refuses to know what the pieces are.
"""

import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

_RUN = re.compile(rb"\xff+")


@dataclass(slots=True)
class Piece:
    """Pixels that touch, also at corners; all in pixels, `right` and `bottom` just outside of it."""

    left: int
    top: int
    right: int
    bottom: int
    area: int

    @property
    def width(self) -> int:
        """From its leftmost pixel to its rightmost."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """From its topmost pixel to its lowest."""
        return self.bottom - self.top


class _Runs:
    """The runs of set pixels of a mask, row by row; columns of numbers, for a large page has a million of them."""

    def __init__(self, mask: Image.Image) -> None:
        self.lefts, self.rights, self.rows, self.parents = array("i"), array("i"), array("i"), array("i")
        content, above = mask.tobytes(), range(0)
        for row in range(mask.height):
            current = self._found(content[row * mask.width : (row + 1) * mask.width], row)
            self._join(above, current)
            above = current

    def root(self, index: int) -> int:
        """Return the first run of the piece of this one."""
        parents = self.parents
        while (parent := parents[index]) != index:
            parents[index] = index = parents[parent]
        return index

    def _found(self, line: bytes, row: int) -> range:
        first = len(self.rows)
        for found in _RUN.finditer(line):
            self.parents.append(len(self.rows))
            self.lefts.append(found.start())
            self.rights.append(found.end())
            self.rows.append(row)
        return range(first, len(self.rows))

    def _join(self, above: range, current: range) -> None:
        """Join the runs of a row with those of the row above that they touch; both are in order from left to right."""
        lefts, rights = self.lefts, self.rights
        upper, lower = above.start, current.start
        while upper < above.stop and lower < current.stop:
            if lefts[upper] <= rights[lower] and lefts[lower] <= rights[upper]:
                first, second = sorted((self.root(upper), self.root(lower)))
                self.parents[second] = first
            if rights[upper] < rights[lower]:
                upper += 1
            else:
                lower += 1


def mask_of_pieces(mask: Image.Image, is_wanted: Callable[[Piece], bool]) -> Image.Image:
    """Return a mask of the wanted pieces only; masks are grey pictures of 0 and 255."""
    runs = _Runs(mask)
    roots = array("i", map(runs.root, range(len(runs.rows))))
    wanted = {root for root, piece in _pieces(runs, roots).items() if is_wanted(piece)}
    content = bytearray(mask.width * mask.height)
    for root, left, right, row in zip(roots, runs.lefts, runs.rights, runs.rows, strict=True):
        if root in wanted:
            start = row * mask.width
            content[start + left : start + right] = b"\xff" * (right - left)
    return Image.frombytes("L", mask.size, bytes(content))


def _pieces(runs: _Runs, roots: "array[int]") -> dict[int, Piece]:
    pieces: dict[int, Piece] = {}
    for root, left, right, row in zip(roots, runs.lefts, runs.rights, runs.rows, strict=True):
        piece = pieces.get(root)
        if piece is None:
            pieces[root] = Piece(left, row, right, row + 1, right - left)
            continue
        piece.left, piece.right = min(piece.left, left), max(piece.right, right)
        piece.bottom = row + 1
        piece.area += right - left
    return pieces
