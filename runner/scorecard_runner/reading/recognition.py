"""A picture to words: upright, ink, scale, tiles, engine; and a second look at the cells that deserve one.

The only place where pictures meet the engine. Refuses to know cricket: which cells are doubtful is told by `second_look`.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PIL import Image, ImageStat

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.page.lines import Phrase
from scorecard_runner.reading.page.roll import Page, Roll
from scorecard_runner.reading.page.same_heights import with_heights_of
from scorecard_runner.reading.page.same_letters import with_capitals_of
from scorecard_runner.reading.page.two_readings import confirmed, with_phrases_read, with_surer_words
from scorecard_runner.reading.pixels.crops import crop_phrase
from scorecard_runner.reading.pixels.scale import measure_letter_height, resize
from scorecard_runner.reading.pixels.specks import without_specks
from scorecard_runner.reading.pixels.twins import with_twins
from scorecard_runner.reading.pixels.upright import Posture, find_posture, straighten, turn
from scorecard_runner.reading.sheets import Sheet, prepare, read_sheets
from scorecard_runner.reading.tables.second_look import Doubt
from scorecard_runner.reading.witness import NOBODY, InkFound, PageStraightened, Witness
from scorecard_runner.reading.words import Word

Place = TypeVar("Place", Doubt, Word)
"""What is looked at again: a cell, or a word."""

Square = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels of the page."""

_READABLE = 0.6
"""Mean confidence below which a page may stand on its head; the worst readable photo measured has 0.64."""

_SURE, _LONG, _UPRIGHT_WORDS = 0.85, 4, 6
"""Different words of so many letters, so surely read: of a form that is hardly legible 14 the right way up, else none."""

_MUCH_BETTER = 0.15
_PROBE_LETTERS = 24
"""Side of the square that is tried, in letter heights: some ten lines, which read at 0.7 and more the right way round."""

_LARGEST_PROBE = 700  # pixels
_TINY_LETTER_HEIGHT = 7.0
_MOST_PIXELS_TO_ENLARGE = 4_000_000


def recognise_page(engine: Engine, picture: Image.Image, deadline: Deadline, witness: Witness = NOBODY) -> Page:
    """Return the words of a picture in pixels of the page as it is laid straight, enlarged if its letters are tiny.

    The witness is told of the ink, and of the page whenever its pixels become others.

    Raises:
        SoftTimeLimit: the deadline passed.
        InvalidConfiguration: the engine cannot run.
    """
    picture, letter_height = _enlarged(without_specks(picture))
    sheet = _shown(prepare(picture, letter_height), witness)
    posture = find_posture(sheet.ink, sheet.letter_height)
    if not posture.is_straight and not (posture.quarters and _reads_well(engine, sheet, deadline)):
        sheet = _shown(_prepare(straighten(picture, posture)), witness, _in_words(posture))
    deadline.left_s()
    words = read_sheets(engine, [sheet], deadline)[0]
    if _may_be_turned(words) and (degrees := _better_turn(engine, sheet, words, deadline)):
        sheet = _shown(_prepare(turn(sheet.picture, degrees)), witness, f"Turned by {degrees} degrees")
        words = read_sheets(engine, [sheet], deadline)[0]
    return Page(tuple(words), sheet.ink, sheet.letter_height)


def recognise_again(engine: Engine, page: Page, deadline: Deadline) -> Page:
    """Return a page as another engine reads its ink, with what was read before as that of another reader.

    Raises:
        SoftTimeLimit: the deadline passed.
        InvalidConfiguration: the engine cannot run.
    """
    if page.ink is None:
        return page
    sheet = Sheet(page.ink, page.ink, page.letter_height)
    words = read_sheets(engine, [sheet], deadline)[0]
    if _may_be_turned(words) and (degrees := _better_turn(engine, sheet, words, deadline)):
        turned = turn(page.ink, degrees)
        words = read_sheets(engine, [Sheet(turned, turned, page.letter_height)], deadline)[0]
        return Page(tuple(words), turned, page.letter_height)
    return replace(page, words=tuple(confirmed(_with_help(words, page.words), page.words)), others=page.words)


def _with_help(words: Sequence[Word], before: Sequence[Word]) -> list[Word]:
    """Return the words of a page with what an earlier reader knows better: how tall letters are, and what he was sure of."""
    return with_surer_words(with_capitals_of(with_heights_of(words, before), before), before)


