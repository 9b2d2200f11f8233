"""A picture to words: ink, scale, tiles, engine; and a second look at the cells that deserve one.

The only place where pictures meet the engine. Refuses to know cricket: which cells are doubtful is told by `second_look`.
"""

from collections.abc import Sequence

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.crops import LETTER_HEIGHTS, STACK_SIZE, stack_crops, words_by_crop
from scorecard_runner.reading.engine import Engine, Layout
from scorecard_runner.reading.ink import extract_ink
from scorecard_runner.reading.roll import Page, Roll
from scorecard_runner.reading.scale import measure_letter_height, resize, scale_factor
from scorecard_runner.reading.second_look import Doubt
from scorecard_runner.reading.tiles import cut_tiles
from scorecard_runner.reading.words import Word

_TILE_PIXELS = 12_000_000  # of the scaled picture: about 150 MB in Tesseract
_LEAST_TILE_HEIGHT = 600


def recognise_page(engine: Engine, picture: Image.Image, deadline: Deadline) -> Page:
    """Return the words of a picture in its own pixels.

    Raises:
        SoftTimeLimit: the deadline passed.
        InvalidConfiguration: the engine cannot run.
    """
    letter_height = measure_letter_height(picture)
    ink = extract_ink(picture, letter_height)
    deadline.left_s()
    factor = scale_factor(letter_height, picture.size)
    tile_height = max(_LEAST_TILE_HEIGHT, round(_TILE_PIXELS / (ink.width * factor * factor)))
    words: list[Word] = []
    for tile in cut_tiles(ink, tile_height):
        read = engine.recognise(resize(tile.picture, factor), Layout.BLOCK, deadline)
        words += [word.placed(factor=1 / factor, right=0, down=tile.top) for word in read]
    return Page(tuple(words), ink)


def look_again(engine: Engine, roll: Roll, doubts: Sequence[Doubt], deadline: Deadline) -> dict[Doubt, list[Word]]:
    """Return the readings of each cell's crop; none where the paper is blank; a cell that gave no word is left out."""
    crops = {doubt: roll.crop(doubt.box) for doubt in doubts}
    looks: dict[Doubt, list[Word]] = {doubt: [] for doubt, crop in crops.items() if crop is None}
    printed = [(doubt, crop) for doubt, crop in crops.items() if crop is not None]
    for start in range(0, len(printed), STACK_SIZE):
        looks |= _read_stack(engine, printed[start : start + STACK_SIZE], deadline)
    return looks


def _read_stack(
    engine: Engine, stack: Sequence[tuple[Doubt, Image.Image]], deadline: Deadline
) -> dict[Doubt, list[Word]]:
    looks: dict[Doubt, list[Word]] = {}
    for letter_height in LETTER_HEIGHTS:
        words = engine.recognise(stack_crops([crop for _, crop in stack], letter_height), Layout.BLOCK, deadline)
        for (doubt, _), word in zip(stack, words_by_crop(words, len(stack)), strict=True):
            if word is not None:
                looks.setdefault(doubt, []).append(word)
    return looks
