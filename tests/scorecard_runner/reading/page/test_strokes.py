import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.strokes import without_strokes
from tests.scorecard_runner.reading.drawn_page import words_of


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        pytest.param("I   I   I   I   I", False, id="the crossings of a drawn table"),
        pytest.param("u   iT   ll   i]   1", False, id="crossings of double lines"),
        pytest.param("h   a   t   u   w   i   i", False, id="with a few letters that are no strokes"),
        pytest.param("O   M   R   W   Econ", True, id="a heading"),
        pytest.param("1   1   1   1", True, id="figures"),
        pytest.param("I   I", True, id="two words could be initials"),
        pytest.param("R   B   M   4s   6s", True, id="a heading of abbreviations"),
        pytest.param("I   11   J Hill   1   1", True, id="a name among strokes"),
    ],
)
def test_only_lines_of_nothing_but_strokes_are_dropped(text: str, *, is_kept: bool) -> None:
    assert bool(without_strokes(build_lines(words_of(text)))) is is_kept
