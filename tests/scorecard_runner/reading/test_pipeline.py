"""The stages together: what is no scorecard is refused, and an engine's words become an innings."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import NotAScorecard, SoftTimeLimit, UnsupportedFormat
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.engines.readers import Readers
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.pipeline import read_scorecard, read_with
from scorecard_runner.reading.words import Word

ROW_HEIGHT, LETTER_HEIGHT = 40, 20
CARD = """\
Kent innings
Batter            R    B   4s   6s      SR
Ashdown     b Kettle      40   30    4    1  133.33
Millbrook   not out       17   12    2    0  141.67
Extras  3 (b 2, w 1)
Total  60/1 (7 ov)
Bowler            O    M    R    W    Econ
Kettle           4.0   0   31    1    7.75
Sandoval         3.0   0   27    0    9.00
"""


class SeenOnce(Engine):
    """An engine that has read these words and finds nothing on a second look."""

    name, version = "words of the test", "1"

    def __init__(self, words: list[Word]) -> None:
        self.words = words

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return the words the first time, then none."""
        del picture
        deadline.left_s()
        words, self.words = self.words, []
        return words


def words_of(text: str) -> list[Word]:
    """Return the words of a typewritten card, each letter as wide as half a line is high."""
    words = []
    for row, line in enumerate(text.splitlines()):
        start = 0
        for token in line.split():
            start = line.index(token, start)
            top = 10 + row * ROW_HEIGHT
            left, right = (10 + place * LETTER_HEIGHT / 2 for place in (start, start + len(token)))
            words.append(Word(token, Box(left, top, right, top + LETTER_HEIGHT), 0.95))
            start += len(token)
    return words


def picture_of(text: str) -> bytes:
    """Return the text as PNG."""
    page = Image.new("L", (900, 420), 255)
    ImageDraw.Draw(page).multiline_text((30, 30), text, font=ImageFont.load_default(26), fill=0, spacing=14)
    buffer = BytesIO()
    page.save(buffer, format="PNG")
    return buffer.getvalue()


def read(words: list[Word]) -> ScorecardDocument:
    """Return the document of these words."""
    return read_with(
        Readers(SeenOnce(words)),
        picture_of("|" * 20),
        languages="eng",
        deadline=Deadline.after(9),
        on_page=lambda *_: None,
    )


def test_the_words_of_any_engine_become_an_innings() -> None:
    document = read(words_of(CARD))
    innings = document.innings[0]
    assert (innings.batting_team, innings.runs, innings.wickets, innings.overs) == ("Kent", 60, 1, 7.0)
    assert [(b.player_name, b.how_out, b.runs, b.balls_faced) for b in innings.batting] == [
        ("Ashdown", "bowled", 40, 30),
        ("Millbrook", "not_out", 17, 12),
    ]
    assert [(b.player_name, b.overs_bowled, b.runs_conceded, b.wickets_taken) for b in innings.bowling] == [
        ("Kettle", 4.0, 31, 1),
        ("Sandoval", 3.0, 27, 0),
    ]
    assert (document.metadata.engine, document.metadata.page_count) == ("words of the test", 1)


def test_a_sum_that_fails_is_said_and_changes_nothing() -> None:
    document = read(words_of(CARD.replace("Total  60/1", "Total  66/1")))
    assert document.innings[0].runs == 66
    assert document.verdict == "NeedsReview"
    assert any("batters and extras make the total: fails (57 + 3 ≠ 66)" in note for note in document.parse_notes)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param([], id="blank paper"),
        pytest.param(words_of("Dear all,\nthe meeting is at 10 on Monday, room 4.\nBring 2 copies."), id="a letter"),
        pytest.param(
            words_of("Invoice   12\nApples   3   1.20   3.60\nPears   4   2.00   8.00\nTotal   11.60"), id="a bill"
        ),
    ],
)
def test_what_shows_no_innings_is_no_scorecard(words: list[Word]) -> None:
    with pytest.raises(NotAScorecard):
        read(words)


@pytest.mark.timeout(60)
def test_the_real_reader_refuses_a_picture_of_other_text() -> None:
    with pytest.raises(NotAScorecard):
        read_scorecard(
            picture_of("Dear all,\nthe meeting is at ten\non Monday in room 4."),
            languages="eng",
            reader=ReaderMode.TESSERACT,
            deadline=Deadline.after(50),
            on_page=lambda *_: None,
        )


def test_nothing_is_read_after_the_deadline() -> None:
    with pytest.raises(SoftTimeLimit):
        read_scorecard(
            picture_of("Total"),
            languages="eng",
            reader=ReaderMode.TESSERACT,
            deadline=Deadline.after(-1),
            on_page=lambda *_: None,
        )


def test_a_file_that_is_no_picture_never_reaches_the_engine() -> None:
    engine = SeenOnce(words_of(CARD))
    with pytest.raises(UnsupportedFormat):
        read_with(Readers(engine), b"a text", languages="eng", deadline=Deadline.after(9), on_page=lambda *_: None)
    assert engine.words
