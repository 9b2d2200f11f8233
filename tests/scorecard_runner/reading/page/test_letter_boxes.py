"""Boxes of words as tall as their letters."""

from PIL import Image, ImageDraw

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.letter_boxes import with_letter_boxes
from scorecard_runner.reading.words import Word

LETTERS = [(20, 40, 80, 60), (120, 40, 180, 60), (220, 40, 240, 60)]


def ink_with(*rectangles: tuple[int, int, int, int]) -> Image.Image:
    sheet = Image.new("L", (300, 100), 255)
    pen = ImageDraw.Draw(sheet)
    for left, top, right, bottom in (*LETTERS, *rectangles):
        pen.rectangle((left, top, right - 1, bottom - 1), fill=0)
    return sheet


def words_with_last(top: float, bottom: float) -> list[Word]:
    boxes = [*(Box(*map(float, each)) for each in LETTERS[:2]), Box(220, top, 240, bottom)]
    return [Word(text, box, 0.9) for text, box in zip(("Batter", "How", "R"), boxes, strict=True)]


def last_box(words: list[Word], ink: Image.Image) -> tuple[float, float]:
    box = with_letter_boxes(words, ink)[-1].box
    return box.top, box.bottom


def test_the_stump_of_a_rule_above_a_letter_is_no_part_of_its_box() -> None:
    assert last_box(words_with_last(20, 60), ink_with((222, 20, 238, 22))) == (40, 60)


def test_the_stump_of_a_rule_below_is_none_either() -> None:
    assert last_box(words_with_last(40, 78), ink_with((222, 75, 238, 78))) == (40, 60)


def test_the_dot_of_an_i_and_an_accent_stay_with_their_letter() -> None:
    assert last_box(words_with_last(30, 60), ink_with((228, 32, 232, 37))) == (32, 60)


def test_a_box_of_usual_height_is_left_alone() -> None:
    assert last_box(words_with_last(36, 60), ink_with()) == (36, 60)


def test_pale_ghosts_of_a_rule_are_not_seen() -> None:
    ink = ink_with()
    ImageDraw.Draw(ink).rectangle((220, 24, 240, 38), fill=220)
    assert last_box(words_with_last(20, 60), ink) == (40, 60)


def test_ink_in_one_piece_keeps_its_box() -> None:
    assert last_box(words_with_last(20, 60), ink_with((228, 20, 230, 60))) == (20, 60)


def test_an_empty_page_has_no_words_to_trim() -> None:
    assert with_letter_boxes([], ink_with()) == []
