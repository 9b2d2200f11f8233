"""From the roll of all pages back to the page on which something stands."""

import pytest

from scorecard_runner.debug_folder.marks import Mark, Tone
from scorecard_runner.debug_folder.places import Stretch, stretch_at, stretches_of
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.roll import Page, lay_out
from tests.scorecard_runner.reading.drawn_page import words_of

FIRST, SECOND = "Kent innings\nAshdown 40", "Total 60\nBowler O M R W"
LONG = "\n".join(f"{name} {number}" for number, name in enumerate(("Ashdown", "Bell", "Cray", "Dell", "Ern", "Fay")))


def stretches(*texts: str) -> list[Stretch]:
    pages = [Page(tuple(words_of(text)) if text else ()) for text in texts]
    return stretches_of(lay_out(pages), pages)


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        pytest.param([FIRST], [1], id="one page"),
        pytest.param([FIRST, SECOND], [1, 2], id="two pages"),
        pytest.param(["", FIRST, "", SECOND], [2, 4], id="pages without words are not on the roll"),
        pytest.param([LONG, LONG], [1, 2], id="a page that was copied twice"),
        pytest.param([], [], id="no page"),
    ],
)
def test_pages_are_known_by_their_words(texts: list[str], numbers: list[int]) -> None:
    assert [stretch.number for stretch in stretches(*texts)] == numbers


def test_every_word_goes_back_to_where_it_stands_on_its_page() -> None:
    pages = [Page(tuple(words_of(text))) for text in (FIRST, SECOND)]
    roll = lay_out(pages)
    found = stretches_of(roll, pages)

    for stretch, page in zip(found, pages, strict=True):
        here = [stretch.box_of(word.box) for word in roll.words if stretch_at(found, word.box) is stretch]
        assert [(box.left, round(box.top, 6)) for box in here] == [(word.box.left, word.box.top) for word in page.words]


def test_what_stands_beside_a_gutter_goes_back_to_its_side_of_the_page() -> None:
    beside = """
The pitch offered early movement     Kent innings
and both captains would have         A Khan      c Smith b Jones    76
bowled first on a day like this      B Khan      not out             5
while supporters of the home side    C Khan      lbw b Jones        12
had little to cheer after lunch      D Khan      b Jones             9
and rain came when they had tea      E Khan      not out             1
"""
    page = Page(tuple(words_of(beside)))
    roll = lay_out([page])
    found = stretches_of(roll, [page])

    assert [stretch.number for stretch in found] == [1, 1]
    back = {(word.text, *_corner(stretch_at(found, word.box).box_of(word.box))) for word in roll.words}
    assert back == {(word.text, *_corner(word.box)) for word in page.words}


def _corner(box: Box) -> tuple[float, float]:
    return round(box.left, 6), round(box.top, 6)


def test_what_runs_over_the_end_of_a_page_is_cut_there_and_named_once() -> None:
    first, second = stretches(FIRST, SECOND)
    whole = Mark(Box(0, 0, 50, second.begin + 30), Tone.COLUMN, "runs")

    (upper,), (lower,) = first.marks_of([whole]), second.marks_of([whole])

    assert (upper.box.top, upper.box.bottom, upper.label) == (0, first.end, "runs")
    assert (lower.box.top, lower.label) == (second.begin - second.down, "")
    assert lower.box.height == pytest.approx(30)


def test_what_stands_on_the_other_page_is_not_shown() -> None:
    first, second = stretches(FIRST, SECOND)
    mark = Mark(Box(0, second.begin + 1, 50, second.begin + 17), Tone.PLAIN)

    assert first.marks_of([mark]) == []
