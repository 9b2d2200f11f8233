"""A picture with its ink, and the words that an engine reads there: blocks and tiles scaled for it, then put back in place.

Refuses to ask whether the page stands upright: `recognition` does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.page.debris import without_debris
from scorecard_runner.reading.page.letter_boxes import with_letter_boxes
from scorecard_runner.reading.page.misread_signs import with_signs_read
from scorecard_runner.reading.page.tight_numbers import with_numbers_told
from scorecard_runner.reading.pixels.blocks import cut_blocks
from scorecard_runner.reading.pixels.ink import extract_ink
from scorecard_runner.reading.pixels.scale import resize, scale_factor
from scorecard_runner.reading.pixels.tiles import cut_tiles
from scorecard_runner.reading.words import Word

_TILE_PIXELS = 12_000_000  # of the scaled picture: about 150 MB in Tesseract
_LEAST_TILE_HEIGHT = 600


@dataclass(frozen=True)
class Sheet:
    """A picture with its ink and the height of its letters in pixels."""

    picture: Image.Image
    ink: Image.Image
    letter_height: float


def prepare(picture: Image.Image, letter_height: float) -> Sheet:
    """Return the picture with its ink; the height of its letters in pixels."""
    return Sheet(picture, extract_ink(picture, letter_height), letter_height)


def read_sheets(engine: Engine, sheets: Sequence[Sheet], deadline: Deadline) -> list[list[Word]]:
    """Return the words of each sheet in its pixels, read in one go."""
    cut = [list(_pieces(sheet)) for sheet in sheets]
    read = iter(engine.recognise_all([piece.picture for pieces in cut for piece in pieces], deadline))
    return [
        _mended([piece.placed(word) for piece in pieces for word in next(read)], sheet.ink)
        for sheet, pieces in zip(sheets, cut, strict=True)
    ]


@dataclass(frozen=True)
class _Piece:
    """A part of a sheet, scaled for the engine; where its left upper corner is on the sheet, in pixels of that."""

    picture: Image.Image
    factor: float
    left: int
    top: int

    def placed(self, word: Word) -> Word:
        """Return a word of the piece where it stands on the sheet."""
        return word.placed(factor=1 / self.factor, right=self.left, down=self.top)


def _pieces(sheet: Sheet) -> Iterator[_Piece]:
    ink = sheet.ink
    factor = scale_factor(sheet.letter_height, ink.size)
    tile_height = max(_LEAST_TILE_HEIGHT, round(_TILE_PIXELS / (ink.width * factor * factor)))
    for area in cut_blocks(ink, sheet.letter_height):
        for tile in cut_tiles(ink.crop(area.box), tile_height):
            yield _Piece(resize(tile.picture, factor), factor, area.left, area.top + tile.top)


def _mended(words: Sequence[Word], ink: Image.Image) -> list[Word]:
    """Return the words without what an engine makes of stumps, edges and small signs."""
    said = with_numbers_told(with_signs_read(words))
    return without_debris(with_letter_boxes(said, ink))
