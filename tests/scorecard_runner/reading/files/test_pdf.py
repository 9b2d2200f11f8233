"""PDF files: what they spell out, what is drawn, what is refused."""

import pytest
from PIL import Image

from scorecard_runner.errors import CorruptPicture, DocumentTooLong, EncryptedDocument, InputError
from scorecard_runner.reading.files.pdf import MAX_PAGES, count_pages, read_text, render_pages
from scorecard_runner.reading.page.lines import build_lines
from tests.scorecard_runner.reading.pdfs import locked_pdf, pdf_of, scanned_pdf

CARD = """\
Batter                R    B
A Okonjo-Jones      40   30
"""


def test_words_come_with_boxes_in_reading_order_and_cells_stay_apart() -> None:
    (page,) = read_text(pdf_of(CARD))
    lines = build_lines(page.words)
    assert [[phrase.text for phrase in line.phrases] for line in lines] == [
        ["Batter", "R", "B"],
        ["A Okonjo-Jones", "40", "30"],
    ]


def test_boxes_are_those_of_a_screenshot_at_150_dots_an_inch() -> None:
    (page,) = read_text(pdf_of("Batter"))
    box = page.words[0].box
    assert box.left == pytest.approx(40 / 72 * 150, abs=3)
    assert box.top == pytest.approx((50 - 7) / 72 * 150, abs=4)
    assert box.height == pytest.approx(7 / 72 * 150, abs=4)


def test_every_page_is_read() -> None:
    texts = [" ".join(word.text for word in page.words) for page in read_text(pdf_of("one", "two words", ""))]
    assert texts == ["one", "two words", ""]


def test_a_turned_page_is_left_to_recognition() -> None:
    data = pdf_of("Batter", rotate=90)
    assert [page.words for page in read_text(data)] == [()]
    assert [picture.size[0] > picture.size[1] for picture in render_pages(data)] == [True]


def test_pages_are_drawn_grey_within_a_budget() -> None:
    wide = Image.new("L", (6000, 4000), 255)
    for picture in render_pages(scanned_pdf(wide, wide)):
        assert picture.mode == "L"
        assert 10_000_000 < picture.width * picture.height <= 12_100_000


def test_a_scan_spells_nothing_out() -> None:
    assert [page.words for page in read_text(scanned_pdf(Image.new("L", (60, 40), 255)))] == [()]


@pytest.mark.parametrize(
    ("data", "want"),
    [
        pytest.param(locked_pdf(), EncryptedDocument, id="one that asks for a password"),
        pytest.param(pdf_of("Batter")[:80], CorruptPicture, id="one that was cut off"),
        pytest.param(b"%PDF-1.7\n" + b"\xff" * 500, CorruptPicture, id="the signature and rubbish"),
        pytest.param(pdf_of(*["page"] * (MAX_PAGES + 1)), DocumentTooLong, id="more pages than are read"),
    ],
)
def test_a_document_that_is_not_read_is_refused(data: bytes, want: type[InputError]) -> None:
    with pytest.raises(InputError) as refused:
        count_pages(data)
    assert type(refused.value) is want
