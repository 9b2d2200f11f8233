from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of


def test_words_of_one_height_are_one_line_and_wide_gaps_part_phrases() -> None:
    lines = build_lines(words_of("V Kohli      c Rabada b Jansen      76     59"))

    assert [[phrase.text for phrase in line.phrases] for line in lines] == [
        ["V Kohli", "c Rabada b Jansen", "76", "59"],
    ]


def test_lines_come_from_top_to_bottom_whatever_order_the_words_had() -> None:
    lines = build_lines(reversed(words_of("first\nsecond\nthird")))

    assert [line.text for line in lines] == ["first", "second", "third"]


def test_a_slight_slope_does_not_tear_a_line_apart() -> None:
    words = [Word(str(i), Box(i * 60, i * 5, i * 60 + 20, i * 5 + 16), 0.9) for i in range(12)]

    assert [line.text for line in build_lines(words)] == [" ".join(map(str, range(12)))]


def test_what_rules_and_pictures_were_read_as_is_left_out() -> None:
    dirt = [Word("—_~", Box(200, 0, 230, 4), 0.3), Word("x", Box(300, 0, 320, 400), 0.3)]

    assert [line.text for line in build_lines([*words_of("Total 176"), *dirt])] == ["Total 176"]


def test_a_bar_of_letter_height_is_an_initial_and_a_tall_one_a_rule() -> None:
    words = [*words_of("x Kettle b Khan"), Word("|", Box(400, 0, 404, 50), 0.9)]
    words[0] = Word("|", words[0].box, 0.9)

    assert [line.text for line in build_lines(words)] == ["I Kettle b Khan"]


def test_leaders_of_dots_take_no_word_for_a_picture() -> None:
    dots = [Word(".", Box(300 + 6 * at, 14, 302 + 6 * at, 16), 0.9) for at in range(40)]

    assert [line.text for line in build_lines([*words_of("Khan c Ode b Mir"), *dots])] == ["Khan c Ode b Mir"]


def test_a_keepers_mark_keeps_its_bracket() -> None:
    assert build_lines(words_of("run out († Khan)"))[0].text == "run out († Khan)"
