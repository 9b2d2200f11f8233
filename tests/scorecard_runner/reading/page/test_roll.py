"""Pages below each other."""

from PIL import Image, ImageDraw

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.roll import Page, lay_out
from scorecard_runner.reading.words import Word


def word(text: str, top: float) -> Word:
    return Word(text, Box(10, top, 60, top + 20), 0.9)


def test_the_next_page_begins_a_line_below_the_last_words_of_the_one_before() -> None:
    roll = lay_out([Page((word("Kent", 100), word("last", 300))), Page((word("first", 500), word("Essex", 540)))])
    assert [each.text for each in roll.words] == ["Kent", "last", "first", "Essex"]
    gap = roll.words[2].box.top - roll.words[1].box.bottom
    assert gap == 1.8 * 20
    assert roll.words[3].box.top - roll.words[2].box.top == 40


def test_a_single_page_stays_where_it_is() -> None:
    page = Page((word("Kent", 100),))
    assert lay_out([page]).words == page.words


def test_empty_pages_are_left_out() -> None:
    assert lay_out([Page(()), Page((word("Kent", 100),)), Page(())]).words == (word("Kent", 100),)
    assert lay_out([Page(())]).words == ()


def test_a_cell_is_cut_out_of_its_own_page() -> None:
    sheets = []
    for grey, team, player in ((0, "Kent", "Ashdown"), (90, "Essex", "Tulloch")):
        ink = Image.new("L", (200, 700), 255)
        ImageDraw.Draw(ink).rectangle((20, 502, 40, 518), fill=grey)
        sheets.append(Page((word(team, 100), word(player, 500)), ink))
    roll = lay_out(sheets)
    crop = roll.crop(roll.words[3].box)
    assert crop is not None
    assert roll.crop(Box(100, 100, 150, 120)) is None
    assert crop.size == (21, 17)


def test_words_without_ink_have_nothing_to_look_at_again() -> None:
    roll = lay_out([Page((word("Kent", 100),))])
    assert roll.crop(Box(0, 100, 60, 120)) is None
