from scorecard_runner.reading.page.lines import Line, build_lines
from scorecard_runner.reading.tables.heading_looks import find_unknown, with_known
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of

HEADING = "Bowler        O     ral     R     W     Econ"
ROW = "A Khan        4     0      25     1     6.25"


def lines_of(text: str) -> list[Line]:
    return build_lines(words_of(text))


def look(text: str) -> Word:
    """Return what a second look reads."""
    return Word(text, words_of("x")[0].box, 0.9)


def test_words_behind_the_first_name_that_name_no_column_are_read_again() -> None:
    assert [word.text for word in find_unknown(lines_of(f"{HEADING}\n{ROW}"))] == ["ral"]


def test_a_line_that_begins_like_a_heading_is_one_if_it_were_read_better() -> None:
    assert [word.text for word in find_unknown(lines_of("Batter        qx    xe      fi     zk"))] == [
        "qx",
        "xe",
        "fi",
        "zk",
    ]


def test_names_in_front_of_a_heading_and_other_lines_are_left_alone() -> None:
    text = "Kent Lions      R     B     4s    6s\nA Khan c Smith b Jones    45   30   2   1\nExtras   4"
    assert not find_unknown(lines_of(text))


def test_what_a_second_look_reads_takes_the_place_if_it_names_a_column() -> None:
    lines = lines_of(HEADING)
    (unknown,) = find_unknown(lines)

    (known,) = with_known(lines, {unknown: [look("ra1"), look("M")]})

    assert known.text == "Bowler O M R W Econ"


def test_a_second_look_that_reads_a_name_which_is_there_already_changes_nothing() -> None:
    lines = lines_of(HEADING)
    (unknown,) = find_unknown(lines)

    assert with_known(lines, {unknown: [look("R")]}) == lines
