"""Where a crop is dark: what tells one word from the next, and how large each is.

Only the worker imports it. Dark is what is nearer to the darkest pixels than to the paper, so that faint print counts.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image

Marks = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
_LEAST_CONTRAST = 48
_DARKEST = 12
"""The ink is as dark as this pixel, counted from the darkest: a full stop has more, and how much paper there is says nothing."""


@dataclass(frozen=True)
class InkMarks:
    """Which pixels of a crop are ink, by rows."""

    dark: Marks

    @classmethod
    def of(cls, crop: Image.Image) -> "InkMarks":
        """Return the ink of a grey crop; none where it shows no contrast."""
        grey = np.asarray(crop)
        rank = min(_DARKEST, grey.size - 1)
        paper, darkest = np.median(grey), np.partition(grey, rank, axis=None)[rank]
        if float(paper) - float(darkest) < _LEAST_CONTRAST:
            return cls(np.zeros(grey.shape, dtype=np.bool_))
        return cls(grey < (float(paper) + float(darkest)) / 2)

    @property
    def height(self) -> int:
        """Rows from the first with ink to the last; 0 without ink."""
        rows = np.flatnonzero(self.dark.any(axis=1))
        return int(rows[-1] - rows[0] + 1) if len(rows) else 0

    def widest_gap(self, start: float, end: float) -> tuple[float, float]:
        """Return the widest run of blank columns between two places: its middle and its width; the middle of both if none."""
        left, right = max(0, int(start)), min(self.dark.shape[1], int(end) + 1)
        inked = np.flatnonzero(self.dark[:, left:right].any(axis=0))
        if len(inked) <= 1:
            return (start + end) / 2, float(right - left)
        gaps = np.diff(inked) - 1
        widest = int(gaps.argmax())
        return left + float(inked[widest] + inked[widest + 1] + 1) / 2, float(gaps[widest])

    def bounds(self, start: float, end: float) -> tuple[int, int, int, int] | None:
        """Return left, top, right and bottom of the ink between two places; None if there is none."""
        left = max(0, round(start))
        part = self.dark[:, left : max(left + 1, round(end))]
        rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
        if not len(rows):
            return None
        return left + int(columns[0]), int(rows[0]), left + int(columns[-1]) + 1, int(rows[-1]) + 1
