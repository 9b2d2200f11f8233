"""All pages below each other as one long page, so that a table cut by a page's end goes on by itself.

Margins between pages are left out: the first words of a page stand a line below the last ones of the page before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PIL import Image

from scorecard_runner.reading.crops import crop_cell
from scorecard_runner.reading.furniture import without_furniture
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.lines import typical_height
from scorecard_runner.reading.words import Word

_LINE_PITCH = 1.8  # in letter heights, between the last line of a page and the first of the next


@dataclass(frozen=True)
class Page:
    """The words of one page in its own pixels, and its ink to look at again; none where the file spelled them out."""

    words: tuple[Word, ...]
    ink: Image.Image | None = None


@dataclass(frozen=True)
class Roll:
    """Pages below each other."""

    pages: tuple[Page, ...]

    @cached_property
    def shifts(self) -> tuple[float, ...]:
        """How far each page is moved down, in pixels; upwards where its margin is larger than the rest."""
        shifts: list[float] = []
        end = 0.0
        for page in self.pages:
            top = min((word.box.top for word in page.words), default=0.0)
            bottom = max((word.box.bottom for word in page.words), default=top)
            pitch = _LINE_PITCH * typical_height(page.words)
            shifts.append(end - top + pitch if shifts else 0.0)
            end = bottom + shifts[-1]
        return tuple(shifts)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of all pages where they stand on the roll."""
        return tuple(
            word.placed(factor=1.0, right=0.0, down=shift)
            for page, shift in zip(self.pages, self.shifts, strict=True)
            for word in page.words
        )

    def crop(self, box: Box) -> Image.Image | None:
        """Return what is printed in a cell, dark on white; None if there is no ink to be seen."""
        index = self._page_at(box.centre_y)
        ink = self.pages[index].ink
        return crop_cell(ink, box.moved(0.0, -self.shifts[index])) if ink is not None else None

    def _page_at(self, y: float) -> int:
        begins = [
            min((word.box.top for word in page.words), default=0.0) + shift
            for page, shift in zip(self.pages, self.shifts, strict=True)
        ]
        pitch = _LINE_PITCH * typical_height(self.words) / 2
        return max((index for index, begin in enumerate(begins) if begin - pitch <= y), default=0)


def lay_out(pages: Sequence[Page]) -> Roll:
    """Return the roll of these pages without page numbers and running titles, empty pages left out."""
    printed = [page for page in pages if page.words]
    kept = without_furniture([page.words for page in printed]) if printed else []
    bare = (replace(page, words=words) for page, words in zip(printed, kept, strict=True))
    return Roll(tuple(page for page in bare if page.words))
