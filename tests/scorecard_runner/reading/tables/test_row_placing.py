"""Which text stands in which row."""

from collections.abc import Mapping
from dataclasses import replace

from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.row_placing import place_texts
from scorecard_runner.reading.tables.vocabulary import TableKind
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of


def words_at(centre: float, text: str, height: float) -> tuple[Word, ...]:
    """Return the words of one line at that height of the page."""
    top, bottom = centre - height / 2, centre + height / 2
    return tuple(replace(word, box=replace(word.box, top=top, bottom=bottom)) for word in words_of(text))


def texts_at(lines: Mapping[float, str]) -> list[Line]:
    """Return lines of one phrase each, by the height at which they stand."""
    return [Line((Phrase(words_at(centre, text, 12)),)) for centre, text in lines.items()]


def test_a_batter_in_full_whose_number_was_not_read_is_no_line_of_another_row() -> None:
    numbers = {203.0: "6", 217.0: "4", 244.0: "18", 258.0: "25"}
    texts = {
        203.0: "P Whitby lbw b Sandner",
        216.0: "O Garden c Mahiq b Sandner",
        232.0: "F Hogen c Ananist b Devat",
        242.0: "A Das not out",
        257.0: "M Fenford not out",
    }
    rows = place_texts(
        [list(words_at(*each, 8)) for each in numbers.items()], texts_at(texts), TableKind.BATTING, height=8
    )

    found = [([word.text for word in words], [line.text for line in lines]) for words, lines in rows]
    assert found[2:4] == [([], ["F Hogen c Ananist b Devat"]), (["18"], ["A Das not out"])]
    assert len(found) == len(texts)