def read_phrases(engine: Engine, page: Page, phrases: Sequence[Phrase], deadline: Deadline) -> Page:
    """Return the page with these phrases as another engine reads them, a line each.

    Raises:
        SoftTimeLimit: the deadline passed.
        InvalidConfiguration: the engine cannot run.
    """
    if page.ink is None or not phrases:
        return page
    crops = [crop_phrase(page.ink, phrase.box) for phrase in phrases]
    read = engine.recognise_lines([crop.picture for crop in crops], deadline)
    looks = {
        phrase: [word.placed(factor=1.0, right=crop.left, down=crop.top) for word in words]
        for phrase, crop, words in zip(phrases, crops, read, strict=True)
    }
    merged = with_phrases_read(page.words, looks)
    return replace(page, words=merged.words, others=merged.others)


def _enlarged(picture: Image.Image) -> tuple[Image.Image, float]:
    """Return the picture and the height of its letters, twice as large if they are tiny.

    Strokes thinner than a pixel are no ink yet.
    """
    letter_height = measure_letter_height(picture)
    if letter_height >= _TINY_LETTER_HEIGHT or picture.width * picture.height > _MOST_PIXELS_TO_ENLARGE:
        return picture, letter_height
    larger = resize(picture, 2.0)
    return larger, measure_letter_height(larger)


def _prepare(picture: Image.Image) -> Sheet:
    return prepare(picture, measure_letter_height(picture))


def _shown(sheet: Sheet, witness: Witness, how: str = "") -> Sheet:
    if how:
        witness.saw(PageStraightened(sheet.picture, how))
    witness.saw(InkFound(sheet.ink, sheet.letter_height))
    return sheet


def _in_words(posture: Posture) -> str:
    slopes = ", ".join(f"{each:+.3f}" for each in (posture.top, posture.bottom, posture.left, posture.right))
    return f"Laid straight: {posture.quarters} quarter turns; top, bottom, left and right sloped by {slopes}"


def _readability(words: Sequence[Word]) -> float:
    """Return the mean confidence, weighted by letters, of the words that have any; 0 if there are none."""
    lettered = [(len(word.text), word.confidence) for word in words if any(map(str.isalnum, word.text))]
    letters = sum(length for length, _ in lettered)
    return sum(length * confidence for length, confidence in lettered) / letters if letters else 0.0


def _may_be_turned(words: Sequence[Word]) -> bool:
    """Whether it is hardly read, and no print among a hand that cannot be read says which way is up."""
    surely_read = {word.text for word in words if word.confidence >= _SURE and _is_long(word.text)}
    return _readability(words) < _READABLE and len(surely_read) < _UPRIGHT_WORDS


def _is_long(text: str) -> bool:
    return len(text) >= _LONG and text.isalpha()


def _reads_well(engine: Engine, sheet: Sheet, deadline: Deadline) -> bool:
    """Whether a part of the page can be read as it is: letters of one width line up in columns as sharply as in lines."""
    part = replace(sheet, ink=sheet.ink.crop(_densest_square(sheet)))
    return _readability(read_sheets(engine, [part], deadline)[0]) >= _READABLE


def _better_turn(engine: Engine, sheet: Sheet, words: Sequence[Word], deadline: Deadline) -> int:
    """Return the half or quarter turn after which a part of the page reads much better; 0 if none does.

    Args:
        engine: reads the part.
        sheet: the page.
        words: what was read of it as it is.
        deadline: when to give up.
    """
    square = _densest_square(sheet)
    part = sheet.ink.crop(square)
    turned = {degrees: replace(sheet, ink=turn(part, degrees)) for degrees in (180, 90, 270)}
    read = read_sheets(engine, list(turned.values()), deadline)
    found = {degrees: _readability(each) for degrees, each in zip(turned, read, strict=True)}
    as_it_is = max(_readability(words), _readability([word for word in words if _is_within(word, square)]))
    best = max(found, key=lambda degrees: found[degrees])
    return best if found[best] > as_it_is + _MUCH_BETTER else 0


def _is_within(word: Word, square: Square) -> bool:
    left, top, right, bottom = square
    return left <= word.box.centre_x < right and top <= word.box.centre_y < bottom


def _densest_square(sheet: Sheet) -> Square:
    """Return the square of the page with most ink in it, large enough to hold some lines whichever way they run."""
    ink = sheet.ink
    side = min(round(_PROBE_LETTERS * sheet.letter_height), _LARGEST_PROBE, *ink.size)
    step = max(1, side // 2)
    squares = [
        (left, top, left + side, top + side)
        for left in range(0, ink.width - side + 1, step)
        for top in range(0, ink.height - side + 1, step)
    ]
    return min(squares, key=lambda square: ImageStat.Stat(ink.crop(square)).mean[0])


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
    read = engine.recognise_cells([crop for _, crop in printed], deadline)
    whole = [with_twins(words, crop) for (_, crop), words in zip(printed, read, strict=True)]
    return looks | {doubt: words for (doubt, _), words in zip(printed, whole, strict=True) if words}
