import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.glued import cut_glued
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.vocabulary import TableKind
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of


@pytest.mark.parametrize(
    ("text", "kind", "pieces"),
    [
        pytest.param("OM", TableKind.BOWLING, ["O", "M"], id="overs and maidens"),
        pytest.param("OMRW", TableKind.BOWLING, ["O", "M", "R", "W"], id="a whole heading"),
        pytest.param("4s6sSR", TableKind.BATTING, ["4s", "6s", "SR"], id="figures and letters"),
        pytest.param("RW:", TableKind.BOWLING, ["R", "W"], id="a speck behind them is none of them"),
        pytest.param("om", TableKind.BOWLING, ["om"], id="small letters are a word"),
        pytest.param("MO", TableKind.BOWLING, ["MO"], id="nobody prints maidens before overs"),
        pytest.param("OM", TableKind.BATTING, ["OM"], id="batters bowl no overs"),
        pytest.param("W", TableKind.BOWLING, ["W"], id="a letter alone"),
    ],
)
def test_only_abbreviations_that_are_printed_side_by_side_are_cut(
    text: str, kind: TableKind, pieces: list[str]
) -> None:
    assert [word.text for word in cut_glued(Word(text, Box(0, 0, 40, 16), 0.9), kind)] == pieces


def test_each_piece_stands_where_its_letters_do() -> None:
    pieces = cut_glued(Word("6sSR", Box(100, 0, 140, 16), 0.9), TableKind.BATTING)

    assert pieces == (Word("6s", Box(100, 0, 120, 16), 0.9), Word("SR", Box(120, 0, 140, 16), 0.9))


def test_a_heading_of_glued_names_is_found_and_initials_before_it_are_left_whole() -> None:
    (line,) = build_lines(words_of("OM Kent    Bowling    OM    RW"))
    (heading,) = find_headings(line)

    assert [cell.column.value for cell in heading.cells] == ["name", "overs", "maidens", "runs", "wickets"]
    assert heading.lead == "OM Kent"
