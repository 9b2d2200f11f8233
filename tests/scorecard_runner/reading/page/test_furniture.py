"""What a page has only because it is a page."""

import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.furniture import without_furniture
from scorecard_runner.reading.words import Word

BODY = ["Kent innings", "Batter R B", "Ashdown 40 30", "Millbrook 17 12", "Tulloch 3 9"]


def page(*lines: str) -> list[Word]:
    words = []
    for row, line in enumerate(lines):
        for place, text in enumerate(line.split()):
            words.append(Word(text, Box(100.0 * place, 40.0 * row, 100.0 * place + 60, 40.0 * row + 20), 0.9))
    return words


def text_of(words: tuple[Word, ...]) -> list[str]:
    return [word.text for word in words]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Page 1 of 2", id="a page number in words"),
        pytest.param("1 / 2", id="a page number"),
        pytest.param("1 2", id="a page number whose stroke was not read"),
        pytest.param("Powered by CardMaker", id="the maker"),
    ],
)
def test_a_foot_line_of_this_kind_goes(line: str) -> None:
    first, second = without_furniture([page(*BODY, line), page(*BODY[2:], "end of it")])
    assert text_of(first) == " ".join(BODY).split()
    assert text_of(second)[-3:] == ["end", "of", "it"]


def test_a_title_that_runs_through_all_pages_goes_whatever_its_numbers() -> None:
    title = "Club report 3 August, sheet {}"
    first, second = without_furniture([page(title.format(1), *BODY), page(title.format(2), *BODY[2:])])
    assert "report" not in text_of(first) + text_of(second)


def test_rows_that_look_alike_in_the_middle_of_pages_stay() -> None:
    rows = ["Kent", "Batter", "Ashdown 40 30", "Tulloch 40 30", "not out", "b Smith"]
    other = ["b Smith", "Essex", "Ashdown 12 30", "Tulloch 40 30", "Total 99", "not out", "that is all"]
    kept = without_furniture([page(*rows), page(*other)])
    assert [text_of(words) for words in kept] == [" ".join(rows).split(), " ".join(other).split()]


def test_a_single_page_keeps_everything() -> None:
    (words,) = without_furniture([page(*BODY, "Page 1 of 1")])
    assert text_of(words)[-1] == "1"
