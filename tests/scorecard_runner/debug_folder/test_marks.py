"""What is drawn of words, lines and sections."""

import pytest

from scorecard_runner.debug_folder.marks import Mark, Tone, lines_marked, sections_marked, tone_of, words_marked
from scorecard_runner.reading.page.lines import build_lines
from tests.scorecard_runner.reading.drawn_page import sections_of, words_of

CARD = """\
Batter               R    B    4s   6s   SR
Ashdown    b Kettle  40   30   4    1    133.33
Millbrook    not out 17        2    -    141.67
Extras  3 (b 2, w 1)
The umpires were kind
"""


def marked(tone: Tone) -> list[str]:
    return [mark.label for mark in sections_marked(sections_of(CARD)) if mark.tone is tone]


@pytest.mark.parametrize(
    ("confidence", "tone"),
    [
        pytest.param(0.95, Tone.HIGH, id="sure"),
        pytest.param(0.75, Tone.MEDIUM, id="less so"),
        pytest.param(0.2, Tone.LOW, id="doubtful"),
    ],
)
def test_words_are_coloured_as_the_document_judges(confidence: float, tone: Tone) -> None:
    assert tone_of(confidence) is tone
    (mark,) = words_marked(words_of("Ashdown", confidence))
    assert mark == Mark(words_of("Ashdown")[0].box, tone, "Ashdown")


def test_lines_are_numbered() -> None:
    marks = lines_marked(build_lines(words_of(CARD)))

    assert [mark.label for mark in marks if mark.tone is Tone.PLAIN] == ["1", "2", "3", "4", "5"]


def test_a_heading_shows_what_each_column_means() -> None:
    assert marked(Tone.HEADING) == ["name", "runs", "balls", "fours", "sixes", "strike rate"]
    assert len(marked(Tone.COLUMN)) == 5


def test_cells_show_their_values_and_texts_what_was_read() -> None:
    sure = marked(Tone.HIGH)
    assert {"Ashdown", "b Kettle", "Millbrook", "not out", "40", "30", "4", "1", "133.33", "17", "2", "141.67"} == set(
        sure
    )


def test_a_cell_without_a_value_is_seen() -> None:
    assert marked(Tone.LOW) == ["?"]
    assert "blank" in marked(Tone.PLAIN)


def test_labelled_lines_are_named() -> None:
    assert marked(Tone.BLOCK) == ["extras"]
