"""Files of several pages, from bytes to document: a table cut by a page's end, and text layers that may be anything."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import NotAScorecard
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.pipeline import TEXT_LAYER, read_scorecard
from tests.scorecard_runner.reading.pdfs import pdf_of, scanned_pdf

FIRST = """\
Kent innings
Batter                        R    B   4s   6s      SR
Ashdown     b Kettle         40   30    4    1  133.33
Millbrook   c Ode b Kettle    2    3    0    0   66.67
Powered by CardMaker
"""
SECOND = """\
Okonjo      not out          15    9    2    0  166.67
Extras  3 (b 2, w 1)
Total  60/2 (7 ov)
Bowler                        O    M    R    W    Econ
Kettle                      4.0    0   31    2    7.75
Sandoval                    3.0    0   27    0    9.00
Page 2
"""


def read(data: bytes) -> tuple[ScorecardDocument, list[tuple[int, int]]]:
    pages: list[tuple[int, int]] = []
    document = read_scorecard(
        data,
        languages="eng",
        reader=ReaderMode.TESSERACT,
        deadline=Deadline.after(40),
        on_page=lambda *seen: pages.append(seen),
    )
    return document, pages


def picture_of(text: str) -> Image.Image:
    """Return the text as a picture, each word where a typewriter would have put it."""
    page = Image.new("L", (1100, 500), 255)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(26)
    for row, line in enumerate(text.splitlines()):
        for match in re.finditer(r"\S+(?: \S+)*", line):
            pen.text((30 + 15 * match.start(), 30 + 40 * row), match[0], font=font, fill=0)
    return page


def assert_whole(document: ScorecardDocument) -> None:
    (innings,) = document.innings
    assert [(row.player_name, row.runs, row.balls_faced) for row in innings.batting] == [
        ("Ashdown", 40, 30),
        ("Millbrook", 2, 3),
        ("Okonjo", 15, 9),
    ]
    assert (innings.runs, innings.wickets, innings.overs) == (60, 2, 7.0)
    assert [row.runs_conceded for row in innings.bowling] == [31, 27]


def test_a_pdf_that_spells_its_card_out_is_not_recognised() -> None:
    document, pages = read(pdf_of(FIRST, SECOND))
    assert_whole(document)
    assert (document.metadata.engine, document.metadata.page_count, pages) == (TEXT_LAYER, 2, [(2, 2)])


@pytest.mark.parametrize("kind", ["PDF", "TIFF"])
def test_scanned_pages_are_recognised_one_by_one_and_a_cut_table_goes_on(kind: str) -> None:
    sheets = [picture_of(FIRST), picture_of(SECOND)]
    buffer = BytesIO()
    if kind == "TIFF":
        sheets[0].save(buffer, format="TIFF", save_all=True, append_images=sheets[1:])
    document, pages = read(scanned_pdf(*sheets) if kind == "PDF" else buffer.getvalue())
    assert_whole(document)
    assert (document.metadata.engine, pages) == ("tesseract", [(1, 2), (2, 2)])


def test_a_text_layer_that_only_names_its_scanner_is_not_believed() -> None:
    with pytest.raises(NotAScorecard):
        read(pdf_of("ScanMaster 3000"))
