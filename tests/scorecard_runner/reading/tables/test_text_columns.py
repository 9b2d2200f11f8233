"""Dismissals among and behind the columns of numbers."""

import pytest

from scorecard_runner.reading.cards.players import batting_lines
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import sections_of

SAID = [("Ashdown", "b Kettle", 40), ("Millbrook", "c Ode b Kettle", 2), ("Okonjo", "not out", 15)]


def batters_of(text: str) -> list[tuple[str | None, str | None, float | None]]:
    """Return name, dismissal as printed and runs of each batter."""
    table = next(section for section in sections_of(text) if isinstance(section, Table))
    return [
        (
            line.name.text if line.name else None,
            line.dismissal_text.text if line.dismissal_text else None,
            line.value(Column.RUNS),
        )
        for line in batting_lines(table)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            """
Player       Runs   Balls   4s    How out
Ashdown        40    30     4     b Kettle
Millbrook       2     3     0     c Ode b Kettle
Okonjo         15     9     2     not out
""",
            id="behind them",
        ),
        pytest.param(
            """
Player       Runs   How out           Balls   4s
Ashdown        40   b Kettle            30     4
Millbrook       2   c Ode b Kettle       3     0
Okonjo         15   not out              9     2
""",
            id="among them",
        ),
        pytest.param(
            """
Player       Runs   Balls   4s                     Points
Ashdown        40    30     4     b Kettle             52
Millbrook       2     3     0     c Ode b Kettle        2
Okonjo         15     9     2     not out              19
""",
            id="without a name, before one more column far away",
        ),
        pytest.param(
            """
Player       Runs   Balls   4s   Share                     Impact    How out
Ashdown        40    30     4     70%                          52    b Kettle
Millbrook       2     3     0      3%                           2    c Ode b Kettle
Okonjo         15     9     2     27%                          19    not out
""",
            id="behind columns that stand far apart",
        ),
    ],
)
def test_a_dismissal_right_of_the_runs_is_read(text: str) -> None:
    assert batters_of(text) == SAID


def test_fielder_and_bowler_behind_the_numbers_are_no_second_table() -> None:
    text = """
Player       Runs   Balls   4s   How out      Fielder    Bowler
Ashdown        40    30     4    bowled                  Kettle
Millbrook       2     3     0    caught       Ode        Kettle
"""

    assert batters_of(text) == [("Ashdown", "bowled Kettle", 40), ("Millbrook", "caught Ode b Kettle", 2)]


def test_what_stands_behind_the_numbers_and_says_no_dismissal_is_dirt() -> None:
    text = """
Player    How out            Runs   Balls   4s
Ashdown   b Kettle             40    30     4    read more
Okonjo    not out              15     9     2    of Kent
"""

    assert batters_of(text) == [("Ashdown", "b Kettle", 40), ("Okonjo", "not out", 15)]
