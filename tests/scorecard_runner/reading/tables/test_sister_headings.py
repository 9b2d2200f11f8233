"""What a heading does not name, the heading of the other innings does."""

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.sister_headings import headings_in, with_names_of_sisters
from tests.scorecard_runner.reading.drawn_page import words_of

LOST = "Bowler       Overs     Runs     Wkts     Qxz"


def names_of(lost: str, *others: str) -> list[str]:
    """Return the number columns of the first of these headings."""
    headings = headings_in(build_lines(words_of("\n".join((lost, *others)))))
    return [cell.column.value for cell in with_names_of_sisters(headings[0], headings).number_cells]


@pytest.mark.parametrize(
    ("others", "last"),
    [
        pytest.param(["Bowler       Overs     Runs     Wkts     Mdns"], "maidens", id="the other innings names it"),
        pytest.param(["Bowler       Overs     Runs     Wkts     Foo"], "other", id="nobody does"),
        pytest.param(["Bowler       Overs     Mdns     Runs     Wkts"], "other", id="other columns"),
        pytest.param(["Bowler       Overs     Runs     Wkts"], "other", id="fewer columns"),
        pytest.param(
            ["Bowler       Overs     Runs     Wkts     Mdns", "Bowler       Overs     Runs     Wkts     Econ"],
            "other",
            id="two that disagree",
        ),
    ],
)
def test_a_column_is_called_as_in_the_table_like_it(others: list[str], last: str) -> None:
    assert names_of(LOST, *others) == ["overs", "runs", "wickets", last]


def test_a_table_that_names_its_columns_keeps_the_names() -> None:
    both = ("Bowler       Overs     Runs     Wkts     Econ", "Bowler       Overs     Runs     Wkts     Mdns")
    assert names_of(*both) == ["overs", "runs", "wickets", "economy"]
