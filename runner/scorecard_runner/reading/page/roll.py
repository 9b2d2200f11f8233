"""All that is printed as one long column: pages below each other, and on each page one region below the other.

So a table cut by the end of a page or of a column goes on by itself, and nothing stands beside a table that is no part of
it. Margins are left out: what follows stands a line below what was before. Refuses to change a page without gutters.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PIL import Image

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.furniture import without_furniture
from scorecard_runner.reading.page.lines import typical_height
from scorecard_runner.reading.page.rails import without_rail
from scorecard_runner.reading.page.regions import find_regions
from scorecard_runner.reading.page.scorebooks import without_ball_marks
from scorecard_runner.reading.page.strips import LINE_PITCH, Strip, stack
from scorecard_runner.reading.page.two_readings import words_in
from scorecard_runner.reading.page.words_by_height import WordsByHeight
from scorecard_runner.reading.pixels.crops import crop_cell
from scorecard_runner.reading.words import Word


@dataclass(frozen=True)
class Page:
    """The words of one page in its own pixels, and its ink to look at again; none where the file spelled them out.

    `letter_height` in pixels; `others`: what another reader made of the same ink.
    """

    words: tuple[Word, ...]
    ink: Image.Image | None = None
    letter_height: float = 0.0
    others: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Roll:
    """Pages below each other, and their regions below each other."""

    pages: tuple[Page, ...]

    @cached_property
    def shifts(self) -> tuple[float, ...]:
        """How far each page is moved down, in pixels; upwards where its margin is larger than the rest."""
        shifts: list[float] = []
        end = 0.0
        for page in self.pages:
            top = min((word.box.top for word in page.words), default=0.0)
            bottom = max((word.box.bottom for word in page.words), default=top)
            pitch = LINE_PITCH * typical_height(page.words)
            shifts.append(end - top + pitch if shifts else 0.0)
            end = bottom + shifts[-1]
        return tuple(shifts)

    @cached_property
    def strips(self) -> tuple[Strip, ...]:
        """The regions from top to bottom of the roll."""
        words = tuple(
            word.placed(factor=1.0, right=0.0, down=shift)
            for page, shift in zip(self.pages, self.shifts, strict=True)
            for word in page.words
        )
        return stack(find_regions(words))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words where they stand on the roll."""
        return tuple(word for strip in self.strips for word in strip.words)

    def crop(self, box: Box) -> Image.Image | None:
        """Return what is printed in a cell, dark on white; None if there is no ink to be seen."""
        index, place = self.place_of(box)
        ink = self.pages[index].ink
        return crop_cell(ink, place) if ink is not None else None

    def words_in(self, box: Box) -> list[Word]:
        """Return the words in a place of the roll."""
        return words_in(box, self._by_height)

    def others_in(self, box: Box) -> list[Word]:
        """Return what another reader read in a cell, in pixels of its page."""
        index, place = self.place_of(box)
        return words_in(place, self._others[index])

    @cached_property
    def _by_height(self) -> WordsByHeight:
        return WordsByHeight(self.words)

    @cached_property
    def _others(self) -> tuple[WordsByHeight, ...]:
        return tuple(WordsByHeight(page.others) for page in self.pages)

    def place_of(self, box: Box) -> tuple[int, Box]:
        """Return on which of the pages, counted from 0, a box of the roll is printed, and where on it."""
        strip = self._strip_at(box.centre_y)
        printed = box.moved(-strip.right, -strip.down)
        index = self._page_at(printed.centre_y)
        return index, printed.moved(0.0, -self.shifts[index])

    def _strip_at(self, y: float) -> Strip:
        return self.strips[_last_begun(self._strips_begin, y)]

    def _page_at(self, y: float) -> int:
        return _last_begun(self._pages_begin, y)

    @cached_property
    def _strips_begin(self) -> tuple[float, ...]:
        """From where on a box belongs to each strip: half a line above its first words."""
        return tuple(strip.top - self._half_pitch for strip in self.strips)

    @cached_property
    def _pages_begin(self) -> tuple[float, ...]:
        """As for the strips, before pages were cut into them."""
        tops = (min((word.box.top for word in page.words), default=0.0) for page in self.pages)
        return tuple(top + shift - self._half_pitch for top, shift in zip(tops, self.shifts, strict=True))

    @cached_property
    def _half_pitch(self) -> float:
        return LINE_PITCH * typical_height(self.words) / 2


def _last_begun(begins: Sequence[float], y: float) -> int:
    return max((index for index, begin in enumerate(begins) if begin <= y), default=0)


def lay_out(pages: Sequence[Page]) -> Roll:
    """Return the roll of these pages without rails of icons, page numbers and running titles, empty pages left out."""
    printed = [page for page in pages if page.words]
    kept = without_furniture([without_ball_marks(without_rail(page.words)) for page in printed]) if printed else []
    bare = (replace(page, words=words) for page, words in zip(printed, kept, strict=True))
    return Roll(tuple(page for page in bare if page.words))
