"""Numbers that only count lines."""

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.numbering import without_numbering
from tests.scorecard_runner.reading.drawn_page import words_of

NAMES = ["Ashdown", "Millbrook", "Okonjo", "Tulloch", "Vashist", "Sandoval"]


def bare(text: str) -> list[str]:
    return [line.text for line in without_numbering(build_lines(words_of(text)))]


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        pytest.param(
            [f"{n:>2}    {name}   40" for n, name in enumerate(NAMES, 8)],
            [f"{name} 40" for name in NAMES],
            id="the rows of a spreadsheet",
        ),
        pytest.param(
            [f"{n}. {name}   40" for n, name in enumerate(NAMES, 1)],
            [f"{name} 40" for name in NAMES],
            id="a list with points",
        ),
        pytest.param(
            [f"{n:>2}    {name}" for n, name in zip([1, 2, 4, 5, 6, 7], NAMES, strict=True)],
            NAMES,
            id="one number was lost",
        ),
        pytest.param(
            [f"{n:>2}    {name}" for n, name in zip([8, "", 10, 1, 2, 13], [*NAMES[:5], "Total"], strict=True)],
            [*NAMES[:5], "Total"],
            id="whole numbers were lost, and first figures of others",
        ),
        pytest.param(
            [f"{n:>2}    {name}" for n, name in zip([12, 3, 44, 7, 0, 19], NAMES, strict=True)],
            [f"{n} {name}" for n, name in zip([12, 3, 44, 7, 0, 19], NAMES, strict=True)],
            id="numbers that count nothing stay",
        ),
        pytest.param(
            [*(f"{n:>2}    {name}" for n, name in enumerate(NAMES, 1)), "   4    16    0"],
            [*NAMES, "4 16 0"],
            id="a number that neither counts on nor stands below the others",
        ),
        pytest.param(
            [
                f"{n:>2}    {name}"
                for n, name in zip(["7", "8", "9", "IO", "II", "12", "13"], [*NAMES, "Oduya"], strict=True)
            ],
            [*NAMES, "Oduya"],
            id="numbers read as letters, for they count on",
        ),
        pytest.param(
            [
                f"{n:>2}    {name}"
                for n, name in zip(["1", "2", "3", "IO", "5", "6", "7"], [*NAMES, "Oduya"], strict=True)
            ],
            [*NAMES[:3], "IO Tulloch", *NAMES[4:], "Oduya"],
            id="initials that do not count on stay",
        ),
        pytest.param(["1    Ashdown", "2    Millbrook"], ["1 Ashdown", "2 Millbrook"], id="two are no count"),
        pytest.param(
            ["8", *(f"{n}    {name}" for n, name in enumerate(NAMES, 9))], NAMES, id="an empty row goes with its number"
        ),
    ],
)
def test_lines_are_read_without_their_count(lines: list[str], want: list[str]) -> None:
    assert bare("\n".join(lines)) == want


def test_the_last_number_of_wrapped_figures_counts_no_row() -> None:
    numbered = [f"{n}. {name} 40" for n, name in enumerate(NAMES, 1)]
    wrapped = ["Bowling: Roy 14-0-68-2, Ode 4-0-33-", "0"]

    assert bare("\n".join([*numbered, *wrapped]))[-2:] == wrapped


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        pytest.param("A   B   C   D   E", False, id="from the first column"),
        pytest.param("J   K   L   M   N   0   P", False, id="in the middle, a letter read as a figure"),
        pytest.param("A   B   c   D   F   G", False, id="a letter was lost, another is small"),
        pytest.param("A   B   C", True, id="three may be initials"),
        pytest.param("O   M   R   W", True, id="names of columns"),
    ],
)
def test_letters_that_count_columns_are_left_out(line: str, *, stays: bool) -> None:
    assert bare(f"{line}\nAshdown") == ([" ".join(line.split()), "Ashdown"] if stays else ["Ashdown"])
