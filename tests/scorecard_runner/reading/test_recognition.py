"""From a picture to words: a page is read upright, whichever way it came."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.engines.tesseract import TesseractEngine
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.pixels.upright import turn
from scorecard_runner.reading.recognition import recognise_page
from scorecard_runner.reading.words import Word

LINES = ["Kent innings 176 for 7", *(f"Ashdown caught Tulloch bowled Sandoval {n}" for n in range(31, 41))]


def page() -> Image.Image:
    sheet = Image.new("L", (900, 600), 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(28)
    for row, line in enumerate(LINES):
        pen.text((60, 40 + 46 * row), line, font=font, fill=0)
    return sheet


def askew(degrees: float) -> Image.Image:
    return page().rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(page(), id="straight"),
        pytest.param(askew(2.5), id="askew to the left"),
        pytest.param(askew(-3.0), id="askew to the right"),
        *(pytest.param(turn(page(), degrees), id=f"turned by {degrees}") for degrees in (90, 180, 270)),
    ],
)
def test_a_page_is_read_whichever_way_it_came(picture: Image.Image) -> None:
    read = recognise_page(TesseractEngine("eng"), picture, Deadline.after(50))
    texts = [word.text for word in read.words]
    assert texts.count("Sandoval") >= 8
    tops = [word.box.top for word in read.words if word.text == "Sandoval"]
    assert tops == sorted(tops)
    assert read.ink is not None
    assert all(word.box.right <= read.ink.width and word.box.bottom <= read.ink.height for word in read.words)


def test_a_page_without_text_has_no_words() -> None:
    read = recognise_page(TesseractEngine("eng"), Image.new("L", (300, 200), 255), Deadline.after(50))
    assert read.words == ()


def test_letters_that_line_up_in_columns_do_not_turn_a_page_on_its_side() -> None:
    sheet = Image.new("L", (900, 600), 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(28)
    for row in range(11):
        for column, text in enumerate(("Ashdown", "bowled", "Tulloch", "31", "44")):
            pen.text((40 + 170 * column, 40 + 46 * row), text, font=font, fill=0)
    read = recognise_page(TesseractEngine("eng"), sheet, Deadline.after(50))
    assert read.ink is not None
    assert read.ink.size == (900, 600)
    assert [word.text for word in read.words].count("Tulloch") >= 9


@dataclass
class HardlyReading(Engine):
    """An engine that reads one word in each picture, and is never sure of it; remembers what it was shown in one go."""

    shown: list[list[tuple[int, int]]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Its name."""
        return "hardly"

    @property
    def version(self) -> str:
        """Its version."""
        return "1"

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Read one picture."""
        return self.recognise_all([picture], deadline)[0]

    def recognise_all(self, pictures: Sequence[Image.Image], _deadline: Deadline) -> list[list[Word]]:
        """Read all of them as a scrawl."""
        self.shown.append([picture.size for picture in pictures])
        return [[Word("scrawl", Box(40, 40, 120, 60), 0.3)] for _ in pictures]


def test_a_page_that_cannot_be_read_is_tried_the_three_other_ways_in_one_go_and_in_part() -> None:
    engine = HardlyReading()
    read = recognise_page(engine, page(), Deadline.after(50))
    assert [word.text for word in read.words] == ["scrawl"]
    whole, tried = engine.shown
    assert len(tried) == 3
    assert 2 * max(width * height for width, height in tried) < sum(width * height for width, height in whole)


@dataclass
class ReadingForms(HardlyReading):
    """An engine that reads the print of a form surely, and the hand in it not at all."""

    def recognise_all(self, pictures: Sequence[Image.Image], _deadline: Deadline) -> list[list[Word]]:
        """Read all of them as the same form."""
        self.shown.append([picture.size for picture in pictures])
        form = ("BATSMAN", "BOWLER", "Overs", "Runs", "Wides", "Byes")
        printed = [Word(text, Box(40, 40 * row, 120, 40 * row + 20), 0.95) for row, text in enumerate(form)]
        scrawl = [Word("scrawl", Box(240, 10 * row, 320, 10 * row + 8), 0.1) for row in range(40)]
        return [[*printed, *scrawl] for _ in pictures]


def test_print_that_is_surely_read_says_which_way_is_up() -> None:
    engine = ReadingForms()
    recognise_page(engine, page(), Deadline.after(50))
    assert len(engine.shown) == 1
