"""A picture to words: upright, ink, scale, tiles, engine; and a second look at the cells that deserve one.

The only place where pictures meet the engine. Refuses to know cricket: which cells are doubtful is told by `second_look`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PIL import Image, ImageStat

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.engines.engine import Engine, Layout
from scorecard_runner.reading.page.debris import without_debris
from scorecard_runner.reading.page.letter_boxes import with_letter_boxes
from scorecard_runner.reading.page.misread_signs import with_signs_read
from scorecard_runner.reading.page.roll import Page, Roll
from scorecard_runner.reading.page.tight_numbers import with_numbers_told
from scorecard_runner.reading.pixels.blocks import cut_blocks
from scorecard_runner.reading.pixels.crops import LETTER_HEIGHTS, STACK_SIZE, stack_crops, words_by_crop
from scorecard_runner.reading.pixels.ink import extract_ink
from scorecard_runner.reading.pixels.scale import measure_letter_height, resize, scale_factor
from scorecard_runner.reading.pixels.specks import without_specks
from scorecard_runner.reading.pixels.tiles import cut_tiles
from scorecard_runner.reading.pixels.twins import with_twins
from scorecard_runner.reading.pixels.upright import Posture, find_posture, straighten, turn
from scorecard_runner.reading.tables.second_look import Doubt
from scorecard_runner.reading.witness import NOBODY, InkFound, PageStraightened, Witness
from scorecard_runner.reading.words import Word

Place = TypeVar("Place", Doubt, Word)
"""What is looked at again: a cell, or a word."""

_TILE_PIXELS = 12_000_000  # of the scaled picture: about 150 MB in Tesseract
_LEAST_TILE_HEIGHT = 600
_READABLE = 0.6
"""Mean confidence below which a page may stand on its head; the worst readable photo measured has 0.64."""

_MUCH_BETTER = 0.15
_PROBE_SIDE = 700  # pixels
_TINY_LETTER_HEIGHT = 7.0
_MOST_PIXELS_TO_ENLARGE = 4_000_000


def recognise_page(engine: Engine, picture: Image.Image, deadline: Deadline, witness: Witness = NOBODY) -> Page:
    """Return the words of a picture in pixels of the page as it is laid straight, enlarged if its letters are tiny.

    The witness is told of the ink, and of the page whenever its pixels become others.

    Raises:
        SoftTimeLimit: the deadline passed.
        InvalidConfiguration: the engine cannot run.
    """
    picture = without_specks(picture)
    picture = _enlarged(picture)
    sheet = _shown(_prepare(picture), witness)
    posture = find_posture(sheet.ink, sheet.letter_height)
    if not posture.is_straight and not (posture.quarters and _reads_well(engine, sheet, deadline)):
        sheet = _shown(_prepare(straighten(picture, posture)), witness, _in_words(posture))
    deadline.left_s()
    words = _read(engine, sheet, deadline)
    if _readability(words) < _READABLE and (degrees := _better_turn(engine, sheet, deadline)):
        sheet = _shown(_prepare(turn(sheet.picture, degrees)), witness, f"Turned by {degrees} degrees")
        words = _read(engine, sheet, deadline)
    return Page(tuple(words), sheet.ink)


@dataclass(frozen=True)
class _Sheet:
    """A picture with its ink and the height of its letters in pixels."""

    picture: Image.Image
    ink: Image.Image
    letter_height: float


def _prepare(picture: Image.Image) -> _Sheet:
    letter_height = measure_letter_height(picture)
    return _Sheet(picture, extract_ink(picture, letter_height), letter_height)


def _enlarged(picture: Image.Image) -> Image.Image:
    """Return the picture twice as large if its letters are tiny: strokes thinner than a pixel are no ink yet."""
    is_tiny = measure_letter_height(picture) < _TINY_LETTER_HEIGHT
    return resize(picture, 2.0) if is_tiny and picture.width * picture.height <= _MOST_PIXELS_TO_ENLARGE else picture


def _shown(sheet: _Sheet, witness: Witness, how: str = "") -> _Sheet:
    if how:
        witness.saw(PageStraightened(sheet.picture, how))
    witness.saw(InkFound(sheet.ink, sheet.letter_height))
    return sheet


def _in_words(posture: Posture) -> str:
    slopes = ", ".join(f"{each:+.3f}" for each in (posture.top, posture.bottom, posture.left, posture.right))
    return f"Laid straight: {posture.quarters} quarter turns; top, bottom, left and right sloped by {slopes}"


def _read(engine: Engine, sheet: _Sheet, deadline: Deadline) -> list[Word]:
    ink = sheet.ink
    factor = scale_factor(sheet.letter_height, ink.size)
    tile_height = max(_LEAST_TILE_HEIGHT, round(_TILE_PIXELS / (ink.width * factor * factor)))
    tiles = [
        (area, tile)
        for area in cut_blocks(ink, sheet.letter_height)
        for tile in cut_tiles(ink.crop(area.box), tile_height)
    ]
    read = engine.recognise_all([resize(tile.picture, factor) for _, tile in tiles], Layout.BLOCK, deadline)
    placed = [
        word.placed(factor=1 / factor, right=area.left, down=area.top + tile.top)
        for (area, tile), words in zip(tiles, read, strict=True)
        for word in words
    ]
    return _mended(placed, ink)


def _mended(words: Sequence[Word], ink: Image.Image) -> list[Word]:
    """Return the words without what an engine makes of stumps, edges and small signs."""
    said = with_numbers_told(with_signs_read(words))
    return without_debris(with_letter_boxes(said, ink))


def _readability(words: Sequence[Word]) -> float:
    """Return the mean confidence, weighted by letters, of the words that have any; 0 if there are none."""
    lettered = [(len(word.text), word.confidence) for word in words if any(map(str.isalnum, word.text))]
    letters = sum(length for length, _ in lettered)
    return sum(length * confidence for length, confidence in lettered) / letters if letters else 0.0


def _reads_well(engine: Engine, sheet: _Sheet, deadline: Deadline) -> bool:
    """Whether a part of the page can be read as it is: letters of one width line up in columns as sharply as in lines."""
    part = _Sheet(sheet.picture, _densest_part(sheet.ink), sheet.letter_height)
    return _readability(_read(engine, part, deadline)) >= _READABLE


def _better_turn(engine: Engine, sheet: _Sheet, deadline: Deadline) -> int:
    """Return the half or quarter turn after which a part of the page reads much better; 0 if none does."""
    part = _Sheet(sheet.picture, _densest_part(sheet.ink), sheet.letter_height)
    found = {0: _readability(_read(engine, part, deadline))}
    for degrees in (180, 90, 270):
        turned = _Sheet(part.picture, turn(part.ink, degrees), part.letter_height)
        found[degrees] = _readability(_read(engine, turned, deadline))
        if found[degrees] >= _READABLE:
            break
    best = max(found, key=lambda degrees: found[degrees])
    return best if found[best] > found[0] + _MUCH_BETTER else 0


def _densest_part(ink: Image.Image) -> Image.Image:
    """Return the square of the page with most ink in it, large enough to hold some lines whichever way they run."""
    side = min(_PROBE_SIDE, *ink.size)
    grid = [
        (left, top)
        for left in range(0, ink.width - side + 1, max(1, side // 2))
        for top in range(0, ink.height - side + 1, max(1, side // 2))
    ]
    squares = (ink.crop((left, top, left + side, top + side)) for left, top in grid)
    return min(squares, key=lambda square: ImageStat.Stat(square).mean[0])


def look_again(
    engine: Engine,
    roll: Roll,
    doubts: Sequence[Place],
    deadline: Deadline,
) -> dict[Place, list[Word]]:
    """Return the readings of each place's crop; none where the paper is blank; a place that gave no word is left out."""
    crops = {doubt: roll.crop(doubt.box) for doubt in doubts}
    looks: dict[Place, list[Word]] = {doubt: [] for doubt, crop in crops.items() if crop is None}
    printed = [(doubt, crop) for doubt, crop in crops.items() if crop is not None]
    read = _read_crops(engine, [crop for _, crop in printed], deadline)
    whole = [with_twins(words, crop) for (_, crop), words in zip(printed, read, strict=True)]
    return looks | {doubt: words for (doubt, _), words in zip(printed, whole, strict=True) if words}


def _read_crops(engine: Engine, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
    """Return what was read in each crop, at each size."""
    stacks = [
        (start, stack_crops(crops[start : start + STACK_SIZE], letter_height))
        for letter_height in LETTER_HEIGHTS
        for start in range(0, len(crops), STACK_SIZE)
    ]
    found: list[list[Word]] = [[] for _ in crops]
    read = engine.recognise_all([picture for _, picture in stacks], Layout.BLOCK, deadline)
    for (start, _), words in zip(stacks, read, strict=True):
        count = min(STACK_SIZE, len(crops) - start)
        for index, word in enumerate(words_by_crop(words, count), start=start):
            if word is not None:
                found[index].append(word)
    return found
